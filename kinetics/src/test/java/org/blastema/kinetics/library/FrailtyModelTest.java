package org.blastema.kinetics.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.blastema.kinetics.Dose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inflammation as a set point, CRP and the walk behind it, and what cells can and cannot do to them. */
final class FrailtyModelTest {
    private static final Map<String, Double> FRAIL = Map.of("inflamed", 2.0);

    private final LibraryModel model = new LibraryModel("frailty");

    @Test
    void withoutTreatmentInflammationStaysAndTheWalkGainsItsRepetition() {
        assertThat(model.readouts("tnf", FRAIL, List.of(), 0, 365))
                .containsExactly(new double[] {200, 200}, within(1e-6));
        assertThat(model.readouts("crp", FRAIL, List.of(), 0, 365)).containsExactly(new double[] {4, 4}, within(1e-6));
        assertThat(model.readouts("six-minute-walk", FRAIL, List.of(), 0, 365))
                .containsExactly(new double[] {300, 309.3}, within(1e-6));
    }

    @Test
    void disturbedInflammationComesBackInDays() {
        Map<String, Double> pushed = Map.of("inflamed", 2.0, "efficacy", 0.0, "push_size", 20.0);
        double[] tnf = model.readouts("tnf", pushed, cells(1e8), 1, 60);
        assertThat(tnf[0]).isGreaterThan(220);
        assertThat(tnf[1]).isCloseTo(200, within(0.1));
    }

    @Test
    void cellsRaiseInflammationFirstAndLowerItAfterwardsForWeeks() {
        double[] tnf = model.readouts("tnf", FRAIL, cells(1e8), 0.5, 14, 182, 365);
        assertThat(tnf[0]).isGreaterThan(200);
        assertThat(tnf[1]).isLessThan(190);
        assertThat(tnf[2]).isBetween(198.0, 200.0);
        assertThat(tnf[3]).isCloseTo(200, within(0.1));
        assertThat(model.readouts("crp", FRAIL, cells(1e8), 14)[0]).isLessThan(3.7);
        assertThat(model.readouts("six-minute-walk", FRAIL, cells(1e8), 91)[0]).isGreaterThan(310);
    }

    @ParameterizedTest
    @CsvSource({"0.8, 2e7, 1", "1.0, 1e8, 1", "1.0, 1e9, 2"})
    void cellsDoNothingLastingWhereInflammationIsNormal(double inflamed, double given, double efficacy) {
        Map<String, Double> person = Map.of("inflamed", inflamed, "efficacy", efficacy, "push_size", 0.0);
        assertThat(model.readouts("tnf", person, cells(given), 1, 14, 91))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : 1)
                .containsOnly(100 * inflamed);
        assertThat(model.readouts("six-minute-walk", person, cells(given), 182)[0])
                .isCloseTo(309.3, within(1e-6));
    }

    @Test
    void interleukinSixIsLeftAloneAndTheNullScenarioIsPlacebo() {
        assertThat(model.readouts("il-6", FRAIL, cells(2e8), 14)[0]).isCloseTo(4, within(1e-12));
        Map<String, Double> none = new HashMap<>(FRAIL);
        none.putAll(model.model().scenarios().get("null"));
        none.put("push_size", 0.0);
        assertThat(model.readouts("tnf", none, cells(2e8), 14)[0]).isCloseTo(200, within(1e-6));
    }

    @Test
    void optimisticScenarioDoesMoreAndForLonger() {
        Map<String, Double> optimistic = new HashMap<>(FRAIL);
        optimistic.putAll(model.model().scenarios().get("optimistic"));
        double pooled = model.readouts("tnf", FRAIL, cells(1e8), 182)[0];
        assertThat(model.readouts("tnf", optimistic, cells(1e8), 182)[0]).isLessThan(pooled - 5);
    }

    private List<Dose> cells(double given) {
        return List.of(model.dose("infusion", 0, Map.of("cells", given)));
    }
}
