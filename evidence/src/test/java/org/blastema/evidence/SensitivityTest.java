package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assertj.core.data.Offset;
import org.blastema.core.InvalidInput;
import org.blastema.core.Refusal;
import org.blastema.model.Library;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small study of the tests: pill 20 mm, lognormal with CV 0.3 between patients, noise 12 mm; of the pill exp(-0.01 t) is left. */
final class SensitivityTest {
    private static final double DAYS = 30.4375;
    private static final String EVERYBODY = "eligibility.score=[-1000,1000]";
    private static final Offset<Double> NEAR = within(0.06);

    private static Library library() {
        return Library.folder(Path.of("../trial/src/test/resources/library"));
    }

    private static Plan plan(String... sets) {
        return StudyReader.read(
                library(),
                "small",
                new Options(
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        List.of(sets)));
    }

    private static SensitivityQuestion question(Plan plan, String arm, String versus, String endpoint, double month) {
        return SensitivityQuestion.of(
                plan,
                library(),
                Optional.of(arm),
                Optional.of(versus),
                Optional.of(endpoint),
                OptionalDouble.of(month));
    }

    private static Sensitivity found(int threads, String... sets) {
        Plan plan = plan(sets);
        return SensitivityEngine.of(plan, question(plan, "pill", "nothing", "score", 1), 128, threads);
    }

