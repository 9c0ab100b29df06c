package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.blastema.core.Knowledge;
import org.blastema.core.Range;
import org.blastema.model.Model;
import org.blastema.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CoverageTest {
    private static ScoredArm arm(
            String area, Scored.Block block, double observed, double crps, OptionalDouble reference) {
        return arm("one-2001", area, block, observed, crps, reference);
    }

    private static ScoredArm arm(
            String trial, String area, Scored.Block block, double observed, double crps, OptionalDouble reference) {
        return new ScoredArm(
                area,
                "score",
                block,
                trial,
                "pill",
                "pill",
                "score",
                Outcome.Kind.CHANGE,
                Outcome.Statistic.MEAN,
                1,
                30.4375,
                12,
                observed,
                -10,
                -20,
                -5,
                new Interval(-20, -5).contains(observed),
                crps,
                reference,
                new Range(-50, 200),
                Model.Better.LOW,
                Knowledge.READ);
    }

    private static ScoredArm arm(double observed, double crps, OptionalDouble reference) {
        return arm("area", Scored.Block.CALIBRATION, observed, crps, reference);
    }

    @Test
    void countsThoseInsideTheEndsIncluded() {
        Coverage coverage = Coverage.of(List.of(
                arm(-20, 1, OptionalDouble.of(4)),
                arm(-5, 2, OptionalDouble.of(6)),
                arm(-4.9, 9, OptionalDouble.of(2)),
                arm(-12, 0, OptionalDouble.of(8))));
        assertThat(coverage.arms()).isEqualTo(4);
        assertThat(coverage.inside()).isEqualTo(3);
        assertThat(coverage.share()).isEqualTo(0.75);
        // gains of 20, 5, 4.9 and 12 of 250 against 10
        assertThat(coverage.betterBy()).isCloseTo((20 + 5 + 4.9 + 12 - 40) / 4 * 0.4, within(1e-12));
        assertThat(coverage.crps()).isEqualTo(3);
        assertThat(coverage.compared()).contains(new Coverage.Compared(4, 3, 5, Optional.empty()));
        // Clopper and Pearson for 3 of 4
        assertThat(coverage.ci95().low()).isCloseTo(0.1941, within(1e-4));
        assertThat(coverage.ci95().high()).isCloseTo(0.9937, within(1e-4));
        assertThat(coverage.few()).isTrue();
    }

    /** A count of a harm in 50 people. */
    private static ScoredArm harm(double observed, double mean) {
        return new ScoredArm(
                "safety",
                "mishap",
                Scored.Block.CALIBRATION,
                "one-2001",
                "pill",
                "pill",
                Outcome.SERIOUS_HARM,
                Outcome.Kind.SHARE,
                Outcome.Statistic.MEAN,
                1,
                30.4375,
                50,
                observed,
                mean,
                0,
                0.1,
                true,
                1,
                OptionalDouble.empty(),
                new Range(0, 1),
                Model.Better.LOW,
                Knowledge.READ);
    }

    /** Of 50 people 0.02 are one person: where as many were to be expected, that nobody was harmed says something. */
    @Test
    void whoCouldHardlyLieOutsideIsTold() {
        assertThat(Coverage.of(List.of(
                                harm(0, 0.019), harm(0, 0.02), harm(0.02, 0.019), arm(0, 1, OptionalDouble.empty())))
                        .hardlyOutside())
                .isEqualTo(1);
    }

    @Test
    void harmsDoNotFlatterTheRest() {
        ScoredArm outside = arm(-40, 1, OptionalDouble.empty());
        List<ScoredArm> arms = List.of(outside, harm(0, 0.001));
        Validation both = new Validation(arms, arms, List.of(), List.of(), List.of(), List.of(), new TreeMap<>());
        assertThat(both.coverage(Scored.Block.CALIBRATION)).contains(Coverage.of(List.of(outside)));
        assertThat(both.leaveOneOut()).contains(Coverage.of(List.of(outside)));
        assertThat(both.coverage(Scored.Block.CALIBRATION, "safety")
                        .orElseThrow()
                        .arms())
                .isEqualTo(1);
        Validation alone = new Validation(
                List.of(harm(0, 0.001)), List.of(), List.of(), List.of(), List.of(), List.of(), new TreeMap<>());
        assertThat(alone.coverage(Scored.Block.CALIBRATION).orElseThrow().inside())
                .isEqualTo(1);
    }

    @Test
    void forecastsAreComparedOverTheArmsThatHaveBoth() {
        assertThat(Coverage.of(List.of(arm(-6, 1, OptionalDouble.of(4)), arm(-6, 9, OptionalDouble.empty())))
                        .compared())
                .contains(new Coverage.Compared(1, 1, 4, Optional.empty()));
        assertThat(Coverage.of(List.of(arm(-6, 1, OptionalDouble.empty()))).compared())
                .isEmpty();
    }

    private static Coverage.Compared compared(double... gains) {
        List<ScoredArm> arms = new ArrayList<>();
        for (int i = 0; i < gains.length; i++) {
            arms.add(arm("trial-" + i, "area", Scored.Block.CALIBRATION, -6, 5, OptionalDouble.of(5 + gains[i])));
        }
        return Coverage.of(arms).compared().orElseThrow();
    }

    /** Of four trials with one arm each the interval is that of Student for a mean: 3 (SD 1.826) with 3.182 at 3 degrees of freedom. */
    @Test
    void whichForecastIsBetterIsAQuestionOfChanceOverTrials() {
        Interval over = compared(1, 3, 3, 5).betterBy95().orElseThrow();
        assertThat(over.low()).isCloseTo(3 - 3.182 * Math.sqrt(8.0 / 3) / 2, within(1e-3));
        assertThat(over.high()).isCloseTo(3 + 3.182 * Math.sqrt(8.0 / 3) / 2, within(1e-3));
        assertThat(compared(1, 3, 3, 5).undecided()).isFalse();
        assertThat(compared(-5, 3, 3, 5).undecided()).isTrue();
    }

    @Test
    void aForecastFallsShortWhereEnoughArmsSaySo() {
        List<ScoredArm> worse =
                Stream.generate(() -> arm(-6, 5, OptionalDouble.of(4))).limit(8).toList();
        assertThat(Coverage.of(worse).fallsShort()).isTrue();
        assertThat(Coverage.of(worse.subList(0, 7)).fallsShort()).isFalse();
        assertThat(Coverage.of(Stream.generate(() -> arm(-6, 3, OptionalDouble.of(4)))
                                .limit(8)
                                .toList())
                        .fallsShort())
                .isFalse();
        assertThat(Coverage.of(Stream.generate(() -> arm(-6, 5, OptionalDouble.empty()))
                                .limit(8)
                                .toList())
                        .fallsShort())
                .isFalse();
    }

    @Test
    void eightArmsAreEnough() {
        List<ScoredArm> eight = Stream.generate(() -> arm(-6, 1, OptionalDouble.empty()))
                .limit(8)
                .toList();
        assertThat(Coverage.of(eight).few()).isFalse();
        assertThat(Coverage.of(eight.subList(0, 7)).few()).isTrue();
    }

    @Test
    void blocksAndAreasAreCountedApart() {
        OptionalDouble none = OptionalDouble.empty();
        Validation validation = new Validation(
                List.of(
                        arm("a", Scored.Block.CALIBRATION, -6, 1, none),
                        arm("b", Scored.Block.CALIBRATION, 0, 1, none),
                        arm("b", Scored.Block.HELD_BACK, -6, 1, none)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>());
        assertThat(validation.blocks()).containsExactly(Scored.Block.CALIBRATION, Scored.Block.HELD_BACK);
        assertThat(validation.coverage(Scored.Block.CALIBRATION).orElseThrow().inside())
                .isEqualTo(1);
        assertThat(validation.coverage(Scored.Block.CALIBRATION).orElseThrow().arms())
                .isEqualTo(2);
        assertThat(validation
                        .coverage(Scored.Block.CALIBRATION, "b")
                        .orElseThrow()
                        .inside())
                .isZero();
        assertThat(validation.coverage(Scored.Block.HELD_BACK, "a")).isEmpty();
    }

    /** On a scale of 250 on which low is better. */
    @Test
    void theBetterEndIsUpOnTheScaleOfAHundred() {
        ScoredArm arm = arm(-20, 1, OptionalDouble.empty());
        assertThat(arm.good(-20)).isEqualTo(8);
        assertThat(arm.betterBy()).isEqualTo(4);
    }

    @Test
    void theNumberOfInjectionsDoesNotPartWhatWasGiven() {
        for (String name : List.of("saline", "saline-3", "saline-12")) {
            assertThat(given(name)).isEqualTo("saline");
        }
        assertThat(given("cord-2e7")).isEqualTo("cord-2e7");
    }

    private static String given(String product) {
        return like(product, Outcome.Kind.CHANGE, Model.Better.LOW).given();
    }

    private static ScoredArm like(String product, Outcome.Kind kind, Model.Better better) {
        ScoredArm arm = arm(-20, 1, OptionalDouble.empty());
        return new ScoredArm(
                arm.area(),
                arm.model(),
                arm.block(),
                arm.trial(),
                arm.arm(),
                product,
                arm.endpoint(),
                kind,
                arm.statistic(),
                arm.month(),
                arm.day(),
                arm.n(),
                arm.observed(),
                arm.mean(),
                arm.low(),
                arm.high(),
                arm.inside(),
                arm.crps(),
                arm.reference(),
                arm.range(),
                better,
                arm.knowledge());
    }

    @Test
    void aValueCountsFromTheWorseEnd() {
        assertThat(like("pill", Outcome.Kind.VALUE, Model.Better.LOW).good(175)).isEqualTo(10);
        assertThat(like("pill", Outcome.Kind.VALUE, Model.Better.HIGH).good(175))
                .isEqualTo(90);
        assertThat(like("pill", Outcome.Kind.CHANGE, Model.Better.HIGH).good(-25))
                .isEqualTo(-10);
    }

    @ParameterizedTest
    @CsvSource({
        "0.56, -20, 1, true",
        "0.54, -20, 1, false",
        "0.1, -20, -0.1, true",
        "0.5, -20, -0.1, true",
        "0.1, 0, 3, false"
    })
    void aNullTrialCountsAsPositiveByPowerOrInterval(double power, double low, double high, boolean positive) {
        NullTrial trial = nullTrial(new Interval(low, high), new Interval(power - 0.05, power + 0.05));
        assertThat(trial.positive()).isEqualTo(positive);
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0.6, -20, true", "0.51, 0.6, -20, false", "0.3, 0.49, -20, false", "0.4, 0.6, 0.1, false"})
    void aShareNearHalfIsForecastOfNothing(double least, double most, double low, boolean undecided) {
        NullTrial trial = nullTrial(new Interval(low, 3), new Interval(least, most));
        assertThat(trial.undecided()).isEqualTo(undecided);
    }

    private static NullTrial nullTrial(Interval differences, Interval power) {
        double middle = (power.low() + power.high()) / 2;
        return new NullTrial(
                "area", "t", "a", "b", "score", 1, false, -5, differences, middle, power, Knowledge.READ, "");
    }
}
