package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.blastema.core.InvalidInput;
import org.blastema.core.Problem;
import org.blastema.core.Yaml;
import org.blastema.statistics.Moments;
import org.blastema.statistics.NetBenefit;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Costs beside effects: care gains a known amount a year, its upkeep costs a known amount, both discounted over four years. */
final class EconomicsTest {
    /** Years that four years count for at 3 %, and what upkeep of 1 a year adds up to at 5 %. */
    private static final double GAINING = (1 - Math.exp(-0.12)) / 0.03;

    private static final double PAYING = (1 - Math.exp(-0.2)) / 0.05;

    private static EconomicSummary summary(String... sets) {
        return Runs.summary("worth", sets).economics().orElseThrow();
    }

    private static EconomicPair pair(EconomicSummary summary, String arm, String versus) {
        return summary.pairs().stream()
                .filter(each -> each.arm().equals(arm) && each.versus().equals(versus))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void gainAndCostOfEachDrawAreThoseOfTheModel() {
        Plan plan = Runs.plan("worth");
        EconomicPair care = pair(summary(), "care", "idle");
        SharedDraw gain = SharedDraw.of(plan, "care").stream()
                .filter(each -> each.parameter().name().equals("gain"))
                .findFirst()
                .orElseThrow();
        assertThat(care.gain()).hasSize(40);
        for (int draw = 0; draw < 40; draw++) {
            double expected = gain.value(gain.uniforms().get(draw)) * GAINING;
            assertThat(care.gain().get(draw)).isCloseTo(expected, within(1e-4));
            assertThat(care.cost().get(draw)).isCloseTo(3200 - 50 + 100 * PAYING, within(0.5));
        }
    }

    @Test
    void theRatioIsThatOfTheMeans() {
        EconomicPair care = pair(summary(), "care", "idle");
        NetBenefit own = care.own().orElseThrow();
        double gain = care.gain().stream().mapToDouble(Double::doubleValue).sum() / 40;
        assertThat(EconomicPair.ratio(own).getAsDouble()).isCloseTo((3150 + 100 * PAYING) / gain, within(5.0));
        assertThat(care.price()).hasValue(3200);
        assertThat(care.prices()).containsExactly(0.0, 30_000.0);
        double free = care.unpriced().orElseThrow().monetary(50_000);
        assertThat(free).isCloseTo(50_000 * gain - 100 * PAYING + 50, within(0.5));
        assertThat(care.unpriced().orElseThrow().dearer(free).monetary(50_000)).isCloseTo(0, within(1e-6));
    }

    /**
     * A normal gain makes a normal net benefit, whose value of perfect information is the unit normal loss. The loss is taken at the
     * moments that these draws have: against those of the model its sampling error alone is 8 % here.
     */
    @Test
    void perfectInformationIsTheUnitNormalLoss() {
        EconomicPair care = pair(summary("trials=1000", "patients=1"), "care", "idle");
        NetBenefit own = care.own().orElseThrow();
        Moments gains =
                Moments.of(care.gain().stream().mapToDouble(Double::doubleValue).toArray());
        assertThat(gains.mean()).isCloseTo(0.05 * GAINING, within(4 * 0.04 * GAINING / Math.sqrt(1000)));
        assertThat(gains.sd()).isCloseTo(0.04 * GAINING, within(4 * 0.04 * GAINING / Math.sqrt(2000)));
        double sd = 50_000 * gains.sd();
        double mean = 50_000 * gains.mean() - 3150 - 100 * PAYING;
        double d = mean / sd;
        NormalDistribution normal = new NormalDistribution();
        double loss = sd * (normal.density(d) - d * normal.cumulativeProbability(-d));
        assertThat(own.monetary(50_000)).isCloseTo(mean, within(1.0));
        assertThat(own.perfectInformation(50_000)).isCloseTo(loss, within(0.05 * loss));
        assertThat(own.probability(50_000)).isCloseTo(normal.cumulativeProbability(d), within(0.03));
    }

    @Test
    void anArmWithoutAPriceHasAGainAndAHighestPriceAlone() {
        EconomicSummary summary = summary();
        EconomicPair unpriced = pair(summary, "care-unpriced", "idle");
        assertThat(unpriced.price()).isEmpty();
        assertThat(unpriced.own()).isEmpty();
        assertThat(unpriced.cost()).isEmpty();
        assertThat(unpriced.unpriced()).isPresent();
        EconomicPair against = pair(summary, "care", "care-unpriced");
        assertThat(against.gain()).hasSize(40);
        assertThat(against.unpriced()).isEmpty();
        assertThat(against.own()).isEmpty();
        EconomicPair held = pair(summary("economics.price-in-model=[care-unpriced]"), "care-unpriced", "idle");
        assertThat(held.price()).hasValue(0);
        assertThat(held.own().orElseThrow().cost()).isCloseTo(200 * PAYING - 50, within(0.5));
    }

    /** Care is bought for 3,200, nothing that costs for 50; who pays divides the costs and changes none. */
    @ParameterizedTest
    @CsvSource({"'care', 3200", "'care, idle', 3150", "idle, -50"})
    void whatThePersonAndThePayerPayAddsUpToTheWhole(String arms, double patient) {
        EconomicPair care = pair(
                summary("economics.out-of-pocket={arms: [" + arms + "], source: made-up, knowledge: assumed}"),
                "care",
                "idle");
        assertThat(care.pocket()).hasValue(patient);
        assertThat(care.patient().orElseThrow().cost()).isCloseTo(patient, within(1e-9));
        assertThat(care.payer().orElseThrow().cost()).isCloseTo(3150 - patient + 100 * PAYING, within(0.5));
        NetBenefit own = care.own().orElseThrow();
        assertThat(care.patient().orElseThrow().cost()
                        + care.payer().orElseThrow().cost())
                .isCloseTo(own.cost(), within(1e-6));
        assertThat(care.patient().orElseThrow().effect()).isEqualTo(own.effect());
    }

    @Test
    void whereNobodySaysWhoPaysThereIsOneView() {
        assertThat(pair(summary(), "care", "idle").patient()).isEmpty();
        assertThat(pair(summary(), "care", "idle").payer()).isEmpty();
        EconomicPair unpriced = pair(
                summary("economics.out-of-pocket={arms: [care-unpriced], source: made-up, knowledge: assumed}"),
                "care-unpriced",
                "idle");
        assertThat(unpriced.pocket()).isEmpty();
        assertThat(unpriced.patient()).isEmpty();
    }

    @Test
    void aStudyMaySayWhyItAsksNothing() {
        Plan plan = Runs.plan("worth", "economics={none: {en: No utility was found., ar: لم يُعثر على تقييم.}}");
        assertThat(plan.study().economics()).isEmpty();
        assertThat(plan.study().noEconomics().orElseThrow().en()).isEqualTo("No utility was found.");
        assertThat(Runs.plan("worth").study().noEconomics()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 1000, DEARER_AND_BETTER, 10000",
        "0.1, -1000, DOMINANT,",
        "0.1, 0, DOMINANT,",
        "0, -1000, DOMINANT,",
        "-0.1, 1000, DOMINATED,",
        "0, 1000, DOMINATED,",
        "-0.1, 0, DOMINATED,",
        "-0.1, -1000, CHEAPER_AND_WORSE,",
        "0, 0, SAME,",
    })
    void aRatioIsGivenOnlyWhereItIsOne(double effect, double cost, EconomicPair.Verdict verdict, Double ratio) {
        NetBenefit worth = new NetBenefit(new double[] {effect}, new double[] {cost});
        assertThat(EconomicPair.Verdict.of(worth)).isEqualTo(verdict);
        OptionalDouble found = EconomicPair.ratio(worth);
        assertThat(found.isPresent()).isEqualTo(ratio != null);
        if (ratio != null) {
            assertThat(found.getAsDouble()).isCloseTo(ratio, within(1e-9));
        }
    }

    /** The worked check of the notes: 7.4 mm of 100 for a year, 1.23 points of WOMAC a millimetre, 0.0072 a point. */
    @ParameterizedTest
    @CsvSource({
        "1, 5156, 79000, 500",
        "0.25, 5156, 315000, 500",
        "1, 20000, 305000, 500",
        "1, 60000, 916000, 500",
    })
    void theWorkedCheckOfTheNotes(double valuation, double price, double expected, double rounding) {
        double gain = 7.4 * 1.23 * 0.0072 * valuation;
        NetBenefit worth = new NetBenefit(new double[] {gain}, new double[] {0}).dearer(price);
        assertThat(EconomicPair.ratio(worth).getAsDouble()).isCloseTo(expected, within(rounding));
        assertThat(EconomicPair.ratio(new NetBenefit(new double[] {0}, new double[] {price})))
                .isEmpty();
    }

    @Test
    void aGainWhoseIntervalHoldsNothingIsUncertain() {
        assertThat(pair(List.of(-0.1, 0.1, 0.3)).gainUncertain()).isTrue();
        assertThat(pair(List.of(0.1, 0.2, 0.3)).gainUncertain()).isFalse();
        assertThat(pair(List.of(-0.1, -0.2)).gainUncertain()).isFalse();
        assertThat(pair(List.of(Double.NaN)).gainUncertain()).isTrue();
    }

    private static EconomicPair pair(List<Double> gain) {
        return new EconomicPair(
                "pooled",
                "health",
                "a",
                "b",
                OptionalDouble.empty(),
                gain,
                List.of(),
                OptionalDouble.empty(),
                List.of());
    }

    @Test
    void theCurveRunsFromNothingToTwiceTheHighestThreshold() {
        List<Double> curve = summary().curve();
        assertThat(curve).hasSize(41).first().isEqualTo(0.0);
        assertThat(curve.getLast()).isEqualTo(100_000);
        assertThat(curve.get(20)).isEqualTo(50_000);
    }

    @Test
    void whatTheModelDiscountsByIsStated() {
        assertThat(summary().effectDiscount()).isEqualTo(0.03);
        assertThat(summary("parameters.loss=0").effectDiscount()).isZero();
        EconomicPair undiscounted = pair(summary("parameters.loss=0"), "care", "idle");
        EconomicPair discounted = pair(summary(), "care", "idle");
        assertThat(undiscounted.gain().getFirst()).isCloseTo(discounted.gain().getFirst() * 4 / GAINING, within(1e-4));
        assertThat(summary().priceYears()).containsExactly(2019, 2020);
    }

    @Test
    void oneTrialTellsNothing() {
        assertThat(Runs.summary("worth", "trials=1").economics()).isEmpty();
        assertThat(Runs.summary("small").economics()).isEmpty();
    }

    /** A change of the study, what must be seen in the message, and the nearest valid thing where there is one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "groups=parallel | parallel groups | groups: paired",
                "economics.effect=wealth | wealth |",
                "economics.effect=helth | helth | health",
                "economics.effect=money | in {USD} | health",
                "economics.effect=[health, health] | [health, health] |",
                "economics.cost=mony | mony | money",
                "economics.cost=health | is in a | money",
                "economics.horizon=5 a | day 1826.25 | 1461 d",
                "economics.horizon=4 kg | dimension | d",
                "economics.perspective=payr | payr | payer",
                "economics.discount.effect=speed | unit 1/d |",
                "economics.discount.effect=los | los |",
                "economics.effect=health-undiscounted | does not depend on loss |",
                "economics.discount.cost=loss | does not depend on loss |",
                "economics.discount.colour=red | colour |",
                "economics.currency=EUR | costs USD, the study counts EUR |",
                "economics.year=20 | 'year' is 20 |",
                "economics.year=2020.5 | 2020.5 |",
                "economics.thresholds=[] | no thresholds |",
                "economics.thresholds.0.value=-1 | -1 |",
                "economics.thresholds.0.value=60000 | 50000 |",
                "economics.thresholds.0.unit=1/a | in 1/a | {USD}/a",
                "economics.thresholds.0.source=nobody | nobody |",
                "economics.price-in-model=[car] | car | care",
                "economics.prices.arms=[car] | car | care",
                "economics.prices.values.0.value=-5 | -5 |",
                "economics.prices.values.1.unit=kg | in kg | {USD}",
                "economics.prices.colour=red | colour |",
                "economics.perspectiv=payer | perspectiv | perspective",
                "economics.out-of-pocket={arms: [car], source: made-up, knowledge: assumed} | car | care",
                "economics.out-of-pocket={arms: [], source: made-up, knowledge: assumed} | nothing is paid out of pocket |",
                "economics.out-of-pocket={arms: [care], knowledge: assumed} | no 'source' |",
                "economics.out-of-pocket={arms: [care], source: nobody, knowledge: assumed} | nobody |",
                "economics.out-of-pocket={arms: [care], source: made-up} | no 'knowledge' |",
                "economics.out-of-pocket={arms: [care], source: made-up, knowledge: assumed, colour: red} | colour |",
                "economics={none: {en: No utility.}} | 'none' |",
                "economics={none: {en: No utility., ar: لا تقييم.}, year: 2020} | unknown key of the economics |",
            })
    void whatIsWrongIsRefused(String set, String seen, String nearest) {
        assertThat(problems(set)).anySatisfy(problem -> {
            assertThat(problem.what()).contains(seen);
            assertThat(problem.rule()).isNotBlank();
            if (nearest != null) {
                assertThat(problem.nearest()).contains(nearest);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"effect", "cost", "horizon", "perspective", "discount", "currency", "year", "thresholds"})
    void whatIsUnsetIsRefused(String key) {
        InvalidInput error = catchThrowableOfType(
                InvalidInput.class,
                () -> new StudyReader(Runs.library()).plan("worth", Options.none(), tree -> without(tree, key)));
        assertThat(error).as(key).isNotNull();
        assertThat(error.problems()).anySatisfy(problem -> {
            assertThat(problem.what()).contains("the economics has no '" + key + "'");
            assertThat(problem.position().file()).endsWith("worth.yaml");
        });
    }

    private static Yaml.Mapping without(Yaml.Mapping tree, String key) {
        return tree.with("economics", tree.mapping("economics").without(key));
    }

    private static List<Problem> problems(String... sets) {
        InvalidInput error = catchThrowableOfType(InvalidInput.class, () -> Runs.plan("worth", sets));
        assertThat(error).as("nothing was refused").isNotNull();
        return error.problems();
    }
}
