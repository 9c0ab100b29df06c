package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.TreeSet;
import org.blastema.core.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A study that another one continues. */
final class ContinuationTest {
    private static Runs.Memory whole(Plan plan, Runs.Memory store, int threads) {
        try {
            WholeRun.run(new Threads(threads), plan, store, Progress.silent());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return store;
    }

    private static LongTerm later(String... sets) {
        Plan plan = Runs.plan("now", sets);
        return Analysis.summarise(plan, whole(plan, new Runs.Memory(), 2))
                .longTerm()
                .orElseThrow();
    }

    /** What follows is, to the bit, what the continued study gives at that size with that seed. */
    @Test
    void whatFollowsIsWhatTheContinuedStudyFinds() {
        Summary found = later().summary();
        Summary own = Runs.summary("worth", "patients=3", "trials=5", "seed=11");
        assertThat(found.arms()).extracting(ArmSummary::name).containsExactly("idle", "treated");
        assertThat(found.arms().get(1).endpoints()).isEqualTo(own.arms().get(1).endpoints());
        assertThat(found.arms().get(0).endpoints()).isEqualTo(own.arms().get(0).endpoints());
        assertThat(found.economics()).isEmpty();
    }

    @Test
    void theStudyItselfIsAsWithoutIt() {
        Plan plan = Runs.plan("now");
        Runs.Memory store = whole(plan, new Runs.Memory(), 2);
        Runs.Memory alone = Runs.run(plan, 1);
        assertThat(store.finished()).hasSize(plan.tasks() + 5);
        alone.finished().forEach(task -> assertThat(store.bytes(task)).isEqualTo(alone.bytes(task)));
        assertThat(Analysis.summarise(plan, alone).longTerm()).isEmpty();
        assertThat(Analysis.summarise(plan, store).arms())
                .isEqualTo(Analysis.summarise(plan, alone).arms());
    }

    /** Whatever was finished before, and by however many threads, the same bytes come out. */
    @Test
    void itIsResumedWhereItStopped() {
        Plan plan = Runs.plan("now");
        Runs.Memory one = whole(plan, new Runs.Memory(), 1);
        Runs.Memory resumed = new Runs.Memory();
        for (int task : List.of(0, plan.tasks() + 1, plan.tasks() + 4)) {
            resumed.save(one.load(task));
        }
        whole(plan, resumed, 3);
        assertThat(resumed.finished()).isEqualTo(new TreeSet<>(one.finished()));
        one.finished().forEach(task -> assertThat(resumed.bytes(task)).isEqualTo(one.bytes(task)));
    }

    @Test
    void peopleSeedScenarioAndChangesGoOn() {
        Study next = Runs.plan("now", "seed=5", "parameters.loss=0", "switches.noise=off")
                .later()
                .orElseThrow()
                .study();
        assertThat(next.seed()).isEqualTo(5);
        assertThat(next.parameters()).containsEntry("loss", 0.0);
        assertThat(next.on("noise")).isFalse();
        assertThat(next.reference()).isEqualTo("idle");
        assertThat(next.population().name()).isEqualTo("buyers");
        assertThat(Runs.plan("now").files().keySet()).anyMatch(file -> file.endsWith("studies/worth.yaml"));
        assertThat(Runs.plan("now").hash())
                .isNotEqualTo(Runs.plan("now", "continues.patients=4").hash());
    }

    /** The last visit of the continued study that is not after day 500 is that of one year. */
    @Test
    void yearsInFullHealthAreThoseUpToTheHorizon() {
        LongTerm later = later();
        EndpointSummary year = Runs.endpoint(later.summary(), "treated", "health", 365.25);
        assertThat(later.qaly("treated")).hasValue(year.mean());
        assertThat(later.qaly("nobody")).isEmpty();
        Summary lifetime = Runs.summary("worth");
        assertThat(lifetime.qaly("care"))
                .hasValue(Runs.endpoint(lifetime, "care", "health", 1461).mean());
        assertThat(Runs.summary("small").qaly("pill")).isEmpty();
    }

    @Test
    void aNameAloneIsEnough() {
        Plan next = Runs.plan("now", "arms.treated.name=care", "continues=worth")
                .later()
                .orElseThrow();
        assertThat(next.trials()).isEqualTo(40);
        assertThat(next.study().endpoints()).hasSize(4);
        Study narrowed = Runs.plan("now", "continues.visits=[4 a]", "continues.endpoints=[money, health]")
                .later()
                .orElseThrow()
                .study();
        assertThat(narrowed.visits()).containsExactly(Visit.at(1461));
        assertThat(narrowed.endpoints()).extracting(Study.Endpoint::readout).containsExactly("money", "health");
    }

    /** The study that continues it has the same scenario, arms and changes, and would tell each mistake again. */
    @ParameterizedTest
    @ValueSource(strings = {"scenario=noo", "parameters.gian=1", "arms.0.product=caer", "reference=nobdy"})
    void aMistakeOfTheStudyIsToldOnce(String set) {
        InvalidInput error = catchThrowableOfType(InvalidInput.class, () -> Runs.plan("now", set));
        assertThat(error).as("nothing was refused").isNotNull();
        assertThat(error.problems()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "continues=wroth | unknown study 'wroth' | worth",
                "continues.study=wroth | unknown study 'wroth' | worth",
                "continues.study=small | has the model score | worth",
                "continues.study=small | parallel groups | groups: paired",
                "continues.trials=1 | 'trials' is 1 |",
                "continues.patients=0 | 'patients' is 0 |",
                "continues.arms={treted: care} | 'treted' | treated",
                "continues.arms={treated: cae} | 'cae' | care",
                "continues.arms={treated: [care]} | no name |",
                "continues=worth | 'treated' |",
                "continues.endpoints=[helth] | 'helth' | health",
                "continues.visits=[20 a] | day 7305 |",
                "continues.colour=red | 'colour' |",
                "continues=[worth] | a list |",
                "continues={trials: 4} | no 'study' |",
            })
    void whatIsWrongIsRefused(String set, String seen, String nearest) {
        InvalidInput error = catchThrowableOfType(InvalidInput.class, () -> Runs.plan("now", set));
        assertThat(error).as("nothing was refused").isNotNull();
        assertThat(error.problems()).anySatisfy(problem -> {
            assertThat(problem.what()).contains(seen);
            assertThat(problem.rule()).isNotBlank();
            if (nearest != null) {
                assertThat(problem.nearest()).contains(nearest);
            }
        });
    }
}
