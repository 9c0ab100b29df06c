package org.blastema.kinetics.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.blastema.kinetics.Dose;
import org.blastema.kinetics.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells multiplied in culture: published doubling times and limits by hand, and that all cells descend from the founders. */
final class CellExpansionModelTest {
    private static final Map<String, Double> CORD = Map.of(
            "doubling0", 31.9, "used_ref", 14.5, "most30", 1000.0, "c_age", 0.0, "age_yield", 0.0, "batch_cells", 1e30);

    private final LibraryModel culture = new LibraryModel("cell-expansion", 1e-8);

    /** Wharton's jelly: 29 doublings of 31.9 hours in passages 1 to 10, 28 of 38.4 in 11 to 20. */
    @Test
    void cordCellsDoubleInTheTimesCounted() {
        double early = 29 * 31.9 / 24;
        double late = 28 * 38.4 / 24;
        Trajectory course = culture.solve(CORD, List.of(donation(1000)), early, early + late);
        assertThat(at(course, 0, "doublings")).isCloseTo(29, within(0.2));
        assertThat(at(course, 1, "doublings")).isCloseTo(57, within(0.4));
    }

    @Test
    void doublingTimeRisesWithTheDoublingsUsed() {
        Trajectory course = culture.solve(CORD, List.of(donation(1000)), 40);
        double time = quantity(course, 0, CORD, "doubling_time");
        assertThat(time).isCloseTo(31.9 * Math.exp(0.0065 * (at(course, 0, "doublings") - 14.5)), within(1e-6));
        assertThat(Math.log(38.4 / 31.9) / 28.5).isCloseTo(0.0065, within(0.00005));
    }

    /** Stenderup 2003: 41 doublings at about 24 years, 24 at about 74; 0.34 fewer a year. */
    @ParameterizedTest
    @CsvSource({"24, 41", "74, 24"})
    void oldDonorsHaveFewerDoublings(double age, double doublings) {
        Map<String, Double> donor = Map.of("donor_age", age);
        Trajectory course = culture.solve(donor, List.of(donation(1000)), 1);
        assertThat(quantity(course, 0, donor, "most_doublings")).isCloseTo(doublings, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"24", "74"})
    void growthStopsAtTheLimitOfTheDonorWithAllCellsOld(double age) {
        Map<String, Double> donor = Map.of("donor_age", age, "batch_cells", 1e30);
        Trajectory course = culture.solve(donor, List.of(donation(1000)), 600, 1200);
        double most = quantity(course, 0, donor, "most_doublings");
        assertThat(at(course, 1, "doublings")).isBetween(most - 2, most + 4);
        assertThat(at(course, 1, "doublings") - at(course, 0, "doublings")).isLessThan(0.01);
        assertThat(at(course, 1, "old")).isBetween(0.999, 1.0);
    }

    @Test
    void theNumberIsTheFoundersTimesTwoToTheDoublings() {
        Trajectory course = culture.solve(Map.of(), List.of(donation(276)), 5, 40, 120, 400);
        for (int point = 0; point < 4; point++) {
            double expected = at(course, point, "started") * Math.pow(2, at(course, point, "doublings"));
            assertThat(at(course, point, "number") / expected).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void anOldDonorGivesAThirdAsManyFounders() {
        Trajectory young = culture.solve(Map.of("donor_age", 19.0), List.of(donation(1000)), 1);
        double founders = at(young, 0, "started");
        Trajectory old = culture.solve(Map.of("donor_age", 56.8), List.of(donation(1000)), 1);
        assertThat(founders / at(old, 0, "started")).isCloseTo(3.8 / 1.2, within(0.01));
    }

    @Test
    void theCultureEndsAtItsLimitAndTheFirstDoseHasItsDay() {
        Map<String, Double> set = new HashMap<>(CORD);
        set.putAll(Map.of("limit", 10.0, "b_used", 0.0, "after_thaw", 1.0));
        Trajectory course = culture.solve(set, List.of(donation(1e6)), 100);
        assertThat(at(course, 0, "number")).isCloseTo(1.024e9, within(1e4));
        assertThat(at(course, 0, "growing")).isZero();
        assertThat(at(course, 0, "first_day")).isCloseTo(31.9 / 24 * Math.log(100) / Math.log(2), within(1e-4));
    }

    @Test
    void aBatchIsHarvestedAtItsCellsAndKeepsItsDoses() {
        Trajectory course = culture.solve(Map.of(), List.of(donation(1e5)), 60, 180);
        for (int point = 0; point < 2; point++) {
            assertThat(at(course, point, "number")).isCloseTo(1e9, within(1e4));
        }
        assertThat(quantity(course, 1, Map.of(), "doses")).isCloseTo(8.5, within(0.001));
    }

    @Test
    void nothingGrowsWithoutADonation() {
        Trajectory course = culture.solve(Map.of(), List.of(), 100);
        assertThat(at(course, 0, "doublings")).isZero();
        assertThat(at(course, 0, "first_day")).isEqualTo(-1);
    }

    private Dose donation(double founders) {
        return culture.dose(0, Map.of("founders", founders));
    }

    private double at(Trajectory course, int point, String state) {
        return course.state(point, culture.state(state));
    }

    private double quantity(Trajectory course, int point, Map<String, Double> set, String name) {
        double[] quantities = new double[culture.model().quantities().size()];
        course.quantities(point, culture.values(set), quantities);
        return quantities[
                culture.model().quantities().stream()
                        .map(each -> each.name())
                        .toList()
                        .indexOf(name)];
    }
}
