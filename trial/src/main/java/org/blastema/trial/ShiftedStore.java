package org.blastema.trial;

import java.util.SortedSet;
import java.util.TreeSet;

/** The results of another plan in the same store, behind those of the first: its task 0 has the number of the first plan's tasks. */
final class ShiftedStore implements RunStore {
    private final RunStore store;
    private final int by;

    ShiftedStore(RunStore store, int by) {
        this.store = store;
        this.by = by;
    }

    @Override
    public SortedSet<Integer> finished() {
        SortedSet<Integer> own = new TreeSet<>();
        store.finished().tailSet(by).forEach(task -> own.add(task - by));
        return own;
    }

    @Override
    public void save(TaskResult result) {
        store.save(moved(result, by));
    }

    @Override
    public TaskResult load(int task) {
        return moved(store.load(task + by), -by);
    }

    private static TaskResult moved(TaskResult result, int by) {
        return new TaskResult(
                result.task() + by,
                result.trial(),
                result.first(),
                result.rows(),
                result.twins(),
                result.failures(),
                result.sums());
    }
}
