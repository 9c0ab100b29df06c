package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.blastema.core.Language;
import org.blastema.trial.ContrastSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArmFindingsTest {
    private final SmallRun knee = SmallRun.of();

    private static String said(SmallRun run, Language language) {
        return String.join("\n", run.terminal(language));
    }

    /** Less pain is better: the interval stands in the direction of the difference. */
    @Test
    void eachArmHasItsDifferenceAndItsInterval() {
        List<ContrastSummary> cells =
                knee.subject().treatedContrasts(knee.summary().contrasts());
        assertThat(cells).hasSize(3);
        for (ContrastSummary each : cells) {
            assertThat(said(knee, Language.EN))
                    .contains(String.format(
                            Locale.ROOT,
                            "%s %.1f better (%.1f to %.1f)",
                            knee.subject().title(each.arm()).en(),
                            -each.difference(),
                            -each.ci95().orElseThrow().high(),
                            -each.ci95().orElseThrow().low()));
        }
        assertThat(said(knee, Language.EN))
                .contains(
                        "By arm against saline injection after 6 months (mm of 100; 95 % interval of the mean over 6 trials): ");
        assertThat(said(knee, Language.AR))
                .contains("بحسب المجموعة مقابل حقنة ماء وملح بعد 6 أشهر (مم من 100؛ مجال 95٪ للمتوسط على 6 تجارب): ")
                .doesNotContain("better");
    }

    @Test
    void aNewKneeHasItsGainAndItsHarms() {
        ContrastSummary replaced = knee.subject()
                .contrasts(
                        knee.summary().contrasts(),
                        List.of("arthroplasty"),
                        "saline",
                        knee.subject().primaryVisit().day())
                .getFirst();
        assertThat(said(knee, Language.EN))
                .containsPattern(
                        "\nComparators against saline injection .*: Corticosteroid.*; Total knee replacement "
                                + String.format(Locale.ROOT, "%.1f better", -replaced.difference())
                                + " \\([0-9.-]+ to [0-9.-]+\\), pain that stays after the operation \\d+, serious harm [0-9.]+\\.");
        assertThat(said(knee, Language.AR))
                .containsPattern("\nعلاجات المقارنة مقابل .* تبديل مفصل الركبة الكامل .*، وضرر خطير ");
        assertThat(said(knee.harmless("arthroplasty"), Language.EN)).contains("), no events of harm are simulated.");
        assertThat(said(SmallRun.few("knee-care"), Language.EN)).doesNotContain("Comparators against");
    }

    @Test
    void withoutAProductUnderTestEveryArmIsTold() {
        SmallRun plasma = SmallRun.few("bennell-2021");
        assertThat(said(plasma, Language.EN))
                .containsPattern("By arm against three weekly saline injections after 12 months .*Platelet-rich plasma")
                .contains("points  Platelet-rich plasma")
                .doesNotContain("Comparators against");
        assertThat(said(plasma, Language.AR)).contains("بحسب المجموعة مقابل");
    }

    @Test
    void anArmAloneHasItsCourse() {
        SmallRun cohort = SmallRun.few("wluka-2002");
        double end = cohort.subject()
                .endpoint(
                        cohort.subject().study().reference(),
                        "cartilage-volume",
                        cohort.subject().primaryVisit().day())
                .orElseThrow()
                .mean();
        assertThat(said(cohort, Language.EN))
                .contains(
                        String.format(Locale.ROOT, "on average 100.0 at the start and %.1f after 12 months (%%)", end))
                .contains("nobody to compare with");
        assertThat(said(cohort, Language.AR)).contains("لا أحد يُقارَن به");
    }

    @Test
    void ofManyArmsTheEndsAreTold() {
        SmallRun centres = SmallRun.few("centres");
        assertThat(said(centres, Language.EN)).contains("The least and the greatest of 8 arms against");
        assertThat(said(centres, Language.AR)).contains("الأدنى والأعلى من 8 مجموعات مقابل");
    }

    @Test
    void oneArmOneTrialAndAChangedRunHaveNoSuchLine() {
        assertThat(said(SmallRun.bare(), Language.EN)).doesNotContain("By arm");
        assertThat(new ArmFindings(knee.modified(List.of("--set seed=2")).subject()).arms())
                .isEmpty();
        assertThat(new ArmFindings(SmallRun.of(1, java.util.Optional.empty()).subject()).arms())
                .isEmpty();
    }
}
