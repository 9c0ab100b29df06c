package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.YamlReader;
import org.blastema.model.Library;
import org.blastema.model.ModelReader;
import org.blastema.model.Posterior;
import org.blastema.statistics.Moments;
import org.blastema.statistics.TemperedSampler;
import org.blastema.trial.KeptInMemory;
import org.blastema.trial.Plan;
import org.blastema.trial.Progress;
import org.blastema.trial.StudyReader;
import org.blastema.trial.Threads;
import org.blastema.trial.WholeRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under the model's own mechanism a pill goes by 0.08 a day; under a rival by 0.02, and being treated takes 8 mm off. */
final class MixtureTest {
    private static final String TARGET = """
            calibration: tiny
            title: {en: Tiny, ar: صغير}
            area: area
            model: score
            trials: 400
            free:
              - parameter: k
                prior: {value: 0.05, unit: 1/d, spread: {level: knowledge, distribution: normal, sd: 0.03}, range: [0, 10], source: made-up, knowledge: assumed}
            rivals:
              slow: {title: {en: Slow, ar: بطيء}, parameters: {context: 8}}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Mixed mixed(Library library, int own, int slow) {
        Calibration calibration = CalibrationReader.read(library, "tiny");
        List<MechanismFit> fits = List.of(
                fit(calibration, "tiny", List.of(), 1),
                fit(
                        calibration,
                        "slow",
                        calibration.rivals().firstEntry().getValue().fixed(),
                        -1));
        return new Mixture(
                        calibration,
                        fits,
                        List.of(own, slow),
                        fits.stream().map(MechanismFit::islands).toList())
                .draws();
    }

    private static MechanismFit fit(Calibration calibration, String name, List<Calibration.Fixed> fixed, double score) {
        TemperedSampler.Island island = new TemperedSampler.Island(new double[][] {{score}, {score}}, 0, 1);
        return new MechanismFit(
                name,
                new CalibrationPoints(calibration.free(), fixed, new double[0][]),
                List.of(),
                TrialLikelihoods.learn(calibration, List.of(), new double[0][], 0),
                new Islands(List.of(island, island)));
    }

    private SmallArea area() {
        return SmallArea.in(folder).put("calibrations/tiny.yaml", TARGET);
    }

    private static double mean(Mixed mixed, String column) {
        return mixed.values().columns().get(column).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    @Test
    void aMechanismGetsItsPartOfTheDraws() {
        assertThat(Mixture.shares(new double[] {0.9, 0.0988, 0.0012}, 400)).containsExactly(360, 40, 0);
        assertThat(Mixture.shares(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, 400))
                .containsExactly(134, 133, 133);
        assertThat(Mixture.shares(new double[] {1}, 400)).containsExactly(400);
        double[] uneven = {0.0004, 0.3331, 0.00126, 0.66524};
        List<Integer> shares = Mixture.shares(uneven, 400);
        assertThat(shares.stream().mapToInt(each -> each).sum()).isEqualTo(400);
        IntStream.range(0, 4).forEach(m -> assertThat(shares.get(m) / 400.0).isCloseTo(uneven[m], within(1.0 / 400)));
    }

    @Test
    void theMeanIsThatOfThePartsByTheirWeights() {
        Mixed mixed = mixed(area().library(), 300, 100);
        assertThat(mean(mixed, "k")).isCloseTo(0.75 * 0.08 + 0.25 * 0.02, within(1e-12));
        assertThat(mean(mixed, "context")).isCloseTo(0.25 * 8, within(1e-12));
        assertThat(mixed.under().subList(0, 300)).containsOnly("tiny");
        assertThat(mixed.under().subList(300, 400)).containsOnly("slow");
        assertThat(mixed.values().columns().get("context").subList(300, 400)).containsOnly(8.0);
    }

    /** Where the model does not know the response to being treated, the rows of its own mechanism do not either. */
    @Test
    void whatOnlyARivalSetsIsElsewhereKnownAsTheModelKnowsIt() throws IOException {
        String patient = "spread: {level: patient, distribution: normal, sd: 3}";
        String both =
                "spread: [{level: patient, distribution: normal, sd: 3}, {level: knowledge, distribution: normal, sd: 2}]";
        String model = Files.readString(Path.of("../trial/src/test/resources/library/models/score.yaml"));
        Library library =
                area().put("models/score.yaml", model.replace(patient, both)).library();
        List<Double> context = mixed(library, 300, 100).values().columns().get("context");
        Moments own = Moments.of(context.subList(0, 300).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
        assertThat(context.subList(300, 400)).containsOnly(8.0);
        assertThat(own.mean()).isCloseTo(0, within(3 * 2 / Math.sqrt(300)));
        assertThat(own.sd()).isCloseTo(2, within(0.3));
        assertThat(mixed(library, 300, 100).values().columns().get("context")).isEqualTo(context);
    }

    /** Each simulated trial is, bit for bit, that of a study in which one of the mechanisms is set by hand. */
    @Test
    void aTrialTakesOneMechanismAsAWhole() throws InterruptedException {
        Library library = area().library();
        Mixed mixed = mixed(library, 200, 200);
        Posterior values = mixed.values();
        Plan plan = StudyReader.knowing(library, values::on).alone("one-2001", study -> study);
        KeptInMemory drawn = run(plan);
        List<Double> k = values.columns().get("k");
        KeptInMemory own = run(set(library, "{k: " + k.getFirst() + ", context: 0}"));
        KeptInMemory slow = run(set(library, "{k: " + k.getLast() + ", context: 8}"));
        List<String> taken = IntStream.range(0, plan.trials())
                .mapToObj(trial -> mixed.under().get(values.draw(plan.seed(), trial)))
                .toList();
        assertThat(taken).contains("tiny", "slow");
        for (int trial = 0; trial < plan.trials(); trial++) {
            KeptInMemory set = taken.get(trial).equals("slow") ? slow : own;
            KeptInMemory other = set == own ? slow : own;
            assertThat(drawn.load(trial).rows().get(1).values())
                    .isEqualTo(set.load(trial).rows().get(1).values())
                    .isNotEqualTo(other.load(trial).rows().get(1).values());
        }
    }

    private static Plan set(Library library, String parameters) {
        return StudyReader.knowing(library, model -> model)
                .alone(
                        "one-2001",
                        study -> study.with(
                                "parameters", YamlReader.read("set", parameters.getBytes(StandardCharsets.UTF_8))));
    }

    private static KeptInMemory run(Plan plan) throws InterruptedException {
        KeptInMemory store = new KeptInMemory();
        WholeRun.run(new Threads(2), plan, store, Progress.silent());
        return store;
    }

    /** What is written of a mixture is read as a posterior; the word for the mechanism is no parameter. */
    @Test
    void theNameOfTheMechanismIsNoParameter() {
        Library library = area().put(
                        "evidence/posteriors/mine.csv", "under:mechanism,k,context\ntiny,0.08,0\nslow,0.02,8\n")
                .library();
        Problems problems = new Problems();
        Posterior read = Posterior.read(library, "mine", new Position("mine", 1, 1), problems)
                .orElseThrow();
        problems.throwIfFailed();
        assertThat(read.columns().keySet()).containsExactly("k", "context");
        assertThat(read.fits(ModelReader.read(library, "score"))).isTrue();
    }
}
