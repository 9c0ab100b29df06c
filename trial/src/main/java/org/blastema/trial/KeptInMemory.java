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
        return Analysis.summarise(plan, of(plan, new Threads(threads)));
    }

    /**
     * What a plan gives, not yet analysed.
     *
     * @param executor who runs the tasks
     * @throws Failure if it is interrupted
     */
    public static KeptInMemory of(Plan plan, Executor executor) {
        KeptInMemory kept = new KeptInMemory();
        try {
            WholeRun.run(executor, plan, kept, Progress.silent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted");
        }
        return kept;
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
