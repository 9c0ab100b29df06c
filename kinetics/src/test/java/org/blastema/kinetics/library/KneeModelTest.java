package org.blastema.kinetics.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.blastema.core.Distribution;
import org.blastema.kinetics.Dose;
import org.blastema.kinetics.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The knee model at its nominal values against the table that came with it (reference person, pain 60 mm). */
final class KneeModelTest {
    private static final double[] DAYS = {1, 7, 14, 30, 60, 90, 180, 365, 540, 729};
    private static final double[] SALINE = {59.81, 51.69, 47.41, 44.52, 44.69, 45.58, 48.04, 51.87, 54.35, 56.19};

    private final LibraryModel knee = new LibraryModel("knee", 1e-6);

    @Test
    void withoutInjectionPainStaysWhereItIs() {
        for (double pain : pain(List.of())) {
            assertThat(pain).isCloseTo(60, within(1e-6));
        }
    }

    @Test
    void salineFollowsItsTable() {
        assertThat(pain(List.of(saline(0)))).containsExactly(SALINE, within(0.1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2e6   | 3.77 -0.27 -0.78 -0.94 -1.02 -1.00 -0.82 -0.55 -0.39 -0.28
            1e7   | 3.07 -1.80 -2.52 -3.11 -3.59 -3.67 -3.17 -2.14 -1.54 -1.09
            2.5e7 | 2.76 -2.72 -3.75 -4.83 -5.92 -6.31 -5.79 -3.98 -2.86 -2.02
            5e7   | 2.62 -3.23 -4.51 -5.98 -7.62 -8.40 -8.23 -5.78 -4.15 -2.93
            1e8   | 2.54 -3.55 -5.02 -6.80 -8.93 -10.14 -10.66 -7.77 -5.59 -3.95
            """)
    void cellsDifferFromSalineAsInTheTable(double cells, String differences) {
        assertThat(againstSaline(cells(0, cells))).containsExactly(numbers(differences), within(0.1));
    }

    @Test
    void corticosteroidDiffersFromSalineAsInTheTable() {
        assertThat(againstSaline(steroid(0)))
                .containsExactly(numbers("-5.83 -7.90 -8.93 -9.76 -8.48 -6.05 -1.64 -0.41 -0.28 -0.20"), within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"2e6, 0.9552", "1e7, 0.9592", "2.5e7, 0.9637", "5e7, 0.9680", "1e8, 0.9725"})
    void collagenAtOneYear(double cells, double collagen) {
        Trajectory course = knee.solve(Map.of(), List.of(cells(0, cells)), 365);
        assertThat(course.state(0, knee.state("Qc"))).isCloseTo(collagen, within(1e-4));
    }

    @Test
    void corticosteroidEveryTwelveWeeksDoublesTheLossOfCollagen() {
        List<Dose> nine = new ArrayList<>();
        for (int day = 0; day <= 672; day += 84) {
            nine.add(steroid(day));
        }
        int collagen = knee.state("Qc");
        assertThat(knee.solve(Map.of(), List.of(steroid(0)), 365).state(0, collagen))
                .isCloseTo(0.9432, within(1e-4));
        assertThat(knee.solve(Map.of(), nine, 730).state(0, collagen)).isCloseTo(0.8195, within(2e-4));
        assertThat(knee.solve(Map.of(), List.of(saline(0)), 730).state(0, collagen))
                .isCloseTo(0.9102, within(2e-4));
    }

    @Test
    void cellsLeftInTheJoint() {
        Trajectory course = knee.solve(Map.of(), List.of(cells(0, 5e7)), 1, 30, 180);
        int fast = knee.state("cells.fast");
        int slow = knee.state("cells.slow");
        assertThat(course.state(0, fast)).isCloseTo(2.28e7, within(0.01e7));
        assertThat(course.state(0, slow)).isCloseTo(1.00e7, within(0.01e7));
        assertThat(course.state(1, fast)).isCloseTo(892, within(1.0));
        assertThat(course.state(1, slow)).isCloseTo(6.37e6, within(0.01e6));
        assertThat(course.state(2, slow)).isCloseTo(6.3e5, within(0.05e5));
    }

    @Test
    void withoutEffectCellsEqualSalineButForTheFlare() {
        double[] none = pain(Map.of("efficacy", 0.0), List.of(cells(0, 5e7)));
        double[] saline = pain(List.of(saline(0)));
        for (int i = 3; i < DAYS.length; i++) {
            assertThat(none[i]).isCloseTo(saline[i], within(0.001));
        }
        assertThat(none[0]).isGreaterThan(saline[0] + 4);
    }

    @Test
    void dosesDoNotRankUnderTheFlatShapeAndTurnOverUnderTheInvertedU() {
        Map<String, Double> flat = Map.of("dose_shape", 0.0);
        assertThat(pain(flat, List.of(cells(0, 1e7)))[6])
                .isCloseTo(pain(flat, List.of(cells(0, 1e8)))[6], within(1e-6));
        Map<String, Double> inverted = Map.of("dose_shape", 2.0);
        double best = pain(inverted, List.of(cells(0, 2.5e7)))[6];
        assertThat(best).isLessThan(pain(inverted, List.of(cells(0, 2e6)))[6]);
        assertThat(best).isLessThan(pain(inverted, List.of(cells(0, 1e8)))[6]);
    }

    /** SD of two visits that share nothing but the person, 16 mm each with the noise of a report, is what the two parts leave. */
    @Test
    void painWandersFromThatAtEntryWithinWeeks() {
        double[] wandered = pain(Map.of("wander", 10.0), List.of());
        assertThat(wandered[0]).isCloseTo(60 + 10 * Math.sqrt(1 - Math.exp(-1.0 / 30)), within(1e-6));
        assertThat(wandered[3]).isCloseTo(60 + 10 * Math.sqrt(1 - Math.exp(-1)), within(1e-6));
        assertThat(wandered[9]).isCloseTo(70, within(1e-6));
        double noise = deviation("noise");
        double wander = deviation("wander");
        assertThat(Math.hypot(Math.sqrt(2) * noise, wander)).isCloseTo(Math.sqrt(2) * 16, within(0.05));
    }

    private double deviation(String parameter) {
        return knee.model().parameters().stream()
                .filter(each -> each.name().equals(parameter))
                .map(each -> ((Distribution.Normal) each.spreads().getFirst().distribution()).sd())
                .findFirst()
                .orElseThrow();
    }

    private double[] againstSaline(Dose dose) {
        double[] treated = pain(List.of(dose));
        double[] saline = pain(List.of(saline(0)));
        double[] difference = new double[DAYS.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = treated[i] - saline[i];
        }
        return difference;
    }

    private double[] pain(List<Dose> doses) {
        return pain(Map.of(), doses);
    }

    private double[] pain(Map<String, Double> changed, List<Dose> doses) {
        Trajectory course = knee.solve(changed, doses, DAYS);
        double[] readouts = new double[knee.model().readouts().size()];
        double[] values = knee.values(changed);
        double[] pain = new double[DAYS.length];
        for (int i = 0; i < pain.length; i++) {
            course.readouts(i, values, readouts);
            pain[i] = readouts[knee.readout("pain-vas")];
        }
        return pain;
    }

    private Dose saline(double day) {
        return knee.dose(day, Map.of("flare", 2.0));
    }

    private Dose steroid(double day) {
        return knee.dose(day, Map.of("steroid", 1.0, "flare", 2.0));
    }

    private Dose cells(double day, double cells) {
        return knee.dose(day, Map.of("cells", cells, "flare", 8.0));
    }

    private static double[] numbers(String row) {
        return java.util.Arrays.stream(row.trim().split(" +"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
