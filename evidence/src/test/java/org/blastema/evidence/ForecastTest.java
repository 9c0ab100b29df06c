package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.blastema.core.InvalidInput;
import org.blastema.core.Problem;
import org.blastema.core.Problems;
import org.blastema.trial.Progress;
import org.blastema.trial.Threads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A forecast of a registered trial is what the validation would say of it, and is scored as a published arm is. */
final class ForecastTest {
    private static final String REGISTERED = """
            area,trial,design,blinding,registration,sponsor,knowledge,status,source,note
            area,three-2003,randomised,double,NCT1,,read,registered,made-up,
            """;

    @TempDir
    private Path folder = Path.of("");

    private SmallArea area = new SmallArea(folder);

    @BeforeEach
    void write() {
        area = SmallArea.in(folder)
                .put("studies/three-2003.yaml", SmallArea.study("three-2003", 12))
                .put("evidence/trials.csv", REGISTERED);
    }

    private Forecast forecast(String study, Optional<String> registration, int threads) throws InterruptedException {
        return Forecaster.of(area.library(), study, registration, new Threads(threads), Progress.silent());
    }

    private Forecast forecast() throws InterruptedException {
        return forecast("three-2003", Optional.empty(), 2);
    }

    private static Forecast.Row row(
            Forecast forecast, String arm, String endpoint, Outcome.Kind kind, Outcome.Statistic statistic) {
        return forecast.rows().stream()
                .filter(each -> each.arm().equals(arm) && each.endpoint().equals(endpoint))
                .filter(each -> each.kind() == kind
                        && each.statistic() == statistic
                        && each.visit().isAt(1))
                .findFirst()
                .orElseThrow();
    }

    /** The study of a trial that is scored, under another name: its forecast is the simulated side of the validation. */
    @Test
    void isWhatTheValidationSimulates() throws InterruptedException {
        Forecast forecast = forecast();
        Validation validation = area.validate(1);
        ScoredArm validated = validation.arms().get(1);
        Forecast.Row pill = row(forecast, "pill", "score", Outcome.Kind.CHANGE, Outcome.Statistic.MEAN);
        assertThat(pill.mean()).isEqualTo(validated.mean());
        assertThat(pill.most().low()).isEqualTo(validated.low());
        assertThat(pill.most().high()).isEqualTo(validated.high());
        assertThat(pill.half().low()).isBetween(pill.most().low(), pill.half().high());
        Forecast.Row difference = row(forecast, "pill", "score", Outcome.Kind.DIFFERENCE, Outcome.Statistic.MEAN);
        NullTrial without = validation.nulls().getFirst();
        assertThat(difference.versus()).isEqualTo("nothing");
        assertThat(difference.found()).hasValue(without.power());
        assertThat(difference.mean()).isCloseTo(without.difference(), within(1e-9));
        assertThat(difference.most().low()).isCloseTo(without.prediction95().low(), within(1e-9));
    }

    @Test
    void tellsEveryArmEndpointAndVisitTheDesignAndWhatItDependsOn() throws InterruptedException {
        Forecast forecast = forecast();
        // 3 arms, 3 visits: five numbers of the score and four of the level, and two differences from the reference
        assertThat(forecast.rows()).hasSize(3 * 3 * 9 + 2 * 3 * 2);
        assertThat(forecast.rows())
                .allSatisfy(row ->
                        assertThat(row.values()).hasSize(Forecast.Row.VALUES).isSorted());
        assertThat(forecast.registration()).isEqualTo("NCT1");
        assertThat(forecast.area()).contains("area");
        assertThat(forecast.design().arms().get(1)).isEqualTo(new Forecast.Arm("pill", "pill", 12));
        assertThat(forecast.primary()).hasSize(2).allMatch(row -> row.visit().isAt(3));
        assertThat(forecast.inputs())
                .containsKeys("studies/three-2003.yaml", "models/score.yaml", Inputs.PROGRAM)
                .doesNotContainKey("evidence/outcomes/area.csv");
        assertThat(forecast("three-2003", Optional.of("NCT1"), 5)).isEqualTo(forecast);
    }

    @Test
    void refusesWhatIsNoPrediction() {
        assertThat(told("one-2001", Optional.of("NCT2")))
                .contains("results of the trial 'one-2001' are in the library");
        area.put("studies/four-2004.yaml", SmallArea.study("four-2004", 12));
        assertThat(told("four-2004", Optional.empty()))
                .containsExactly("no registration of the trial 'four-2004' is known");
        assertThat(told("three-2003", Optional.of("NCT2")))
                .containsExactly("the registration NCT2 is not that of the list, NCT1");
        area.put("studies/three-2003.yaml", SmallArea.study("three-2003", 12) + "groups: paired\n");
        assertThat(told("three-2003", Optional.empty()))
                .containsExactly("the study has paired groups, which no trial has");
        area.put("studies/three-2003.yaml", SmallArea.study("three-2003", 12).replace("trials: 40", "trials: 39"));
        assertThat(told("three-2003", Optional.empty())).containsExactly("the study three-2003 has 39 trials");
    }

