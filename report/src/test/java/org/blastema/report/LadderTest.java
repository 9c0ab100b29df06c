package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.formats.JsonObject;
import org.blastema.trial.EndpointSummary;
import org.blastema.trial.PracticeSummary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The study illusion: nothing works, and step by step it seems to. */
final class LadderTest {
    private static SmallRun run;

    @BeforeAll
    static void runOnce() {
        run = SmallRun.of("illusion", List.of("patients=100", "trials=60"));
    }

    private double change(String arm, String endpoint) {
        return run.summary().arms().stream()
                .filter(each -> each.name().equals(arm))
                .flatMap(each -> each.endpoints().stream())
                .filter(each -> each.name().equals(endpoint))
                .mapToDouble(EndpointSummary::meanChange)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theStepsAreThoseOfThePublishedSizes() {
        assertThat(change("everybody", "pain-vas")).isCloseTo(0, within(0.8));
        assertThat(change("chosen", "pain-vas")).isCloseTo(-9.9, within(0.8));
        assertThat(change("injected", "pain-vas")).isCloseTo(-13.3, within(0.8));
        assertThat(change("knowing", "pain-vas") - change("injected", "pain-vas"))
                .isCloseTo(-3.7, within(1.1));
        assertThat(change("rated", "pain-vas") - change("knowing", "pain-vas")).isCloseTo(0, within(1.1));
        assertThat(change("rated", "rated-pain") - change("knowing", "rated-pain"))
                .isCloseTo(-5.6, within(1.1));
        assertThat(change("stayed", "pain-vas")).isLessThan(change("worse", "pain-vas") - 0.5);
    }

    @Test
    void eachStepSaysWhatItAdded() {
        List<JsonObject> steps = new Ladder(run.subject()).json();
        assertThat(steps).hasSize(7);
        assertThat(steps.getFirst().objects("endpoints").getFirst().has("added"))
                .isFalse();
        JsonObject chosen = steps.get(1).objects("endpoints").getFirst();
        assertThat(chosen.number("added"))
                .isCloseTo(change("chosen", "pain-vas") - change("everybody", "pain-vas"), within(1e-12));
    }

    /** The doctor's hope shows in the doctor's rating, so the step is shown by that; each step says why and what to ask. */
    @Test
    void eachStepIsALesson() {
        List<JsonObject> steps = new Ladder(run.subject()).json();
        assertThat(steps)
                .extracting(step -> step.text("shown"))
                .containsExactly("pain-vas", "pain-vas", "pain-vas", "pain-vas", "rated-pain", "pain-vas", "pain-vas");
        assertThat(steps).allSatisfy(step -> {
            assertThat(step.object("why").text("en")).endsWith(".");
            assertThat(step.object("ask").text("ar")).endsWith("؟");
        });
        assertThat(new Ladder(run.subject()).sentence().orElseThrow().en())
                .startsWith("Nothing that is judged here has any effect.");
    }

    /** One truth of 7.4 mm: an open trial tells more, a blinded one the truth, one against another injection less. */
    @Test
    void oneTruthHasSixReadings() {
        SmallRun six = SmallRun.of("six-readings", List.of("trials=100"));
        double blinded = difference(six, "blinded-treated", "blinded-control");
        assertThat(blinded).isCloseTo(-7.2, within(0.8));
        assertThat(difference(six, "open-treated", "open-usual")).isLessThan(blinded - 3);
        assertThat(difference(six, "active-treated", "active-control")).isCloseTo(-5.3, within(0.9));
        List<PracticeSummary> practices = six.summary().practices();
        assertThat(practices.get(3).meanPrinted().orElseThrow())
                .isLessThan(practices.get(3).mean());
        assertThat(practices.get(1).mean()).isLessThan(difference(six, "active-treated", "active-control"));
    }

    @Test
    void fairTrialsFindNothingAndPrintedOnesSeemToFindIt() {
        List<PracticeSummary> practices = run.summary().practices();
        assertThat(practices).extracting(PracticeSummary::trials).containsExactly(60L, 60L, 60L);
        assertThat(practices.get(0).printed()).isEqualTo(1);
        assertThat(practices.get(2).printed()).isLessThan(0.7);
        assertThat(practices.get(2).looksPositive()).isGreaterThan(0.6);
        assertThat(new Ladder(run.subject()).practices().getLast().en()).contains("read as positive");
    }

    @Test
    void oneInjectionLooksDifferentByDesign() {
        SmallRun designs = SmallRun.of("three-designs", List.of("patients=100", "trials=60"));
        List<Text> sentences = new Ladder(designs.subject()).comparisons();
        assertThat(sentences).hasSize(2);
        assertThat(sentences.getFirst().en()).contains("Open trial, those who get the injection, against");
        double open = difference(designs, "open-treated", "open-control");
        double blinded = difference(designs, "blinded-treated", "blinded-control");
        assertThat(blinded).isCloseTo(-7.0, within(1.2));
        assertThat(open).isLessThan(blinded - 3);
        assertThat(new Ladder(designs.subject()).sentence()).isEmpty();
    }

    private static double difference(SmallRun run, String arm, String versus) {
        return run.summary().contrasts().stream()
                .filter(c -> c.arm().equals(arm) && c.versus().equals(versus))
                .findFirst()
                .orElseThrow()
                .difference();
    }

    @Test
    void terminalShowsTheStepsInBothLanguages() {
        assertThat(new Ladder(run.subject()).lines(Language.EN))
                .hasSize(7)
                .last()
                .asString()
                .contains("who stayed");
        assertThat(new Ladder(run.subject()).lines(Language.AR))
                .last()
                .asString()
                .contains("فمن خاب أملهم");
        for (Language language : Language.values()) {
            assertThat(run.terminal(language)).hasSizeLessThanOrEqualTo(15);
        }
    }
}
