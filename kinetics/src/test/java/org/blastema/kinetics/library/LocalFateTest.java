package org.blastema.kinetics.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.blastema.kinetics.Dose;
import org.blastema.kinetics.Trajectory;
import org.blastema.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Given cells in a joint, a muscle and the skin follow one law, the model tissue-cells, each with numbers of its own. */
final class LocalFateTest {
    private static final double DOSE = 1e7;
    private static final List<String> POOLS = List.of("fast", "slow", "differentiated");

    private final LibraryModel law = new LibraryModel("tissue-cells", 1e-8);

    /** A pool is a state that is counted in cells. */
    @ParameterizedTest
    @CsvSource({
        "knee, cells.",
        "knee-life, cells.",
        "knee-calibrated, cells.",
        "muscle, cells.",
        "skin, cells.",
        "oxidative-stress, cells. muscle.cells."
    })
    void noUseHoldsAPoolOfItsOwn(String name, String prefixes) {
        List<String> given = List.of(prefixes.split(" "));
        List<Model.State> pools = new LibraryModel(name)
                .model().states().stream()
                        .filter(state -> state.unit().code().contains("{cells}"))
                        .toList();
        assertThat(pools)
                .extracting(Model.State::name)
                .containsExactlyInAnyOrderElementsOf(given.stream()
                        .flatMap(prefix -> POOLS.stream().map(prefix::concat))
                        .toList());
        for (Model.State pool : pools) {
            String own = pool.name().substring(pool.name().lastIndexOf('.') + 1);
            Model.State of = law.model().states().get(law.state(own));
            assertThat(pool.words()).isEqualTo(of.words());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "knee, cells, cells.fast, 1.98042, 0.762, 0.85",
        "knee, cells, cells.slow, 45.00956, 0.238, 0.85",
        "muscle, cells, cells.fast, 0.990210, 0.7, 0.7",
        "muscle, cells, cells.slow, 19.80421, 0.3, 0.7",
        "skin, cells, cells.fast, 4.98667, 1, 1",
        "skin, fibroblasts, cells.fast, 4.98667, 1, 1"
    })
    void halfOfEachPoolIsLeftAfterItsHalfLife(
            String name, String field, String pool, double halfLife, double share, double staying) {
        LibraryModel use = new LibraryModel(name, 1e-8);
        double all = name.equals("skin") ? nominal(use, "fret") : staying;
        Trajectory course = use.solve(Map.of(), List.of(use.dose(0, Map.of(field, DOSE))), 0, halfLife, 3 * halfLife);
        for (int point = 0; point < 3; point++) {
            double left = course.state(point, use.state(pool)) / (all * share * DOSE);
            assertThat(left).isCloseTo(List.of(1.0, 0.5, 0.125).get(point), within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"knee, 0.0154", "muscle, 0.035"})
    void cellsOfADonorAreLostThreeTimesAsFastFromTheDayOfTheAntibodies(String name, double slow) {
        Map<String, Double> donor = Map.of(
                "cells.foreign", 1.0, "cells.antibody_luck", 0.1, "cells.antibody_day", 20.0, "cells.first_day", 3.0);
        double[] left = slow(name, donor, 3, 22.99, 23, 33);
        assertThat(left[1] / left[0]).isCloseTo(Math.exp(-slow * 19.99), within(1e-6));
        assertThat(left[3] / left[2]).isCloseTo(Math.exp(-3 * slow * 10), within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "knee, cells.foreign=0 cells.antibody_luck=0",
        "knee, cells.foreign=1 cells.antibody_luck=0.116",
        "muscle, cells.foreign=0 cells.antibody_luck=0",
        "muscle, cells.foreign=1 cells.antibody_luck=0.116"
    })
    void ownCellsAndThoseOfTheLuckyMeetNoAntibodies(String name, String changes) {
        double[] own = slow(name, Map.of(), 3, 100);
        assertThat(slow(name, changed(changes), 3, 100)[1]).isEqualTo(own[1]);
    }

    /** Without cells there is nothing to make antibodies against. */
    @Test
    void salineRaisesNothing() {
        LibraryModel knee = new LibraryModel("knee", 1e-8);
        Map<String, Double> risky = changed("cells.foreign=1 cells.antibody_luck=0");
        int antibody = knee.state("cells.antibody");
        assertThat(knee.solve(risky, List.of(knee.dose(0, Map.of())), 60).state(0, antibody))
                .isZero();
        assertThat(knee.solve(risky, List.of(knee.dose(0, Map.of("cells", DOSE))), 60)
                        .state(0, antibody))
                .isEqualTo(1);
    }

    /** With a priming that every cell saturates, T cells rise as aJ / kJl (1 - exp(-kJl t)) and kill by kJ times their integral. */
    @Test
    void tCellsOfTheMuscleKillByItsOwnRatesAndOnlyCellsOfADonor() {
        String rates = "aJ=0.05 kJ=0.3 kJl=0.02 SJ=1e-3 kSs=0.035 cells.antibody_luck=1";
        double days = 30;
        double integral = 0.05 / 0.02 * (days - (1 - Math.exp(-0.02 * days)) / 0.02);
        double[] left = slow("muscle", changed(rates + " cells.foreign=1"), 0, days);
        assertThat(left[1] / left[0]).isCloseTo(Math.exp(-0.035 * days - 0.3 * integral), within(1e-7));
        double[] own = slow("muscle", changed(rates), 0, days);
        assertThat(own[1] / own[0]).isCloseTo(Math.exp(-0.035 * days), within(1e-6));
    }

    /** Of cells that are lost at k and turn at p, the share p / (k + p) turns in the end. */
    @ParameterizedTest
    @CsvSource({"0, 1, 0", "0.01, 0, 0", "0.01, 1, 1"})
    void cellsTurnIntoTissueOnlyWhereARateIsSet(double rate, double on, double turned) {
        LibraryModel knee = new LibraryModel("knee", 1e-8);
        Map<String, Double> set = Map.of("cells.p_lineage", rate, "cells.turns", on);
        Trajectory course = knee.solve(set, List.of(knee.dose(0, Map.of("cells", DOSE))), 3000);
        double share = 0.762 * 0.01 / 0.36 + 0.238 * 0.01 / 0.0254;
        assertThat(course.state(0, knee.state("cells.differentiated")) / (0.85 * DOSE))
                .isCloseTo(turned * share, within(1e-5));
    }

    /** The slow pool at days of a course whose dose is given on the first of them. */
    private static double[] slow(String name, Map<String, Double> set, double... days) {
        LibraryModel use = new LibraryModel(name, 1e-8);
        List<Dose> dose = List.of(use.dose(days[0], Map.of("cells", DOSE)));
        Trajectory course = use.solve(set, dose, days);
        double[] left = new double[days.length];
        for (int point = 0; point < days.length; point++) {
            left[point] = course.state(point, use.state("cells.slow"));
        }
        return left;
    }

    private static Map<String, Double> changed(String changes) {
        Map<String, Double> set = new HashMap<>();
        for (String each : changes.split(" ")) {
            set.put(each.substring(0, each.indexOf('=')), Double.valueOf(each.substring(each.indexOf('=') + 1)));
        }
        return set;
    }

    private static double nominal(LibraryModel use, String parameter) {
        return use.model().parameters().get(use.model().parameter(parameter)).value();
    }
}
