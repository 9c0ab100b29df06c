package org.blastema.kinetics.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.blastema.kinetics.Dose;
import org.blastema.kinetics.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The skin model at its nominal values against the tables that came with it (a first build, not evidence). */
final class SkinModelTest {
    private static final double LN2 = 0.6931471805599453;
    private static final Map<String, Double> ABLATIVE = Map.of("kJ", LN2 / 8);
    /** The table was made with 0.167 settled fibroblasts a session, which the dose gives as 0.1667. */
    private static final Map<String, Double> ROUNDED = Map.of("fE", 0.0501);

    private final LibraryModel skin = new LibraryModel("skin", 1e-8);

    @ParameterizedTest
    @CsvSource({
        "40, 0.988, 0.0747, 0.6084, 0.2048, 0.814, 1.285, 1.046, 1.038, 0.636",
        "55, 0.795, 0.0540, 0.4778, 0.1912, 0.655, 1.724, 1.118, 1.097, 0.486",
        "80, 0.473, 0.0258, 0.2748, 0.1375, 0.439, 3.378, 1.386, 1.318, 0.277"
    })
    void skinAgesAsInTheTable(
            double age,
            double collagen,
            double papillary,
            double mature,
            double fragmented,
            double elastin,
            double senescent,
            double inflammation,
            double proteases,
            double making) {
        Course course = course(Map.of("age", age), List.of(), 0);
        double half = 1e-3;
        assertThat(course.quantity(0, "collagen_total")).isCloseTo(collagen, within(half));
        assertThat(course.state(0, "Cp")).isCloseTo(papillary, within(half / 10));
        assertThat(course.state(0, "Cm")).isCloseTo(mature, within(2 * half / 10));
        assertThat(course.state(0, "Cf")).isCloseTo(fragmented, within(2 * half / 10));
        assertThat(course.state(0, "L")).isCloseTo(elastin, within(half));
        assertThat(course.state(0, "X")).isCloseTo(senescent, within(half));
        assertThat(course.state(0, "I")).isCloseTo(inflammation, within(half));
        assertThat(course.state(0, "mu")).isCloseTo(proteases, within(half));
        assertThat(course.quantity(0, "making")).isCloseTo(making, within(half));
    }

    @Test
    void theYoungBeginWithTheirStartValuesAndLoseOnePercentOfThemAYear() {
        Course young = course(Map.of("age", 25.0), List.of(), 0);
        double start = young.quantity(0, "collagen_total");
        assertThat(start).isCloseTo(0.12 + 0.70 * 1.282e-4 / 0.011552453009332421 + 0.70 + 0.07 + 0.15, within(1e-12));
        double old = course(Map.of("age", 80.0), List.of(), 0).quantity(0, "collagen_total");
        assertThat((1 - old / start) / 55).isCloseTo(0.01, within(2e-4));
        assertThat(course(Map.of("age", 80.0), List.of(), 0).quantity(0, "making") / young.quantity(0, "making"))
                .isCloseTo(0.28, within(0.01));
    }

