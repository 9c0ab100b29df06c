package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.blastema.core.Gaussian;
import org.blastema.core.InvalidInput;
import org.blastema.core.Refusal;
import org.blastema.core.Yaml;
import org.blastema.model.Library;
import org.blastema.statistics.GroupSequential;
import org.blastema.statistics.Intervals;
import org.blastema.statistics.Spending;
import org.blastema.trial.ContrastSummary;
import org.blastema.trial.KeptInMemory;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The small study of the tests without anything that is not normal: everybody is screened in and stays, the pill does 10 mm in everyone, of
 * which exp(-0.01 t) is left; two measurements of a person share the person's own mean, SD BASE, and have noise of 12 mm each.
 */
final class DesignTest {
    private static final double LEFT = 10 * Math.exp(-0.01 * 30.4375);
    private static final double BASE = 14;
    private static final double NOISE = 12;
    private static final int TRIALS = 400;
    private static final String[] PLAIN = {
        "eligibility.score=[-1000,1000]",
        "switches.context=off",
        "switches.drop-out=off",
        "parameters.power={value: 10, unit: mm, source: made-up, knowledge: assumed}"
    };

    private static Library library() {
        return Library.folder(Path.of("../trial/src/test/resources/library"));
    }

    private static Options options(OptionalInt patients, OptionalInt trials, String... sets) {
        return new Options(patients, trials, OptionalLong.empty(), Optional.empty(), List.of(sets));
    }

    private static Plan plan(String... sets) {
        return StudyReader.read(library(), "small", options(OptionalInt.empty(), OptionalInt.empty(), sets));
    }

    private static DesignQuestion question(Plan plan, int trials, int looks, double power, Integer... sizes) {
        return DesignQuestion.of(
                plan,
                List.of("pill"),
                Optional.empty(),
                OptionalDouble.empty(),
                new DesignQuestion.Test(0.05, power, looks, Spending.OBRIEN_FLEMING),
                new DesignQuestion.Effort(List.of(sizes), trials));
    }

    private static DesignFound.Arm arm(DesignFound found, String scenario) {
        return found.scenarios().stream()
                .filter(each -> each.name().equals(scenario))
                .findFirst()
                .orElseThrow()
                .arms()
                .getFirst();
    }

    /** Expectation of Z: the difference over its standard error after adjustment for the baseline. */
    private static double drift(int size) {
        double all = BASE * BASE + NOISE * NOISE;
        double share = BASE * BASE / all;
        return LEFT / Math.sqrt(all * (1 - share * share) * 2 / size);
    }

    /** Power of the t test with 2 n - 3 degrees of freedom, the chi-square by Wilson and Hilferty 1931. */
    private static double power(int size) {
        return power(size, 1);
    }

    /** The same where the pill does so many times as much. */
    private static double power(int size, double times) {
        double degrees = 2.0 * size - 3;
        double limit = Intervals.tQuantile(0.975, degrees);
        double sum = 0;
        for (int i = 0; i < 1000; i++) {
            double spread = 2 / (9 * degrees);
            double root = 1 - spread + Gaussian.quantile((i + 0.5) / 1000) * Math.sqrt(spread);
            sum += Gaussian.cdf(times * drift(size) - limit * Math.sqrt(root * root * root));
        }
        return sum / 1000;
    }

    private static void holds(DesignFound.Share share, int trials, double expected) {
        assertThat(Intervals.proportion(Math.round(share.value() * trials), trials, 0.999)
                        .contains(expected))
                .as(share + " for " + expected)
                .isTrue();
    }

