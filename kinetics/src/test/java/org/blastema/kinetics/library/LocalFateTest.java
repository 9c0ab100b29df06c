package org.blastema.kinetics.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.blastema.kinetics.Trajectory;
import org.junit.jupiter.api.Test;

/**
 * The models of knee, muscle and skin keep pools of living cells of their own, whose numbers published runs rest on. Given their
 * half-lives the equations of cell-fate must tell the same number of living cells.
 */
final class LocalFateTest {
    private static final double[] DAYS = {0.5, 2, 7, 30, 90};
    private static final double DOSE = 1e7;

    private final LibraryModel fate = new LibraryModel("cell-fate", 1e-8);

    @Test
    void kneeLosesItsCellsAsCellFateDoes() {
        LibraryModel knee = new LibraryModel("knee", 1e-8);
        Map<String, Double> set = pools(nominal(knee, "phi"), nominal(knee, "kf"), nominal(knee, "ks"));
        set.put("viability", nominal(knee, "v"));
        assertSame(living(knee, "cells", List.of("Cf", "Cs")), set);
    }

    @Test
    void muscleLosesItsCellsAsCellFateDoes() {
        LibraryModel muscle = new LibraryModel("muscle", 1e-8);
        Map<String, Double> set = pools(nominal(muscle, "ff"), nominal(muscle, "kSf"), nominal(muscle, "kSs"));
        set.put("lost", nominal(muscle, "leak"));
        assertSame(living(muscle, "cells", List.of("Sf", "Ss")), set);
    }

    @Test
    void skinLosesItsCellsAsCellFateDoes() {
        LibraryModel skin = new LibraryModel("skin", 1e-8);
        Map<String, Double> set = pools(1, nominal(skin, "kA"), 1);
        set.put("lost", 1 - nominal(skin, "fret"));
        assertSame(living(skin, "cells", List.of("At")), set);
    }

    private void assertSame(double[] ofUse, Map<String, Double> set) {
        Trajectory course = fate.solve(set, List.of(fate.dose("injection", 0, Map.of("cells", DOSE))), DAYS);
        for (int point = 0; point < DAYS.length; point++) {
            double target = course.state(point, fate.state("fast")) + course.state(point, fate.state("slow"));
            assertThat(target).as("day " + DAYS[point]).isCloseTo(ofUse[point], within(1e-5 * DOSE));
        }
    }

    private static Map<String, Double> pools(double fastShare, double fastLoss, double slowLoss) {
        return new HashMap<>(Map.of(
                "viability",
                1.0,
                "leak",
                0.0,
                "share_fast",
                fastShare,
                "half_fast",
                Math.log(2) / fastLoss,
                "half_slow_own",
                Math.log(2) / slowLoss));
    }

    private static double[] living(LibraryModel use, String field, List<String> pools) {
        Trajectory course = use.solve(Map.of(), List.of(use.dose(0, Map.of(field, DOSE))), DAYS);
        double[] living = new double[DAYS.length];
        for (int point = 0; point < DAYS.length; point++) {
            for (String pool : pools) {
                living[point] += course.state(point, use.state(pool));
            }
        }
        return living;
    }

    private static double nominal(LibraryModel use, String parameter) {
        return use.model().parameters().stream()
                .filter(each -> each.name().equals(parameter))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
