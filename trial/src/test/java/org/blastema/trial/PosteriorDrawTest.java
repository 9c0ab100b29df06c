package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.blastema.core.Distribution;
import org.blastema.core.InvalidInput;
import org.blastema.core.Spread;
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

    /** The upper of the two middle draws of an even number, in every trial. */
    @Test
    void inTheMiddleAParameterHasItsMedian() {
        Plan plan = plan();
        DrawPlan middle = plan.setup(plan.place("pill")).draws().middle();
        Draws draws = new Draws(middle, plan.seed());
        int k = IntStream.range(0, middle.variables())
                .filter(v -> middle.variable(v).name().endsWith("k"))
                .findFirst()
                .orElseThrow();
        for (int trial = 0; trial < 5; trial++) {
            draws.trial(trial);
            assertThat(draws.values()[k]).isEqualTo(0.026);
        }
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

    /** People differ in their response to being treated by a normal difference of 3 mm. */
    @Test
    void theSizeOfASpreadBetweenPatientsIsThatOfTheDraw() throws IOException {
        Path table = folder.resolve("evidence/posteriors/mine.csv");
        String[] one = {"trials=1", "twins=0"};
        Files.writeString(table, "context@patient\n3\n");
        assertThat(values(plan(one))).as("the size of the model").isEqualTo(values(Runs.plan("small", one)));
        Files.writeString(table, "context@patient\n0\n");
        String alike = "parameters.context={value: 0, unit: mm, source: made-up, knowledge: assumed}";
        assertThat(values(plan(one)))
                .as("nobody differs")
                .isEqualTo(values(Runs.plan("small", one[0], one[1], alike)))
                .isNotEqualTo(values(Runs.plan("small", one)));
        double[] none = values(plan(one));
        Files.writeString(table, "context@patient\n6\n");
        double[] twice = values(plan(one));
        Files.writeString(table, "context@patient\n0\n6\n");
        assertThat(List.of(none, twice)).as("one row, not their mean").contains(values(plan(one)));
    }

    /** The power of a pill is lognormal: its size is a coefficient of variation. */
    @Test
    void theSizeGoesWithTheOtherNumbersOfItsRow() throws IOException {
        Files.writeString(
                folder.resolve("evidence/posteriors/mine.csv"),
                "k,power@patient\n0.01,0\n0.02,0.2\n0.03,0.3\n0.04,0.4\n");
        Plan plan = plan("trials=40");
        assertThat(drawn(plan, "nothing", "k").orElseThrow()).contains(0.01, 0.04);
        assertThat(drawn(plan, "nothing", "power")).as("the size is no value").isEmpty();
        Spread spread = plan.parameters("nothing").stream()
                .filter(each -> each.name().equals("power"))
                .findFirst()
                .orElseThrow()
                .spreads()
                .getFirst();
        assertThat(spread).hasToString("lognormal, CV from the posterior mine, 4 draws, 95 % 0 to 0.4, patient");
        Distribution.DrawnSize size = (Distribution.DrawnSize) spread.distribution();
        assertThat(size.in(0.1).apply(10, 0.8)).isEqualTo(10);
        assertThat(size.in(0.6).apply(10, 0.8)).isEqualTo(new Distribution.Lognormal(0.3).apply(10, 0.8));
    }

    @Test
    void theSizeOfASpreadThatAParameterDoesNotHaveIsRefused() throws IOException {
        Files.writeString(folder.resolve("evidence/posteriors/mine.csv"), "k@patient,power@trial\n0.1,0.1\n");
        assertThat(catchThrowableOfType(InvalidInput.class, this::plan).problems().stream()
                        .map(Object::toString))
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("k@patient"))
                .anySatisfy(problem -> assertThat(problem).contains("power@trial", "power@patient"));
    }
}