    @Test
    void powerErrorSizeAndRivalsAreThoseOfTheClosedFormula() {
        Plan plan = plan(PLAIN);
        DesignFound found = DesignEngine.of(plan, question(plan, TRIALS, 1, 0.8, 10, 30, 100), 2);
        DesignFound.Arm pooled = arm(found, "pooled");
        assertThat(pooled.difference()).isCloseTo(-LEFT, within(0.4));
        assertThat(pooled.nothing()).isFalse();
        pooled.points().forEach(point -> holds(point.power(), TRIALS, power(point.size())));
        DesignFound.Arm nothing = arm(found, "null");
        assertThat(nothing.nothing()).isTrue();
        nothing.points().forEach(point -> holds(point.power(), TRIALS, 0.05));
        int closed = 4;
        while (power(closed) < 0.8) {
            closed++;
        }
        assertThat(pooled.needed().low().orElseThrow()).isLessThanOrEqualTo(closed);
        assertThat(pooled.needed().size().orElseThrow()).isCloseTo(closed, within(8));
        assertThat(pooled.needed().high().orElseThrow()).isGreaterThanOrEqualTo(closed);
        assertThat(pooled.needed().power().orElseThrow().value()).isGreaterThanOrEqualTo(0.8);
        assertThat(pooled.needed().doubtful(0.8)).isEmpty();
        assertThat(nothing.needed().size()).isEmpty();
        assertThat(nothing.needed().power()).isEmpty();
        DesignFound.Apart apart = found.apart().getFirst();
        assertThat(found.apart()).hasSize(1);
        holds(apart.right(), TRIALS, Gaussian.cdf(drift(100) / 2));
        assertThat(Gaussian.cdf(drift(apart.needed().orElseThrow()) / 2)).isCloseTo(0.8, within(0.06));
    }

    /** Of 20 trials that find it in 80 of 100, the exact interval begins at 56. */
    @Test
    void aSizeFromFewTrialsIsDoubtful() {
        Plan plan = plan(PLAIN);
        DesignFound.Needed few = arm(DesignEngine.of(plan, question(plan, 20, 1, 0.8, 100), 2), "pooled")
                .needed();
        assertThat(few.size()).isPresent();
        assertThat(few.doubtful(0.8).orElseThrow().ci95().low()).isLessThan(0.7);
    }

    @Test
    void looksDoWhatTheTheorySays() {
        Plan plan = plan(PLAIN);
        DesignFound found = DesignEngine.of(plan, question(plan, TRIALS, 4, 0.999, 60), 2);
        GroupSequential theory = GroupSequential.spending(4, 0.05, Spending.OBRIEN_FLEMING);
        DesignFound.Looked looked = arm(found, "pooled").looks().orElseThrow();
        assertThat(looked.most()).isEqualTo(60);
        holds(looked.power(), TRIALS, theory.crossed(drift(60)));
        assertThat(looked.share()).isCloseTo(theory.expectedShare(drift(60)), within(0.04));
        DesignFound.Looked nothing = arm(found, "null").looks().orElseThrow();
        holds(nothing.power(), TRIALS, 0.05);
        assertThat(nothing.share()).isCloseTo(theory.expectedShare(0), within(0.02));
        DesignFound.Bounds bounds = found.looks().orElseThrow();
        assertThat(bounds.bounds()).isEqualTo(theory.bounds());
        assertThat(bounds.spent().getLast()).isEqualTo(0.05);
        assertThat(bounds.expectedNull()).isEqualTo(theory.expectedShare(0));
    }

    @Test
    void theLargestSizeIsThatOfOneLookRaised() {
        Plan plan = plan(PLAIN);
        DesignFound.Arm pooled = arm(DesignEngine.of(plan, question(plan, 40, 4, 0.5, 60), 2), "pooled");
        double inflation =
                GroupSequential.spending(4, 0.05, Spending.OBRIEN_FLEMING).inflation(0.05, 0.5);
        assertThat(pooled.looks().orElseThrow().most())
                .isEqualTo((int) Math.ceil(pooled.needed().size().orElseThrow() * inflation));
    }

    /** The study as it is, with screening and those who leave: a run of that size says the same. */
    @ParameterizedTest
    @CsvSource({"null", "pooled"})
    void aSizeHasThePowerThatARunOfThatSizeHas(String scenario) {
        Plan plan = plan();
        DesignFound found = DesignEngine.of(plan, question(plan, 20, 1, 0.8, 8, 15, 25), 2);
        for (DesignFound.Point point : arm(found, scenario).points()) {
            Plan sized = StudyReader.read(
                    library(), "small", options(OptionalInt.of(point.size()), OptionalInt.of(20), "twins=0"));
            ContrastSummary run = KeptInMemory.run(sized, 2).scenarios().get(scenario).stream()
                    .filter(each -> each.arm().equals("pill")
                            && each.versus().equals("nothing")
                            && each.endpoint().equals("score")
                            && Math.round(each.month()) == 1)
                    .findFirst()
                    .orElseThrow();
            assertThat(point.power().value()).isEqualTo(run.power().orElseThrow());
        }
    }

