package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.blastema.statistics.Intervals;
import org.blastema.statistics.Moments;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GroupsTest {
    private static final double MONTH = 30.4375;

    @Test
    void parallelArmsShareNoPatients() {
        TaskResult result = Runs.run(Runs.plan("small"), 1).load(0);
        double[] one = result.rows().get(0).covariates();
        double[] other = result.rows().get(2).covariates();
        for (int i = 0; i < one.length; i++) {
            assertThat(one[i]).isNotEqualTo(other[i]);
        }
    }

    /** With context and noise off the readout is the covariate plus the site. */
    @Test
    void armsOfATrialShareItsSite() {
        Plan plan = Runs.plan("small", "switches.noise=off", "switches.context=off", "eligibility={}", "trials=2");
        Runs.Memory store = Runs.run(plan, 1);
        double[] sites = new double[2];
        for (int trial = 0; trial < 2; trial++) {
            for (ArmRows rows : store.load(trial).rows()) {
                sites[trial] = rows.baseline()[0] - rows.covariates()[0];
                for (int i = 0; i < rows.patients(); i++) {
                    assertThat(rows.baseline()[2 * i] - rows.covariates()[2 * i])
                            .isCloseTo(sites[trial], within(1e-9));
                }
            }
            double first = store.load(trial).rows().get(0).baseline()[0]
                    - store.load(trial).rows().get(0).covariates()[0];
            assertThat(sites[trial]).as("last arm and first arm").isCloseTo(first, within(1e-9));
        }
        assertThat(sites[0]).isNotEqualTo(sites[1]);
    }

    @Test
    @Tag("slow")
    void twoEqualArmsDifferAsOftenAsAlphaSays() {
        Summary summary = Runs.summary("small", "trials=2000", "patients=30", "twins=0", "timecourse=[]");
        double power = Runs.contrast(summary.contrasts(), "twice", "nothing", MONTH)
                .power()
                .orElseThrow();
        assertThat(power).isBetween(0.035, 0.065);
    }

    @Test
    void theNullScenarioGivesNoDifference() {
        Summary summary = Runs.summary("small", "trials=300", "twins=0");
        ContrastSummary none =
                Runs.contrast(summary.scenarios().getOrDefault("null", List.of()), "pill", "nothing", MONTH);
        ContrastSummary some =
                Runs.contrast(summary.scenarios().getOrDefault("pooled", List.of()), "pill", "nothing", MONTH);
        assertThat(none.ci95().orElseThrow().contains(0)).isTrue();
        assertThat(none.power().orElseThrow()).isLessThan(0.12);
        assertThat(some.difference()).isCloseTo(-20 * Math.exp(-0.01 * MONTH) * Math.exp(0.043), within(1.0));
        assertThat(some.ci95().orElseThrow().contains(0)).isFalse();
        assertThat(some.prediction95().orElseThrow().low())
                .isLessThan(some.ci95().orElseThrow().low());
    }

    @Test
    void scenariosShareAllChance() {
        TaskResult pooled = Runs.run(Runs.plan("small"), 1).load(0);
        TaskResult none = Runs.run(Runs.plan("small", "scenario=\"null\""), 1).load(0);
        assertThat(none.rows().get(0).values()).isEqualTo(pooled.rows().get(0).values());
        assertThat(none.rows().get(1).baseline()).isEqualTo(pooled.rows().get(1).baseline());
        assertThat(none.rows().get(1).values())
                .isNotEqualTo(pooled.rows().get(1).values());
    }

    @Test
    void twinsAreTheSamePersonInEveryArm() {
        Plan plan = Runs.plan("small");
        TaskResult twins = Runs.run(plan, 1).load(plan.tasks() - 1);
        assertThat(twins.ofTwins()).isTrue();
        assertThat(twins.twins().get(2).values()).isEqualTo(twins.twins().get(0).values());
        assertThat(twins.twins().get(1).baseline())
                .isEqualTo(twins.twins().get(0).baseline());
        Summary summary = Analysis.summarise(plan, Runs.run(plan, 1));
        IndividualEffect same = summary.individualEffects().stream()
                .filter(each -> each.arm().equals("twice"))
                .findFirst()
                .orElseThrow();
        assertThat(same.sd()).isZero();
        IndividualEffect pill = summary.individualEffects().stream()
                .filter(each -> each.arm().equals("pill") && each.day() == MONTH)
                .findFirst()
                .orElseThrow();
        assertThat(pill.better()).isEqualTo(1);
        assertThat(pill.mean()).isCloseTo(-20 * Math.exp(-0.01 * MONTH) * Math.exp(0.043), within(3.0));
    }

    @Test
    void followedTwinsRecordEveryReadoutStateAndQuantity() {
        Plan plan = Runs.plan("small");
        TaskResult twins = Runs.run(plan, 1).load(plan.tasks() - 1);
        int names = plan.arms().get(1).followed().size();
        assertThat(plan.arms().get(1).followed().stream().map(ArmPlan.Followed::name))
                .containsExactly("score", "level", "effect", "relief");
        double[] followed = twins.twins().get(1).followed();
        assertThat(followed).hasSize(Plan.FOLLOWED * names * 5);
        assertThat(followed[2 * 5]).as("before the pill").isZero();
        assertThat(followed[2 * 5 + 1]).as("a day after").isCloseTo(Math.exp(-0.01), within(1e-4));
        assertThat(followed[3 * 5 + 4]).as("pooled, at the end").isCloseTo(1 - Math.exp(-1), within(1e-3));
        Plan none = Runs.plan("small", "scenario=\"null\"");
        TaskResult nobody = Runs.run(none, 1).load(none.tasks() - 1);
        assertThat(nobody.twins().get(1).followed()[3 * 5 + 4])
                .as("null, at the end")
                .isZero();
    }

    @Test
    void curvesHoldAllPatientsWithoutNoise() {
        Summary summary = Runs.summary("small", "eligibility={}", "patients=2000", "trials=1", "twins=0");
        Curve score = summary.curves().get(0);
        assertThat(score.arm()).isEqualTo("nothing");
        assertThat(score.sd()[0]).isCloseTo(Math.sqrt(14 * 14 + 3 * 3), within(0.6));
        assertThat(score.p50()[4]).isCloseTo(score.mean()[4], within(1.0));
        assertThat(score.p95()[0] - score.p05()[0]).isCloseTo(2 * 1.6449 * 14.32, within(2.5));
        Curve level = summary.curves().get(3);
        assertThat(level.mean()[0]).isZero();
        assertThat(level.mean()[4]).isCloseTo(Math.exp(-1), within(1e-3));
    }

    @Test
    void contrastsBetweenConflictingArmsAreLabelled() {
        Summary summary = Runs.summary("small");
        assertThat(Runs.contrast(summary.contrasts(), "pill", "twice", MONTH).labels())
                .containsExactly("data conflict");
        assertThat(Runs.contrast(summary.contrasts(), "pill", "nothing", MONTH).labels())
                .isEmpty();
    }

    @Test
    void oneTrialHasItsOwnIntervalAndP() {
        Summary summary = Runs.summary("small", "trials=1");
        ContrastSummary contrast = Runs.contrast(summary.contrasts(), "pill", "nothing", MONTH);
        assertThat(contrast.p()).isPresent();
        assertThat(contrast.power()).isEmpty();
        assertThat(contrast.prediction95()).isEmpty();
        assertThat(contrast.ci95().orElseThrow().contains(contrast.difference()))
                .isTrue();
        EndpointSummary endpoint = Runs.endpoint(summary, "pill", "score", MONTH);
        assertThat(endpoint.prediction95()).isEmpty();
        assertThat(endpoint.ci95()).isPresent();
        assertThat(endpoint.respondersCi95()
                        .orElseThrow()
                        .contains(endpoint.responders().orElseThrow()))
                .isTrue();
    }

    @Test
    void respondersOverTrialsHaveTheIntervalOfTheirShares() {
        Plan plan = Runs.plan("small", "trials=12");
        Runs.Memory store = Runs.run(plan, 2);
        double[] shares = new double[12];
        for (int trial = 0; trial < shares.length; trial++) {
            ArmRows rows = store.load(trial).rows().get(1);
            int there = 0;
            int gained = 0;
            for (int i = 0; i < rows.patients(); i++) {
                double change = rows.values()[i * 2 * 3 + 1] - rows.baseline()[i * 2];
                there += Double.isNaN(change) ? 0 : 1;
                gained += change <= -10 ? 1 : 0;
            }
            shares[trial] = (double) gained / there;
        }
        EndpointSummary endpoint = Runs.endpoint(Analysis.summarise(plan, store), "pill", "score", MONTH);
        assertThat(endpoint.respondersCi95()).contains(Intervals.mean(Moments.of(shares), 0.95));
    }

    @Test
    void theShareOfTheGainThatIsNotThePillIsTheRatioOfChanges() {
        Summary summary = Runs.summary("small");
        ContextShare share = summary.contextShares().stream()
                .filter(each -> each.arm().equals("pill") && each.day() == MONTH)
                .findFirst()
                .orElseThrow();
        double expected = 10
                * Runs.endpoint(summary, "nothing", "score", MONTH).meanChange()
                / Runs.endpoint(summary, "pill", "score", MONTH).meanChange();
        assertThat(share.ofTen()).isCloseTo(expected, within(1e-9));
        assertThat(share.low()).isLessThan(share.high());
    }

    /** The pill's arm alone can feel the scenario; forcing all to be computed gives the same bits. */
    @Test
    void aScenarioThatCannotReachAnArmIsNotComputed() {
        Plan plan = Runs.plan("small");
        assertThat(plan.scenarios()).containsExactly("null", "pooled");
        assertThat(plan.setup(0).repeats()).containsExactly(true, false);
        assertThat(plan.setup(1).repeats()).containsExactly(false, false);
        assertThat(Runs.plan("small", "parameters.context=0").setup(2).repeats())
                .containsExactly(true, false);
        TaskResult pooled = Runs.run(plan, 1).load(0);
        TaskResult none = Runs.run(Runs.plan("small", "scenario=\"null\""), 1).load(0);
        assertThat(none.rows().get(2).values()).isEqualTo(pooled.rows().get(2).values());
        assertThat(none.sums().pairs()).isEqualTo(pooled.sums().pairs());
    }
}
