package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.blastema.core.Knowledge;
import org.blastema.core.Position;
import org.blastema.core.Range;
import org.blastema.model.Model;
import org.blastema.statistics.Crps;
import org.junit.jupiter.api.Test;

/** Hand values of the forecast that knows the other trials alone. */
final class ReferenceForecastTest {
    private static final Position AT = new Position("scored.csv", 2, 1);
    private static final OptionalDouble NONE = OptionalDouble.empty();

    private static Target target(
            String trial, String endpoint, Outcome.Kind kind, double value, OptionalDouble sd, double scale) {
        return target(
                trial, endpoint, kind, Outcome.Statistic.MEAN, NONE, value, sd, NONE, Outcome.Interval.NONE, scale);
    }

    private static Target target(
            String trial,
            String endpoint,
            Outcome.Kind kind,
            Outcome.Statistic statistic,
            OptionalDouble baseline,
            double value,
            OptionalDouble sd,
            OptionalDouble high,
            Outcome.Interval interval,
            double scale) {
        Outcome outcome = new Outcome(
                trial,
                "arm",
                OptionalInt.of(25),
                endpoint,
                kind,
                statistic,
                baseline,
                NONE,
                OptionalDouble.of(6),
                OptionalDouble.of(value),
                sd,
                high.isPresent() ? OptionalDouble.of(0) : NONE,
                high,
                interval,
                List.of("made-up"),
                Knowledge.READ,
                "",
                AT);
        Scored scored = new Scored(outcome, Scored.Block.CALIBRATION, "why", AT);
        Model.Better better = endpoint.startsWith("koos") ? Model.Better.HIGH : Model.Better.LOW;
        return new Target(scored, 0, 0, 0, 25, new Range(0, scale), better, false, List.of());
    }

    private static Target change(String trial, String endpoint, double value) {
        return target(trial, endpoint, Outcome.Kind.CHANGE, value, NONE, 100);
    }

    private static double score(Target target, Target... others) {
        List<Target> all = new java.util.ArrayList<>(List.of(others));
        all.add(target);
        return new ReferenceForecast(all).crps(target).orElseThrow();
    }

    @Test
    void meanAndSpreadOfTheOtherTrialsAndItsOwnSamplingError() {
        Target target = target("a", "pain-vas", Outcome.Kind.CHANGE, -12, OptionalDouble.of(20), 100);
        double seen = score(target, change("b", "pain-vas", -10), change("c", "pain-vas", -20));
        assertThat(seen).isCloseTo(Crps.ofNormal(-15, Math.sqrt(50 + 16), -12), within(1e-12));
    }

    @Test
    void otherArmsOfTheSameTrialAreNotKnown() {
        Target target = change("a", "pain-vas", -12);
        double alone = score(target, change("b", "pain-vas", -10), change("c", "pain-vas", -20));
        assertThat(score(
                        target,
                        change("a", "pain-vas", -80),
                        change("b", "pain-vas", -10),
                        change("c", "pain-vas", -20)))
                .isEqualTo(alone);
    }

    @Test
    void withoutASpreadOfItsOwnItTakesThatOfTheOthers() {
        double seen = score(
                change("a", "pain-vas", -12),
                target("b", "pain-vas", Outcome.Kind.CHANGE, -10, OptionalDouble.of(10), 100),
                target("c", "pain-vas", Outcome.Kind.CHANGE, -20, OptionalDouble.of(30), 100));
        assertThat(seen).isCloseTo(Crps.ofNormal(-15, Math.sqrt(50 + 16), -12), within(1e-12));
    }

    @Test
    void theSpreadComesFromAnIntervalOrTheQuartilesToo() {
        Target[] others = {change("b", "pain-vas", -10), change("c", "pain-vas", -20)};
        Target ci = target(
                "a",
                "pain-vas",
                Outcome.Kind.CHANGE,
                Outcome.Statistic.MEAN,
                NONE,
                -12,
                NONE,
                OptionalDouble.of(2 * 1.959963984540054 * 4),
                Outcome.Interval.CI95,
                100);
        assertThat(score(ci, others)).isCloseTo(Crps.ofNormal(-15, Math.sqrt(50 + 16), -12), within(1e-12));
        Target quartiles = target(
                "a",
                "pain-vas",
                Outcome.Kind.CHANGE,
                Outcome.Statistic.MEDIAN,
                NONE,
                -12,
                NONE,
                OptionalDouble.of(1.3489795003921634 * 20),
                Outcome.Interval.IQR,
                100);
        assertThat(score(quartiles, others))
                .isCloseTo(Crps.ofNormal(-15, Math.sqrt(50 + 16 * Math.PI / 2), -12), within(1e-12));
    }

    /** A gain of 10 of 20 points is 50 of 100; on a scale that ends well, a rise is a gain. */
    @Test
    void tooFewOfTheSameAreJoinedByGainsOfEndpointsThatShareAWord() {
        Target target = change("a", "pain-vas", -12);
        double seen = score(
                target,
                target("b", "koos-pain", Outcome.Kind.CHANGE, 10, NONE, 100),
                target("c", "womac-pain", Outcome.Kind.CHANGE, -4, NONE, 20),
                change("d", "cartilage-volume", 5));
        assertThat(seen).isCloseTo(Crps.ofNormal(15, Math.sqrt(50), 12), within(1e-12));
    }

    @Test
    void aValueIsAGainWhereItsBaselineIsKnown() {
        Target value = target(
                "b",
                "womac-pain",
                Outcome.Kind.VALUE,
                Outcome.Statistic.MEAN,
                OptionalDouble.of(60),
                50,
                NONE,
                NONE,
                Outcome.Interval.NONE,
                100);
        double seen = score(change("a", "pain-vas", -12), value, change("c", "pain-vas", -20));
        assertThat(seen).isCloseTo(Crps.ofNormal(15, Math.sqrt(50), 12), within(1e-12));
    }

    @Test
    void anEndpointOfItsOwnIsHeldAgainstAllGains() {
        double seen = score(change("a", "stiffness", -12), change("b", "pain-vas", -10), change("c", "walking", -20));
        assertThat(seen).isCloseTo(Crps.ofNormal(15, Math.sqrt(50), 12), within(1e-12));
    }

    @Test
    void withoutTwoOtherTrialsThereIsNoForecast() {
        Target target = change("a", "pain-vas", -12);
        List<Target> all = List.of(target, change("b", "pain-vas", -10), change("b", "pain-vas", -14));
        assertThat(new ReferenceForecast(all).crps(target)).isEmpty();
    }

    @Test
    void theErrorOfAShareIsThatOfTheExpectedShare() {
        Target target = target("a", "pain-vas", Outcome.Kind.SHARE, 0.7, NONE, 1);
        double seen = score(
                target,
                target("b", "pain-vas", Outcome.Kind.SHARE, 0.4, NONE, 1),
                target("c", "pain-vas", Outcome.Kind.SHARE, 0.6, NONE, 1));
        assertThat(seen).isCloseTo(Crps.ofNormal(50, Math.sqrt(200 + 100), 70), within(1e-12));
    }
}
