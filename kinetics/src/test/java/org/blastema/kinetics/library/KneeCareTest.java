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

/** Ordinary care and the scales of the knee model, by hand values (reference person, pain 60 mm). */
final class KneeCareTest {
    private static final double MM_A_LOGIT = 22;
    private static final Map<String, Double> EXERCISE = Map.of("relief", 12.0, "wave", 1.0, "peak", 56.0);
    private static final Map<String, Double> TABLET = Map.of("relief", 13.0, "onset", 7.0);

    private final LibraryModel knee = new LibraryModel("knee", 1e-6);

    /** Pain after a shift of its logit. */
    private static double eased(double pain, double relief) {
        double eased = pain * Math.exp(-relief / MM_A_LOGIT);
        return 100 * eased / (eased + 100 - pain);
    }

    @ParameterizedTest
    @CsvSource({"56, 1", "270, 0.106", "14, 0.52925"})
    void exerciseRisesToItsPeakAndATenthIsLeftAtNineMonths(double day, double left) {
        assertThat(pain(Map.of(), List.of(care(EXERCISE)), day)).isCloseTo(eased(60, 12 * left), within(0.01));
    }

    @Test
    void exerciseOnDayZeroHasDoneNothing() {
        assertThat(pain(Map.of(), List.of(care(EXERCISE)), 1e-9)).isCloseTo(60, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"7, 0.63212", "70, 0.99995"})
    void aTabletDoesTwoThirdsInAWeekAndAllOfItWhileTaken(double day, double share) {
        assertThat(pain(Map.of(), List.of(care(TABLET)), day)).isCloseTo(eased(60, 13 * share), within(0.001));
    }

    @Test
    void whatIsNoLongerTakenFades() {
        Dose stopped = care(Map.of("relief", 13.0, "onset", 7.0, "until", 70.0, "fade", 7.0));
        assertThat(pain(Map.of(), List.of(stopped), 77)).isCloseTo(eased(60, 13 * 0.99995 * 0.36788), within(0.001));
    }

    /** Published -0.41, -0.40, -0.05, -0.04 SD in weeks 1 to 4, 25 mm a SD. */
    @ParameterizedTest
    @CsvSource({"7, 10.25", "14, 10.0", "21, 1.25", "28, 1.0"})
    void theOintmentWanesAsPublished(double day, double published) {
        Dose ointment = care(Map.of("relief", 10.25, "onset", 2.0, "until", 17.5, "fade", 2.0));
        assertThat(60 - pain(Map.of(), List.of(ointment), day)).isCloseTo(60 - eased(60, published), within(1.2));
    }

    @Test
    void careOfNoSizeLeavesEveryBitOfPain() {
        Dose cells = cells();
        for (double day : new double[] {1, 30, 180, 365}) {
            assertThat(pain(Map.of(), List.of(cells, care(Map.of())), day))
                    .isEqualTo(pain(Map.of(), List.of(cells), day));
        }
    }

    /** 60 mm at once is more than a person with 5 mm has. */
    @ParameterizedTest
    @CsvSource({"0", "5", "60", "99", "100"})
    void reliefTakesNoMoreThanThereIs(double painAtStart) {
        Dose all = care(Map.of("relief", 60.0, "onset", 0.1));
        double left = pain(Map.of("vas0", painAtStart), List.of(all, all, all), 30);
        assertThat(left).isBetween(0.0, painAtStart);
        assertThat(left).isCloseTo(eased(painAtStart, 180), within(1e-6));
    }

    @Test
    void reliefsAddUpOnTheLogit() {
        double both = pain(Map.of(), List.of(care(TABLET), care(EXERCISE)), 56);
        assertThat(both).isCloseTo(eased(60, 12 + 13 * (1 - Math.exp(-8))), within(0.001));
        assertThat(60 - both).isLessThan(2 * MM_A_LOGIT);
    }

    @Test
    void expectationIsPartOfTheReliefAndCanBeTakenAway() {
        Dose open = care(Map.of("relief", 12.0, "hope", 3.8, "wave", 1.0));
        assertThat(pain(Map.of(), List.of(open), 56)).isCloseTo(eased(60, 12), within(0.001));
        assertThat(pain(Map.of("told", 0.0), List.of(open), 56)).isCloseTo(eased(60, 8.2), within(0.001));
        assertThat(pain(Map.of("told", 0.0, "hope_size", 0.0), List.of(open), 56))
                .isCloseTo(eased(60, 12), within(0.001));
    }

    /** The same curve as that of an injection, less 7.3 of 60 mm at its height. */
    @Test
    void aTabletWithoutEffectDoesLessThanAnInjectionWithoutEffect() {
        Dose tablet = care(Map.of("ritual", 1.0, "route", 7.3));
        double curve = Math.exp(-91.0 / 480) - Math.exp(-91.0 / 10);
        assertThat(60 - pain(Map.of(), List.of(tablet), 91)).isCloseTo(60 * (0.29 - 7.3 / 60) * curve, within(1e-3));
        assertThat(pain(Map.of("b", 0.0, "route_size", 0.0), List.of(tablet), 91))
                .isCloseTo(60, within(1e-6));
    }

    /** Pain 60 to 48 mm: the change times 1.23, 1.03, 1.11 and 1.2. */
    @ParameterizedTest
    @CsvSource({
        "pain-nrs, 6, 4.8",
        "womac-pain-mm, 60, 45.24",
        "womac-pain, 12, 9.048",
        "womac-stiffness, 4.8, 3.8112",
        "womac-function-mm, 60, 46.68",
        "womac-function, 40.8, 31.7424",
        "womac-total, 57.6, 44.6016",
        "womac-total-mm, 60, 46.46",
        "koos-pain, 40, 54.4",
        "koos-adl, 40, 53.32",
    })
    void eachScaleFollowsThePainByItsFactor(String scale, double before, double after) {
        assertThat(readout(scale, Map.of(), List.of(), 56)).isCloseTo(before, within(1e-6));
        double twelve = MM_A_LOGIT * (Math.log(60.0 / 40) - Math.log(48.0 / 52));
        Dose easing = care(Map.of("relief", twelve, "wave", 1.0));
        assertThat(readout(scale, Map.of(), List.of(easing), 56)).isCloseTo(after, within(1e-3));
        double worst = readout(scale, Map.of("noise", 500.0), List.of(), 56);
        double best = readout(scale, Map.of("noise", -500.0), List.of(), 56);
        var range = knee.model().readouts().get(knee.readout(scale)).range();
        assertThat(Math.min(worst, best)).isCloseTo(range.low(), within(1e-9));
        assertThat(Math.max(worst, best)).isCloseTo(range.high(), within(1e-9));
    }

    private double pain(Map<String, Double> changed, List<Dose> doses, double day) {
        return readout("pain-vas", changed, doses, day);
    }

    private double readout(String name, Map<String, Double> changed, List<Dose> doses, double day) {
        Trajectory course = knee.solve(changed, doses, day);
        double[] readouts = new double[knee.model().readouts().size()];
        course.readouts(0, knee.values(changed), readouts);
        return readouts[knee.readout(name)];
    }

    private Dose cells() {
        return knee.dose(0, Map.of("cells", 5e7, "flare", 8.0));
    }

    private Dose care(Map<String, Double> given) {
        int input = knee.model().input("care");
        var fields = knee.model().inputs().get(input).fields();
        double[] amounts = IntStream.range(0, fields.size())
                .mapToDouble(i ->
                        given.getOrDefault(fields.get(i).name(), fields.get(i).defaultValue()))
                .toArray();
        return new Dose(0, input, amounts);
    }
}
