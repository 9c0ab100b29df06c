package org.blastema.kinetics.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.blastema.kinetics.Dose;
import org.blastema.kinetics.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reynolds and others 2006: the bifurcation, the three ends and what moves the threshold between them. */
final class Reynolds2006Test {
    private static final double LATE = 2000;
    private static final int P = 0;
    private static final int N = 1;
    private static final int D = 2;
    private static final int C = 3;
    private static final int PULSE_HOURS = 48;

    private final LibraryModel model = new LibraryModel("reynolds-2006");
    private final SteadyStates steady = new SteadyStates(model);

    /**
     * On the branch of sepsis growth is what keeps P where it is; the least such growth is where the branch is born. The paper gives
     * 0.5137 (recalled), a computation on a coarse grid 0.5138 at P = 2.20; the fold itself lies at 0.51372 and P = 2.16.
     */
    @Test
    void septicBranchIsBornInASaddleNode() {
        double least = Double.POSITIVE_INFINITY;
        double at = 0;
        for (double p = 1.5; p < 3; p += 0.02) {
            double growth = growthThatKeeps(p);
            if (growth < least) {
                least = growth;
                at = p;
            }
        }
        assertThat(least).isCloseTo(0.51372, within(0.6e-5));
        assertThat(at).isCloseTo(2.16, within(0.02));
        assertThat(growthThatKeeps(2.20)).isCloseTo(0.5138, within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"1.499, -0.001", "1.5, 0", "1.501, 0.001"})
    void healthLosesStabilityAtOneAndAHalf(double growth, double eigenvalue) {
        double[] health = {0, 0, 0, 0.125, 0};
        assertThat(steady.jacobian(Map.of("kpg", growth), health).getEntry(P, P))
                .isCloseTo(eigenvalue, within(1e-12));
        assertThat(steady.derivatives(Map.of("kpg", growth), health)).containsOnly(0);
    }

    @Test
    void asepticDamageLastsWithoutPathogen() {
        double[] end = end(0.3, 1.5);
        assertThat(end[P]).isCloseTo(0, within(1e-6));
        assertThat(end[N]).isCloseTo(0.6350, within(0.6e-4));
        assertThat(end[D]).isCloseTo(17.399, within(0.6e-3));
        assertThat(end[C]).isCloseTo(0.5229, within(0.6e-4));
    }

    @ParameterizedTest
    @CsvSource({"0.6, 4.936, 0.9810, 17.493, 0.5229", "1.2, 11.668, 1.183, 17.499, 0.5229"})
    void septicStates(double growth, double p, double n, double d, double c) {
        double[] end = end(growth, 1);
        assertThat(end[P]).isCloseTo(p, within(0.6e-3));
        assertThat(end[N]).isCloseTo(n, within(n < 1 ? 0.6e-4 : 0.6e-3));
        assertThat(end[D]).isCloseTo(d, within(0.6e-2));
        assertThat(end[C]).isCloseTo(c, within(0.6e-4));
    }

    @Test
    void healthIsTheThirdEnd() {
        double[] end = end(0.3, 1);
        assertThat(end[P]).isCloseTo(0, within(1e-6));
        assertThat(end[D]).isCloseTo(0, within(1e-6));
        assertThat(end[C]).isCloseTo(0.125, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, 6, 0.524, 0.1467, 1.016, 0.2515",
        "0.3, 12, 0.0054, 0.1780, 2.413, 0.3702",
        "0.3, 24, 0, 0.1934, 3.327, 0.4720",
        "0.3, 48, 0, 0.1927, 3.269, 0.5108",
        "0.3, 100, 0, 0.1441, 1.976, 0.5095",
        "0.3, 200, 0, 0.0341, 0.298, 0.4542",
        "0.6, 24, 7.430, 0.751, 6.180, 0.4756"
    })
    void coursesFromOneMillion(double growth, double hour, double p, double n, double d, double c) {
        double[] y = model.states(model.solve(Map.of("kpg", growth), List.of(), hour), 0);
        assertThat(y[P]).isCloseTo(p, within(p > 0 && p < 0.01 ? 0.6e-4 : 0.6e-3));
        assertThat(y[N]).isCloseTo(n, within(growth > 0.5 ? 0.6e-3 : 0.6e-4));
        assertThat(y[D]).isCloseTo(d, within(0.6e-3));
        assertThat(y[C]).isCloseTo(c, within(0.6e-4));
    }

