package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.blastema.core.InvalidInput;
import org.blastema.model.Library;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What printing and early stopping make of the trials of two arms whose reports have a spread of 1, against a table. */
@Tag("slow")
final class PracticeTest {
    private static final String MODEL = """
            model: unit
            title: {en: x, ar: x}
            time: d
            inputs:
              pill: {fields: {effect: {unit: "1", default: 0}}, adds: {gain: effect}}
            states:
              gain: {unit: "1", start: 0, equation: "0 [1/d]"}
            readouts:
              score: {label: {en: x, ar: x}, kind: continuous, unit: "1", range: [-20, 20], better: high, equation: gain + noise}
            default-scenario: pooled
            scenarios: {pooled: {}}
            parameters:
              noise: {value: 0, unit: "1", spread: {level: occasion, distribution: normal, sd: 1}}
            """;

    private static final String STUDY = """
            study: practice
            model: unit
            population: anybody
            patients: %d
            trials: %d
            twins: 0
            horizon: 40 d
            visits: [1 mo]
            timecourse: [0 d]
            endpoints: [{readout: score}]
            reference: nothing
            arms: [{name: nothing, product: nothing}, {name: pill, product: pill}]
            practices:
              - {arm: pill, versus: nothing, label: {en: x, ar: x}, printing: {positive: 0.974, plain: 0.083, dressed: 0.306}}
              - {arm: pill, versus: nothing, label: {en: x, ar: x}, looks: {count: 5, boundary: 1.96}}
              - {arm: pill, versus: nothing, label: {en: x, ar: x}, looks: {count: 5, boundary: 2.04, shape: falling}}
            """;

    @TempDir
    private Path folder;

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Summary run(double effect, int patients, int trials, int threads) throws IOException {
        return run(MODEL, STUDY.formatted(patients, trials), effect, threads);
    }