    private static Plan unsure(String spread) {
        String[] sets = PLAIN.clone();
        sets[3] =
                "parameters.power={value: 10, unit: mm, source: made-up, knowledge: assumed, spread: {level: knowledge, "
                        + spread + "}}";
        return plan(sets);
    }

    @Test
    void assuranceIsThePowerOverWhatIsNotKnownAndTheMiddleThatOfItsMiddle() {
        Plan plan = unsure("distribution: normal, sd: 6");
        DesignFound.Arm pooled = arm(DesignEngine.of(plan, question(plan, TRIALS, 1, 0.8, 20, 60), 2), "pooled");
        for (DesignFound.Point point : pooled.points()) {
            double sum = 0;
            for (int i = 0; i < 100; i++) {
                double gain = 1 + 0.6 * Gaussian.quantile((i + 0.5) / 100);
                sum += power(point.size(), gain) + power(point.size(), -gain);
            }
            holds(point.power(), TRIALS, sum / 100);
            holds(point.middle(), TRIALS, power(point.size()));
        }
        assertThat(pooled.middle().difference()).isCloseTo(-LEFT, within(0.4));
        assertThat(pooled.points().getLast().middle().value())
                .isGreaterThan(pooled.points().getLast().power().value() + 0.05);
    }

    @ParameterizedTest
    @CsvSource({"null", "pooled"})
    void whereEverythingIsKnownBothPowersAreTheSameBits(String scenario) {
        Plan plan = plan();
        DesignFound.Arm arm = arm(DesignEngine.of(plan, question(plan, 20, 1, 0.5, 8, 25), 2), scenario);
        assertThat(arm.points()).allSatisfy(each -> assertThat(each.middle()).isEqualTo(each.power()));
        assertThat(arm.middle()).isEqualTo(new DesignFound.Middle(arm.difference(), arm.needed()));
    }

    @Test
    void aChoiceHasNoMiddleAndStaysDrawn() {
        Plan plan = unsure("distribution: choice, values: [0, 20], weights: [1, 1]");
        DesignFound.Arm pooled = arm(DesignEngine.of(plan, question(plan, 40, 1, 0.8, 60), 2), "pooled");
        DesignFound.Point point = pooled.points().getFirst();
        assertThat(point.middle()).isEqualTo(point.power());
        assertThat(point.power().value()).isBetween(0.25, 0.75);
    }

