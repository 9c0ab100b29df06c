package org.blastema.kinetics.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.blastema.kinetics.Dose;
import org.blastema.kinetics.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Day and others 2006: single doses of endotoxin, the lethal one, and what a first dose does to the answer to a second. */
final class Day2006Test {
    private static final double TENTH = 0.1;

    private final LibraryModel model = new LibraryModel("day-2006");

    @ParameterizedTest
    @CsvSource({
        "1, 0.1107, 12.5, 1.238",
        "3, 0.1506, 19.7, 2.190",
        "6, 0.1745, 25.5, ",
        "10, 0.1922, 32.1, ",
    })
    void singleDosePeaks(double dose, double phagocytes, double hour, Double damage) {
        Trajectory course = model.solve(Map.of(), List.of(dose(0, dose)), hours(0, 150));
        int highest = highest(course, "N");
        assertThat(course.state(highest, model.state("N"))).isCloseTo(phagocytes, within(0.6e-4));
        assertThat(course.time(highest)).isCloseTo(hour, within(0.21)); // the hours were read off a coarser grid
        if (damage != null) {
            assertThat(course.state(highest(course, "D"), model.state("D"))).isCloseTo(damage, within(0.6e-3));
        }
    }

    @Test
    void damageLastsAboveTheLethalDose() {
        double below = 10;
        double above = 30;
        while (above - below > 1e-3) {
            double middle = 0.5 * (below + above);
            boolean lasts =
                    model.solve(Map.of(), List.of(dose(0, middle)), 2000).state(0, model.state("D")) > 1;
            below = lasts ? below : middle;
            above = lasts ? middle : above;
        }
        assertThat(above).isCloseTo(16.90, within(0.006));
    }

    /**
     * Early a second dose is answered more strongly than alone (potentiation), from twelve hours on more weakly (tolerance). Within 200
     * hours; after the early ones the damage runs away and phagocytes go on rising.
     */
    @ParameterizedTest
    @CsvSource({"3, 0.503", "6, 0.481", "12, 0.097", "24, 0.0915", "48, 0.093"})
    void answerToASecondDoseDependsOnTheGap(double gap, double rise) {
        double before = model.solve(Map.of(), List.of(dose(0, 1)), gap).state(0, model.state("N"));
        Trajectory course = model.solve(Map.of(), List.of(dose(0, 1), dose(gap, 3)), hours(gap, 200));
        double most = course.state(highest(course, "N"), model.state("N"));
        assertThat(most - before).isCloseTo(rise, within(gap == 24 ? 0.6e-4 : 0.6e-3));
    }

    @Test
    void nothingHappensWithoutEndotoxin() {
        double[] y = model.states(model.solve(Map.of(), List.of(), 1000), 0);
        assertThat(y).containsExactly(new double[] {0, 0, 0, 0.125}, within(1e-12));
    }

    private Dose dose(double time, double amount) {
        return model.dose(time, Map.of("dose", amount));
    }

    private static double[] hours(double from, double length) {
        return IntStream.rangeClosed(1, (int) Math.round(length / TENTH))
                .mapToDouble(i -> from + TENTH * i)
                .toArray();
    }

    private int highest(Trajectory course, String name) {
        int state = model.state(name);
        return IntStream.range(0, course.points())
                .reduce(0, (a, b) -> course.state(b, state) > course.state(a, state) ? b : a);
    }
}
