package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DesignCommandTest {
    private static Said asked(String more) {
        return Said.of(("design knee --arm msc-5e7 --trials 20 --sizes 4,6 " + more)
                .strip()
                .split(" "));
    }

    @Test
    void theAnswerStandsInBothLanguages() {
        assertThat(asked("--looks 2").ended(0).out())
                .contains(
                        "two-sided alpha 0.05, power asked for 0.8; 20 trials, seed 1; simulated",
                        "look 1: 2.963",
                        "The scenario takes its effect away",
                        "needed for power 0.8: more than 6 patients per arm",
                        "Scenarios told apart by one trial")
                .contains("not medical advice");
        assertThat(asked("--looks 2 --lang ar").ended(0).out())
                .contains("مستوى ألفا", "النظرة 1: 2.963", "أكثر من 6", "تمييز السيناريوهات")
                .doesNotContain("patients", "power", "scenario", "look");
    }

    @Test
    void aSizeFromFewTrialsIsSaidToBeUncertain() {
        String english = asked("--sizes 160 --enrich pain-vas=50..95").ended(0).out();
        assertThat(english)
                .containsPattern("UNCERTAIN: with \\d+ per arm these trials find it in .* may be much less than 0.8")
                .containsPattern("UNCERTAIN, power there [0-9.]+ to [0-9.]+ of 100");
        assertThat(asked("--sizes 160 --lang ar").ended(0).out())
                .containsPattern("غير مؤكد: مع \\d+ في كل مجموعة")
                .doesNotContain("UNCERTAIN");
        assertThat(asked("--sizes 160 --json").ended(0).out()).contains("\"patients_power_ci95\"");
        assertThat(asked("").ended(0).out()).doesNotContain("UNCERTAIN");
    }

    @Test
    void enrichmentStandsBesideTheStudyInBothLanguages() {
        assertThat(asked("--enrich pain-vas=50..95 --enrich pain-vas=30..50")
                        .ended(0)
                        .out())
                .contains(
                        "at the middle",
                        "a choice between mechanisms has no middle",
                        "screened for each enrolled",
                        "MODIFIED: --set eligibility.pain-vas=[50,95]",
                        "Pain (VAS, 0 to 100 mm): 30 to 95",
                        "Pain (VAS, 0 to 100 mm): 50 to 95",
                        "Pain (VAS, 0 to 100 mm): 30 to 50");
        assertThat(asked("--enrich pain-vas=50..95 --lang ar").ended(0).out())
                .contains("وعند الوسط", "الانتقاء", "المفحوصون لكل مسجَّل", "50 إلى 95")
                .doesNotContain("patients", "power", "screened", "middle");
    }

    @Test
    void jsonHasTheMiddleAndTheEnriched() {
        assertThat(asked("--json --enrich pain-vas=50..95").ended(0).out())
                .startsWith("{")
                .endsWith("}\n")
                .contains(
                        "\"power_middle\"",
                        "\"power_middle_ci95\"",
                        "\"difference_middle\"",
                        "\"screened_per_enrolled\"",
                        "\"enrolled_share\"",
                        "\"enriched\" : [",
                        "\"modifications\" : [ \"--set eligibility.pain-vas=[50,95]\" ]");
        assertThat(asked("--json").ended(0).out()).doesNotContain("\"enriched\"");
    }

    @Test
    void aChangedStudyIsMarked() {
        assertThat(asked("--set eligibility.pain-vas=[50,95]").ended(0).out())
                .contains("MODIFIED: --set eligibility.pain-vas=[50,95]");
    }

    @Test
    void jsonIsOneObjectAndNothingElse() {
        assertThat(asked("--json").ended(0).out())
                .startsWith("{")
                .endsWith("}\n")
                .contains("\"power_ci95\"", "\"type_one\" : true", "\"right_share\"", "\"simulated\" : true")
                .doesNotContain("\"looks\"", "\"power_holm\"", "\"MODIFIED\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --arm msc-1e9          | 2 | nearest: msc-1e7
            --endpoint pain        | 2 | pain-vas
            --month 5              | 2 | month
            --enrich pain-va=50..95  | 2 | nearest: pain-vas
            --enrich pain-vas=95..50 | 2 | nearest: pain-vas=30..95
            --enrich pain-vas=10..95 | 2 | where arm saline takes 30 to 95
            --arm saline           | 3 | is the reference
            --power 1              | 3 | between 0 and 1
            --power 0              | 3 | between 0 and 1
            --power 0.04           | 3 | more than the level
            --alpha 1.5            | 3 | between 0 and 1
            --looks 0              | 3 | 1 to 10
            --looks 11             | 3 | 1 to 10
            --sizes 3              | 3 | 4 to 2000
            --trials 19            | 3 | at least 20
            --spending pocok       | 3 | nearest: pocock
            --threads 0            | 3 | at least 1
            """)
    void whatIsWrongIsTold(String words, int code, String told) {
        Said said = Said.of(("design knee " + words).split(" ")).ended(code);
        assertThat(said.err()).contains(told);
        assertThat(said.out()).isEmpty();
    }
}
