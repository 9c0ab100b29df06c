package org.blastema.kinetics.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.blastema.kinetics.Dose;
import org.blastema.kinetics.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The muscle model at its nominal values against the reference outputs of the prototype, which were read every quarter of a day. */
final class MuscleModelTest {
    private static final double STEP = 0.25;
    private static final Map<String, Double> TOXIN = injury(1, 0.9, 1, 0.15);
    private static final Map<String, Double> CRUSH = injury(1, 0.95, 0.3, 0.15);
    private static final Map<String, Double> STRETCH = injury(1, 0.3, 0.9, 0.15);

    private final LibraryModel muscle = new LibraryModel("muscle", 1e-7);

    @Test
    void hasTheStatesOfTheNotesTheDayOfFitnessAndTheFateOfGivenCells() {
        assertThat(muscle.model().states()).hasSize(18 + 5);
    }

    @ParameterizedTest
    @CsvSource({
        "N, 1.579, 0.50",
        "M1, 1.515, 1.25",
        "M2, 1.408, 4.50",
        "A, 4.699, 4.75",
        "B, 2.189, 7.75",
        "P, 2.966, 7.25"
    })
    void cellsPeakAfterToxin(String state, double height, double day) {
        Trajectory course = course(TOXIN, List.of(), 28);
        assertPeak(points(course, point -> at(course, point, state)), height, day);
    }

    @Test
    void satelliteCellsPeakAfterToxin() {
        Trajectory course = course(TOXIN, List.of(), 28);
        assertPeak(points(course, point -> at(course, point, "Q") + at(course, point, "A")), 5.66, 4.75);
    }

    @ParameterizedTest
    @CsvSource({"5, 0.178", "7, 0.332", "10, 0.607", "14, 0.884", "21, 0.991", "28, 0.992"})
    void fibresGrowBackAfterToxin(double day, double area) {
        assertThat(fibres(TOXIN, day)).isCloseTo(area, within(0.001));
    }

