package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.blastema.core.Position;
import org.blastema.core.Yaml;
import org.blastema.model.Library;
import org.blastema.trial.ArmPlan;
import org.blastema.trial.KeptInMemory;
import org.blastema.trial.Options;
import org.blastema.trial.PairedDifferences;
import org.blastema.trial.Plan;
import org.blastema.trial.StudyReader;
import org.blastema.trial.Summary;
import org.blastema.trial.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The study of a test holds only what the test asks, and its numbers are those of the whole study. */
final class PairedStudyTest {
    private static final int DRAWS = 20;
    private static final int PERSONS = 3;

    @TempDir
    private Path folder;

    private PairedStudy asked(String study, String endpoint, String month) {
        SmallClaim claim = SmallClaim.in(folder)
                .with("study: line", "study: " + study)
                .with("beside: [half]", "beside: []")
                .with("endpoint: gain", "endpoint: " + endpoint)
                .with("month: 3", "month: " + month)
                .with("scenario: pooled", "decides: true")
                .with("flip: [other, size]", "flip: []")
                .with("parameters: {size: 5}", "switches: {noise: off}");
        Claim.Comparison comparison = (Claim.Comparison)
                ClaimReader.read(claim.studies(), "X1").experiments().getFirst();
        return PairedStudy.whole(claim.studies(), comparison.question(), new Effort(DRAWS, PERSONS, 2));
    }

    @Test
    void onlyWhatIsAskedIsLeft() {
        Plan plan = asked("line", "gain", "3").plan();
        assertThat(plan.visits()).extracting(Visit::month).containsExactly(1.0, 3.0);
        assertThat(plan.endpoints()).extracting(ArmPlan.Followed::name).containsExactly("gain");
        assertThat(plan.arms()).extracting(ArmPlan::name).containsExactly("nothing", "pill");
        assertThat(plan.timecourse()).isEmpty();
        assertThat(plan.twins()).isZero();
        assertThat(plan.scenarios()).containsExactly("pooled");
        assertThat(plan.patients(1)).isEqualTo(PERSONS);
        assertThat(plan.study().paired()).isTrue();
        assertThat(plan.study().dropOut()).isEmpty();
    }

    /** The steps of the solver end at another day, so that the numbers agree to its tolerance and not to the bit. */
    @Test
    void theNumbersAreThoseOfTheWholeStudy() {
        for (String month : List.of("1", "3", "12")) {
            PairedStudy asked = asked("fade", "gain", month);
            List<Double> narrowed = differences(asked.plan(), "pill", "gain", Double.parseDouble(month));
            List<Double> whole = differences(whole(asked.studies(), "fade"), "pill", "gain", Double.parseDouble(month));
            assertThat(narrowed).hasSize(DRAWS);
            for (int draw = 0; draw < DRAWS; draw++) {
                assertThat(narrowed.get(draw)).isCloseTo(whole.get(draw), within(0.01));
            }
        }
    }

    /** The study that two claims ask at 2 years and that runs for 60. */
    @Test
    void theNumbersAreThoseOfTheWholeLifetime() {
        StudyReader studies = new StudyReader(Library.packaged());
        Claim.Comparison comparison = ClaimReader.read(studies, "C22").experiments().stream()
                .map(Claim.Comparison.class::cast)
                .filter(each -> each.name().equals("two-years"))
                .findFirst()
                .orElseThrow();
        PairedStudy asked = PairedStudy.whole(studies, comparison.question(), new Effort(DRAWS, PERSONS, 2));
        List<Double> narrowed = differences(asked.plan(), "msc-5e7", "qaly", 24);
        List<Double> whole = differences(whole(studies, "knee-lifetime"), "msc-5e7", "qaly", 24);
        for (int draw = 0; draw < DRAWS; draw++) {
            assertThat(narrowed.get(draw)).isCloseTo(whole.get(draw), within(1e-4));
        }
    }

    private static Plan whole(StudyReader studies, String study) {
        Options options = new Options(
                OptionalInt.of(PERSONS), OptionalInt.of(DRAWS), OptionalLong.empty(), Optional.empty(), List.of());
        return studies.plan(study, options, file -> {
            Position at = file.position();
            Yaml.Scalar off = Yaml.Scalar.plain("off", at);
            return file.with("groups", Yaml.Scalar.plain("paired", at))
                    .with("twins", Yaml.Scalar.plain("0", at))
                    .with("switches", file.mapping("switches").with("drop-out", off));
        });
    }

    private static List<Double> differences(Plan plan, String arm, String endpoint, double month) {
        Summary summary = KeptInMemory.run(plan, 2);
        return summary.pairedDifferences().stream()
                .filter(each -> each.scenario().equals(plan.scenario()))
                .filter(each -> each.contrast().arm().equals(arm))
                .filter(each ->
                        each.endpoint().name().equals(endpoint) && each.visit().isAt(month))
                .map(PairedDifferences::differences)
                .findFirst()
                .orElseThrow();
    }
}
