package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.blastema.model.Library;
import org.blastema.trial.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CalibratorTest {
    private static final String TARGET = """
            calibration: tiny
            title: {en: Tiny, ar: صغير}
            area: area
            model: score
            trials: 400
            free:
              - parameter: power
                prior: {value: 15, unit: mm, spread: {level: knowledge, distribution: normal, sd: 10}, source: made-up, knowledge: assumed}
            """;

    private static final String OUTCOMES = """
            one-2001,nothing,12,score,change,mean,60,14,1,-9,12,,,,made-up,read,
            one-2001,pill,12,score,change,mean,61,14,1,-12,12,,,,made-up,read,
            two-2002,pill,20,score,value,median,60,14,3,52,,44,61,iqr,made-up,read,
            two-2002,nothing,20,score,change,mean,60,14,1,-12,,,,,made-up,read,
            """;

    @TempDir
    private Path folder = Path.of("");

    private Library library() {
        return SmallArea.in(folder)
                .put("calibrations/tiny.yaml", TARGET)
                .outcomes(OUTCOMES)
                .library();
    }

    private Calibrated calibrated(int threads, SimulationStore kept) throws InterruptedException {
        Library library = library();
        return Calibrator.run(library, CalibrationReader.read(library, "tiny"), threads, kept, Progress.silent());
    }

    @Test
    void theDrawsAreTheSameForAnyNumberOfThreads() throws InterruptedException {
        Calibrated one = calibrated(1, SimulationStore.none());
        Calibrated three = calibrated(3, SimulationStore.none());
        assertThat(CalibratedTables.posterior(one)).isEqualTo(CalibratedTables.posterior(three));
        assertThat(CalibratedTables.refits(one)).isEqualTo(CalibratedTables.refits(three));
        assertThat(one.recovery().correlation(0)).isEqualTo(three.recovery().correlation(0));
    }

    /** A rival that changes nothing is as likely as the model's own; one under which the pill does nothing is less likely, as it lowered the score. */
    @Test
    void mechanismsAreWeighedByTheTrials() throws InterruptedException {
        Library library = SmallArea.in(folder)
                .put("calibrations/tiny.yaml", TARGET + """
                        rivals:
                          same: {title: {en: The same, ar: نفسها}, with: {seed: 5}}
                          nothing: {title: {en: Nothing, ar: لا شيء}, with: {scenario: "null"}}
                        """)
                .outcomes(OUTCOMES)
                .library();
        Calibrated found = Calibrator.run(
                library, CalibrationReader.read(library, "tiny"), 2, SimulationStore.none(), Progress.silent());
        List<Calibrated.Mechanism> mechanisms = found.mechanisms();
        assertThat(mechanisms).extracting(Calibrated.Mechanism::name).containsExactly("tiny", "same", "nothing");
        double own = mechanisms.getFirst().weight();
        assertThat(mechanisms.get(1).weight()).isEqualTo(own);
        assertThat(mechanisms.get(2).weight()).isLessThan(own / 2);
        assertThat(mechanisms.stream().mapToDouble(Calibrated.Mechanism::weight).sum())
                .isCloseTo(1, within(1e-12));
        assertThat(mechanisms)
                .allSatisfy(each -> assertThat(each.weight())
                        .isBetween(each.weights().low(), each.weights().high()));
    }

    @Test
    void whatWasKeptIsNotSimulatedAgainAndGivesTheSame() throws InterruptedException {
        Map<String, double[][]> numbers = new HashMap<>();
        SimulationStore kept = new SimulationStore() {
            @Override
            public Optional<double[][]> load(String key) {
                return Optional.ofNullable(numbers.get(key));
            }

            @Override
            public void save(String key, double[][] printed) {
                assertThat(numbers.put(key, printed)).as("simulated twice").isNull();
            }
        };
        String first = CalibratedTables.posterior(calibrated(2, kept));
        assertThat(numbers).as("two trials, three rounds").hasSize(6);
        assertThat(CalibratedTables.posterior(calibrated(2, kept))).isEqualTo(first);
        assertThat(numbers).hasSize(6);
    }
}
