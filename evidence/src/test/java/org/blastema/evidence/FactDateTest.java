package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FactDateTest {
    @ParameterizedTest
    @ValueSource(strings = {"2025", "2025-02", "2025-02-21", "1999-12-31", "2024-02-29", "unknown"})
    void aDateIsWrittenAsItWasRead(String text) {
        assertThat(date(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "25",
                "02-2025",
                "2025-13",
                "2025-00",
                "2025-2",
                "2025-04-31",
                "2025-01-00",
                "1800",
                "3000",
                "soon"
            })
    void anythingElseIsNoDate(String text) {
        assertThat(FactDate.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025, 2025, false",
        "2025-01, 2025, false",
        "2024-12-31, 2025, false",
        "2024-12-30, 2025, true",
        "2024, 2025, true",
        "2024-12-18, 2025-12-18, false",
        "2024-12-17, 2025-12-18, true",
        "2012, 2025, true",
        "unknown, 2025, true"
    })
    void aFactMayBeOutOfDateUnlessItIsSurelyWithinAYear(String fact, String asOf, boolean old) {
        assertThat(date(fact).mayBeOverAYearBefore(date(asOf))).isEqualTo(old);
    }

    @Test
    void laterMeansLaterOnEveryDayThatItMayBe() {
        assertThat(date("2026").after(date("2025"))).isTrue();
        assertThat(date("2025-03").after(date("2025-02-28"))).isTrue();
        assertThat(date("2025-03-13").after(date("2025"))).isFalse();
        assertThat(date("unknown").after(date("2025"))).isFalse();
    }

    private static FactDate date(String text) {
        return FactDate.of(text).orElseThrow();
    }
}
