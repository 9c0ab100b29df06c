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

/** Stromal cells in a vein: where they live and for how long, what they leave behind, and what it takes. */
final class MscInfusionTest {
    private static final double HOUR = 1.0 / 24;
    private static final double ALIVE = 0.85;
    private static final Map<String, Double> INFLAMED = Map.of("inflamed", 3.0);
    private static final Map<String, Double> RISKY = Map.of("inflamed", 3.0, "luck_dsa", 0.01);

    private final LibraryModel model = new LibraryModel("msc-infusion");

    @Test
    void halfOfTheCellsInTheLungAreGoneAfterEightHours() {
        Trajectory course = model.solve(INFLAMED, List.of(cells(0, 1e8)), 8 * HOUR, 24 * HOUR, 72 * HOUR);
        double given = ALIVE * 0.9 * 1e8;
        assertThat(course.state(0, model.state("L")) / given).isCloseTo(0.5, within(0.005));
        assertThat((course.state(2, model.state("L")) + course.state(2, model.state("S"))) / (ALIVE * 1e8))
                .isLessThan(0.1);
    }

    /** Nobody is lost from the living to the eaten: with eating switched off all living cells end up dying. */
    @Test
    void everyLivingCellDies() {
        Map<String, Double> uneaten = Map.of("k_eat", 0.0);
        Trajectory course = model.solve(uneaten, List.of(cells(0, 1e8)), 0.5, 30);
        for (int k = 0; k < 2; k++) {
            double all = course.state(k, model.state("L"))
                    + course.state(k, model.state("S"))
                    + course.state(k, model.state("A"));
            assertThat(all).isCloseTo(ALIVE * 1e8, within(1.0));
        }
        assertThat(course.state(1, model.state("A"))).isCloseTo(ALIVE * 1e8, within(1e3));
    }

    @ParameterizedTest
    @CsvSource({"0.5", "0.9", "1.0"})
    void nothingIsLeftBehindWhereInflammationIsNormal(double inflamed) {
        Map<String, Double> host = Map.of("inflamed", inflamed);
        Trajectory course = model.solve(host, List.of(cells(0, 1e9)), 1, 100);
        assertThat(course.state(0, model.state("Reg"))).isZero();
        assertThat(course.state(1, model.state("Reg"))).isZero();
        assertThat(model.quantities("secreted", host, List.of(cells(0, 1e9)), 0.1, 1))
                .containsOnly(0);
    }

    @Test
    void regulatoryCellsOutliveTheCellsByWeeksAndFadeBySixMonths() {
        Trajectory course = model.solve(INFLAMED, List.of(cells(0, 1e8)), 5, 20, 65, 182);
        double early = course.state(1, model.state("Reg"));
        assertThat(course.state(0, model.state("L"))).isLessThan(1e5);
        assertThat(course.state(2, model.state("Reg")) / early).isCloseTo(Math.exp(-1), within(1e-3));
        assertThat(course.state(3, model.state("Reg")) / early).isLessThan(0.03);
    }

    @Test
    void moreCellsMakeMoreRegulatoryCellsAndSaturate() {
        double few = reg(Map.of(), 2e7);
        double some = reg(Map.of(), 1e8);
        double many = reg(Map.of(), 2e8);
        assertThat(some / few).isBetween(1.0, 5.0);
        assertThat(many / some).isBetween(1.0, some / few);
        assertThat(reg(Map.of("efficacy", 0.0), 1e8)).isZero();
    }

    /** The push of the first hours is largest at once, falls with the hours, and asks for no inflammation. */
    @Test
    void infusionPushesInflammationForHours() {
        double[] push = model.quantities("push", Map.of(), List.of(cells(0, 1e8)), 0.001, 6 * HOUR, 2);
        assertThat(push[0]).isCloseTo(2 * ALIVE * 1e8 / 75 / 1e6, within(0.02));
        assertThat(push[1] / push[0]).isCloseTo(Math.exp(-1), within(0.005));
        assertThat(push[2]).isLessThan(0.01);
    }

    @ParameterizedTest
    @CsvSource({"0.25e6, 0", "1e6, 0", "3.9e6, 0", "4e6, 1"})
    void coagulationIsFlaggedAtTheDoseOfTheVolunteers(double perKilogram, double flag) {
        Dose dose = model.dose(0, Map.of("cells_per_kg", perKilogram));
        assertThat(model.quantities("clotting", Map.of(), List.of(dose), 1)).containsExactly(flag);
    }

    @Test
    void antibodiesComeToOneOfNineOfThoseGivenCellsAndToNobodyElse() {
        assertThat(antibodies(0.114, 1e8, 27.9)).isZero();
        assertThat(antibodies(0.114, 1e8, 28.1)).isEqualTo(1);
        assertThat(antibodies(0.116, 1e8, 365)).isZero();
        assertThat(antibodies(0.114, 0, 365)).isZero();
    }

    @Test
    void laterCellsDieThreeTimesFasterOnceThereAreAntibodies() {
        List<Dose> twice = List.of(cells(0, 1e8), cells(60, 1e8));
        double without = model.solve(INFLAMED, twice, 60 + 8 * HOUR).state(0, model.state("L"));
        double with = model.solve(RISKY, twice, 60 + 8 * HOUR).state(0, model.state("L"));
        assertThat(with / without).isCloseTo(Math.exp(-2 * 1.9 / 3), within(1e-3));
        double first = model.solve(RISKY, twice, 8 * HOUR).state(0, model.state("L"));
        assertThat(first / without).isCloseTo(1, within(1e-6));
    }

    /** One infection at each expected number that its throw of dice names, and a rate that regulatory cells may move. */
    @Test
    void infectionsAreCountedAtTheirRate() {
        Map<String, Double> lucks = new HashMap<>();
        for (int i = 1; i <= 6; i++) {
            lucks.put("luck_" + i, Math.exp(-0.5));
        }
        assertThat(model.readouts("infections", lucks, List.of(), 180, 190, 365, 366))
                .containsExactly(0, 1, 1, 2);
        Map<String, Double> more = new HashMap<>(lucks);
        more.putAll(Map.of("infection_by_reg", 1.0, "inflamed", 3.0));
        assertThat(model.solve(more, List.of(cells(0, 1e8)), 365.25).state(0, model.state("bouts")))
                .isGreaterThan(1.01);
    }

    private double reg(Map<String, Double> changed, double cells) {
        Map<String, Double> with = new HashMap<>(INFLAMED);
        with.putAll(changed);
        return model.solve(with, List.of(cells(0, cells)), 10).state(0, model.state("Reg"));
    }

    private double antibodies(double luck, double cells, double day) {
        return model.solve(Map.of("luck_dsa", luck), List.of(cells(0, cells)), day)
                .state(0, model.state("host.antibody"));
    }

    private Dose cells(double day, double cells) {
        return model.dose(day, Map.of("cells", cells));
    }
}
