package org.blastema.trial;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** All tasks of a plan and, behind them in the same store, of the plan that continues it. */
public final class WholeRun {
    private WholeRun() {}

    /**
     * Runs what the store does not hold yet.
     *
     * @throws InterruptedException when this thread is interrupted; what the store holds by then stays valid
     */
    public static void run(Executor executor, Plan plan, RunStore store, Progress progress)
            throws InterruptedException {
        missing(executor, plan, store, progress);
        if (plan.later().isPresent()) {
            missing(executor, plan.later().get(), new ShiftedStore(store, plan.tasks()), progress);
        }
    }

    private static void missing(Executor executor, Plan plan, RunStore store, Progress progress)
            throws InterruptedException {
        SortedSet<Integer> tasks = new TreeSet<>();
        for (int task = 0; task < plan.tasks(); task++) {
            tasks.add(task);
        }
        tasks.removeAll(store.finished());
        executor.run(plan, tasks, store, progress);
    }

    /** What the continuing plan found; absent where there is none or its tasks were not run. */
    static Optional<LongTerm> later(Plan plan, RunStore store) {
        return plan.later().flatMap(later -> {
            RunStore shifted = new ShiftedStore(store, plan.tasks());
            return shifted.finished().size() < later.tasks()
                    ? Optional.empty()
                    : Optional.of(new LongTerm(
                            Analysis.summarise(later, shifted),
                            plan.study().continuation().flatMap(Study.Continuation::effect),
                            plan.study().horizon()));
        });
    }
}
