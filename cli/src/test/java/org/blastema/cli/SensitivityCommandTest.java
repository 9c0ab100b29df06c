package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SensitivityCommandTest {
    private static Said asked(String more) {
        String persons = more.contains("--screen") || more.contains("--trajectories") ? "" : "--persons 4 ";
        return Said.of(("sensitivity knee " + persons + more).strip().split(" "));
    }

    @Test
    void theAnswerStandsInBothLanguages() {
        assertThat(asked("").ended(0).out())
                .contains(
                        "the person, luck included:",
                        "what is not known:",
                        "the day it is measured:",
                        "\"Results vary from person to person\"")
                .contains("not medical advice");
        assertThat(asked("--lang ar").ended(0).out())
                .contains("يوم القياس:", "«النتائج تختلف من شخص إلى آخر»")
                .doesNotContain("noise", "alone", "not known");
    }

    /** Four persons rank nothing; with more the day of measuring is clearly the larger. */
    @Test
    void groupsThatChanceMayRankAreNotRanked() {
        assertThat(asked("--month 1").ended(0).out())
                .contains("16 times 4 people")
                .containsPattern(
                        "alone, luck included\\.\\R  Their 95 % intervals overlap .* not told apart from chance")
                .containsPattern("between persons\\.\\R  Their 95 % intervals overlap");
        assertThat(asked("--month 1 --lang ar").ended(0).out())
                .contains("16 مرة 4 أشخاص", "مجالا 95% لهما يتداخلان", "من المصادفة");
        assertThat(Said.of("sensitivity", "knee", "--persons", "32").ended(0).out())
                .doesNotContainPattern("alone, luck included\\.\\R  Their 95 % intervals overlap");
    }

    @Test
    void jsonIsOneObjectAndNothingElse() {
        assertThat(asked("--json").ended(0).out())
                .startsWith("{")
                .endsWith("}\n")
                .contains("\"group\" : \"knowledge\"", "\"first_ci95\"", "\"total\"", "\"simulated\" : true");
    }

    @Test
    void aFirstLookTellsWhatMovesAndWhatDoesNothing() {
        assertThat(asked("--screen --trajectories 2").ended(0).out())
                .contains("knee.effect_size", "what is not known", "drawn numbers", "not medical advice");
        assertThat(asked("--screen --trajectories 2 --lang ar").ended(0).out())
                .contains("knee.effect_size", "ما ليس معروفاً", "الأرقام المسحوبة")
                .doesNotContain("drawn", "what is not known");
        assertThat(asked("--screen --trajectories 2 --json --threads 1")
                        .ended(0)
                        .json())
                .contains("\"mu_star\"", "\"mu_star_ci95\"", "\"sigma\"", "\"trajectories\" : 2")
                .isEqualTo(asked("--screen --trajectories 2 --json --threads 3")
                        .ended(0)
                        .json());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --arm msc-1e9          | 2 | nearest: msc-1e7
            --endpoint pain        | 2 | pain-vas
            --month 5              | 2 | month
            --arm saline           | 3 | against itself
            --persons 3            | 3 | power of 2
            --screen --trajectories 1  | 3 | from 2 to 1024
            --screen --persons 4   | 3 | --trajectories belong to --screen
            --trajectories 4       | 3 | --trajectories belong to --screen
            --threads 0            | 3 | at least 1
            """)
    void whatIsWrongIsTold(String words, int code, String told) {
        Said said = Said.of(("sensitivity knee " + words).split(" ")).ended(code);
        assertThat(said.err()).contains(told);
        assertThat(said.out()).isEmpty();
    }
}
