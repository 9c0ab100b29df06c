package org.blastema.evidence;

import java.util.HashMap;
import java.util.Map;
import org.blastema.trial.KeptInMemory;
import org.blastema.trial.Plan;
import org.blastema.trial.Summary;

/** Simulates plans, each once: claims that ask the same of a study share what comes out. For one thread. */
final class Simulations {
    private final int threads;
    private final Map<String, Summary> known = new HashMap<>();

    Simulations(int threads) {
        this.threads = threads;
    }

    /** What comes out of a plan; two plans of the same hash are the same plan. */
    Summary of(Plan plan) {
        return known.computeIfAbsent(plan.hash(), same -> KeptInMemory.run(plan, threads));
    }
}