    /** Untreated elastin is exp(-kL times the integral of the proteases), so rates and logarithms go together. */
    @Test
    void elastinAtTheOlderRateOfLoss() {
        double[] before = {0.867, 0.746, 0.565};
        double[] ages = {40, 55, 80};
        for (int i = 0; i < ages.length; i++) {
            Course course = course(Map.of("age", ages[i], "kL", 2.56e-5), List.of(), 0);
            assertThat(course.state(0, "L")).isCloseTo(before[i], within(1.5e-3));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stromal cells       | 30 180  | 1.03 1.00 | 4.1 2.3   | 0.55 0.38 | 0 0
            fibroblasts         | 120 250 | 1.31 1.39 | 10.2 21.5 | 1.4 3.0   | 13.9 18.4
            vehicle             | 120 250 | 0.99 1.00 | 2.3 1.1   | 0.3 0.2   | -0.5 -0.1
            medium and needles  | 60 180  | 2.57 0.99 | 20.3 13.7 | 2.8 2.3   | 9.1 -0.7
            saline and needles  | 60 180  | 1.79 0.99 | 7.9 4.6   | 1.1 0.8   | -3.2 -0.6
            ablative laser      | 21 60   | 3.43 1.01 | 2.1 11.5  | 1.2 2.8   | -17.6 -12.3
            retinoid            | 180 365 | 1.77 1.76 | 59.6 90.2 | 8.3 13.6  | -9.4 -9.9
            """)
    void treatmentsDifferFromTheUntreatedTwinAsInTheTable(
            String treatment, String days, String making, String papillary, String collagen, String hyaluronan) {
        double[] at = numbers(days);
        Map<String, Double> changed = switch (treatment) {
            case "ablative laser" -> ABLATIVE;
            case "fibroblasts" -> ROUNDED;
            default -> Map.of();
        };
        Course treated = course(changed, doses(treatment), at);
        Course untreated = course(Map.of(), List.of(), at);
        for (int k = 0; k < at.length; k++) {
            assertThat(treated.quantity(k, "making") / untreated.quantity(k, "making"))
                    .isCloseTo(numbers(making)[k], within(0.006));
            assertThat(percent(treated.state(k, "Cp"), untreated.state(k, "Cp")))
                    .isCloseTo(numbers(papillary)[k], within(0.06));
            assertThat(percent(treated.quantity(k, "collagen_total"), untreated.quantity(k, "collagen_total")))
                    .isCloseTo(numbers(collagen)[k], within(0.06));
            assertThat(percent(treated.state(k, "H"), untreated.state(k, "H")))
                    .isCloseTo(numbers(hyaluronan)[k], within(0.06));
        }
    }

    /** Wrinkles at day 250, fibroblasts less vehicle: what w1 and w2 were set to. */
    @Test
    void fibroblastsDifferFromVehicleByThreeQuartersOfAGrade() {
        double cells = course(Map.of(), doses("fibroblasts"), 250).quantity(0, "gain");
        double vehicle = course(Map.of(), doses("vehicle"), 250).quantity(0, "gain");
        assertThat(cells - vehicle).isCloseTo(0.75, within(0.02));
    }

    /** The secretome of dying cells by hand: two exponentials, from half of ten million cells a square centimetre. */
    @Test
    void secretomeFollowsItsTwoRates() {
        Course course = course(Map.of(), doses("stromal cells"), 1, 10, 60);
        double[] days = {1, 10, 60};
        for (int k = 0; k < days.length; k++) {
            double hand =
                    0.056 * 5 / (0.56 - 0.139) * (StrictMath.exp(-0.139 * days[k]) - StrictMath.exp(-0.56 * days[k]));
            assertThat(course.state(k, "G")).isCloseTo(hand, within(1e-6));
        }
    }

    @Test
    void stromalCellsAloneLeaveAlmostNothing() {
        Course cells = course(Map.of(), doses("stromal cells"), 365);
        Course untreated = course(Map.of(), List.of(), 365);
        assertThat(percent(cells.quantity(0, "collagen_total"), untreated.quantity(0, "collagen_total")))
                .isBetween(0.0, 0.5);
        assertThat(cells.quantity(0, "gain") - untreated.quantity(0, "gain")).isBetween(0.0, 0.05);
    }

    /** Making doubled by a filler that pulls, for 90 days in the young: the old collagen of the dermis gains one per cent. */
    @Test
    void doubledMakingForNinetyDaysAddsOnePercentOfReticularCollagen() {
        Map<String, Double> pulled = Map.of("age", 25.0, "filler_pull", 1.0);
        Course doubled = course(pulled, List.of(skin.dose(0, Map.of("pull", 1.0))), 0.001, 90);
        Course usual = course(Map.of("age", 25.0), List.of(), 0.001, 90);
        assertThat(doubled.quantity(0, "making") / usual.quantity(0, "making")).isCloseTo(2, within(1e-3));
        assertThat(percent(reticular(doubled, 1), reticular(usual, 1))).isCloseTo(1.05, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({
        "secretome, stromal cells, one needle",
        "needle, vehicle, nothing",
        "engraftment, fibroblasts, unsettled fibroblasts"
    })
    void whatIsSwitchedOffDoesNothing(String name, String treatment, String rest) {
        Map<String, Double> off = skin.model().switches().get(name).off();
        double[] days = {10, 120, 250};
        Course with = course(off, doses(treatment), days);
        Course without = course(off, doses(rest), days);
        for (int k = 0; k < days.length; k++) {
            assertThat(with.state(k, "Cp")).isCloseTo(without.state(k, "Cp"), within(1e-7));
            assertThat(with.state(k, "H")).isCloseTo(without.state(k, "H"), within(1e-6));
        }
        assertThat(course(Map.of(), doses(treatment), 120).state(0, "Cp")).isGreaterThan(without.state(1, "Cp") + 1e-4);
    }

    @Test
    void withoutEffectFibroblastsAreTheirVehicle() {
        Map<String, Double> none = skin.model().scenarios().get("null");
        assertThat(course(none, doses("fibroblasts"), 183).quantity(0, "gain"))
                .isCloseTo(course(Map.of(), doses("vehicle"), 183).quantity(0, "gain"), within(1e-6));
    }

    @Test
    void whoIsNotYetEnrolledHasGainedNothing() {
        Trajectory course = skin.solve(Map.of(), List.of(), 0, 365);
        double[] readouts = new double[skin.model().readouts().size()];
        course.readouts(1, skin.values(Map.of()), readouts);
        assertThat(readouts[skin.readout("collagen")]).isCloseTo(98.6, within(0.5));
        assertThat(readouts[skin.readout("wrinkles-evaluator")]).isBetween(-0.1, 0.0);
        double[] values = skin.values(Map.of("noise_eval", 3.0));
        double[] state = new double[skin.model().states().size()];
        skin.compiled()
                .equations()
                .readouts(
                        0,
                        state,
                        values,
                        new org.blastema.model.graph.History(
                                skin.model().inputs().size()),
                        readouts);
        assertThat(readouts[skin.readout("wrinkles-evaluator")]).isZero();
    }

    /** More sun, more smoke: less collagen at the same age. */
    @Test
    void sunAndSmokeAgeTheSkin() {
        double usual = course(Map.of(), List.of(), 0).quantity(0, "collagen_total");
        assertThat(course(Map.of("uv", 2.0), List.of(), 0).quantity(0, "collagen_total"))
                .isLessThan(usual - 0.02);
        assertThat(course(Map.of("smoker", 1.0), List.of(), 0).quantity(0, "collagen_total"))
                .isLessThan(usual - 0.02);
        assertThat(course(Map.of("uv", 2.0), List.of(), 0).state(0, "Le"))
                .isGreaterThan(course(Map.of(), List.of(), 0).state(0, "Le"));
    }

    private List<Dose> doses(String treatment) {
        Map<String, Double> one = switch (treatment) {
            case "stromal cells" -> Map.of("cells", 1e7, "trauma", 0.2);
            case "fibroblasts" -> Map.of("fibroblasts", 1.5e6, "trauma", 0.2);
            case "unsettled fibroblasts" -> Map.of("cells", 1.5e6, "trauma", 0.2);
            case "vehicle", "one needle" -> Map.of("trauma", 0.2);
            case "medium and needles" -> Map.of("secretome", 3.0, "trauma", 0.3);
            case "saline and needles" -> Map.of("trauma", 0.3);
            case "ablative laser" -> Map.of("trauma", 6.0);
            case "retinoid" -> Map.of("retinoid", 1.0);
            case "nothing" -> Map.of();
            default -> throw new IllegalArgumentException(treatment);
        };
        double[] days = switch (treatment) {
            case "fibroblasts", "vehicle", "unsettled fibroblasts" -> new double[] {0, 35, 70};
            case "medium and needles", "saline and needles" -> new double[] {0, 14, 28, 42, 56};
            default -> new double[] {0};
        };
        List<Dose> doses = new ArrayList<>();
        DoubleStream.of(days).forEach(day -> doses.add(skin.dose(day, one)));
        return doses;
    }

    private static double reticular(Course course, int point) {
        return course.state(point, "Cn") + course.state(point, "Cm") + course.state(point, "Cf");
    }

    private static double percent(double treated, double untreated) {
        return 100 * (treated / untreated - 1);
    }

    private static double[] numbers(String row) {
        return Arrays.stream(row.trim().split(" +"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private Course course(Map<String, Double> changed, List<Dose> doses, double... days) {
        return new Course(changed, doses, days);
    }

    /** States and quantities of one solve, copied, since a trajectory holds until the next one. */
    private final class Course {
        private final List<double[]> states = new ArrayList<>();
        private final List<Map<String, Double>> quantities = new ArrayList<>();

        Course(Map<String, Double> changed, List<Dose> doses, double... days) {
            Trajectory course = skin.solve(changed, doses, days);
            double[] out = new double[skin.model().quantities().size()];
            for (int k = 0; k < days.length; k++) {
                states.add(skin.states(course, k));
                course.quantities(k, skin.values(changed), out);
                Map<String, Double> byName = new HashMap<>();
                for (int q = 0; q < out.length; q++) {
                    byName.put(skin.model().quantities().get(q).name(), out[q]);
                }
                quantities.add(byName);
            }
        }

        double state(int point, String name) {
            return states.get(point)[skin.state(name)];
        }

        double quantity(int point, String name) {
            return java.util.Objects.requireNonNull(quantities.get(point).get(name), name);
        }
    }
}
