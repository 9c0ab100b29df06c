package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.blastema.core.Failure;
import org.blastema.statistics.PairMoments;
import org.junit.jupiter.api.Test;

class CohortTest {
    private static final double MONTH = 30.4375;

    private static ArmRows rows(Plan plan, int arm) {
        return Runs.run(plan, 1).load(0).rows().get(arm);
    }

    private static double[] column(double[] rows, int width, int at) {
        return IntStream.range(0, rows.length / width)
                .mapToDouble(i -> rows[i * width + at])
                .toArray();
    }

    /** Without truncation above: base N(60, 14), noise N(0, 12), enrolled where the measurement is 70 or more. */
    @Test
    void eligibilityGivesTheTextbookRegressionToTheMean() {
        Summary summary = Runs.summary(
                "small",
                "patients=6000",
                "trials=1",
                "twins=0",
                "eligibility.score=[70,1000]",
                "switches.between-trial=off",
                "switches.context=off",
                "switches.drop-out=off");
        EndpointSummary seen = Runs.endpoint(summary, "nothing", "score", MONTH);
        double rho = 14.0 * 14 / (14 * 14 + 12 * 12);
        double expected = -(1 - rho) * (seen.baselineMean() - 60);
        assertThat(expected).as("it is not small").isLessThan(-7);
        assertThat(seen.meanChange()).isCloseTo(expected, within(0.6));
    }

    @Test
    void aSecondBaselineTakesTheRegressionToTheMeanAway() {
        Summary summary = Runs.summary(
                "small",
                "patients=6000",
                "trials=1",
                "twins=0",
                "eligibility.score=[70,1000]",
                "switches.between-trial=off",
                "switches.context=off",
                "switches.regression-to-the-mean=off");
        assertThat(Runs.endpoint(summary, "nothing", "score", MONTH).meanChange())
                .isCloseTo(0, within(0.6));
    }

    @Test
    void everyBaselineLiesInTheEligibleRange() {
        ArmRows rows = rows(Runs.plan("small", "patients=500", "trials=1"), 0);
        assertThat(Arrays.stream(column(rows.baseline(), 2, 0)).boxed())
                .hasSize(500)
                .allMatch(value -> value >= 40 && value <= 95);
    }

    @Test
    void aPlaceThatNobodyCanFillIsAFailure() {
        assertThatThrownBy(() -> Runs.summary("small", "eligibility.score=[1000,1001]"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("none of 10000 candidates");
    }

    @Test
    void dropOutLosesTheShareThatTheStudyNames() {
        Plan plan = Runs.plan("small", "patients=10000", "trials=1", "twins=0");
        Summary summary = Analysis.summarise(plan, Runs.run(plan, 2));
        double stayed = Runs.endpoint(summary, "nothing", "score", 3 * MONTH).n() / 10000.0;
        assertThat(stayed).isCloseTo(0.7, within(0.02));
        assertThat(Runs.endpoint(summary, "nothing", "score", MONTH).n() / 10000.0)
                .isCloseTo(Math.pow(0.7, 1.0 / 3), within(0.02));
        Summary all = Runs.summary("small", "switches.drop-out=off");
        assertThat(Runs.endpoint(all, "nothing", "score", 3 * MONTH).n()).isEqualTo(6 * 40);
    }

    @Test
    void theDoseActsAsItsClosedFormSays() {
        Plan plan =
                Runs.plan("small", "trials=1", "switches.noise=off", "switches.context=off", "switches.drop-out=off");
        ArmRows rows = rows(plan, 1);
        double[] level = column(rows.values(), 6, 4);
        assertThat(Arrays.stream(level).boxed())
                .allSatisfy(value -> assertThat(value).isCloseTo(Math.exp(-0.01 * MONTH), within(1e-4)));
        double[] change = IntStream.range(0, rows.patients())
                .mapToDouble(i -> rows.values()[6 * i + 1] - rows.baseline()[2 * i])
                .toArray();
        assertThat(Arrays.stream(change).boxed()).allMatch(value -> value < 0);
        assertThat(Arrays.stream(change)
                        .map(Math::abs)
                        .sorted()
                        .skip(20)
                        .findFirst()
                        .orElse(0))
                .as("median of the product's own power, not the model's")
                .isCloseTo(20 * Math.exp(-0.01 * MONTH), within(3.0));
    }

    @Test
    void eventsHappenAtTheirRateAndNeverMoreThanSurely() {
        Summary summary = Runs.summary("small", "patients=8000", "trials=1", "twins=0");
        List<AdverseEventSummary> pill = summary.arms().get(1).adverseEvents();
        assertThat(summary.arms().get(0).adverseEvents().get(0).rate()).isCloseTo(0.1, within(0.012));
        assertThat(pill.get(0).rate()).isCloseTo(0.2, within(0.015));
        assertThat(pill.get(0).ci95().contains(pill.get(0).rate())).isTrue();
        assertThat(pill.get(1).rate()).isEqualTo(1);
        assertThat(pill.get(1).serious()).isTrue();
    }

    @Test
    void eventsHaveTheirDay() {
        ArmRows.Events events =
                rows(Runs.plan("small", "patients=500", "trials=1"), 1).events();
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.day()[i]).isBetween(0.0, events.term()[i] == 0 ? 7.0 : 1.0);
            assertThat(i == 0 || events.patient()[i] >= events.patient()[i - 1]).isTrue();
        }
    }