    @ParameterizedTest
    @CsvSource({"0.3, 1.014, 0.8", "0.6, 7.889, 15.9"})
    void pathogenPeaks(double growth, double height, double hour) {
        double[] times = IntStream.rangeClosed(1, 400).mapToDouble(i -> 0.1 * i).toArray();
        Trajectory course = model.solve(Map.of("kpg", growth), List.of(), times);
        int highest = IntStream.range(0, course.points())
                .reduce(0, (a, b) -> course.state(b, P) > course.state(a, P) ? b : a);
        assertThat(course.state(highest, P)).isCloseTo(height, within(0.6e-3));
        assertThat(course.time(highest)).isCloseTo(hour, within(0.11));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 1.882, 0.6e-3", "0.2, 1.414, 0.6e-3", "0.3, 1.0357, 0.6e-4", "0.4, 0.7394, 0.6e-4",
        "0.5, 0.5171, 0.6e-4", "0.6, 0.3610, 0.6e-4", "0.7, 0.2619, 0.6e-4", "0.8, 0.1949, 0.6e-4",
        "1.0, 0.1083, 0.6e-4", "1.2, 0.0538, 0.6e-4", "1.4, 0.0159, 0.6e-4"
    })
    void healthIsLostAboveAThreshold(double growth, double threshold, double rounding) {
        assertThat(threshold(Map.of("kpg", growth))).isCloseTo(threshold, within(rounding));
    }

    @ParameterizedTest
    @CsvSource({
        "sc, 0.5, 0.661, 0.340",
        "sc, 1.5, 1.703, 0.344",
        "kcn, 0.5, 0.570, 0.308",
        "cinf, 1.5, 0.536, 0.301",
        "knd, 1.5, 0.803, 0.356"
    })
    void calmMovesTheThresholds(String name, double factor, double aseptic, double septic) {
        double value = factor * nominal(name);
        assertThat(threshold(Map.of("kpg", 0.3, name, value))).isCloseTo(aseptic, within(0.6e-3));
        assertThat(threshold(Map.of("kpg", 0.6, name, value))).isCloseTo(septic, within(0.6e-3));
    }

    /** Twice the calm takes the aseptic end away at any dose and lowers the dose that kills by sepsis. */
    @Test
    void twiceTheCalmHasBothSigns() {
        for (double dose : new double[] {1.5, 5, 20}) {
            assertThat(lost(Map.of("kpg", 0.3, "sc", 0.025, "P0", dose), List.of()))
                    .isFalse();
        }
        assertThat(threshold(Map.of("kpg", 0.6, "sc", 0.025))).isCloseTo(0.333, within(0.6e-3));
    }

    @ParameterizedTest(name = "{0} an hour from hour {1}: {2}")
    @CsvSource({
        "0.01, 0, health",
        "0.01, 6, health",
        "0.01, 12, health",
        "0.01, 24, lost",
        "0.02, 0, health",
        "0.02, 6, health",
        "0.02, 12, health",
        "0.02, 24, health",
        "0.03, 0, lost",
        "0.03, 6, health",
        "0.03, 12, health",
        "0.03, 24, health",
        "0.04, 0, lost"
    })
    void givenCalmSavesAtSomeHoursOnly(double rate, double hour, String outcome) {
        List<Dose> pulse =
                List.of(model.dose(hour, Map.of("rate", rate)), model.dose(hour + PULSE_HOURS, Map.of("rate", -rate)));
        assertThat(lost(Map.of("P0", 1.5), pulse)).isEqualTo(outcome.equals("lost"));
    }

    /** Without blood cells the septic threshold falls far only where the local response falls too. */
    @ParameterizedTest
    @CsvSource({"0.6, 0.1, 1, 0.313", "0.6, 0.5, 0.5, 0.056", "0.3, 0.5, 0.5, 0.407", "0.3, 0.25, 0.25, 0.061"})
    void neutropeniaLowersTheThreshold(double growth, double blood, double local, double threshold) {
        double found = threshold(Map.of("kpg", growth, "snr", 0.08 * blood, "sm", 0.005 * local));
        assertThat(found).isCloseTo(threshold, within(0.6e-3));
    }

    private double growthThatKeeps(double p) {
        Map<String, Double> held = Map.of("kpg", 0.0, "kpm", 0.0, "kpn", 0.0, "P0", p);
        double[] y = model.states(model.solve(held, List.of(), LATE), 0);
        double loss = -steady.derivatives(Map.of("kpg", 0.0), y)[P];
        return loss / (p * (1 - p / 20));
    }

    private double[] end(double growth, double dose) {
        return model.states(model.solve(Map.of("kpg", growth, "P0", dose), List.of(), LATE), 0);
    }

    private double threshold(Map<String, Double> set) {
        double below = 0;
        double above = 4;
        while (above - below > 1e-5) {
            double middle = 0.5 * (below + above);
            Map<String, Double> with = new HashMap<>(set);
            with.put("P0", middle);
            if (lost(with, List.of())) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return 0.5 * (below + above);
    }

    private boolean lost(Map<String, Double> set, List<Dose> doses) {
        double[] y = model.states(model.solve(set, doses, LATE), 0);
        return y[D] > 1 || y[P] > 0.1;
    }

    private double nominal(String name) {
        return model.model().parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