    private Summary run(String model, String study, double effect, int threads) throws IOException {
        String product =
                "product: %s\ntitle: {en: x, ar: x}\nmodel: unit\ndoses: [{input: pill, at: 0 d, with: {effect: %s}}]\n";
        write("models/unit.yaml", model);
        write("products/nothing.yaml", product.formatted("nothing", 0));
        write("products/pill.yaml", product.formatted("pill", effect));
        write("populations/anybody.yaml", "population: anybody\ntitle: {en: x, ar: x}\nmodel: unit\n");
        write("studies/practice.yaml", study);
        Plan plan = StudyReader.read(Library.folder(folder), "practice", Options.none());
        return Analysis.summarise(plan, Runs.run(plan, threads));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 12, 40000, 0.036, 0.80, 0.025",
        "0, 50, 20000, 0.017, 0.80, 0.025",
        "0, 200, 5000, 0.009, 0.80, 0.025",
        "0.3, 12, 20000, 0.40, 0.84, 0.11",
        "0.3, 50, 10000, 0.37, 0.90, 0.32",
        "0.3, 200, 4000, 0.32, 0.99, 0.85"
    })
    void printedTrialsLookBetter(
            double effect, int patients, int trials, double printed, double looksPositive, double power)
            throws IOException {
        PracticeSummary found = run(effect, patients, trials, 2).practices().getFirst();
        assertThat(found.trials()).isEqualTo(trials);
        assertThat(found.mean()).isCloseTo(effect, within(0.008));
        assertThat(found.meanPrinted().orElseThrow()).isCloseTo(printed, within(0.009));
        assertThat(found.looksPositive()).isCloseTo(looksPositive, within(0.012));
        assertThat(found.positive()).isCloseTo(power, within(0.012));
        assertThat(found.stoppedEarly()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.56, 0.55, 0.39", "2, 0.36, 0.51, 0.33"})
    void trialsThatStopEarlyOverstate(int practice, double stopped, double meanStopped, double mean)
            throws IOException {
        PracticeSummary found = run(0.3, 100, 10_000, 2).practices().get(practice);
        assertThat(found.stoppedEarly()).isCloseTo(stopped, within(0.02));
        assertThat(found.meanStopped().orElseThrow()).isCloseTo(meanStopped, within(0.02));
        assertThat(found.mean()).isCloseTo(mean, within(0.01));
    }

    @Test
    void withoutAnEffectSomeTrialsStopEarlyForOne() throws IOException {
        PracticeSummary found = run(0, 100, 10_000, 2).practices().get(1);
        assertThat(found.stoppedEarly()).isCloseTo(0.064, within(0.008));
        assertThat(found.meanStopped().orElseThrow()).isCloseTo(0.56, within(0.02));
    }

    /** The best of K outcomes: bias.md's expectation, the error of one times m_K, times the root of 1 - r; here r is 0. */
    @ParameterizedTest
    @CsvSource({"2, 0.5642", "3, 0.8463", "5, 1.1630"})
    void theBestOfSeveralOutcomesIsTold(int outcomes, double largest) throws IOException {
        PracticeSummary found = choosing(outcomes, 1).practices().getFirst();
        double error = Math.sqrt(2.0 / 50);
        assertThat(found.mean()).isCloseTo(error * largest, within(4 * error / Math.sqrt(6000)));
        assertThat(found.positive()).isCloseTo(1 - Math.pow(0.975, outcomes), within(0.012));
    }

    /** Half of the trials choose: half of the excess. */
    @Test
    void someTrialsTellTheOutcomeThatTheyAnnounced() throws IOException {
        double error = Math.sqrt(2.0 / 50);
        assertThat(choosing(5, 0.5).practices().getFirst().mean())
                .isCloseTo(error * 1.1630 / 2, within(4 * error / Math.sqrt(6000)));
        assertThat(choosing(5, 0).practices().getFirst().mean()).isCloseTo(0, within(4 * error / Math.sqrt(6000)));
    }

    private Summary choosing(int outcomes, double share) throws IOException {
        String names = IntStream.range(0, outcomes).mapToObj(k -> "s" + k).collect(Collectors.joining(", "));
        return choosing("{readouts: [" + names + "], share: " + share + "}");
    }

    private Summary choosing(String choice) throws IOException {
        StringBuilder readouts = new StringBuilder();
        StringBuilder noises = new StringBuilder();
        for (int k = 0; k < 5; k++) {
            readouts.append("""
                      s%d: {label: {en: x, ar: x}, kind: continuous, unit: "1", range: [-20, 20], better: high, equation: gain + n%d}
                    """.formatted(k, k));
            noises.append("""
                      n%d: {value: 0, unit: "1", spread: {level: occasion, distribution: normal, sd: 1}}
                    """.formatted(k));
        }
        String model = MODEL.substring(0, MODEL.indexOf("  score:"))
                + readouts
                + MODEL.substring(MODEL.indexOf("default-scenario"), MODEL.indexOf("  noise:"))
                + noises;
        String study = STUDY.formatted(50, 6000);
        study = study.replace(
                "{readout: score}", "{readout: s0}, {readout: s1}, {readout: s2}, {readout: s3}, {readout: s4}");
        study = study.substring(0, study.indexOf("  - {arm: pill"))
                + "  - {arm: pill, versus: nothing, label: {en: x, ar: x}, best-of: " + choice + "}\n";
        return run(model, study, 0, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{readouts: [s0, s9]} | s9 | s0",
                "{readouts: [s0]} | a choice among [s0] | two endpoints",
                "{readouts: [s0, s0]} | a choice among [s0, s0] | once",
                "{} | a choice among [] | two endpoints",
                "{readouts: [s0, s1], share: 2} | share' is 2 | 0 to 1",
                "{readouts: [s0, s1], shrae: 1} | shrae | share",
            })
    void aChoiceIsReadStrictly(String choice, String seen, String rule) {
        assertThatThrownBy(() -> choosing(choice))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        error -> assertThat(error.problems()).anySatisfy(each -> {
                            assertThat(each.what()).contains(seen);
                            assertThat(each.rule() + each.nearest()).contains(rule);
                        }));
    }

    @Test
    void outcomesOfAChoiceHaveOneUnit() {
        assertThatThrownBy(
                        () -> Runs.real(
                                "knee",
                                "practices=[{arm: msc-5e7, versus: saline, label: {en: x, ar: x}, best-of: {readouts: [pain-vas, cartilage-volume]}}]"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        error -> assertThat(error.problems())
                                .anySatisfy(each -> assertThat(each.what()).contains("in different units")));
    }

    @Test
    void threadsAndBlocksDoNotMatter() throws IOException {
        assertThat(run(0.3, 1500, 3, 1).practices())
                .isEqualTo(run(0.3, 1500, 3, 2).practices());
    }
}
