package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.blastema.model.Library;
import org.blastema.statistics.ParetoSmoothing;
import org.blastema.trial.Progress;
import org.junit.jupiter.api.BeforeAll;
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
              - parameter: k
                prior: {value: 0.01, unit: 1/d, spread: {level: knowledge, distribution: lognormal, cv: 0.5}, range: [0.001, 1], source: made-up, knowledge: assumed}
            """;

    private static final String RIVALS = """
            rivals:
              same: {title: {en: The same, ar: نفسها}, parameters: {context: 0}}
              nothing: {title: {en: Nothing, ar: لا شيء}, parameters: {k: 10}}
            """;

    private static final String OUTCOMES = """
            one-2001,nothing,12,score,change,mean,60,14,1,-9,12,,,,made-up,read,
            one-2001,pill,12,score,change,mean,61,14,1,-12,12,,,,made-up,read,
            two-2002,pill,20,score,value,median,60,14,3,52,,44,61,iqr,made-up,read,
            two-2002,nothing,20,score,change,mean,60,14,1,-12,,,,,made-up,read,
            """;

    @TempDir
    private static Path shared = Path.of("");

    /** With rivals, on one thread. */
    @SuppressWarnings("NullAway.Init")
    private static Calibrated one;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void calibrateOnce() throws InterruptedException {
        one = run(both(shared, TARGET + RIVALS, OUTCOMES), 1, SimulationStore.none());
    }

    private Library library() {
        return SmallArea.in(folder)
                .put("calibrations/tiny.yaml", TARGET)
                .outcomes(OUTCOMES)
                .library();
    }

    private Calibrated calibrated(int threads, SimulationStore kept) throws InterruptedException {
        return run(library(), threads, kept);
    }

    private static Calibrated run(Library library, int threads, SimulationStore kept) throws InterruptedException {
        return Calibrator.run(library, CalibrationReader.read(library, "tiny"), threads, kept, Progress.silent());
    }

    /** A calibration whose every row is of its own block, so that either trial may be left out. */
    private static Library both(Path place, String target, String outcomes) {
        return SmallArea.in(place)
                .put("calibrations/tiny.yaml", target)
                .outcomes(outcomes)
                .scored("""
                        area,one-2001,nothing,score,1,calibration,because
                        area,one-2001,pill,score,1,calibration,because
                        area,two-2002,pill,score,3,calibration,because
                        area,two-2002,nothing,score,1,calibration,because
                        """)
                .library();
    }

    @Test
    void theDrawsAreTheSameForAnyNumberOfThreads() throws InterruptedException {
        Calibrated three = run(both(shared, TARGET + RIVALS, OUTCOMES), 3, SimulationStore.none());
        assertThat(CalibratedTables.posterior(one)).isEqualTo(CalibratedTables.posterior(three));
        assertThat(CalibratedTables.refits(one)).isEqualTo(CalibratedTables.refits(three));
        assertThat(one.recovery().correlation(0)).isEqualTo(three.recovery().correlation(0));
    }

    /** A rival that changes nothing is as likely as the model's own; one under which the pill does nothing is less likely, as it lowered the score. */
    @Test
    void mechanismsAreWeighedByTheTrials() throws InterruptedException {
        List<Calibrated.Mechanism> mechanisms = one.mechanisms();
        assertThat(mechanisms).extracting(Calibrated.Mechanism::name).containsExactly("tiny", "same", "nothing");
        double own = mechanisms.getFirst().weight();
        assertThat(mechanisms.get(1).weight()).isEqualTo(own);
        assertThat(mechanisms.get(2).weight()).isLessThan(own / 2);
        assertThat(mechanisms.stream().mapToDouble(Calibrated.Mechanism::weight).sum())
                .isCloseTo(1, within(1e-12));
        assertThat(mechanisms)
                .allSatisfy(each -> assertThat(each.weight())
                        .isBetween(each.weights().low(), each.weights().high()));
        assertThat(mechanisms)
                .allSatisfy(each -> assertThat(each.draws() / (double) Calibrator.DRAWS)
                        .isCloseTo(each.weight(), within(1.0 / Calibrator.DRAWS))
                        .isEqualTo(
                                Collections.frequency(one.mixed().under(), each.name()) / (double) Calibrator.DRAWS));
        List<Double> k = one.mixed().values().columns().get("k");
        for (int draw = 0; draw < Calibrator.DRAWS; draw++) {
            assertThat(k.get(draw) == 10)
                    .isEqualTo(one.mixed().under().get(draw).equals("nothing"));
        }
    }

    /** Once by the draws that are kept, once by the evidence, once by a calibration that was never shown the trial. */
    @Test
    void withoutATrialMechanismsWeighWhatTheOtherTrialsSay() throws InterruptedException {
        String rest = """
                rows:
                  - {trial: two-2002, arm: nothing, weight: 0, why: {en: Left out, ar: متروكة}}
                  - {trial: two-2002, arm: pill, weight: 0, why: {en: Left out, ar: متروكة}}
                """;
        Calibrated less = run(both(folder, TARGET + RIVALS + rest, OUTCOMES), 2, SimulationStore.none());
        Calibrated.TrialFit left = one.trials().getLast();
        double[] draws = ParetoSmoothing.of(Arrays.stream(one.logLikelihoods())
                        .mapToDouble(draw -> -draw[1])
                        .toArray())
                .weights();
        assertThat(left.trial()).isEqualTo("two-2002");
        assertThat(left.refit()).isEmpty();
        for (int m = 0; m < 3; m++) {
            String name = one.mechanisms().get(m).name();
            double drawn = IntStream.range(0, draws.length)
                    .filter(draw -> one.mixed().under().get(draw).equals(name))
                    .mapToDouble(draw -> draws[draw])
                    .sum();
            assertThat(left.weights().get(m))
                    .isCloseTo(less.mechanisms().get(m).weight(), within(0.02))
                    .isCloseTo(drawn, within(0.02));
        }
        assertThat(one.mechanisms().get(2).weight())
                .as("the trial speaks for a pill that stays")
                .isLessThan(left.weights().get(2) / 2);
    }

    /** One trial alone refutes that the pill does nothing. Its weights are those of many draws that it hardly moves, and none is of the rival. */
    @Test
    void aMechanismThatOneTrialRefutesIsThereWithoutIt() throws InterruptedException {
        Calibrated found = run(
                both(
                        folder,
                        TARGET.replace("cv: 0.5", "cv: 0.05") + RIVALS,
                        OUTCOMES.replace("change,mean,61,14,1,-12", "change,mean,61,14,1,-26")
                                .replace("3,52,,44,61", "3,58,,44,66")),
                2,
                SimulationStore.none());
        assertThat(found.mechanisms().getLast().draws()).isZero();
        Calibrated.TrialFit left = found.trials().getFirst();
        assertThat(left.k()).as("no reason by itself").isLessThan(Calibrator.MOST_K);
        assertThat(left.weights().getLast()).isGreaterThan(0.05);
        Mixed refit = left.refit().orElseThrow();
        assertThat(Collections.frequency(refit.under(), "nothing") / (double) Calibrator.DRAWS)
                .isCloseTo(left.weights().getLast(), within(1.0 / Calibrator.DRAWS));
        assertThat(CalibratedTables.refits(found)).startsWith("without:trial,under:mechanism,k,context\n");
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
