package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.blastema.model.Library;
import org.blastema.trial.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A calibration on two counts of one harm, whose posterior is known in closed form. */
final class CountedCalibrationTest {
    @TempDir
    private Path folder = Path.of("");

    private Library library() {
        return new SmallArea(folder)
                .put(
                        "studies/one-2001.yaml",
                        SmallArea.study("one-2001", 40)
                                .replace("{name: pill, product: pill}", "{name: pill, product: risky-pill}")
                                .replace("{name: twice, product: nothing}", "{name: twice, product: risky-pill}"))
                .put("evidence/outcomes/area.csv", HarmSharesTest.HEAD + """
                        one-2001,pill,40,harm:prick,share,1,4,,made-up,read
                        one-2001,twice,40,harm:prick,share,1,0,,made-up,read
                        """)
                .scored("""
                        area,one-2001,pill,harm:prick,1,calibration,why
                        area,one-2001,twice,harm:prick,1,calibration,why
                        """)
                .put("calibrations/tiny.yaml", """
                        calibration: tiny
                        title: {en: Tiny, ar: صغير}
                        area: area
                        model: mishap
                        trials: 400
                        free:
                          - parameter: prick_chance
                            prior: {value: 0.2, unit: "1", spread: {level: knowledge, distribution: uniform, low: 0, high: 0.4}, range: [0, 0.4], source: made-up, knowledge: assumed}
                        """)
                .library();
    }

    /** A flat prior and 4 of 80 people make beta(5, 77): mean 0.061, 95 % from 0.020 to 0.122. */
    @Test
    void thePosteriorIsTheBetaDistributionOfTheFormula() throws InterruptedException {
        Library library = library();
        Calibrated found = Calibrator.run(
                library, CalibrationReader.read(library, "tiny"), 2, SimulationStore.none(), Progress.silent());
        Calibrated.FreeResult chance = found.parameters().getFirst();
        assertThat(found.counts()).isEqualTo(2);
        assertThat(chance.mean()).isCloseTo(5.0 / 82, within(0.004));
        assertThat(chance.after().low()).isCloseTo(0.0203, within(0.004));
        assertThat(chance.after().high()).isCloseTo(0.1217, within(0.01));
        assertThat(found.meanSquare()).isBetween(0.7, 1.3);
    }
}
