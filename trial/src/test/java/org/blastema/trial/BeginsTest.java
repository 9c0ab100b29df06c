package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.blastema.model.Model;
import org.blastema.model.graph.ModelGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People whose equations run before they are enrolled: one of the scenarios moves what came before, one only what a dose does. */
final class BeginsTest {
    @TempDir
    private Path folder;

    private Plan plan(String scenario, String... sets) throws IOException {
        for (String kind : List.of("models", "populations", "comparators", "studies")) {
            Files.createDirectories(folder.resolve(kind));
        }
        Files.writeString(folder.resolve("models/wear.yaml"), """
                model: wear
                title: {en: Wear, ar: بلى}
                time: d
                begins: -10
                covariates: {whole: {value: 100, unit: mm}}
                inputs: {care: {fields: {strength: {unit: "1", default: 1, range: [0, 9]}}, adds: {mended: lift * strength}}}
                states:
                  left: {unit: mm, start: whole, equation: -loss}
                  mended: {unit: "1", start: 0, equation: "0 [1/d]"}
                readouts: {length: {kind: continuous, unit: mm, range: [0, 200], better: high, equation: "left + 1 [mm] * mended"}}
                default-scenario: pooled
                scenarios: {"null": {loss: 1, lift: 0}, pooled: {loss: 2, lift: 1}, optimistic: {loss: 2, lift: 5}}
                parameters:
                  loss: {value: 2, unit: mm/d}
                  lift: {value: 1, unit: "1"}
                """);
        Files.writeString(folder.resolve("populations/worn.yaml"), """
                population: worn
                title: {en: People, ar: ناس}
                model: wear
                covariates: {whole: {value: 100, unit: mm, spread: {level: patient, distribution: normal, sd: 5}}}
                """);
        Files.writeString(folder.resolve("comparators/mending.yaml"), """
                comparator: mending
                title: {en: Care, ar: عناية}
                kind: placebo
                model: wear
                doses: [{input: care, at: 0 d, with: {strength: 3}}]
                """);
        Files.writeString(folder.resolve("comparators/waiting-worn.yaml"), """
                comparator: waiting-worn
                title: {en: Nothing, ar: لا شيء}
                kind: placebo
                model: wear
                parameters: {lift: {value: 7, unit: "1"}}
                """);
        Files.writeString(folder.resolve("studies/worn.yaml"), """
                study: worn
                title: {en: Wear, ar: بلى}
                model: wear
                population: worn
                patients: 5
                trials: 2
                twins: 0
                horizon: 20 d
                visits: [10 d]
                timecourse: [0 d, 10 d]
                endpoints: [{readout: length, primary-visit: 10 d}]
                arms: [{name: care, product: mending}]
                reference: care
                scenarios: ["null", pooled, optimistic]
                """);
        return StudyReader.read(
                Runs.library().with(folder),
                "worn",
                new Options(
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        Optional.of(scenario),
                        List.of(sets)));
    }

    @ParameterizedTest
    @CsvSource({"null, 1, 0", "pooled, 2, 1", "optimistic, 2, 5"})
    void everyScenarioHasItsOwnPast(String scenario, double loss, double lift) throws IOException {
        ArmRows rows = Runs.run(plan(scenario), 1).load(1).rows().getFirst();
        for (int i = 0; i < rows.patients(); i++) {
            double whole = rows.covariates()[i];
            assertThat(rows.baseline()[i]).isCloseTo(whole - 10 * loss, within(1e-6));
            assertThat(rows.values()[i]).isCloseTo(whole - 20 * loss + 3 * lift, within(1e-6));
        }
        assertThat(Arrays.stream(rows.covariates()).distinct()).hasSize(5);
    }

    /** Only what provably acts after a dose is left out when the pasts of scenarios are compared. */
    @Test
    void whatActsAfterADoseIsKnown() throws IOException {
        ArmSetup setup = plan("pooled").setup(0);
        assertThat(setup.early())
                .isNotEmpty()
                .doesNotContain(setup.model().model().parameter("lift"));
    }

    private static Subject person(Plan plan) {
        Subject subject = new Subject(plan, plan.setup(0));
        subject.draws().trial(0);
        subject.draws().person(Draws.unit(0, 0), Draws.unit(0, 0), 0, true);
        subject.enter(plan.headline());
        return subject;
    }

    /** What another arm has solved of the same past is taken as it is; what it has solved of another is not. */
    @Test
    void thePastOfAPersonIsSolvedOnce() throws IOException {
        Plan plan = plan("pooled");
        Enrolment own = person(plan).enrolment();
        double[] told = {1, 2};
        Subject known = person(plan);
        known.expect(Optional.of(new Enrolment(own.model(), own.early(), told)));
        assertThat(known.state()).isEqualTo(told);
        double[] others = own.early().clone();
        others[0]++;
        Subject stranger = person(plan);
        stranger.expect(Optional.of(new Enrolment(own.model(), others, told)));
        assertThat(stranger.state()).isEqualTo(own.states());
    }

    /** An arm that follows another has the persons that it would have if it led. */
    @Test
    void thePastIsTheSameWhoeverLeads() throws IOException {
        String[] both = {"groups=paired", "arms=[{name: care, product: mending}, {name: none, product: waiting-worn}]"};
        String[] alone = {"groups=paired", "arms=[{name: none, product: waiting-worn}]", "reference=none"};
        for (String scenario : List.of("null", "optimistic")) {
            ArmRows follows = Runs.run(plan(scenario, both), 1).load(1).rows().getLast();
            ArmRows leads = Runs.run(plan(scenario, alone), 1).load(1).rows().getLast();
            assertThat(follows.baseline()).isEqualTo(leads.baseline());
            assertThat(follows.values()).isEqualTo(leads.values());
        }
    }

    @Test
    void aLeaderTellsHowItsPersonsWereEnrolled() throws IOException, InterruptedException {
        Plan plan = plan("pooled", "groups=paired");
        ArmCohort cohort = new ArmCohort(plan, plan.setup(0));
        cohort.run(0, 0, 5, () -> {});
        for (int patient = 0; patient < 5; patient++) {
            double left = cohort.block()
                    .enrolment(plan.headline(), patient)
                    .orElseThrow()
                    .states()[0];
            assertThat(left).isEqualTo(cohort.columns(plan.headline()).baseline[0][patient]);
        }
    }

    /** One graph serves every question about a model: what was asked before leaves the answer alone. */
    @Test
    void aGraphAnswersAgainAsAtFirst() throws IOException {
        ArmSetup setup = plan("pooled").setup(0);
        Model model = setup.model().model();
        ModelGraph graph = new ModelGraph(model);
        List<Integer> lift = List.of(model.parameter("lift"));
        assertThat(new Reach(graph, model, setup.doses()).any(lift)).isTrue();
        assertThat(new Reach(graph, model, List.of()).any(lift)).isFalse();
        assertThat(new Reach(graph, model, setup.doses()).any(lift)).isTrue();
        assertThat(Reach.early(graph, model)).isEqualTo(setup.early());
    }
}
