package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers with their nouns, after the rules of Arabic numerals. */
final class CountedTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1 person, شخص",
        "2, 2 people, شخصين",
        "3, 3 people, 3 أشخاص",
        "10, 10 people, 10 أشخاص",
        "11, 11 people, 11 شخصاً",
        "20, 20 people, 20 شخصاً",
        "99, 99 people, 99 شخصاً",
        "100, 100 people, 100 شخص",
        "103, 103 people, 103 أشخاص",
        "364, 364 people, 364 شخصاً",
        "2000, 2000 people, 2000 شخص",
    })
    void people(long n, String english, String arabic) {
        assertThat(Counted.people(n).en()).isEqualTo(english);
        assertThat(Counted.people(n).ar()).isEqualTo(arabic);
    }

    @ParameterizedTest
    @CsvSource({
        "4.4, d, 4.4 يوم, 4.4 days",
        "5, d, 5 أيام, 5 days",
        "14, d, 14 يوماً, 14 days",
        "27.3, d, 27.3 يوماً, 27.3 days",
        "0.13, a, 0.13 سنة, 0.13 years",
        "40, %, 40٪, 40 %",
        "1, {grade}, 1 درجة, 1 grades",
        "15, mm, 15 مم, 15 mm"
    })
    void amounts(double value, String unit, String arabic, String english) {
        assertThat(Amounts.amount(value, unit).ar().replaceAll("[\\u200e\\u200f]", ""))
                .isEqualTo(arabic);
        assertThat(Amounts.amount(value, unit).en()).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({"448, 450", "45.8, 46", "9.12, 9.1", "0.0512, 0.051", "0, 0", "166, 170"})
    void twoDigits(double value, String rounded) {
        assertThat(Amounts.rounded(value)).isEqualTo(rounded);
    }
}
