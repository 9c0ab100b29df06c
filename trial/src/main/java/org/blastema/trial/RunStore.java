package org.blastema.trial;

import java.util.SortedSet;

/**
 * Keeps the results of finished tasks. Safe for use from several threads. A result is either kept whole or not at all.
 */
public interface RunStore {
    /** The tasks whose results are kept. */
    SortedSet<Integer> finished();

    /** Keeps a result; the task counts as finished once this returns. */
    void save(TaskResult result);

    /** The kept result of a task that is {@link #finished()}. */
    TaskResult load(int task);
}
