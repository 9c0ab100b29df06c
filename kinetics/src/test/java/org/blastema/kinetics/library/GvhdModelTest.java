package org.blastema.kinetics.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.blastema.kinetics.Dose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Donor T cells, damage, response and death in graft-versus-host disease that steroids do not control. */
final class GvhdModelTest {
    private static final double NEVER = 1e6;

    private final LibraryModel model = new LibraryModel("gvhd");

    @ParameterizedTest
    @CsvSource({"2", "3", "4"})
    void steroidsAloneHoldTheDamage(double grade) {
        Map<String, Double> patient = Map.of("grade", grade, "second", 0.0);
        assertThat(model.readouts("damage-grade", patient, List.of(), 28, 180))
                .containsExactly(new double[] {grade, grade}, within(1e-6));
        assertThat(model.readouts("overall-response", patient, List.of(), 28)).containsExactly(0);
    }

    /** Short of the net growth of 0.15 a day the T cells settle lower, beyond it they die out. */
    @Test
    void secondLineTreatmentSettlesOrClears() {
        double weak = model.solve(with("k_second", 0.05), List.of(), 2000).state(0, model.state("X"));
        assertThat(weak).isCloseTo(3 / 0.5 * (1 - 0.2 / 0.3), within(1e-6));
        Map<String, Double> strong = with("k_second", 0.4);
        assertThat(model.solve(strong, List.of(), 180).state(0, model.state("X")))
                .isLessThan(1e-6);
        assertThat(model.readouts("overall-response", strong, List.of(), 0, 28)).containsExactly(0, 100);
        assertThat(model.readouts("complete-response", strong, List.of(), 0, 180))
                .containsExactly(0, 100);
    }

    @Test
    void completeResponseCountsAsDurableOnlyAfterFourWeeks() {
        Map<String, Double> strong = with("k_second", 0.4);
        double since = model.solve(strong, List.of(), 56).state(0, model.state("clear_day"));
        assertThat(since).isBetween(5.0, 28.0);
        assertThat(model.readouts("durable-complete-response", strong, List.of(), since + 27.9, since + 28.1))
                .containsExactly(0, 100);
    }

    @Test
    void deathComesWhenItsHazardIsGatheredAndEndsEveryResponse() {
        Map<String, Double> patient = new HashMap<>(with("second", 0));
        patient.put("luck_death", 0.8);
        double day = -Math.log(0.8) / (0.0017 + 0.0016 * 3);
        double[] survival = model.readouts("survival", patient, List.of(), day - 0.1, day + 0.1);
        assertThat(survival[0]).isEqualTo(NEVER);
        assertThat(survival[1]).isCloseTo(day, within(0.01));
        Map<String, Double> responder = new HashMap<>(with("k_second", 0.4));
        responder.put("luck_death", 0.97);
        assertThat(model.readouts("overall-response", responder, List.of(), 28)).containsExactly(0);
    }

    @Test
    void cellsPushTheDamageDownAndOnlyWhereTheScenarioSaysSo() {
        double without = damage(Map.of(), 0);
        assertThat(damage(Map.of(), 2e6)).isLessThan(without - 0.02);
        assertThat(damage(Map.of("efficacy", 0.0), 2e6)).isCloseTo(without, within(1e-9));
        assertThat(damage(Map.of("efficacy", 1.65), 2e6)).isLessThan(damage(Map.of(), 2e6));
        assertThat(damage(Map.of("k_cells", -0.01), 2e6)).isGreaterThan(without);
    }

    private double damage(Map<String, Double> changed, double perKilogram) {
        Map<String, Double> patient = new HashMap<>(Map.of("inflamed", 5.0, "grade", 3.0));
        patient.putAll(changed);
        List<Dose> doses = DoubleStream.of(0, 3, 7, 10, 14, 17, 21, 24)
                .mapToObj(day -> model.dose("infusion", day, Map.of("cells_per_kg", perKilogram)))
                .toList();
        return model.solve(patient, doses, 28).state(0, model.state("damage"));
    }

    private static Map<String, Double> with(String name, double value) {
        return Map.of("grade", 3.0, "luck_death", 1e-9, name, value);
    }
}
