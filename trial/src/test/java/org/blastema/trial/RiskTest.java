package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.blastema.core.Elementary;
import org.blastema.core.Failure;
import org.blastema.model.Model;
import org.junit.jupiter.api.Test;

/** Harms by a model: what is drawn, how it clusters, what follows. */
final class RiskTest {
    private static final int WORKS = 1;
    private static final int KITCHEN = 2;
    private static final int PATIENTS = 4000;
    private static final String CALM =
            "parameters.frailty={value: 0, unit: \"1\", source: made-up, knowledge: assumed}";

    private static double logistic(double x) {
        return 1 / (1 + Elementary.exp(-x));
    }

    private static AdverseEventSummary harm(Summary summary, int arm, String term) {
        return summary.arms().get(arm).adverseEvents().stream()
                .filter(each -> each.term().equals(term))
                .findFirst()
                .orElseThrow();
    }

    /** Patients of an arm with a harm, over all trials: [trial][patient]. */
    private static boolean[][] with(Plan plan, int arm, String term) {
        int wanted = plan.arms().get(arm).terms().stream()
                .map(ArmPlan.Term::name)
                .toList()
                .indexOf(term);
        Runs.Memory store = Runs.run(plan, 2);
        boolean[][] all = new boolean[plan.trials()][plan.patients(arm)];
        for (int task = 0; task < plan.tasks(); task++) {
            TaskResult result = store.load(task);
            ArmRows.Events events = result.rows().get(arm).events();
            for (int i = 0; i < events.size(); i++) {
                if (events.term()[i] == wanted) {
                    all[result.trial()][result.first() + events.patient()[i]] = true;
                }
            }
        }
        return all;
    }

    private static double share(boolean[][] all) {
        return Arrays.stream(all)
                .flatMap(trial -> IntStream.range(0, trial.length).mapToObj(i -> trial[i] ? 1 : 0))
                .mapToInt(Integer::intValue)
                .average()
                .orElseThrow();
    }

    @Test
    void aHarmComesAtTheChanceOfItsExpression() {
        Summary summary = Runs.summary("risky", CALM);
        AdverseEventSummary ache = harm(summary, WORKS, "ache");
        assertThat(ache.rate()).isCloseTo(logistic(-1), within(0.02));
        assertThat(harm(summary, WORKS, "swelling").rate()).isCloseTo(logistic(-2), within(0.02));
        assertThat(ache.related()).contains(Model.Related.PROBABLE);
        assertThat(ache.day()).hasValue(1);
        assertThat(ache.duration()).hasValue(3);
        assertThat(ache.noticed()).as("the product says that half are asked").isCloseTo(ache.rate() / 2, within(0.02));
        assertThat(harm(summary, WORKS, "swelling").duration())
                .as("24 h in days")
                .hasValueCloseTo(1.0, within(1e-12));
    }

    /** The people of the study weigh 80 kg, those of the model 70. */
    @Test
    void aCovariateIsThatOfThePerson() {
        Summary summary = Runs.summary(
                "risky",
                CALM,
                "parameters.by_weight=0.1",
                "covariates.weight={value: 80, unit: kg, source: made-up, knowledge: assumed}");
        assertThat(harm(summary, WORKS, "ache").rate()).isCloseTo(logistic(0), within(0.02));
    }

    @Test
    void theReferenceGivesTheNumberNeededToHarm() {
        AdverseEventSummary ache = harm(Runs.summary("risky", CALM), WORKS, "ache");
        HarmDifference difference = ache.difference().orElseThrow();
        assertThat(difference.versus()).isEqualTo("nothing");
        assertThat(difference.difference()).isEqualTo(ache.rate());
        assertThat(difference.neededToHarm().orElseThrow()).isCloseTo(1 / logistic(-1), within(0.3));
        assertThat(difference.neededToHarm95().orElseThrow().contains(1 / ache.rate()))
                .isTrue();
        AdverseEventSummary headache = harm(Runs.summary("risky", CALM), 0, "headache");
        assertThat(headache.difference()).isEmpty();
    }

    @Test
    void whatWasNotSeenIsNotExcluded() {
        AdverseEventSummary never = harm(Runs.summary("risky", "parameters.pricks=0"), WORKS, "prick");
        assertThat(never.count()).isZero();
        assertThat(never.noneSeenUpTo())
                .as("it could not come, so that nothing was looked for")
                .isEmpty();
        AdverseEventSummary prick = harm(Runs.summary("risky", "parameters.prick_chance=1e-9"), WORKS, "prick");
        assertThat(prick.count()).isZero();
        assertThat(prick.atRisk()).isEqualTo(PATIENTS);
        assertThat(prick.noneSeenUpTo()).hasValueCloseTo(3.0 / PATIENTS, within(1e-15));
        assertThat(prick.day()).isEmpty();
        assertThat(prick.difference().orElseThrow().neededToHarm()).isEmpty();
        assertThat(harm(Runs.summary("risky"), WORKS, "prick").noneSeenUpTo()).isEmpty();
    }

