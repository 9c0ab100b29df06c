package org.blastema.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.blastema.core.Failure;
import org.blastema.trial.Executor;
import org.blastema.trial.KeptInMemory;
import org.blastema.trial.Plan;
import org.blastema.trial.Progress;
import org.blastema.trial.SharedArms;
import org.blastema.trial.Summary;
import org.blastema.trial.TaskResult;
import org.blastema.trial.Threads;
import org.blastema.trial.WholeRun;

/**
 * Simulates plans, each once, and an arm that two plans have alike once for both: claims that ask the same of a study share what comes
 * out. For one thread.
 */
final class Simulations {
    private final Executor executor;
    private final Map<String, Summary> known = new HashMap<>();

    Simulations(int threads) {
        this.executor = new Threads(threads, new SharedArms());
    }

    /** What comes out of a plan; two plans of the same hash are the same plan. */
    Summary of(Plan plan) {
        return known.computeIfAbsent(plan.hash(), same -> KeptInMemory.run(plan, executor));
    }

    /**
     * The persons of a plan, block by block.
     *
     * @throws Failure if it is interrupted
     */
    List<TaskResult> persons(Plan plan) {
        KeptInMemory kept = new KeptInMemory();
        try {
            WholeRun.run(executor, plan, kept, Progress.silent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted");
        }
        return kept.finished().stream()
                .map(kept::load)
                .filter(each -> !each.ofTwins())
                .toList();
    }
}
