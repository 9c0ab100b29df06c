package org.blastema.evidence;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.blastema.core.Failure;
import org.blastema.trial.Analysis;
import org.blastema.trial.Plan;
import org.blastema.trial.Progress;
import org.blastema.trial.RunStore;
import org.blastema.trial.Summary;
import org.blastema.trial.TaskResult;
import org.blastema.trial.Threads;

/** A run whose results are kept in memory alone. */
final class Kept implements RunStore {
    private final SortedMap<Integer, TaskResult> results = new TreeMap<>();

    private Kept() {}

    /** Runs a plan. */
    static Summary run(Plan plan, int threads) {
        Kept kept = new Kept();
        SortedSet<Integer> tasks =
                new TreeSet<>(IntStream.range(0, plan.tasks()).boxed().toList());
        try {
            new Threads(threads).run(plan, tasks, kept, Progress.silent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted");
        }
        return Analysis.summarise(plan, kept);
    }

    @Override
    public synchronized SortedSet<Integer> finished() {
        return new TreeSet<>(results.keySet());
    }

    @Override
    public synchronized void save(TaskResult result) {
        results.put(result.task(), result);
    }

    @Override
    public synchronized TaskResult load(int task) {
        return java.util.Objects.requireNonNull(results.get(task), "task " + task);
    }
}
