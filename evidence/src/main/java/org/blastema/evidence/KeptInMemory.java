package org.blastema.evidence;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.blastema.trial.RunStore;
import org.blastema.trial.TaskResult;

/** Keeps the results of one study while they are compared. */
final class KeptInMemory implements RunStore {
    private final SortedMap<Integer, TaskResult> kept = Collections.synchronizedSortedMap(new TreeMap<>());

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