    private static Sensitivity.Share<InputGroup> of(Sensitivity.Quantity quantity, InputGroup group) {
        return quantity.groups().stream()
                .filter(each -> each.of() == group)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatAddsUpHasTheSharesOfItsVariances() {
        Sensitivity.Quantity change =
                found(2, EVERYBODY, "switches.context=off").change();
        double left = Math.exp(-0.01 * DAYS);
        double pill = 20 * 20 * 1.09 * 0.09 * left * left;
        double noise = 2 * 12 * 12;
        assertThat(change.values().mean()).isCloseTo(-20 * Math.sqrt(1.09) * left, within(1.5));
        assertThat(change.values().variance()).isCloseTo(pill + noise, within(0.08 * (pill + noise)));
        assertThat(of(change, InputGroup.PATIENT).first()).isCloseTo(pill / (pill + noise), NEAR);
        assertThat(of(change, InputGroup.PATIENT).total()).isCloseTo(pill / (pill + noise), NEAR);
        assertThat(of(change, InputGroup.NOISE).first()).isCloseTo(noise / (pill + noise), NEAR);
        assertThat(of(change, InputGroup.NOISE).total()).isCloseTo(noise / (pill + noise), NEAR);
    }

    @Test
    void theSamePersonDiffersByWhatThePillDoesAlone() {
        Sensitivity.Quantity benefit = found(2, EVERYBODY).benefit();
        assertThat(of(benefit, InputGroup.PATIENT).first()).isCloseTo(1, NEAR);
        assertThat(of(benefit, InputGroup.PATIENT).total()).isCloseTo(1, NEAR);
        assertThat(of(benefit, InputGroup.NOISE).total()).isCloseTo(0, within(1e-9));
        assertThat(benefit.parameters()).isEmpty();
    }

    /** A product P Q of what is not known and of the person: V = q2 VP + p2 VQ + VP VQ. */
    @Test
    void whatMultipliesInteracts() {
        Sensitivity.Quantity benefit = found(
                        2,
                        EVERYBODY,
                        "parameters.power={value: 30, unit: mm, spread: {level: knowledge, distribution: normal, sd: 12},"
                                + " source: made-up, knowledge: read}",
                        "parameters.k={value: 0.03, unit: 1/d, spread: {level: patient, distribution: uniform, low: 0, high: 0.06},"
                                + " range: [0, 10], source: made-up, knowledge: read}")
                .benefit();
        double most = 0.06 * DAYS;
        double mean = (1 - Math.exp(-most)) / most;
        double variance = (1 - Math.exp(-2 * most)) / (2 * most) - mean * mean;
        double power = mean * mean * 144;
        double decay = 900 * variance;
        double both = variance * 144;
        double all = power + decay + both;
        assertThat(benefit.values().variance()).isCloseTo(all, within(0.08 * all));
        assertThat(of(benefit, InputGroup.KNOWLEDGE).first()).isCloseTo(power / all, NEAR);
        assertThat(of(benefit, InputGroup.KNOWLEDGE).total()).isCloseTo((power + both) / all, NEAR);
        assertThat(of(benefit, InputGroup.PATIENT).first()).isCloseTo(decay / all, NEAR);
        assertThat(of(benefit, InputGroup.PATIENT).total()).isCloseTo((decay + both) / all, NEAR);
        assertThat(benefit.parameters()).singleElement().satisfies(each -> {
            assertThat(each.of()).isEqualTo("score.power");
            assertThat(each.total()).isEqualTo(of(benefit, InputGroup.KNOWLEDGE).total());
            assertThat(each.total95().contains((power + both) / all)).isTrue();
        });
    }

    private static Screening.Effect effect(Screening screening, String name) {
        return screening.inputs().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A power that is uniform from 18 to 42 mm moves the benefit by 24 mm of what is left of the pill, in everybody alike. */
    @Test
    void aNumberAlongALineMovesByItsWidthInEverybody() {
        Plan plan = plan(
                EVERYBODY,
                "parameters.power={value: 30, unit: mm, spread: {level: knowledge, distribution: uniform, low: 18, high: 42},"
                        + " source: made-up, knowledge: read}",
                "parameters.k=0.01");
        Screening screening = ScreeningEngine.of(plan, question(plan, "pill", "nothing", "score", 1), 8, 2);
        Screening.Effect power = effect(screening, "score.power");
        double moved = 24 * Math.exp(-0.01 * DAYS);
        assertThat(power.benefit().size()).isCloseTo(moved, within(0.01));
        assertThat(power.benefit().mean()).isCloseTo(-moved, within(0.01));
        assertThat(power.benefit().spread()).isCloseTo(0, within(0.01));
        assertThat(screening.inputs()).first().isEqualTo(power);
        assertThat(screening.moving()).contains(power);
        assertThat(screening.idle()).doesNotContain(power).isNotEmpty();
        assertThat(screening.fixed()).isPositive();
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        assertThat(found(1)).isEqualTo(found(3));
    }

    @Test
    void nothingIsSharedOutWhereNothingDiffers() {
        Plan plan = plan();
        Sensitivity same = SensitivityEngine.of(plan, question(plan, "twice", "nothing", "score", 1), 16, 1);
        assertThat(same.benefit().values().mean()).isZero();
        assertThat(same.benefit().groups()).isEmpty();
        assertThat(same.change().groups()).isNotEmpty();
    }

    @Test
    void theDefaultIsTheTreatmentAgainstTheReferenceAtThePrimaryVisit() {
        Plan plan = plan();
        assertThat(SensitivityQuestion.of(
                        plan, library(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalDouble.empty()))
                .isEqualTo(new SensitivityQuestion(1, 0, 0, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "pil, nothing, score, 1, unknown arm of the study 'pil'",
        "pill, nothin, score, 1, unknown arm of the study 'nothin'",
        "pill, nothing, scor, 1, unknown endpoint of the study 'scor'",
        "pill, nothing, score, 2, unknown month of a visit '2'"
    })
    void whatTheStudyDoesNotHaveIsTold(String arm, String versus, String endpoint, double month, String told) {
        Plan plan = plan();
        assertThatThrownBy(() -> question(plan, arm, versus, endpoint, month))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(told);
    }

    @Test
    void anArmIsNotHeldAgainstItself() {
        Plan plan = plan();
        assertThatThrownBy(() -> question(plan, "pill", "pill", "score", 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("against itself");
    }
}
