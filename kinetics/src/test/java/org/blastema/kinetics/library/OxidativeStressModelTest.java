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
import org.junit.jupiter.params.provider.ValueSource;

/** Reactive oxygen in skin and muscle: both models go on as they do alone, and the one term that is added does what it says. */
final class OxidativeStressModelTest {
    private static final double[] DAYS = {2, 6, 20, 60};
    private static final Map<String, Double> FACE = Map.of("cells", 1e7, "trauma", 0.2);
    private static final Map<String, Double> THIGH = Map.of("cells", 2.5e7, "needle", 1.0);
    private static final Map<String, Double> NOBODY_SPECIAL = Map.of("age", 45.0, "muscle.age", 45.0);

    private final LibraryModel both = new LibraryModel("oxidative-stress", 1e-8);

    private Trajectory course(Map<String, Double> changed, List<Dose> doses) {
        return both.solve(changed, doses, DAYS);
    }

    private List<Dose> cells() {
        return List.of(both.dose("treatment", 3, FACE), both.dose("muscle.injection", 3, THIGH));
    }

    private double at(Trajectory course, int point, String state) {
        return course.state(point, both.state(state));
    }

    /** The years before enrolment leave no trace in the muscle, whose strain is new. */
    @ParameterizedTest
    @ValueSource(strings = {"D", "N", "M1", "M2", "Q", "A", "F", "C", "K", "X", "cells.slow", "ready"})
    void theMuscleHealsAsItDoesAlone(String state) {
        LibraryModel muscle = new LibraryModel("muscle", 1e-8);
        Trajectory alone = muscle.solve(Map.of("age", 45.0), List.of(muscle.dose(3, THIGH)), DAYS);
        Trajectory course = course(NOBODY_SPECIAL, cells());
        for (int point = 0; point < DAYS.length; point++) {
            double expected = alone.state(point, muscle.state(state));
            assertThat(at(course, point, "muscle." + state))
                    .isCloseTo(expected, within(1e-3 * Math.max(1, Math.abs(expected))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"R", "I", "X", "Cp", "G"})
    void theSkinGoesOnAsItDoesAlone(String state) {
        LibraryModel skin = new LibraryModel("skin", 1e-8);
        Trajectory alone = skin.solve(Map.of("age", 45.0), List.of(skin.dose(3, FACE)), DAYS);
        Trajectory course = course(NOBODY_SPECIAL, cells());
        for (int point = 0; point < DAYS.length; point++) {
            assertThat(at(course, point, state)).isCloseTo(alone.state(point, skin.state(state)), within(1e-5));
        }
    }

    @Test
    void anUnhurtMuscleStaysAtRest() {
        Trajectory course = course(Map.of("muscle.d0_g2", 0.0), List.of());
        for (int point = 0; point < DAYS.length; point++) {
            assertThat(at(course, point, "O")).isCloseTo(1, within(1e-6));
            assertThat(at(course, point, "muscle_mark")).isCloseTo(1, within(1e-6));
        }
    }

    /** With fast loss reactive oxygen is what is made over what is taken away, and a fast marker is reactive oxygen. */
    @Test
    void isMadeByTheCellsThatClearAndTakenAwayByThoseGiven() {
        Map<String, Double> fast = Map.of("kO", 1e4, "kY", 1e4, "oN", 1.5, "oM", 0.7, "aO", 2.0, "muscle.mass", 5.0);
        Trajectory course = course(fast, cells());
        for (int point = 0; point < DAYS.length; point++) {
            double living = at(course, point, "muscle.cells.fast") + at(course, point, "muscle.cells.slow");
            double drive = living / (living + 6e6 * 5);
            double made = 1 + 1.5 * at(course, point, "muscle.N") + 0.7 * at(course, point, "muscle.M1");
            assertThat(at(course, point, "O")).isCloseTo(made / (1 + 2 * drive), within(2e-3));
            assertThat(at(course, point, "muscle_mark")).isCloseTo(at(course, point, "O"), within(2e-3));
            assertThat(at(course, point, "skin_mark")).isCloseTo(at(course, point, "R"), within(2e-3));
        }
    }

    @Test
    void withoutEffectCellsChangeNothing() {
        Map<String, Double> none = both.model().scenarios().get("null");
        assertThat(none).containsOnlyKeys("efficacy", "muscle.efficacy");
        List<Dose> fluid = List.of(
                both.dose("treatment", 3, Map.of("trauma", 0.2)),
                both.dose("muscle.injection", 3, Map.of("needle", 1.0)));
        for (String state : List.of("R", "O", "skin_mark", "muscle_mark")) {
            double[] given = values(none, cells(), state);
            double[] without = values(none, fluid, state);
            assertThat(given).containsExactly(without, within(1e-7));
            assertThat(values(Map.of(), cells(), state)[1]).isLessThan(without[1] - 0.005);
        }
    }

    /** A solver writes every course over the last, so that two are compared by copies. */
    private double[] values(Map<String, Double> changed, List<Dose> doses, String state) {
        Trajectory course = course(changed, doses);
        return IntStream.range(0, DAYS.length)
                .mapToDouble(point -> at(course, point, state))
                .toArray();
    }
}
