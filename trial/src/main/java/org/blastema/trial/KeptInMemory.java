package org.blastema.trial;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.blastema.core.Failure;

/** Keeps the results of one study while they are looked at. */
public final class KeptInMemory implements RunStore {
    private final SortedMap<Integer, TaskResult> kept = Collections.synchronizedSortedMap(new TreeMap<>());

    /**
     * Runs a plan and analyses it.
     *
     * @throws Failure if it is interrupted
     */
    public static Summary run(Plan plan, int threads) {
        return run(plan, new Threads(threads));
    }

    /** The same by who runs the tasks. */
    public static Summary run(Plan plan, Executor executor) {
        KeptInMemory kept = new KeptInMemory();
        try {
            WholeRun.run(executor, plan, kept, Progress.silent());
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
