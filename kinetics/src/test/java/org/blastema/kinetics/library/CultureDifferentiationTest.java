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

/** Cells turned in a dish: within the days of their culture, by their cue alone, and none lost from the count. */
final class CultureDifferentiationTest {
    private final LibraryModel dish = new LibraryModel("culture-differentiation");

    @ParameterizedTest
    @CsvSource({"bone, 21", "cartilage, 21", "fat, 17.5", "skin, 17.5"})
    void theFullMediumTurnsCellsWithinItsDaysAndIntoNothingElse(String lineage, double day) {
        Trajectory course = dish.solve(Map.of(), List.of(medium(Map.of(lineage + "_cue", 1.0))), day);
        assertThat(at(course, lineage)).isCloseTo(0.95e6, within(1.0));
        for (String other : List.of("bone", "cartilage", "fat", "skin")) {
            if (!other.equals(lineage)) {
                assertThat(at(course, other)).as(other).isZero();
            }
        }
    }

    @Test
    void withoutACueNothingTurns() {
        assertThat(at(dish.solve(Map.of(), List.of(medium(Map.of())), 100), "undecided"))
                .isEqualTo(1e6);
    }

    @Test
    void everyCellIsUndecidedOrOfOneKindAndCuesShareThem() {
        Map<String, Double> cues = Map.of("bone_cue", 1.0, "fat_cue", 1.0, "skin_cue", 0.2);
        Trajectory course = dish.solve(Map.of(), List.of(medium(cues)), 9);
        double all = at(course, "undecided")
                + at(course, "bone")
                + at(course, "cartilage")
                + at(course, "fat")
                + at(course, "skin");
        assertThat(all).isCloseTo(1e6, within(0.01));
        assertThat(at(course, "fat") / at(course, "bone")).isCloseTo(21 / 17.5, within(1e-6));
    }

    @Test
    void aCueSaturates() {
        double weak = turned(0.2);
        double full = turned(1);
        double tenfold = turned(10);
        assertThat(weak).isLessThan(full);
        assertThat(tenfold).isBetween(full, 1.25 * full);
    }

    private double turned(double cue) {
        return at(dish.solve(Map.of(), List.of(medium(Map.of("bone_cue", cue))), 1), "bone");
    }

    private Dose medium(Map<String, Double> cues) {
        Map<String, Double> fields = new HashMap<>(cues);
        fields.put("cells", 1e6);
        return dish.dose(0, fields);
    }

    private double at(Trajectory course, String state) {
        return course.state(0, dish.state(state));
    }
}
