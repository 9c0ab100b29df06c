package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.blastema.model.Library;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model draws all parameters of a posterior from one row of it. */
final class PosteriorDrawTest {
    private static final int DRAWS = 50;

    @TempDir
    private Path folder = Path.of("");

    /** In draw i, k is 0.001 i, context i, and efficacy, which the scenario sets, i. */
    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("models"));
        Files.createDirectories(folder.resolve("evidence/posteriors"));
        Files.writeString(
                folder.resolve("models/score.yaml"),
                Files.readString(Path.of("src/test/resources/library/models/score.yaml")) + "posterior: mine\n");
        StringBuilder rows = new StringBuilder("k,context,efficacy,log-likelihood:one\n");
        IntStream.rangeClosed(1, DRAWS).forEach(i -> rows.append(i / 1000.0 + "," + i + "," + i + ",-" + i + "\n"));
        Files.writeString(folder.resolve("evidence/posteriors/mine.csv"), rows);
    }

    private Plan plan(String... sets) {
        Library library = Runs.library().with(folder);
        return StudyReader.read(
                library,
                "small",
                new Options(
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        List.of(sets)));
    }

    /** What a parameter is in each trial before the person is drawn; empty where its posterior is not drawn. */
    private static Optional<double[]> drawn(Plan plan, String arm, String parameter) {
        return SharedDraw.of(plan, arm).stream()
                .filter(each -> each.parameter().name().equals(parameter))
                .map(each -> each.uniforms().stream().mapToDouble(each::value).toArray())
                .findFirst();
    }

    @Test
    void theParametersOfATrialComeFromOneRow() {
        Plan plan = plan("trials=40");
        double[] k = drawn(plan, "pill", "k").orElseThrow();
        double[] context = drawn(plan, "pill", "context").orElseThrow();
        for (int trial = 0; trial < 40; trial++) {
            assertThat(context[trial]).isCloseTo(1000 * k[trial], within(1e-9));
        }
        assertThat(IntStream.range(0, 40).mapToObj(trial -> context[trial]).distinct())
                .hasSizeGreaterThan(10);
        assertThat(drawn(plan, "nothing", "context").orElseThrow()).isEqualTo(context);
    }

    /** The scenario sets efficacy to 1, as the model has it: nobody sees a posterior that says otherwise. */
    @Test
    void aScenarioTakesItsPlace() throws IOException {
        Path table = folder.resolve("evidence/posteriors/mine.csv");
        Files.writeString(table, "efficacy\n3\n");
        assertThat(values(plan("trials=1", "twins=0"))).isEqualTo(values(Runs.plan("small", "trials=1", "twins=0")));
        Files.writeString(table, "k\n0.02\n");
        assertThat(values(plan("trials=1", "twins=0"))).isNotEqualTo(values(Runs.plan("small", "trials=1", "twins=0")));
    }

    private static double[] values(Plan plan) {
        return Runs.run(plan, 1).load(0).rows().get(1).values();
    }

    @Test
    void aValueStatedInItsPlaceDropsItAndLeavesTheOthers() {
        Plan plan = plan(
                "trials=40",
                "parameters.k={value: 0.5, unit: 1/d, range: [0, 10], source: made-up, knowledge: assumed}");
        assertThat(drawn(plan, "pill", "k")).isEmpty();
        assertThat(drawn(plan, "pill", "context").orElseThrow())
                .isEqualTo(drawn(plan("trials=40"), "pill", "context").orElseThrow());
    }
}
