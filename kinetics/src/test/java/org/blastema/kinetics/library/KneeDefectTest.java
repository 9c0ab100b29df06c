package org.blastema.kinetics.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.blastema.kinetics.Dose;
import org.blastema.kinetics.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Symptoms and matrix of a focal defect by hand values. */
final class KneeDefectTest {
    private static final double READ = 730.5;
    private static final Map<String, Double> NO_CELLS = Map.of("tissue.K_start", 0.0);

    private final LibraryModel defect = new LibraryModel("knee-defect", 1e-6);

    private double readout(String name, Map<String, Double> changed, List<Dose> doses, double day) {
        Trajectory course = defect.solve(changed, doses, day);
        double[] readouts = new double[defect.model().readouts().size()];
        course.readouts(0, defect.values(changed), readouts);
        return readouts[defect.readout(name)];
    }

    /** 36.25 and 72.2 % of the way from there to 100. */
    @Test
    void theGainAtTwentyFourMonthsIsTheShareOfTheWay() {
        Dose surgery = defect.dose(0, Map.of("pain_gain", 0.722));
        assertThat(readout("koos-pain", Map.of(), List.of(surgery), READ)).isCloseTo(82.2775, within(1e-3));
        assertThat(readout("koos-pain", Map.of(), List.of(), READ)).isCloseTo(36.25, within(1e-9));
        assertThat(readout("koos-sport", Map.of("person", 0.0), List.of(surgery), READ))
                .isCloseTo(13.75, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"240, 0.66376", "365.25, 0.82085"})
    void beforeThatItFollowsItsTimeConstant(double day, double share) {
        Dose surgery = defect.dose(0, Map.of("pain_gain", 0.722));
        assertThat(readout("koos-pain", Map.of(), List.of(surgery), day))
                .isCloseTo(36.25 + 63.75 * 0.722 * share, within(0.01));
    }

    @Test
    void noScoreLeavesItsScale() {
        Dose surgery = defect.dose(0, Map.of("pain_gain", 1.0));
        assertThat(readout("koos-pain", Map.of("person", 0.5), List.of(surgery), READ))
                .isEqualTo(100);
        assertThat(readout("koos-pain", Map.of("noise", -500.0), List.of(surgery), READ))
                .isEqualTo(0);
    }

    /** The table of the lumped model, less the matrix at the start. */
    @ParameterizedTest
    @CsvSource({"180, 0.425", "547, 0.838", "730, 0.911"})
    void matrixIsThatOfTheCellsPutInAndReachesNoSymptom(double day, double matrix) {
        assertThat(readout("implanted-matrix", Map.of(), List.of(), day)).isCloseTo(matrix, within(0.001));
        assertThat(readout("implanted-matrix", NO_CELLS, List.of(), day)).isZero();
        Dose surgery = defect.dose(0, Map.of("pain_gain", 0.5));
        assertThat(readout("koos-pain", NO_CELLS, List.of(surgery), day))
                .isEqualTo(readout("koos-pain", Map.of(), List.of(surgery), day));
    }
}
