package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.blastema.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An arm that two plans have alike is simulated once, and both find what they would find alone. */
final class SharedArmsTest {
    private static final int NOTHING = 0;
    private static final int PILL = 1;

    @TempDir
    private Path folder;

    private final SharedArms shared = new SharedArms();

    private static Plan plan(Library library, String... more) {
        List<String> sets = new ArrayList<>(
                List.of("groups=paired", "twins=0", "timecourse=[]", "data-conflicts=[]", "switches.drop-out=off"));
        sets.addAll(List.of(more));
        Options options =
                new Options(OptionalInt.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.empty(), sets);
        return StudyReader.read(library, "small", options);
    }

    private static Plan plan(String... more) {
        return plan(Runs.library(), more);
    }

    /** The last task of a plan, after the plans before. */
    private static TaskResult last(SharedArms shared, Plan plan) throws InterruptedException {
        KeptInMemory store = new KeptInMemory();
        new Threads(2, shared).run(plan, Runs.tasks(plan), store, Progress.silent());
        return store.load(plan.tasks() - 1);
    }

    /** Which of all arrays a block handed on. */
    private static int handed(TaskResult result, int arm) {
        return System.identityHashCode(result.rows().get(arm).covariates());
    }

    private static void isAsAlone(TaskResult result, Plan plan) {
        assertThat(Runs.Memory.bytes(result)).isEqualTo(Runs.run(plan, 1).bytes(result.task()));
    }

    @Test
    void anArmThatAParameterCannotReachIsSimulatedOnce() throws InterruptedException {
        TaskResult before = last(shared, plan());
        Plan moved = plan("parameters.power=35");
        TaskResult after = last(shared, moved);
        assertThat(handed(after, NOTHING)).isEqualTo(handed(before, NOTHING));
        assertThat(handed(after, PILL)).isNotEqualTo(handed(before, PILL));
        assertThat(after.rows().get(PILL).values())
                .isNotEqualTo(before.rows().get(PILL).values());
        isAsAlone(after, moved);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parameters.site=2",
                "seed=8",
                "scenario=\"null\"",
                "switches.noise=off",
                "patients=39",
                "eligibility={score: [50, 95]}",
                "groups=parallel",
                "switches.drop-out=on"
            })
    void whatReachesBothArmsIsSimulatedAgain(String change) throws InterruptedException {
        TaskResult before = last(shared, plan());
        Plan moved = plan(change);
        TaskResult after = last(shared, moved);
        assertThat(handed(after, NOTHING)).isNotEqualTo(handed(before, NOTHING));
        assertThat(handed(after, PILL)).isNotEqualTo(handed(before, PILL));
        isAsAlone(after, moved);
    }

    /** Trial for trial the same; how many there are and what an arm is compared with decides nothing. */
    @Test
    void fewerTrialsAndAnotherReferenceAreThoseKnown() throws InterruptedException {
        last(shared, plan());
        Plan fewer = plan("trials=3", "reference=twice", "contrasts=[]");
        TaskResult once = last(shared, fewer);
        TaskResult twice = last(shared, plan("trials=3"));
        assertThat(handed(twice, NOTHING)).isEqualTo(handed(once, NOTHING));
        assertThat(handed(twice, PILL)).isEqualTo(handed(once, PILL));
        isAsAlone(once, fewer);
    }

    /** An arm that leads in one plan follows in another. */
    @Test
    void anArmIsTheSameWhoeverFillsThePlaces() throws InterruptedException {
        Plan alone = plan("arms=[{name: pill, product: pill}]", "reference=pill", "contrasts=[]");
        TaskResult led = last(shared, alone);
        TaskResult followed = last(shared, plan());
        assertThat(handed(led, 0)).isEqualTo(handed(followed, PILL));
        isAsAlone(followed, plan());
    }

    /** With its spread gone, a correlated parameter takes its hold on the other, which the arm without a pill has too. */
    @Test
    void aCorrelatedParameterReachesWhatTheOtherReaches() throws InterruptedException, IOException {
        Files.createDirectories(folder.resolve("models"));
        String model = Files.readString(Path.of("src/test/resources/library/models/score.yaml"));
        Files.writeString(
                folder.resolve("models/score.yaml"),
                model.replace(
                        "parameters:\n",
                        "correlations: {g: [{between: [power, context], value: 0.9}]}\nparameters:\n"));
        Library library = Runs.library().with(folder);
        TaskResult before = last(shared, plan(library));
        Plan moved = plan(
                library, "parameters.power={value: 35, unit: mm, range: [0, 50], source: made-up, knowledge: assumed}");
        TaskResult after = last(shared, moved);
        assertThat(after.rows().get(NOTHING).values())
                .isNotEqualTo(before.rows().get(NOTHING).values());
        isAsAlone(after, moved);
    }

    @Test
    void whatWasNotAskedForLongestIsForgotten() throws InterruptedException {
        long one = numbers(plan());
        SharedArms few = new SharedArms(one);
        TaskResult before = last(few, plan());
        assertThat(handed(last(few, plan()), PILL)).isEqualTo(handed(before, PILL));
        last(few, plan("seed=8"));
        assertThat(handed(last(few, plan()), PILL)).isNotEqualTo(handed(before, PILL));
    }

    /** How many numbers the arms of a plan take. */
    private static long numbers(Plan plan) throws InterruptedException {
        long numbers = 0;
        for (ArmSetup setup : List.of(plan.setup(0), plan.setup(1), plan.setup(2))) {
            ArmCohort cohort = new ArmCohort(plan, setup);
            cohort.run(0, 0, plan.patients(), () -> {});
            numbers += plan.trials() * cohort.block().numbers();
        }
        return numbers;
    }
}