    @Test
    void costsHaveTheirMeanAndQuantiles() {
        Summary summary = Runs.summary("small", "patients=8000", "trials=1", "twins=0");
        CostSummary cost = summary.arms().get(1).cost().orElseThrow();
        assertThat(cost.mean()).isCloseTo(100, within(1.5));
        assertThat(cost.p05()).isCloseTo(55, within(1.5));
        assertThat(cost.p95()).isCloseTo(145, within(1.5));
        assertThat(summary.arms().get(0).cost()).isEmpty();
    }

    @Test
    void covariatesHangTogetherAsThePopulationSays() {
        ArmRows rows = rows(Runs.plan("small", "patients=1000", "trials=1", "eligibility={}"), 0);
        PairMoments pair = PairMoments.of(column(rows.covariates(), 2, 0), column(rows.covariates(), 2, 1));
        assertThat(pair.sxy() / Math.sqrt(pair.sxx() * pair.syy())).isCloseTo(0.6, within(0.06));
        assertThat(pair.meanY()).isCloseTo(80, within(1.5));
    }

    @Test
    void eachSwitchChangesWhatItNamesAndNothingElse() {
        Plan plan = Runs.plan("small", "trials=1", "eligibility={}");
        ArmRows on = rows(plan, 0);
        ArmRows still = rows(Runs.plan("small", "trials=1", "eligibility={}", "switches.noise=off"), 0);
        assertThat(still.covariates()).isEqualTo(on.covariates());
        assertThat(still.events().patient()).isEqualTo(on.events().patient());
        for (int i = 0; i < still.patients(); i++) {
            double first = still.values()[6 * i];
            assertThat(Double.isNaN(first) || first == still.baseline()[2 * i]).isTrue();
        }
        ArmRows oneSite = rows(Runs.plan("small", "trials=1", "eligibility={}", "switches.between-trial=off"), 0);
        double shift = on.baseline()[0] - oneSite.baseline()[0];
        assertThat(shift).isNotZero();
        for (int i = 0; i < on.patients(); i++) {
            assertThat(on.baseline()[2 * i] - oneSite.baseline()[2 * i]).isCloseTo(shift, within(1e-9));
        }
    }

    @Test
    void patientsThatRunAwayAreNamedAndTheOthersFinish() {
        Plan plan = Runs.plan("frail");
        Runs.Memory store = Runs.run(plan, 2);
        TaskResult result = store.load(0);
        assertThat(result.failures()).isNotEmpty().allSatisfy(each -> {
            assertThat(each.what()).contains("size").contains("time");
            ArmRows rows = result.rows().get(each.arm().equals("one") ? 0 : 1);
            assertThat(rows.failed()[each.patient()]).isTrue();
            assertThat(rows.values()[each.patient()]).isNaN();
        });
        Summary summary = Analysis.summarise(plan, store);
        assertThat(summary.failed()).isEqualTo(result.failures().size());
        EndpointSummary one = summary.arms().get(0).endpoints().get(0);
        assertThat(one.n() + summary.arms().get(0).failures()).isEqualTo(500);
    }

    @Test
    void overOnePercentIsAFailureThatNamesTheFirst() {
        assertThatThrownBy(() -> Runs.summary("frail", "parameters.rush=1"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("more than 1 %")
                .hasMessageContaining("trial 0, patient 0, arm one");
    }
}
