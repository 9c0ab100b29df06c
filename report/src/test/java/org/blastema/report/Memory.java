package org.blastema.report;

import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.blastema.trial.RunStore;
import org.blastema.trial.TaskResult;

/** Keeps results as they are. */
final class Memory implements RunStore {
    private final SortedMap<Integer, TaskResult> kept = new TreeMap<>();

    @Override
    public synchronized SortedSet<Integer> finished() {
        return new TreeSet<>(kept.keySet());
    }

    @Override
    public synchronized void save(TaskResult result) {
        kept.put(result.task(), result);
    }

    @Override
    public synchronized TaskResult load(int task) {
        return Objects.requireNonNull(kept.get(task), "task " + task);
    }
}