    /** Scores have mean 60 at every site: those from 60 on are half of all, and everybody is all. */
    @Test
    void enrichmentHasItsPriceInScreening() {
        List<String> sets = new ArrayList<>(List.of(PLAIN));
        sets.add("parameters.site={value: 0, unit: mm, source: made-up, knowledge: assumed}");
        Plan plan = plan(sets.toArray(String[]::new));
        Enrichment half =
                Enrichment.of(plan, library(), List.of("score=60..1000")).getFirst();
        assertThat(half.sets(plan.study())).containsExactly("eligibility.score=[60,1000]");
        sets.addAll(half.sets(plan.study()));
        Plan fewer = plan(sets.toArray(String[]::new));
        assertThat(DesignEngine.of(plan, question(plan, 20, 1, 0.8, 50), 2).screened())
                .isEqualTo(1);
        DesignFound found = DesignEngine.of(fewer, question(fewer, 20, 1, 0.8, 50), 2);
        assertThat(found.screened()).isCloseTo(2, within(0.1));
        assertThat(found.eligibility()).hasToString("{score=60 to 1000}");
        assertThat(found.modified()).contains("--set eligibility.score=[60,1000]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scor=50..60             | unknown readout of model score 'scor'
            score                   | "score"; an enrichment is
            score=60                | nearest: score=40..95
            score=60..50            | nearest: score=40..95
            score=50..NaN           | nearest: score=40..95
            score=30..95            | score 30 to 95, where arm nothing takes 40 to 95
            score=50..60,score=1..2 | a second time
            """)
    void anEnrichmentThatIsNoneIsTold(String rule, String told) {
        Plan plan = plan();
        List<String> rules = List.of(rule, "sco=1..2");
        assertThatThrownBy(() -> Enrichment.of(plan, library(), rules))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(told)
                .hasMessageContaining("'sco'");
    }

    @Test
    void anArmWithAnEligibilityOfItsOwnIsEnrichedToo() {
        Plan plan = plan("arms.pill.eligibility={score: [45, 90]}");
        assertThat(Enrichment.of(plan, library(), List.of("score=50..60"))
                        .getFirst()
                        .sets(plan.study()))
                .containsExactly("eligibility.score=[50,60]", "arms.1.eligibility.score=[50,60]");
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        Plan plan = plan();
        DesignQuestion question = question(plan, 20, 3, 0.8, 8, 12);
        assertThat(DesignEngine.of(plan, question, 1)).isEqualTo(DesignEngine.of(plan, question, 3));
    }

    @Test
    void holmGoesFromTheSmallestToTheFirstThatIsNotUnder() {
        assertThat(DesignEngine.holm(new double[] {0.03, 0.01, 0.04}, 0.05)).containsExactly(false, true, false);
        assertThat(DesignEngine.holm(new double[] {0.024, 0.01, 0.04}, 0.05)).containsExactly(true, true, true);
        assertThat(DesignEngine.holm(new double[] {0.02, 0.02, 0.02}, 0.05)).containsExactly(false, false, false);
    }

    @Test
    void everyArmIsAskedAboutAndHolmStandsBesideThem() {
        Plan plan = plan();
        DesignQuestion all = DesignQuestion.of(
                plan,
                List.of(),
                Optional.empty(),
                OptionalDouble.empty(),
                new DesignQuestion.Test(0.05, 0.8, 1, Spending.POCOCK),
                new DesignQuestion.Effort(List.of(20), 20));
        assertThat(all.arms()).containsExactly(1, 2);
        DesignFound found = DesignEngine.of(plan, all, 2);
        assertThat(found.scenarios())
                .allSatisfy(scenario -> assertThat(scenario.arms())
                        .extracting(DesignFound.Arm::name)
                        .containsExactly("pill", "twice"));
        DesignFound.Point point = arm(found, "pooled").points().getFirst();
        assertThat(point.holm().orElseThrow().value())
                .isLessThanOrEqualTo(point.power().value());
        assertThat(found.apart()).extracting(DesignFound.Apart::arm).containsExactly("pill");
        assertThat(found.scenarios().getFirst().arms().get(1).nothing())
                .as("no scenario moves it, so null takes nothing away")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "pil, score, 1, unknown arm of the study 'pil'",
        "pill, scor, 1, unknown endpoint of the study 'scor'",
        "pill, score, 2, unknown month of a visit '2'"
    })
    void whatTheStudyDoesNotHaveIsTold(String arm, String endpoint, double month, String told) {
        Plan plan = plan();
        assertThatThrownBy(() -> asked(plan, List.of(arm), endpoint, month))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(told);
    }

    private static DesignQuestion asked(Plan plan, List<String> arms, String endpoint, double month) {
        return DesignQuestion.of(
                plan,
                arms,
                Optional.of(endpoint),
                OptionalDouble.of(month),
                new DesignQuestion.Test(0.05, 0.8, 1, Spending.POCOCK),
                new DesignQuestion.Effort(List.of(20), 20));
    }

    @Test
    void whatCannotBePlannedIsRefused() {
        Plan paired = plan("groups=paired");
        Plan single = new StudyReader(library()).plan("small", Options.none(), DesignTest::oneArm);
        assertThatThrownBy(() -> asked(paired, List.of(), "score", 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("paired");
        assertThatThrownBy(() -> asked(single, List.of(), "score", 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("one arm");
        assertThatThrownBy(() -> asked(plan(), List.of("nothing"), "score", 1))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is the reference");
    }

    private static Yaml.Mapping oneArm(Yaml.Mapping study) {
        Yaml.Sequence arms = study.sequence("arms");
        return study.without("contrasts", "data-conflicts")
                .with("arms", new Yaml.Sequence(arms.items().subList(0, 1), arms.position()));
    }
}
