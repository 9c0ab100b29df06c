package org.blastema.trial;

import java.util.SortedSet;

/** Runs tasks of a plan. The results do not depend on the executor, the number of its workers or the order of tasks. */
public interface Executor {
    /**
     * Runs tasks and hands each result to the store as it comes.
     *
     * @param plan the study, resolved
     * @param tasks the tasks to run, 0 to plan.tasks() - 1
     * @param store takes the results
     * @param progress hears of patients done
     * @throws InterruptedException when this thread is interrupted; what the store holds by then stays valid
     */
    void run(Plan plan, SortedSet<Integer> tasks, RunStore store, Progress progress) throws InterruptedException;
}
