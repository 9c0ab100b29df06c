package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.blastema.core.Language;
import org.blastema.trial.Curve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TerminalSummaryTest {
    private static final String RULE = "eligibility.pain-vas=[60,95]";

    private final SmallRun plain = SmallRun.of();
    private final SmallRun modified = SmallRun.of(RULE);

    @ParameterizedTest
    @EnumSource(Language.class)
    void isAtMostFifteenLines(Language language) {
        SmallRun contradicted = plain.contrasts(c -> Contrasts.interval(c, -8, -1));
        for (SmallRun run : List.of(plain, modified, contradicted, SmallRun.bare())) {
            List<String> lines = run.terminal(language);
            assertThat(lines).hasSizeBetween(10, 15).noneMatch(line -> line.contains("\n"));
            assertThat(String.join("\n", lines)).doesNotContain("NaN", "Optional", "null", "%s", "%.");
        }
    }

    @Test
    void namesScenarioSharesAndHarms() {
        assertThat(String.join("\n", plain.terminal(Language.EN)))
                .contains("6 simulated trials of 30 patients an arm, scenario pooled, seed 1")
                .contains("Of each 10 mm gained", "Harms per 1,000", "not medical advice")
                .doesNotContain("MODIFIED");
        assertThat(String.join("\n", plain.terminal(Language.AR)))
                .contains("السيناريو المجمّع", "من كل 10 مم", "من كل 1000", "ليست نصيحة طبية")
                .doesNotContain("MODIFIED");
    }

    /** In the model of the muscle the scenario called pooled pools nothing, and its model says so. */
    @Test
    void saysWhatTheNameOfAScenarioStandsFor() {
        SmallRun muscle = SmallRun.few("muscle");
        assertThat(String.join("\n", muscle.terminal(Language.EN)))
                .contains("scenario pooled (the whole effect seen in rats, no pool of trials), seed 1")
                .contains("In the scenario “pooled (the whole effect seen in rats, no pool of trials)”, ");
        assertThat(String.join("\n", muscle.terminal(Language.AR)))
                .contains("السيناريو المجمّع (كامل الأثر المشاهد في الجرذان، لا تجميع لتجارب)");
    }

    /** Two flat lines a millionth apart are no course from the top to the bottom; the pain of the knee, which moves, is. */
    @Test
    void aFlatCourseIsDrawnFlatAndThatIsSaid() {
        String flat = String.join("\n", SmallRun.few("blood-renewal").terminal(Language.EN));
        assertThat(flat)
                .contains("so small a change is not drawn to full height")
                .doesNotContain("█", "▁");
        assertThat(String.join("\n", SmallRun.few("blood-renewal").terminal(Language.AR)))
                .contains("لا يُرسم بالارتفاع كله");
        assertThat(String.join("\n", plain.terminal(Language.EN)))
                .contains("▇", "▁")
                .doesNotContain("full height");
    }

    @Test
    void whatAStudyDoesNotNameIsNotSaid() {
        assertThat(String.join("\n", SmallRun.bare().terminal(Language.EN)))
                .containsPattern(
                        "1 month after .* mm better than those given nothing \\(difference -[0-9.]+, 95 % interval")
                .doesNotContain("by arm", "matter to one person", "of 100");
    }

    @Test
    void aChangedRunSaysSoAndGivesNoVerdict() {
        SmallRun strong = modified.contrasts(c -> Contrasts.interval(c, -8, -1));
        assertThat(strong.terminal(Language.EN)).contains("MODIFIED: --set " + RULE);
        assertThat(String.join("\n", strong.terminal(Language.EN)))
                .contains("no verdict is given")
                .doesNotContain("better than", "worse than", "contradict", "Of each 10");
        assertThat(strong.terminal(Language.AR)).contains("MODIFIED: --set " + RULE);
        assertThat(String.join("\n", strong.terminal(Language.AR)))
                .contains("فلا يُعطى حكم")
                .doesNotContain("أفضل", "أسوأ", "يخالف", "من كل 10 مم");
        assertThat(strong.findings().contradictions()).isEmpty();
    }

    @Test
    void anotherScenarioIsNamedAndMarked() {
        SmallRun nothing = SmallRun.of(2, Optional.of("null"));
        assertThat(String.join("\n", nothing.terminal(Language.EN)))
                .contains("scenario null, seed 1", "MODIFIED: scenario = null");
    }

    @Test
    void drawsTheCourseOfTheReferenceAndOfATreatedArm() {
        List<String> lines = plain.terminal(Language.EN);
        for (String arm : List.of("saline", "msc-5e7")) {
            Curve curve = plain.summary().curves().stream()
                    .filter(c -> c.arm().equals(arm) && c.readout().equals("pain-vas"))
                    .findFirst()
                    .orElseThrow();
            String ends = String.format(
                    Locale.ROOT, "%4.1f → %4.1f mm", curve.mean()[0], curve.mean()[curve.mean().length - 1]);
            assertThat(lines).anyMatch(line -> line.contains(ends) && line.matches(" {2}[▁-█]{40} .*"));
        }
    }
}
