package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.blastema.core.InvalidInput;
import org.blastema.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same persons in every arm of a trial: what a trial finds is the effect under its draw. */
final class PairedGroupsTest {
    private static final double MONTH = 30.4375;
    /** What a month leaves of the pill. */
    private static final double LEFT = Math.exp(-0.01 * MONTH);

    private static final String[] STRICT = {"groups=paired", "twins=0", "timecourse=[]"};

    private static Plan plan(String... more) {
        List<String> sets = new ArrayList<>(List.of(STRICT));
        sets.addAll(Arrays.asList(more));
        return Runs.plan("small", sets.toArray(String[]::new));
    }

    private static Summary summary(String... more) {
        Plan plan = plan(more);
        return Analysis.summarise(plan, Runs.run(plan, 2));
    }

    private static PairedDifferences differences(Summary summary, String arm) {
        return summary.pairedDifferences().stream()
                .filter(each -> each.scenario().equals("pooled"))
                .filter(each -> each.contrast().equals(new Study.Contrast(arm, "nothing")))
                .filter(each ->
                        each.endpoint().name().equals("score") && each.visit().day() == MONTH)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSamePersonsStandInEveryArm() {
        TaskResult trial = Runs.run(plan(), 1).load(0);
        assertThat(trial.rows().get(1).covariates())
                .isEqualTo(trial.rows().get(0).covariates());
        assertThat(trial.rows().get(1).baseline()).isEqualTo(trial.rows().get(0).baseline());
        assertThat(trial.rows().get(2).values()).isEqualTo(trial.rows().get(0).values());
    }

    @Test
    void pairedPersonsAreNotThoseOfParallelGroupsOrTwins() {
        TaskResult paired = Runs.run(plan(), 1).load(0);
        TaskResult parallel = Runs.run(Runs.plan("small"), 1).load(0);
        assertThat(paired.rows().get(0).covariates()[0])
                .isNotEqualTo(parallel.rows().get(0).covariates()[0]);
        assertThat(parallel.sums().paired()).allMatch(List::isEmpty);
    }

    @Test
    void armsThatAreTheSameDifferByExactlyNothing() {
        Summary summary =
                summary("arms.nothing.product=shared-pill", "arms.pill.product=shared-pill", "switches.drop-out=off");
        PairedDifferences none = differences(summary, "pill");
        assertThat(none.differences()).hasSize(6).containsOnly(0.0);
        assertThat(none.squaredErrors()).containsOnly(0.0);
        assertThat(none.interval95()).contains(new Interval(0, 0));
        ContrastSummary contrast = Runs.contrast(summary.contrasts(), "pill", "nothing", MONTH);
        assertThat(contrast.difference()).isZero();
    }

    @Test
    void aContrastHasNoTestOfParallelGroups() {
        ContrastSummary many = Runs.contrast(summary().contrasts(), "pill", "nothing", MONTH);
        assertThat(many.p()).isEmpty();
        assertThat(many.power()).isEmpty();
        assertThat(many.ci95()).isPresent();
        assertThat(many.prediction95()).isPresent();
        ContrastSummary one = Runs.contrast(summary("trials=1").contrasts(), "pill", "nothing", MONTH);
        assertThat(one.p()).isEmpty();
        assertThat(one.prediction95()).isEmpty();
        assertThat(one.ci95().orElseThrow().contains(one.difference())).isTrue();
    }

    @Test
    void theMeanAgreesWithParallelGroups() {
        ContrastSummary paired = Runs.contrast(summary("trials=60").contrasts(), "pill", "nothing", MONTH);
        ContrastSummary parallel =
                Runs.contrast(Runs.summary("small", "trials=60", "twins=0").contrasts(), "pill", "nothing", MONTH);
        assertThat(half(paired)).isLessThan(half(parallel) / 2);
        assertThat(paired.difference()).isCloseTo(parallel.difference(), within(1.4 * half(parallel)));
        assertThat(paired.difference()).isCloseTo(-20 * LEFT * Math.sqrt(1.09), within(1.5 * half(paired)));
    }

    private static double half(ContrastSummary contrast) {
        Interval ci95 = contrast.ci95().orElseThrow();
        return (ci95.high() - ci95.low()) / 2;
    }

    /**
     * The effect under a draw is the patients' mean of the pill plus 2 mm z of what is not known, times what a month leaves: an interval
     * 5.8 mm wide. Over so many draws the width has a standard error of 0.2 to 0.3 mm; with the noise of 5 persons in it, it would be
     * 10 mm.
     */
    @ParameterizedTest
    @CsvSource({"5, 4000", "500, 400"})
    void theIntervalIsThatOfTheDrawsWhateverThePersons(int persons, int trials) {
        PairedDifferences effects = differences(
                summary(
                        "arms.pill.product=unsure-pill",
                        "arms.2.product=nothing",
                        "switches.drop-out=off",
                        "patients=" + persons,
                        "trials=" + trials,
                        "scenarios=[pooled]"),
                "pill");
        Interval interval = effects.interval95().orElseThrow();
        assertThat(effects.moments().mean()).isCloseTo(-20 * LEFT * Math.sqrt(1.09), within(0.25));
        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * 2 * LEFT, within(0.8));
    }

    @Test
    void moreNoiseThanTheTrialsDifferByLeavesNoInterval() {
        PairedDifferences noise = differing(List.of(1.0, 2.0, 3.0, Double.NaN), List.of(2.0, 4.0, 6.0));
        assertThat(noise.share()).isZero();
        assertThat(noise.interval95()).contains(new Interval(2, 2));
        PairedDifferences half = differing(List.of(1.0, 2.0, 3.0), List.of(0.5, 0.5, Double.NaN));
        assertThat(half.share()).isEqualTo(0.5);
        assertThat(half.effects().getFirst()).isCloseTo(2 - Math.sqrt(0.5), within(1e-12));
    }

    private static PairedDifferences differing(List<Double> differences, List<Double> squaredErrors) {
        return new PairedDifferences(
                "pooled",
                new Study.Contrast("a", "b"),
                new ArmPlan.Followed("score", "mm"),
                Visit.at(1),
                differences,
                squaredErrors);
    }

    @Test
    void whatPairedGroupsCannotHaveIsRefused() {
        assertThat(refusal("arms.pill.eligibility={score: [40, 60]}")).contains("'pill' has an eligibility of its own");
        assertThat(
                        refusal(
                                "practices=[{arm: pill, versus: nothing, label: {en: x, ar: x}, looks: {count: 2, boundary: 2}}]"))
                .contains("practices in paired groups");
        assertThat(refusal("groups=pairs")).contains("pairs");
    }

    private static String refusal(String set) {
        InvalidInput error = catchThrowableOfType(InvalidInput.class, () -> plan(set));
        return error.problems().toString();
    }

    @Test
    void bytesDoNotDependOnThreads() {
        Plan plan = plan("patients=1100", "trials=3");
        Runs.Memory one = Runs.run(plan, 1);
        for (int threads : new int[] {2, 5}) {
            Runs.Memory more = Runs.run(plan, threads);
            one.finished().forEach(task -> assertThat(more.bytes(task)).isEqualTo(one.bytes(task)));
        }
    }
}
