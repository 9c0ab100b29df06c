package org.blastema.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.blastema.model.Library;
import org.blastema.trial.Analysis;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.Progress;
import org.blastema.trial.StudyReader;
import org.blastema.trial.Threads;
import org.blastema.trial.WholeRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Costs beside effects, and the years that follow, in a run folder. */
final class EconomicsJsonTest {
    @TempDir
    private Path folder;

    private FinishedRun run(String study, String... sets) throws InterruptedException {
        Options options = new Options(
                OptionalInt.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.empty(), List.of(sets));
        Plan plan = StudyReader.read(Library.folder(Path.of("../trial/src/test/resources/library")), study, options);
        Path out = folder.resolve(study + sets.length);
        try (RunFolder run = RunFolder.open(out, plan, false)) {
            WholeRun.run(new Threads(2), plan, run.store(), Progress.silent());
            run.finish(
                    Analysis.summarise(plan, run.store()), (summary, store) -> Map.of("report.html", "page"), "log\n");
        }
        return FinishedRun.open(out);
    }

    private static JsonObject pair(JsonObject economics, String arm, String versus) {
        return economics.objects("pairs").stream()
                .filter(each ->
                        each.text("arm").equals(arm) && each.text("versus").equals(versus))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theViewsAddUpToTheWhole() throws InterruptedException {
        JsonObject care = pair(
                Json.read(run("worth", "economics.out-of-pocket={arms: [care], source: made-up, knowledge: assumed}")
                                .text("summary.json"))
                        .object("economics"),
                "care",
                "idle");
        JsonObject patient = care.object("views").object("patient");
        JsonObject payer = care.object("views").object("payer");
        assertThat(patient.number("cost")).isEqualTo(3200);
        assertThat(patient.number("cost") + payer.number("cost")).isCloseTo(care.number("cost"), within(1e-6));
        assertThat(payer.objects("at").getFirst().number("perfect_information")).isNotNegative();
        assertThat(patient.text("verdict")).isEqualTo("dearer-and-better");
    }

    /** The 3,200 that the product's file states and what the model counts up to the horizon; the price of the other is not known. */
    @Test
    void theWholeCostOfAnArmIsItsProductAndWhatTheModelCounts() throws InterruptedException {
        List<JsonObject> arms = Json.read(run("worth").text("summary.json")).objects("arms");
        JsonObject care = arms.get(1);
        double counted = care.objects("endpoints").stream()
                .filter(each -> each.text("name").equals("money") && each.number("month") == 48)
                .findFirst()
                .orElseThrow()
                .number("mean");
        assertThat(counted).isPositive();
        assertThat(care.object("cost").number("mean"))
                .as("the product alone, as it is drawn")
                .isLessThan(care.number("whole_cost"));
        assertThat(care.number("whole_cost")).isCloseTo(3200 + counted, within(1e-9));
        assertThat(arms.get(2).has("whole_cost")).isFalse();
    }

    @Test
    void theBlockHoldsWhatItsWordsSay() throws InterruptedException {
        JsonObject summary = Json.read(run("worth").text("summary.json"));
        JsonObject economics = summary.object("economics");
        assertThat(economics.text("perspective")).isEqualTo("payer");
        assertThat(economics.text("currency")).isEqualTo("USD");
        assertThat(economics.number("year")).isEqualTo(2020);
        assertThat(economics.number("horizon_month")).isEqualTo(48);
        assertThat(economics.number("discount_effect")).isEqualTo(0.03);
        JsonObject care = pair(economics, "care", "idle");
        assertThat(care.text("verdict")).isEqualTo("dearer-and-better");
        assertThat(care.number("icer")).isCloseTo(care.number("cost") / care.number("gain"), within(1e-9));
        JsonObject at = care.objects("at").getLast();
        assertThat(at.number("net_monetary_benefit"))
                .isCloseTo(50_000 * care.number("gain") - care.number("cost"), within(1e-6));
        assertThat(at.number("net_health_benefit")).isCloseTo(at.number("net_monetary_benefit") / 50_000, within(1e-9));
        assertThat(care.objects("prices").getFirst().number("price")).isZero();
        assertThat(care.objects("prices").getFirst().number("cost"))
                .isCloseTo(care.number("cost") - 3200, within(1e-6));
        assertThat(summary.objects("arms").get(1).number("qaly")).isPositive();
    }

    @Test
    void aPriceThatIsNotKnownLeavesOutWhatNeedsIt() throws InterruptedException {
        JsonObject economics = Json.read(run("worth").text("summary.json")).object("economics");
        JsonObject unpriced = pair(economics, "care-unpriced", "idle");
        assertThat(unpriced.keys())
                .contains("gain", "gain95", "highest_price")
                .doesNotContain("price", "cost", "icer", "verdict", "at", "acceptability", "prices");
        assertThat(pair(economics, "care", "care-unpriced").keys())
                .contains("gain", "price")
                .doesNotContain("highest_price", "icer", "at");
    }

    @Test
    void whatCostsMoreAndGainsLessHasNoRatio() throws InterruptedException {
        JsonObject economics = Json.read(run("worth", "parameters.gain=-0.2").text("summary.json"))
                .object("economics");
        JsonObject care = pair(economics, "care", "idle");
        assertThat(care.text("verdict")).isEqualTo("dominated");
        assertThat(care.keys()).doesNotContain("icer");
        assertThat(care.objects("at"))
                .allSatisfy(at -> assertThat(at.number("probability")).isZero());
    }

    @Test
    void everyDrawStandsInTheTable() throws InterruptedException {
        List<String> rows = run("worth").text("economics.csv").lines().toList();
        assertThat(rows.getFirst()).isEqualTo("data,scenario,effect,arm,versus,draw,gain,cost");
        assertThat(rows).hasSize(1 + 3 * 40);
        assertThat(rows.get(1)).startsWith("simulated,").contains(",health,care,idle,0,");
        assertThat(rows.getLast()).endsWith(",");
        assertThat(run("worth", "parameters.loss=0")
                        .text("economics.csv")
                        .lines()
                        .skip(1))
                .allMatch(row -> row.startsWith("simulated MODIFIED,"));
    }

    @Test
    void theYearsThatFollowHaveABlockOfTheirOwn() throws InterruptedException {
        FinishedRun run = run("now");
        JsonObject summary = Json.read(run.text("summary.json"));
        JsonObject later = summary.object("long_term");
        assertThat(later.text("study")).isEqualTo("worth");
        assertThat(later.number("trials")).isEqualTo(5);
        assertThat(later.objects("arms")).extracting(arm -> arm.text("name")).containsExactly("idle", "treated");
        assertThat(later.objects("contrasts")).isNotEmpty();
        assertThat(summary.object("economics").keys()).isEmpty();
        assertThat(Files.exists(run.path().resolve("economics.csv"))).isFalse();
        assertThat(summary.objects("arms").getFirst().number("qaly"))
                .isEqualTo(later.objects("arms")
                        .getFirst()
                        .objects("endpoints")
                        .getFirst()
                        .number("mean"));
    }
}
