package org.blastema.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.blastema.trial.Analysis;
import org.blastema.trial.Executor;
import org.blastema.trial.KeptInMemory;
import org.blastema.trial.Plan;
import org.blastema.trial.SharedArms;
import org.blastema.trial.Summary;
import org.blastema.trial.TaskResult;
import org.blastema.trial.Threads;

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
        return known.computeIfAbsent(plan.hash(), same -> Analysis.summarise(plan, KeptInMemory.of(plan, executor)));
    }

    /**
     * The persons of a plan, block by block.
     *
     * @throws org.blastema.core.Failure if it is interrupted
     */
    List<TaskResult> persons(Plan plan) {
        KeptInMemory kept = KeptInMemory.of(plan, executor);
        return kept.finished().stream()
                .map(kept::load)
                .filter(each -> !each.ofTwins())
                .toList();
    }
}