    /** Whole lots are struck or none of a lot; the mean stays that of the chance. */
    @Test
    void germsThatCameWithTheLotStrikeWholeLots() {
        Plan lots = Runs.plan("risky", "trials=40");
        Plan pills = Runs.plan("risky", "trials=40", "switches.clinging=off");
        boolean[][] together = with(lots, KITCHEN, "illness");
        boolean[][] alone = with(pills, KITCHEN, "illness");
        assertThat(share(together)).isCloseTo(0.2, within(0.03));
        assertThat(share(alone)).isCloseTo(0.2, within(0.03));
        double binomial = 10 * 0.2 * 0.8;
        assertThat(variance(together)).as("10 patients share all").isCloseTo(10 * binomial, within(1.5));
        assertThat(variance(alone)).isCloseTo(binomial, within(0.3));
        AdverseEventSummary illness = harm(Analysis.summarise(lots, Runs.run(lots, 2)), KITCHEN, "illness");
        assertThat(illness.lotsGiven()).isEqualTo(40 * 40);
        assertThat(illness.lots()).isEqualTo(illness.count() / 10);
        assertThat(illness.duration()).as("nobody says how long it lasts").isEmpty();
    }

    /** Variance of the count in lots of 10. */
    private static double variance(boolean[][] all) {
        double[] counts = Arrays.stream(all)
                .flatMapToDouble(trial -> IntStream.range(0, trial.length / 10)
                        .mapToDouble(lot -> IntStream.range(10 * lot, 10 * lot + 10)
                                .filter(i -> trial[i])
                                .count()))
                .toArray();
        double mean = Arrays.stream(counts).average().orElseThrow();
        return Arrays.stream(counts).map(c -> (c - mean) * (c - mean)).average().orElseThrow();
    }

    @Test
    void aLotThatGoesOnInTheNextBlockCountsOnce() {
        Plan plan = Runs.plan("risky", "trials=2", "patients=1500", "parameters.prick_chance=1");
        assertThat(1024 % 10).as("a block ends within a lot").isNotZero();
        AdverseEventSummary prick = harm(Analysis.summarise(plan, Runs.run(plan, 2)), WORKS, "prick");
        assertThat(prick.lots()).isEqualTo(300).isEqualTo(prick.lotsGiven());
    }

    @Test
    void aFrailPersonHasMoreOfEveryHarm() {
        assertThat(excess()).isGreaterThan(0.02);
        assertThat(excess(CALM)).isCloseTo(0, within(0.01));
    }

    /** How much more often ache and swelling come together than if they were strangers. */
    private static double excess(String... sets) {
        Plan plan = Runs.plan("risky", sets);
        boolean[][] ache = with(plan, WORKS, "ache");
        boolean[][] swelling = with(plan, WORKS, "swelling");
        boolean[][] both = new boolean[ache.length][ache[0].length];
        for (int t = 0; t < both.length; t++) {
            for (int i = 0; i < both[t].length; i++) {
                both[t][i] = ache[t][i] && swelling[t][i];
            }
        }
        return share(both) - share(ache) * share(swelling);
    }

    /** 0.01 exp(240 (growth - defence)) is above 1 from a rate of 0.01919 on. */
    @Test
    void germsMakeIllOverTheirThreshold() {
        assertThat(harm(Runs.summary("risky", "parameters.growth=0.0393"), KITCHEN, "illness")
                        .rate())
                .isGreaterThan(0.1);
        assertThat(harm(Runs.summary("risky", "parameters.growth=0.0391"), KITCHEN, "illness")
                        .rate())
                .isZero();
    }

    @Test
    void anArmChoosesBeforeTheStudyAndTheStudyBeforeTheProduct() {
        Summary usual = Runs.summary("risky", "trials=40");
        assertThat(harm(usual, WORKS, "illness").rate()).isCloseTo(0.01, within(0.01));
        assertThat(harm(usual, KITCHEN, "illness").rate()).isCloseTo(0.2, within(0.03));
        Summary all = Runs.summary("risky", "trials=40", "settings.maker=kitchen");
        assertThat(harm(all, WORKS, "illness").count())
                .isEqualTo(harm(usual, KITCHEN, "illness").count());
    }

