package org.blastema.evidence;

import java.util.Collections;
import java.util.Objects;
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

/** Keeps the results of one study while they are compared. */
final class KeptInMemory implements RunStore {
    private final SortedMap<Integer, TaskResult> kept = Collections.synchronizedSortedMap(new TreeMap<>());

    /** Runs a plan. */
    static Summary run(Plan plan, int threads) {
        KeptInMemory kept = new KeptInMemory();
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
    public SortedSet<Integer> finished() {
        synchronized (kept) {
            return new TreeSet<>(kept.keySet());
        }
    }

    @Override
    public void save(TaskResult result) {
        kept.put(result.task(), result);
    }

    @Override
    public TaskResult load(int task) {
        return Objects.requireNonNull(kept.get(task), () -> "task " + task);
    }
}