    private List<String> told(String study, Optional<String> registration) {
        List<String> told = new java.util.ArrayList<>();
        assertThatThrownBy(() -> forecast(study, registration, 1))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> wrong.problems().stream().map(Problem::what).forEach(told::add));
        return told;
    }

    @Test
    void valuesAreMeansOfEqualParts() {
        double[] eighty =
                java.util.stream.IntStream.range(0, 80).mapToDouble(i -> 79 - i).toArray();
        assertThat(Forecaster.values(eighty)).startsWith(0.5, 2.5).endsWith(78.5);
        // each part holds one value and a half: (0 + 1/2) / 1.5 and (1/2 + 2) / 1.5
        double[] sixty =
                java.util.stream.IntStream.range(0, 60).mapToDouble(i -> i).toArray();
        assertThat(Forecaster.values(sixty).get(0)).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(Forecaster.values(sixty).get(1)).isCloseTo(5.0 / 3, within(1e-12));
    }

    private ScoredForecast score(String rows) throws InterruptedException {
        Problems problems = new Problems();
        List<Outcome> published = Outcomes.read(
                "mine.csv",
                (SmallArea.OUTCOMES_HEAD + rows).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                problems);
        assertThat(problems.list()).isEmpty();
        return ForecastScorer.of(area.library(), forecast(), published, List.of());
    }

    @Test
    void scoresANumberOfAnArmAsTheValidationDoes() throws InterruptedException {
        ScoredForecast scored = score("""
                three-2003,pill,12,score,change,mean,61,14,1,-60,12,,,,anyone,read,
                three-2003,nothing,12,score,value,median,61,14,1,58,12,,,,anyone,read,
                """);
        ScoredArm pill = scored.arms().getFirst();
        ScoredArm validated = area.validate(1).arms().get(1);
        assertThat(pill.inside()).isFalse();
        // 40 trials stand for themselves
        assertThat(pill.crps()).isCloseTo(validated.crps(), within(1e-9));
        assertThat(pill.reference()).isPresent();
        assertThat(scored.coverage().orElseThrow().arms()).isEqualTo(2);
    }

    @Test
    void tellsWhetherTheConclusionCameOutAsForecast() throws InterruptedException {
        Forecast.Row row = row(forecast(), "pill", "score", Outcome.Kind.DIFFERENCE, Outcome.Statistic.MEAN);
        double share = row.found().orElseThrow();
        ScoredForecast scored = score("""
                three-2003,pill,12,score,difference,mean,,,1,-5,,-9,-1,ci95,anyone,read,
                three-2003,pill,12,score,difference,mean,,,1,-1,,-5,3,ci95,anyone,read,
                three-2003,pill,12,score,difference,mean,,,1,-1,,,,,anyone,read,
                """);
        assertThat(scored.conclusions().get(0).found()).contains(true);
        assertThat(scored.conclusions().get(0).share()).hasValue(share);
        assertThat(scored.conclusions().get(1).found()).contains(false);
        assertThat(scored.conclusions().get(1).share()).hasValue(1 - share);
        assertThat(scored.conclusions().get(0).asForecast()).contains(share >= 0.5);
        assertThat(scored.conclusions().get(1).asForecast()).contains(share < 0.5);
        assertThat(scored.conclusions().get(2).asForecast()).isEmpty();
        assertThat(scored.conclusions().get(2).inside()).isPresent();
        assertThat(scored.coverage()).isEmpty();
    }

    @Test
    void noPublishedRowIsDroppedInSilence() throws InterruptedException {
        ScoredForecast scored = score("""
                three-2003,pill,12,score,change,mean,,,1,-5,,,,,anyone,recalled,
                three-2003,pill,12,score,change,mean,,,2,-5,,,,,anyone,read,
                three-2003,pill,12,score,finding,,,,1,,,,,,anyone,read,no difference
                one-2001,pill,12,score,change,mean,,,1,-5,,,,,anyone,read,
                """);
        assertThat(scored.arms()).isEmpty();
        assertThat(scored.leftOut())
                .extracting(ScoredForecast.LeftOut::reason)
                .containsExactly(
                        ScoredForecast.Reason.RECALLED,
                        ScoredForecast.Reason.NOT_FORECAST,
                        ScoredForecast.Reason.NO_NUMBER);
        assertThatThrownBy(() -> score("one-2001,pill,12,score,change,mean,,,1,-5,,,,,anyone,read,\n"))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aNullResultIsAConclusion() throws InterruptedException {
        area.nulls("area,three-2003,pill,nothing,score,1,made-up,read,\n")
                .outcomes("""
                        three-2003,pill,12,score,change,mean,,,1,-5,,,,,made-up,read,
                        three-2003,nothing,12,score,change,mean,,,1,-5,,,,,made-up,read,
                        """)
                .scored("");
        Problems problems = new Problems();
        Forecast sealed = forecastOf(problems);
        ScoredForecast scored =
                ForecastScorer.of(area.library(), sealed, List.of(), Nulls.all(area.library(), problems));
        assertThat(problems.list()).isEmpty();
        assertThat(scored.conclusions()).singleElement().satisfies(each -> {
            assertThat(each.found()).contains(false);
            assertThat(each.crps()).isEmpty();
        });
    }

    /** The forecast, made before anything was known. */
    private Forecast forecastOf(Problems problems) throws InterruptedException {
        assertThat(problems.list()).isEmpty();
        String known = Outcomes.path("area");
        byte[] later = area.library().bytes(known).orElseThrow();
        area.outcomes("");
        Forecast forecast = forecast();
        area.put(known, new String(later, java.nio.charset.StandardCharsets.UTF_8));
        return forecast;
    }
}
