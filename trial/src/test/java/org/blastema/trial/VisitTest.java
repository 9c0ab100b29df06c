package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A published month, written to two places, means the visit within half a day: 0.0164 months. */
final class VisitTest {
    @ParameterizedTest
    @CsvSource({
        "28, 0.92, true, false",
        "28, 1, false, false",
        "42, 1.38, true, false",
        "182.625, 6, true, false",
        "61, 1, false, true"
    })
    void aMonthMeansTheVisitWithinHalfADay(double day, double month, boolean at, boolean after) {
        assertThat(Visit.at(day).isAt(month)).isEqualTo(at);
        assertThat(Visit.at(day).isAfter(month)).isEqualTo(after);
    }
}
