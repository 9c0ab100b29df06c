package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.blastema.core.Text;
import org.blastema.trial.Visit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lengths of time in words. */
final class SpanTest {
    @ParameterizedTest
    @CsvSource({
        "30.4375, 1 month, شهر",
        "60.875, 2 months, شهرين",
        "182.625, 6 months, 6 أشهر",
        "304.375, 10 months, 10 أشهر",
        "365.25, 12 months, 12 شهراً",
        "700.0625, 23 months, 23 شهراً",
        "730.5, 2 years, سنتين",
        "760.9375, 25 months, 25 شهراً",
        "1826.25, 5 years, 5 سنوات",
        "3652.5, 10 years, 10 سنوات",
        "4017.75, 11 years, 11 سنة",
        "21915, 60 years, 60 سنة",
        "36525, 100 years, 100 سنة",
        "1, 1 day, يوم",
        "2, 2 days, يومين",
        "10, 10 days, 10 أيام",
        "730, 730 days, 730 يوماً",
        "103, 103 days, 103 أيام",
    })
    void inTheUnitThatIsWhole(double day, String english, String arabic) {
        assertThat(Span.of(Visit.at(day)).en()).isEqualTo(english);
        assertThat(Span.of(Visit.at(day)).ar()).isEqualTo(arabic);
    }

    /** 28, 56 and 100 days as tables print them in months, and months that a table rounds. */
    @ParameterizedTest
    @CsvSource({
        "0.92, day 28, اليوم 28",
        "1.84, day 56, اليوم 56",
        "3.29, day 100, اليوم 100",
        "6, month 6, الشهر 6",
        "11.99, month 12, الشهر 12",
        "0.23, day 7, اليوم 7"
    })
    void aMomentIsAMonthOnlyWhereItIsWhole(double month, String en, String ar) {
        assertThat(Span.moment(month)).isEqualTo(new Text(en, ar));
    }
}