    /** A second giving is a second chance. */
    @Test
    void eachGivingHasAChance() {
        Summary summary = Runs.summary("twice-risky", CALM);
        AdverseEventSummary prick = harm(summary, 1, "prick");
        assertThat(prick.rate()).isCloseTo(1 - 0.95 * 0.95, within(0.015));
        assertThat(harm(summary, 1, "swelling").rate())
                .as("the first giving alone brings it")
                .isCloseTo(logistic(-2), within(0.02));
        assertThat(harm(summary, 1, "ache").rate()).isCloseTo(1 - logistic(1) * logistic(1), within(0.02));
    }

    @Test
    void whoFallsIllLeavesAndPaysAndHasTheDose() {
        Plan plan = Runs.plan("risky", "trials=1", "parameters.growth=0");
        Plan ill = Runs.plan("risky", "trials=1");
        ArmRows well = Runs.run(plan, 1).load(0).rows().get(KITCHEN);
        ArmRows rows = Runs.run(ill, 1).load(0).rows().get(KITCHEN);
        boolean[] struck = with(ill, KITCHEN, "illness")[0];
        assertThat(IntStream.range(0, struck.length).filter(i -> struck[i]).count())
                .isPositive();
        for (int i = 0; i < struck.length; i++) {
            double[] seen = Arrays.copyOfRange(rows.values(), 6 * i, 6 * i + 6);
            assertThat(Double.isNaN(seen[0])).as("day 2 comes before day 4").isFalse();
            assertThat(Double.isNaN(seen[1])).isEqualTo(struck[i]);
            assertThat(rows.cost()[i] - well.cost()[i]).isCloseTo(struck[i] ? 1000 : 0, within(1e-9));
            if (!struck[i]) {
                assertThat(seen).isEqualTo(Arrays.copyOfRange(well.values(), 6 * i, 6 * i + 6));
            }
        }
        double level = Runs.summary("risky", "trials=1", "timecourse=[50 d]").curves().stream()
                .filter(curve ->
                        curve.arm().equals("kitchen") && curve.readout().equals("level"))
                .findFirst()
                .orElseThrow()
                .mean()[0];
        double share = share(new boolean[][] {struck});
        double expected = Elementary.exp(-0.5) + share * 2 * Elementary.exp(-0.46);
        assertThat(level).isCloseTo(expected, within(1e-3));
    }

    @Test
    void bytesDoNotDependOnThreads() {
        Plan plan = Runs.plan("risky", "trials=4");
        Runs.Memory one = Runs.run(plan, 1);
        Runs.Memory two = Runs.run(plan, 2);
        one.finished().forEach(task -> assertThat(two.bytes(task)).isEqualTo(one.bytes(task)));
    }

    /** Other harms of the product, and everything else, keep their draws. */
    @Test
    void aModelOfHarmsMovesNothingElse() {
        ArmRows with = Runs.run(Runs.plan("risky", "parameters.growth=0"), 1)
                .load(0)
                .rows()
                .get(WORKS);
        ArmRows without = Runs.run(Runs.plan("riskless"), 1).load(0).rows().get(1);
        assertThat(with.values()).isEqualTo(without.values());
        ArmRows.Events events = with.events();
        int[] listed = IntStream.range(0, events.size())
                .filter(i -> events.term()[i] < 2)
                .map(i -> events.patient()[i])
                .toArray();
        assertThat(listed).isEqualTo(without.events().patient());
    }

    @Test
    void aChanceThatIsNoneFailsTheRun() {
        assertThatThrownBy(() -> Runs.summary("risky", "parameters.prick_chance=1.5"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("a chance of 1.5")
                .hasMessageContaining("prick");
        assertThatThrownBy(() -> Runs.summary("risky", "parameters.ache_days=-1"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("a duration of -1");
    }

    @Test
    void totalsCountPatientsOnce() {
        Summary summary = Runs.summary("risky");
        ArmSummary works = summary.arms().get(WORKS);
        assertThat(works.seriousHarm().orElseThrow().count())
                .as("every pill brings the serious event 'certain'")
                .isEqualTo(PATIENTS);
        ArmSummary nothing = summary.arms().getFirst();
        assertThat(nothing.anyHarm().orElseThrow().count())
                .isEqualTo(nothing.adverseEvents().getFirst().count());
        assertThat(nothing.seriousHarm().orElseThrow().count()).isZero();
        List<AdverseEventSummary> events = works.adverseEvents();
        assertThat(events).allSatisfy(each -> assertThat(each.prediction95()).isPresent());
    }
}
