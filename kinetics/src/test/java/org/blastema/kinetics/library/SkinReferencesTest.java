package org.blastema.kinetics.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.blastema.kinetics.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published models on which the skin model stands, against the tables and exact laws that came with them. */
final class SkinReferencesTest {
    private static final double REST = 0.1125;

    private final LibraryModel burn = new LibraryModel("koppenol-2017");
    private final LibraryModel epidermis = new LibraryModel("clayton-2007");
    private final LibraryModel senescence = new LibraryModel("karin-2019");

    @ParameterizedTest
    @CsvSource({
        "7, 1316, 1644, 1.458e-8, 0.02919",
        "21, 221.5, 4297, 3.782e-8, 0.1069",
        "60, 5.543, 6761, 1.193e-7, 0.4729",
        "180, 1783, 194.9, 0, 0.6795",
        "365, 7620, 0.003, 0, 0.1694",
        "2000, 10000, 0, 0, 0.1125"
    })
    void burnHealsAsInTheTable(double day, double fibroblasts, double myofibroblasts, double signal, double collagen) {
        Trajectory course = burn.solve(Map.of(), List.of(), day);
        assertThat(course.state(0, burn.state("N"))).isCloseTo(fibroblasts, within(6e-4 * fibroblasts));
        assertThat(course.state(0, burn.state("M"))).isCloseTo(myofibroblasts, within(6e-4 * myofibroblasts + 5e-4));
        assertThat(course.state(0, burn.state("c"))).isCloseTo(signal, within(6e-4 * signal + 1e-12));
        assertThat(course.state(0, burn.state("rho"))).isCloseTo(collagen, within(6e-4 * collagen));
    }

    @Test
    void burnPeaksOnItsDays() {
        double[] days = IntStream.rangeClosed(1, 300).asDoubleStream().toArray();
        Trajectory course = burn.solve(Map.of(), List.of(), days);
        peak(course, burn.state("M"), 7831, 103);
        peak(course, burn.state("rho"), 1.123, 119);
    }

    private static void peak(Trajectory course, int state, double height, int day) {
        int highest = IntStream.range(0, course.points())
                .reduce(0, (a, b) -> course.state(b, state) > course.state(a, state) ? b : a);
        assertThat(course.time(highest)).isCloseTo(day, within(1.0));
        assertThat(course.state(highest, state)).isCloseTo(height, within(6e-4 * height));
    }

    @Test
    void derivedConstantsAgreeWithThosePublished() {
        double[] quantities = new double[burn.model().quantities().size()];
        burn.solve(Map.of(), List.of(), 0).quantities(0, burn.values(Map.of()), quantities);
        for (int i = 0; i < quantities.length; i++) {
            switch (burn.model().quantities().get(i).name()) {
                case "q" -> assertThat(quantities[i]).isCloseTo(-0.41507, within(1e-5));
                case "krho" -> assertThat(quantities[i]).isCloseTo(7.594e-8, within(1e-11));
                default -> assertThat(quantities[i]).isFinite();
            }
        }
    }

    /** Healthy skin is left by a trace of signal only where the signal makes itself faster than 5.625e-13 g a cell and day. */
    @ParameterizedTest
    @CsvSource({"5.6e-13, -1", "5.65e-13, 1"})
    void healthySkinIsStableUpToItsBound(double making, double direction) {
        Map<String, Double> healthy = Map.of("kc", making, "N_start", 1e4, "rho_start", REST, "c_start", 1e-15);
        double signal = burn.solve(healthy, List.of(), 20).state(0, burn.state("c"));
        assertThat(Math.signum(signal - 1e-15)).isEqualTo(direction);
    }

    /** Exact laws of a critical birth and death process at 52 weeks. */
    @Test
    void clonesOfTheEpidermisDieOutByTheirLaw() {
        Trajectory course = epidermis.solve(Map.of(), List.of(), 52, 500);
        assertThat(1 / course.state(0, epidermis.state("alive"))).isCloseTo(5.576, within(1e-6));
        assertThat(course.state(0, epidermis.state("alive"))).isCloseTo(0.179, within(5e-4));
        assertThat(course.state(1, epidermis.state("A"))).isCloseTo(0.22, within(1e-9));
        assertThat(course.state(1, epidermis.state("D"))).isCloseTo(1.1 * 0.22 / 0.31, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"25, 1.37", "50, 2.13", "70, 3.41", "80, 4.67"})
    void senescentCellsGatherWithAge(double age, double mean) {
        double[] quantities = new double[senescence.model().quantities().size()];
        Map<String, Double> person = Map.of("age", age);
        senescence.solve(person, List.of(), 0).quantities(0, senescence.values(person), quantities);
        assertThat(quantities[1]).isCloseTo(mean, within(0.006));
    }

    /** Without noise the number settles where making equals removal, below the mean with noise. */
    @Test
    void senescentCellsWithoutNoiseSettleByHand() {
        double settled = senescence.solve(Map.of(), List.of(), 200).state(0, senescence.state("X"));
        double made = 0.00135 * (50 + 200 / 365.25);
        assertThat(settled).isCloseTo(0.5 * made / (0.15 - made), within(2e-3));
        assertThat(settled).isLessThan(2.13);
    }
}
