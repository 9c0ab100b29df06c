package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.blastema.core.BlastemaException;
import org.blastema.core.Failure;

/** Computations that do not depend on one another, by threads. */
final class Tasks {
    private Tasks() {}

    /**
     * What each gives, in the order of the tasks.
     *
     * @throws Failure if it is interrupted
     */
    static <T> List<T> all(List<Callable<T>> tasks, int threads) {
        try {
            return interruptible(tasks, threads);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted");
        }
    }

    /** The same for who has something to keep when it is interrupted. */
    static <T> List<T> interruptible(List<Callable<T>> tasks, int threads) throws InterruptedException {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<T> found = new ArrayList<>();
            for (Future<T> each : executor.invokeAll(tasks)) {
                found.add(each.get());
            }
            return found;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BlastemaException ours) {
                throw ours;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
