package org.blastema.trial;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Runs tasks on threads of this machine, started and ended within {@link #run}. */
public final class Threads implements Executor {
    private static final long LOOK_MILLISECONDS = 100;

    private final int count;
    private final SharedArms shared;

    /**
     * @param count how many threads, 1 or more
     */
    public Threads(int count) {
        this(count, SharedArms.none());
    }

    /**
     * Threads that simulate no arm again which a plan before had already.
     *
     * @param count how many threads, 1 or more
     * @param shared what the plans before had; all of one library
     */
    public Threads(int count, SharedArms shared) {
        if (count < 1) {
            throw new IllegalArgumentException(count + " threads");
        }
        this.count = count;
        this.shared = shared;
    }

    @Override
    public void run(Plan plan, SortedSet<Integer> tasks, RunStore store, Progress progress)
            throws InterruptedException {
        Crew crew = new Crew(plan, new TreeSet<>(tasks).iterator(), store, shared);
        long total = tasks.stream().mapToLong(plan::work).sum();
        progress.stage("simulate");
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(count, Math.max(1, tasks.size())); i++) {
            threads.add(Thread.ofPlatform().name("trial-" + i).start(crew::work));
        }
        try {
            for (Thread thread : threads) {
                while (!thread.join(java.time.Duration.ofMillis(LOOK_MILLISECONDS))) {
                    progress.advance(crew.done.get(), total);
                }
            }
        } catch (InterruptedException e) {
            crew.stop();
            threads.forEach(Thread::interrupt);
            for (Thread thread : threads) {
                thread.join();
            }
            throw e;
        }
        progress.advance(crew.done.get(), total);
        crew.rethrow();
    }

    /** What the threads share. */
    private static final class Crew {
        final AtomicLong done = new AtomicLong();
        private final Plan plan;
        private final Iterator<Integer> tasks;
        private final RunStore store;
        private final SharedArms shared;
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private boolean stopped;

        Crew(Plan plan, Iterator<Integer> tasks, RunStore store, SharedArms shared) {
            this.plan = plan;
            this.tasks = tasks;
            this.store = store;
            this.shared = shared;
        }

        void work() {
            try {
                Worker worker = new Worker(plan, shared, done::incrementAndGet);
                for (int task = next(); task >= 0; task = next()) {
                    store.save(worker.run(task));
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
                stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** The next task, -1 when there is none. */
        private synchronized int next() {
            return stopped || !tasks.hasNext() ? -1 : tasks.next();
        }

        synchronized void stop() {
            stopped = true;
        }

        void rethrow() {
            switch (failure.get()) {
                case RuntimeException seen -> throw seen;
                case Error seen -> throw seen;
                case null, default -> {}
            }
        }
    }
}
