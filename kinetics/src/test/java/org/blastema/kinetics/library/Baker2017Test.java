package org.blastema.kinetics.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.blastema.kinetics.Dose;
import org.blastema.kinetics.Trajectory;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results B1 to B13 of Baker, Brook and Owen 2017 (J Math Biol 75:985-1024), doi 10.1007/s00285-017-1104-y. */
final class Baker2017Test {
    private static final int P = 0;
    private static final Map<String, Double> REFERENCE = Map.of();
    private static final Map<String, Double> PERSISTENT = Map.of("Pfp", 40.0);
    private static final double[] DEPOSITED = {0.18, 5.0, 0.55, 0.75};
    private static final double CURED = 0.05;
    private static final int PHASES = 40;

    private final LibraryModel baker = new LibraryModel("baker-2017");
    private final SteadyStates steady = new SteadyStates(baker);

    @Test
    void b1ReferenceSetHasThreeSteadyStates() {
        assertThat(steady.along(REFERENCE, 0, 2)).hasSize(3);
        assertThat(unstableDirections(REFERENCE, 0.013)).isZero();
        assertThat(unstableDirections(REFERENCE, 0.054)).isEqualTo(1);
        assertThat(unstableDirections(REFERENCE, 0.26)).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "B2 quiescent, 0.013, 0.01308, 0.00308, 0.01171, 0.01171",
        "B3 saddle, 0.054, 0.05376, 0.04386, 0.03882, 0.03882",
        "B4 focus, 0.26, 0.26036, 3.5717, 0.6448, 0.6448"
    })
    void steadyStatesToTheDigitsGiven(String name, double near, double p, double a, double m, double f) {
        double[] y = steady.near(REFERENCE, near);
        assertThat(y[0]).isCloseTo(p, within(0.6e-5));
        assertThat(y[1]).isCloseTo(a, within(a > 1 ? 0.6e-4 : 0.6e-5));
        assertThat(y[2]).isCloseTo(m, within(m > 0.1 ? 0.6e-4 : 0.6e-5));
        assertThat(y[3]).isCloseTo(f, within(f > 0.1 ? 0.6e-4 : 0.6e-5));
    }

    @Test
    void b4EigenvaluesOfTheInflamedFocus() {
        Complex[] values = eigenvalues(REFERENCE, 0.26);
        List<Complex> upper = new ArrayList<>(List.of(values));
        upper.removeIf(value -> value.getImaginary() < 0);
        upper.sort(Comparator.comparingDouble(Complex::getReal));
        assertThat(upper).hasSize(2);
        assertThat(upper.get(0).getReal()).isCloseTo(-1.849, within(0.0006));
        assertThat(upper.get(0).getImaginary()).isCloseTo(1.305, within(0.0006));
        assertThat(upper.get(1).getReal()).isCloseTo(0.0148, within(0.00006));
        assertThat(upper.get(1).getImaginary()).isCloseTo(0.781, within(0.0006));
    }

    @Test
    void b5InflamedCycle() {
        double step = 0.01;
        Trajectory cycle = course(REFERENCE, List.of(), 600, step, 5_000);
        List<Double> peaks = new ArrayList<>();
        double[] lowest = baker.states(cycle, 0);
        double[] highest = lowest.clone();
        for (int k = 1; k < cycle.points() - 1; k++) {
            for (int i = 0; i < 4; i++) {
                lowest[i] = Math.min(lowest[i], cycle.state(k, i));
                highest[i] = Math.max(highest[i], cycle.state(k, i));
            }
            if (cycle.state(k, P) > cycle.state(k - 1, P) && cycle.state(k, P) >= cycle.state(k + 1, P)) {
                peaks.add(cycle.time(k));
            }
        }
        assertThat(lowest[0]).isCloseTo(0.1645, within(0.0001));
        assertThat(highest[0]).isCloseTo(0.4244, within(0.0001));
        assertThat(lowest[1]).isCloseTo(2.03, within(0.006));
        assertThat(highest[1]).isCloseTo(5.82, within(0.006));
        assertThat((peaks.getLast() - peaks.getFirst()) / (peaks.size() - 1)).isCloseTo(8.28, within(0.006));
    }

    @ParameterizedTest
    @CsvSource({"to_p", "to_m", "to_f"})
    void b6TakingOneQuantityAwayNeverCures(String quantity) {
        assertThat(phasesCured(Map.of(quantity, -1000.0))).isZero();
    }

    @Test
    void b7OneCombinedDoseCuresAtOneMomentOnly() {
        Map<String, Double> dose = Map.of("to_p", -0.2, "to_m", -0.5, "to_f", -0.4);
        assertThat(cured(REFERENCE, List.of(baker.dose(20, dose)))).isTrue();
        assertThat(cured(REFERENCE, List.of(baker.dose(16, dose)))).isFalse();
        assertThat(phasesCured(dose)).isBetween(17L, 19L); // 45 % of 40
    }

    @Test
    void b8SixSmallDosesCure() {
        assertThat(cured(REFERENCE, repeated(6, 10, Map.of("to_p", -0.1, "to_m", -0.2, "to_f", -0.1))))
                .isTrue();
    }

    @ParameterizedTest(name = "{0} units cure at {1} % of the phases")
    @CsvSource({"10, 0", "20, 5", "30, 38", "40, 50", "60, 68", "80, 83"})
    void b9ShareOfPhasesCuredByTheAntiInflammatoryCytokine(double units, double percent) {
        double phase = 100.0 / PHASES;
        assertThat(phasesCured(Map.of("to_a", units)) * phase).isCloseTo(percent, within(phase + 0.5));
    }

    @Test
    void b9ThreeSmallerDosesCureAtSomePhase() {
        long cured = 0;
        for (int k = 0; k < PHASES; k++) {
            double start = 20 + k * 8.28 / PHASES;
            List<Dose> doses = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                doses.add(baker.dose(start + 14 * i, Map.of("to_a", 20.0)));
            }
            cured += cured(REFERENCE, doses) ? 1 : 0;
        }
        assertThat(cured).isBetween(1L, (long) PHASES - 1);
    }

    @Test
    void b10StrongFragmentsLeaveOnePersistentState() {
        assertThat(steady.along(PERSISTENT, 0, 2)).hasSize(1);
        double[] y = steady.near(PERSISTENT, 0.41);
        assertThat(y[0]).isCloseTo(0.4131, within(0.6e-4));
        assertThat(y[1]).isCloseTo(8.288, within(0.6e-3));
        assertThat(y[2]).isCloseTo(1.468, within(0.6e-3));
        assertThat(y[3]).isCloseTo(1.468, within(0.6e-3));
        assertThat(unstableDirections(PERSISTENT, 0.41)).isZero();
        assertThat(Math.round(100 * 0.4 / y[0])).isEqualTo(97);
        assertThat(Math.round(100 * 1.2 / y[2])).isEqualTo(82);
        assertThat(Math.round(100 * 1.1 / y[3])).isEqualTo(75);
    }

    @Test
    void b11FiveHundredUnitsAreSixtyTimesTheInflamedLevelAndStillDoNotCure() {
        double[] inflamed = steady.near(PERSISTENT, 0.41);
        assertThat(500 / inflamed[1]).isCloseTo(60, within(0.5));
        Trajectory course = baker.solve(PERSISTENT, List.of(baker.dose(20, Map.of("to_a", 500.0))), 24, 400);
        assertThat(course.state(0, P)).isLessThan(0.05);
        assertThat(course.state(1, P)).isCloseTo(inflamed[0], within(1e-4));
    }

    @Test
    void b12FasterClearanceOfFragmentsSparesLoweringThem() {
        List<Dose> six = repeated(6, 10, Map.of("to_p", -0.4, "to_m", -0.4));
        assertThat(cured(Map.of("gf", 1.15), six)).isTrue();
        assertThat(cured(Map.of("gf", 1.15), List.of())).isFalse();
    }

    /** The measure behind the published ranking is not given; the elasticity of the inflamed p finds these among its first four. */
    @Test
    void b13InflamedStateIsMostSensitiveToCalmingCytokinesAndClearance() {
        List<String> ranked = ranked(PERSISTENT, 0.41);
        assertThat(ranked.subList(0, 2)).containsExactlyInAnyOrder("Afp", "Afh");
        assertThat(ranked.subList(0, 4)).contains("gp");
        assertThat(ranked(REFERENCE, 0.26).subList(0, 4)).contains("Afh", "Afp", "gp");
    }

    private List<String> ranked(Map<String, Double> set, double near) {
        double before = steady.near(set, near)[P];
        Map<String, Double> elasticity = new HashMap<>();
        for (var parameter : baker.model().parameters()) {
            double value = set.getOrDefault(parameter.name(), parameter.value());
            if (value == 0
                    || parameter.name().endsWith("_start")
                    || parameter.name().equals("n")) {
                continue;
            }
            Map<String, Double> changed = new HashMap<>(set);
            changed.put(parameter.name(), value * 1.01);
            elasticity.put(parameter.name(), Math.abs(steady.near(changed, before)[P] / before - 1));
        }
        return elasticity.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private long phasesCured(Map<String, Double> dose) {
        long cured = 0;
        for (int k = 0; k < PHASES; k++) {
            cured += cured(REFERENCE, List.of(baker.dose(300 + k * 8.28 / PHASES, dose))) ? 1 : 0;
        }
        return cured;
    }

    private List<Dose> repeated(int times, double every, Map<String, Double> dose) {
        List<Dose> doses = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            doses.add(baker.dose(20 + every * i, dose));
        }
        return doses;
    }

    private boolean cured(Map<String, Double> set, List<Dose> doses) {
        return baker.solve(set, doses, 600).state(0, P) < CURED;
    }

    private Trajectory course(Map<String, Double> set, List<Dose> doses, double from, double step, int points) {
        double[] times = new double[points];
        for (int k = 0; k < points; k++) {
            times[k] = from + k * step;
        }
        return baker.solve(set, doses, times);
    }

    private long unstableDirections(Map<String, Double> set, double near) {
        return java.util.Arrays.stream(eigenvalues(set, near))
                .filter(value -> value.getReal() > 0)
                .count();
    }

    private Complex[] eigenvalues(Map<String, Double> set, double near) {
        return new EigenDecompositionNonSymmetric(steady.jacobian(set, steady.near(set, near))).getEigenvalues();
    }

    @Test
    void startsWhereTheDepositedFileStarts() {
        assertThat(baker.states(baker.solve(REFERENCE, List.of(), 0), 0)).containsExactly(DEPOSITED);
    }

    @Test
    @Tag("slow")
    void inflamedCycleLastsFromTheDepositedStart() {
        assertThat(cured(REFERENCE, List.of())).isFalse();
    }
}