    @Test
    void vesselsAreBackAndLittleScarIsLeftAfterToxin() {
        Trajectory course = muscle.solve(TOXIN, List.of(), 28);
        assertThat(at(course, 0, "K")).isCloseTo(0.975, within(0.001));
        assertThat(at(course, 0, "C")).isCloseTo(0.008, within(0.0005));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.345, 0.345",
        "1e5, 0.366, 0.372",
        "5e5, 0.444, 0.460",
        "1e6, 0.529, 0.549",
        "2e6, 0.662, 0.690",
        "2.5e6, 0.710, 0.745",
        "5e6, 0.774, 0.847",
        "1e7, 0.788, 0.881"
    })
    void forceOfCrushedMuscleRisesWithTheDose(double cells, double week, double once) {
        assertThat(force(CRUSH, List.of(cells(7, cells)), 28)).isCloseTo(week, within(0.0015));
        assertThat(force(CRUSH, List.of(cells(0, cells)), 28)).isCloseTo(once, within(0.0015));
    }

    @ParameterizedTest
    @CsvSource({"0.12, 0.95, 17.5", "0.35, 0.9, 22.0", "0.65, 0.7, 40.25", "0.70, 0.65, 115.25"})
    void peopleAreReadyOnTheirDay(double destroyed, double scaffold, double day) {
        assertThat(readyDay(injury(2.5, destroyed, scaffold, 50), 200)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"1, 22.0", "0.8, 25.0", "0.6, 31.75"})
    void olderPeopleAreReadyLater(double response, double day) {
        Map<String, Double> changed = new HashMap<>(injury(2.5, 0.35, 0.9, 50));
        changed.put("age", 22 - Math.log(response) / 0.008);
        assertThat(readyDay(changed, 100)).isEqualTo(day);
    }

    @Test
    void stretchedMuscleIsBetterWithCellsAtSevenDaysAndNotAtFourteen() {
        assertThat(strength(STRETCH, List.of(), 7)).isCloseTo(0.810, within(0.001));
        assertThat(strength(STRETCH, List.of(), 14)).isCloseTo(0.989, within(0.001));
        assertThat(strength(STRETCH, List.of(cells(3, 1e6)), 7)).isCloseTo(0.923, within(0.001));
        assertThat(strength(STRETCH, List.of(cells(3, 1e6)), 14)).isCloseTo(0.994, within(0.001));
    }

    /** Faults of the prototype that the model's page names; whoever mends one must change the page. */
    @ParameterizedTest
    @CsvSource({
        "no TNF, tN=0 tM1=0, 28, 0.146",
        "no IL-10, iM2=0, 28, 0.100",
        "M1 to M2 twice as fast, k12=0.956, 28, 0.578",
        "no IL-10 over a floor, iM2=0 fI=0.25, 28, 0.992",
        "no TNF over a floor, tN=0 tM1=0 fT=0.25, 28, 0.904",
        "no IL-10 over two floors, iM2=0 fI=0.15 fT=0.15, 28, 0.992",
        "no TNF over two floors, tN=0 tM1=0 fI=0.15 fT=0.15, 28, 0.234"
    })
    void knownFaults(String name, String changes, double day, double area) {
        assertThat(fibres(with(TOXIN, changes), day)).isCloseTo(area, within(0.001));
    }

    @Test
    void withoutNeutrophilsNoDebrisIsLeftAtDaySeven() {
        assertThat(at(muscle.solve(with(TOXIN, "aN=0"), List.of(), 7), 0, "D")).isLessThan(0.01);
    }

    /** Ochoa 2007: without the way in for monocytes fibres reach half of their size at day 42. */
    @Test
    void withoutMonocytesNothingIsClearedAndFewFibresComeBack() {
        Map<String, Double> none = with(TOXIN, "aM=0");
        assertThat(fibres(none, 42)).isLessThan(0.5);
        assertThat(at(muscle.solve(none, List.of(), 7), 0, "D")).isGreaterThan(0.01);
    }

    @Test
    void moreHgfLossFewerSatelliteCellsAndLessTgfLossFewerToo() {
        assertThat(satellites("kG=3.6")).isLessThan(satellites("kG=3"));
        assertThat(satellites("kX=1.2")).isLessThan(satellites("kX=1.5"));
        assertThat(fibres(with(TOXIN, "kG=3.6"), 14)).isLessThan(fibres(TOXIN, 14));
        assertThat(fibres(with(TOXIN, "kX=1.8"), 14)).isGreaterThan(fibres(TOXIN, 14));
    }

    @Test
    void anUninjuredMuscleKeepsItsFibresAndItsForce() {
        Map<String, Double> none = injury(1, 0, 1, 1);
        Trajectory course = muscle.solve(none, List.of(), 1, 100);
        for (int point = 0; point < 2; point++) {
            assertThat(at(course, point, "F")).isEqualTo(1);
            assertThat(at(course, point, "C")).isEqualTo(0);
            assertThat(quantity(course, point, none, "force")).isEqualTo(1);
        }
        assertThat(at(course, 0, "ready")).isEqualTo(0);
    }

    @Test
    void areasNeverExceedTheWholeAndNothingIsNegative() {
        Trajectory course = course(CRUSH, List.of(cells(7, 1e7)), 56);
        for (int point = 0; point < course.points(); point++) {
            double whole =
                    at(course, point, "D") + at(course, point, "F") + at(course, point, "R") + at(course, point, "C");
            assertThat(whole).isLessThanOrEqualTo(1 + 1e-6);
            for (String state :
                    List.of("D", "N", "M1", "M2", "Q", "A", "B", "R", "F", "P", "C", "G", "T", "I", "X", "V")) {
                assertThat(at(course, point, state)).as(state).isGreaterThanOrEqualTo(-1e-9);
            }
        }
    }

    /** Tissue times scale with theta, exactly so where nothing is injected. */
    @Test
    void withoutCellsThetaStretchesTime() {
        double once = fibres(injury(1, 0.35, 0.9, 50), 7);
        assertThat(fibres(injury(2.5, 0.35, 0.9, 50), 17.5)).isCloseTo(once, within(1e-5));
        assertThat(once).isGreaterThan(fibres(injury(2.5, 0.35, 0.9, 50), 7));
    }

    @Test
    void injectedCellsAreLostInTwoWavesWhateverTheta() {
        for (double theta : new double[] {1, 2.5}) {
            Trajectory course = muscle.solve(injury(theta, 0.35, 0.9, 50), List.of(cells(0, 1e6)), 3, 90);
            assertThat(quantity(course, 0, Map.of(), "S"))
                    .isCloseTo(7e5 * (0.7 * Math.exp(-2.1) + 0.3 * Math.exp(-0.105)), within(10.0));
            assertThat(quantity(course, 0, Map.of(), "S") / 1e6).isCloseTo(0.25, within(0.005));
            assertThat(quantity(course, 1, Map.of(), "S") / 1e6).isCloseTo(0.01, within(0.002));
        }
    }

    @Test
    void withoutEffectCellsChangeNothing() {
        double[] without = muscle.states(muscle.solve(CRUSH, List.of(), 28), 0);
        double[] none = muscle.states(muscle.solve(with(CRUSH, "efficacy=0"), List.of(cells(7, 1e7)), 28), 0);
        for (String state : List.of("D", "M2", "A", "F", "C", "X", "ready")) {
            assertThat(none[muscle.state(state)]).as(state).isCloseTo(without[muscle.state(state)], within(1e-6));
        }
    }

    /** The dose that counts is per gram: ten times the mass and ten times the cells are the same. */
    @Test
    void doseIsPerGram() {
        double small = force(CRUSH, List.of(cells(7, 1e6)), 28);
        assertThat(force(with(CRUSH, "mass=1.5"), List.of(cells(7, 1e7)), 28)).isCloseTo(small, within(1e-6));
        assertThat(force(with(CRUSH, "mass=1.5"), List.of(cells(7, 1e6)), 28)).isLessThan(small);
    }

    @Test
    void theInjectionItselfTakesPainAwayAndNothingElse() {
        Map<String, Double> strain = injury(2.5, 0.35, 0.9, 50);
        Trajectory course = muscle.solve(strain, List.of(), 5, 100);
        double pain = readout(course, 0, strain, "pain-vas");
        double ready = at(course, 1, "ready");
        course = muscle.solve(strain, List.of(cells(3, 0)), 5, 100);
        assertThat(readout(course, 0, strain, "pain-vas")).isCloseTo((1 - 0.29) * pain, within(1e-5));
        assertThat(at(course, 1, "ready")).isCloseTo(ready, within(1e-5));
    }

    /** 20 % are torn again within a year of the return, half of them in 25 days. */
    @Test
    void newTearsFollowTheirHazard() {
        double year = tornWithin(365.25);
        assertThat(year).isCloseTo(0.20, within(0.005));
        assertThat(tornWithin(25) / year).isCloseTo(0.5, within(0.05));
    }

    /** By the luck of a fine grid of people, each of whom returns on the same day. */
    private double tornWithin(double days) {
        int grid = 200;
        double torn = 0;
        Trajectory course = muscle.solve(Map.of(), List.of(), 100);
        for (int i = 0; i < grid; i++) {
            for (int k = 0; k < grid; k++) {
                Map<String, Double> luck = Map.of("luck_early", (i + 0.5) / grid, "luck_late", (k + 0.5) / grid);
                double back = readout(course, 0, luck, "return-to-sport");
                torn += readout(course, 0, luck, "new-tear") - back <= days ? 1 : 0;
            }
        }
        return torn / (grid * grid);
    }

    private void assertPeak(double[] values, double height, double day) {
        int peak = IntStream.range(0, values.length)
                .reduce((i, k) -> values[k] > values[i] ? k : i)
                .orElseThrow();
        assertThat(values[peak]).isCloseTo(height, within(0.0015));
        assertThat(peak * STEP).isEqualTo(day);
    }

    private double satellites(String changes) {
        Trajectory course = muscle.solve(with(TOXIN, changes), List.of(), 6.25);
        return at(course, 0, "Q") + at(course, 0, "A");
    }

    private double fibres(Map<String, Double> set, double day) {
        Trajectory course = muscle.solve(set, List.of(), day);
        return at(course, 0, "F") + at(course, 0, "R");
    }

    private double strength(Map<String, Double> set, List<Dose> doses, double day) {
        return quantity(muscle.solve(set, doses, day), 0, set, "phi");
    }

    private double force(Map<String, Double> set, List<Dose> doses, double day) {
        return quantity(muscle.solve(set, doses, day), 0, set, "force");
    }

    /** The first quarter of a day at which the person is ready. */
    private double readyDay(Map<String, Double> set, double until) {
        double day = at(muscle.solve(set, List.of(), until), 0, "ready");
        return Math.ceil(day / STEP) * STEP;
    }

    private Trajectory course(Map<String, Double> set, List<Dose> doses, double until) {
        return muscle.solve(
                set,
                doses,
                IntStream.rangeClosed(0, (int) (until / STEP))
                        .mapToDouble(i -> i * STEP)
                        .toArray());
    }

    private double[] points(Trajectory course, java.util.function.IntToDoubleFunction value) {
        return IntStream.range(0, course.points()).mapToDouble(value).toArray();
    }

    private double at(Trajectory course, int point, String state) {
        return course.state(point, muscle.state(state));
    }

    private double quantity(Trajectory course, int point, Map<String, Double> set, String name) {
        double[] quantities = new double[muscle.model().quantities().size()];
        course.quantities(point, muscle.values(set), quantities);
        return quantities[
                muscle.model().quantities().stream()
                        .map(each -> each.name())
                        .toList()
                        .indexOf(name)];
    }

    private double readout(Trajectory course, int point, Map<String, Double> set, String name) {
        double[] readouts = new double[muscle.model().readouts().size()];
        course.readouts(point, muscle.values(set), readouts);
        return readouts[muscle.readout(name)];
    }

    private Dose cells(double day, double cells) {
        return muscle.dose(day, Map.of("cells", cells));
    }

    private static Map<String, Double> injury(double theta, double destroyed, double scaffold, double mass) {
        return Map.of("theta", theta, "d0_g2", destroyed, "b_g2", scaffold, "mass", mass);
    }

    private static Map<String, Double> with(Map<String, Double> set, String changes) {
        Map<String, Double> changed = new HashMap<>(set);
        Arrays.stream(changes.split(" "))
                .map(each -> each.split("="))
                .forEach(each -> changed.put(each[0], Double.parseDouble(each[1])));
        return changed;
    }
}
