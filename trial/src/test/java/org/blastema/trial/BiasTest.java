package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.blastema.model.Library;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the choice of patients, being treated and the leaving of the disappointed make of one truth, against a table. */
@Tag("slow")
final class BiasTest {
    private static final int PATIENTS = 300_000;

    private static final String STUDY = """
            study: table
            model: pain-report
            population: pain-reporters
            patients: %d
            trials: 1
            twins: 0
            horizon: 366 d
            visits: [12 mo]
            timecourse: [0 d]
            endpoints: [{readout: pain-vas, responder: {gain: 17.5, unit: mm}}]
            eligibility: {pain-vas: [%d, 90]}
            reference: first
            scenario: pooled
            scenarios: [pooled]
            switches: {uncertain-sizes: off}
            """;

    private static final String PRODUCT = """
            product: %s
            title: {en: x, ar: x}
            model: pain-report
            doses:
              - {input: treatment, at: 1 d, with: {context: %s, specific: %s}}
            """;

    @TempDir
    private Path folder;

    /** Baselines, changes and shares of the patients of an arm whose visit was not missed. */
    private record Seen(double[] baseline, double[] change) {
        double meanBaseline() {
            return Arrays.stream(baseline).average().orElseThrow();
        }

        double mean() {
            return Arrays.stream(change).average().orElseThrow();
        }

        double sd() {
            double mean = mean();
            return Math.sqrt(Arrays.stream(change)
                    .map(c -> (c - mean) * (c - mean))
                    .average()
                    .orElseThrow());
        }

        double share(double gain) {
            return 100.0 * Arrays.stream(change).filter(c -> -c >= gain).count() / change.length;
        }
    }

    /** Arms are lines {@code name, context, effect, drop-out of its own}; the study may have a drop-out for the others. */
    private Seen[] run(int entry, String dropOut, String... arms) throws IOException {
        Files.createDirectories(folder.resolve("products"));
        Files.createDirectories(folder.resolve("studies"));
        StringBuilder study = new StringBuilder(STUDY.formatted(PATIENTS, entry))
                .append(dropOut)
                .append("arms:\n");
        for (String arm : arms) {
            String[] parts = arm.split(", ", 4);
            study.append("  - {name: %s, product: %s%s}\n"
                    .formatted(parts[0], parts[0], parts[3].isEmpty() ? "" : ", " + parts[3]));
            Files.writeString(
                    folder.resolve("products/" + parts[0] + ".yaml"), PRODUCT.formatted(parts[0], parts[1], parts[2]));
        }
        Files.writeString(folder.resolve("studies/table.yaml"), study);
        Plan plan = StudyReader.read(Library.folder(Path.of("../library")).with(folder), "table", Options.none());
        Runs.Memory store = Runs.run(plan, 2);
        return IntStream.range(0, arms.length)
                .mapToObj(arm -> seen(plan, store, arm))
                .toArray(Seen[]::new);
    }

    private static Seen seen(Plan plan, Runs.Memory store, int arm) {
        double[] baseline = new double[PATIENTS];
        double[] value = new double[PATIENTS];
        for (int task = 0; task < plan.tasks(); task++) {
            TaskResult result = store.load(task);
            ArmRows rows = result.rows().get(arm);
            System.arraycopy(rows.baseline(), 0, baseline, result.first(), rows.patients());
            System.arraycopy(rows.values(), 0, value, result.first(), rows.patients());
        }
        int[] there = IntStream.range(0, PATIENTS)
                .filter(i -> !Double.isNaN(value[i]))
                .toArray();
        return new Seen(
                Arrays.stream(there).mapToDouble(i -> baseline[i]).toArray(),
                Arrays.stream(there).mapToDouble(i -> value[i] - baseline[i]).toArray());
    }

    @ParameterizedTest
    @CsvSource({
        "40, 0, 0, 55.9, -9.9, 20.2, 68.5, 35.4, -11.6, 71.8",
        "40, 3.5, 0, 55.9, -13.3, 20.1, 74.5, 42.0, -15.1, 77.6",
        "40, 3.5, 7.4, 55.9, -20.5, 19.8, 84.6, 56.4, -22.2, 87.1",
        "50, 3.5, 0, 62.7, -16.8, 19.9, 79.8, 48.7, -18.5, 82.5",
        "50, 3.5, 7.4, 62.7, -24.1, 19.7, 88.6, 63.2, -25.7, 90.6"
    })
    void oneTruthIsSeenAsInTheTable(
            int entry,
            double context,
            double specific,
            double baseline,
            double change,
            double sd,
            double anyGain,
            double largeGain,
            double completers,
            double completersGain)
            throws IOException {
        String own = "drop-out: {share: 0.147, by: 12 mo, disappointment: 0.03}";
        String given = context + ", " + specific + ", ";
        Seen[] seen = run(entry, "", "first, " + given, "kept, " + given + own);
        assertThat(seen[0].meanBaseline()).isCloseTo(baseline, within(0.2));
        assertThat(seen[0].mean()).isCloseTo(change, within(0.2));
        assertThat(seen[0].sd()).isCloseTo(sd, within(0.2));
        assertThat(seen[0].share(1e-9)).isCloseTo(anyGain, within(0.5));
        assertThat(seen[0].share(17.5)).isCloseTo(largeGain, within(0.5));
        assertThat(seen[1].mean()).isCloseTo(completers, within(0.2));
        assertThat(seen[1].share(1e-9)).isCloseTo(completersGain, within(0.5));
        assertThat(100.0 * seen[1].change().length / PATIENTS).isCloseTo(85.3, within(0.5));
    }

    /** By one rule the disappointed of the worse arm leave more, so that the difference shrinks; in an open control, more still. */
    @ParameterizedTest
    @CsvSource({"0.03, 6.9, 5.6", "0.06, 6.4, 4.2"})
    void leavingShrinksTheDifferenceOfTwoArms(double slope, double difference, double againstOpen) throws IOException {
        String rule = "drop-out: {share: %s, by: 12 mo, disappointment: " + slope + "}";
        String all = rule.formatted(0.147) + "\n";
        Seen[] blinded = run(40, all, "first, 3.5, 0, ", "treated, 3.5, 7.4, ");
        assertThat(blinded[0].mean() - blinded[1].mean()).isCloseTo(difference, within(0.2));
        Seen[] open =
                run(40, all, "first, 3.5, 0, ", "control, 3.5, 0, " + rule.formatted(0.263), "treated, 3.5, 7.4, ");
        assertThat(open[1].mean() - open[2].mean()).isCloseTo(againstOpen, within(0.2));
        Seen[] nobody = run(40, "", "first, 3.5, 0, ", "treated, 3.5, 7.4, ");
        assertThat(nobody[0].mean() - nobody[1].mean()).isCloseTo(7.2, within(0.2));
    }
}
