package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.blastema.trial.TaskResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one claim has simulated another does not simulate again, and it hears what it would hear alone. */
final class SimulationsTest {
    @TempDir
    private Path folder;

    private PairedStudy study() {
        SmallClaim claim = SmallClaim.in(folder);
        Claim.Question question = ((Claim.Comparison)
                        ClaimReader.read(claim.studies(), "X1").experiments().getFirst())
                .question();
        return PairedStudy.whole(claim.studies(), question, new Effort(20, 3, 2));
    }

    @Test
    void twoTestsOfTheSamePlanShareIt() {
        Simulations simulations = new Simulations(2);
        assertThat(simulations.of(study().plan())).isSameAs(simulations.of(study().plan()));
    }

    @Test
    void testsWithOtherArmsBesideShareTheirOwn() {
        Simulations simulations = new Simulations(2);
        List<TaskResult> whole = simulations.persons(study().plan());
        List<TaskResult> alone = simulations.persons(study().alone().plan());
        int pill = study().plan().place("pill");
        int without = study().alone().plan().place("pill");
        assertThat(pill).isNotEqualTo(without);
        assertThat(alone.getLast().rows().get(without).covariates())
                .isSameAs(whole.getLast().rows().get(pill).covariates());
        assertThat(alone.getLast().rows().get(without).values())
                .isEqualTo(new Simulations(1)
                        .persons(study().alone().plan())
                        .getLast()
                        .rows()
                        .get(without)
                        .values());
    }

    @Test
    void aClaimIsJudgedAfterAnotherAsAlone() {
        SmallClaim claim = SmallClaim.in(folder);
        Claim asked = ClaimReader.read(claim.studies(), "X1");
        ClaimEngine engine = new ClaimEngine(claim.studies(), new Effort(20, 3, 2));
        engine.judge(ClaimReader.read(claim.with("month: 3", "month: 1").studies(), "X1"));
        assertThat(engine.judge(asked).found())
                .usingRecursiveComparison()
                .isEqualTo(claim.judged(20, 3, 1).found());
    }
}
