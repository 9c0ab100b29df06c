package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReproducibilityTest {
    private static final String[] MANY = {"patients=1100", "trials=2"};

    @Test
    void bytesDoNotDependOnThreads() {
        Plan plan = Runs.plan("small", MANY);
        Runs.Memory one = Runs.run(plan, 1);
        for (int threads : new int[] {2, 5}) {
            Runs.Memory more = Runs.run(plan, threads);
            assertThat(more.finished()).isEqualTo(one.finished());
            one.finished().forEach(task -> assertThat(more.bytes(task)).isEqualTo(one.bytes(task)));
        }
    }

    @Test
    void bytesDoNotDependOnTheOrderOfTasks() throws InterruptedException {
        Plan plan = Runs.plan("small", MANY);
        Runs.Memory one = Runs.run(plan, 1);
        Worker worker = new Worker(plan, SharedArms.none(), () -> {});
        for (int task : List.of(4, 0, 3, 1, 2, 0)) {
            assertThat(Runs.Memory.bytes(worker.run(task))).as("task %d", task).isEqualTo(one.bytes(task));
        }
    }

    @Test
    void theSummaryDoesNotDependOnThreads() {
        Plan plan = Runs.plan("small", MANY);
        assertThat(Analysis.summarise(plan, Runs.run(plan, 1)).toString().replaceAll("@[0-9a-f]+", ""))
                .isEqualTo(
                        Analysis.summarise(plan, Runs.run(plan, 5)).toString().replaceAll("@[0-9a-f]+", ""));
    }

    @Test
    void patientsDoNotDependOnHowManyThereAre() {
        ArmRows few =
                Runs.run(Runs.plan("small", "patients=5"), 1).load(0).rows().get(1);
        ArmRows many =
                Runs.run(Runs.plan("small", "patients=9"), 1).load(0).rows().get(1);
        assertThat(many.values()).startsWith(few.values());
    }

    @Test
    void theSeedMatters() {
        assertThat(Runs.run(Runs.plan("small", "seed=8"), 1).bytes(0))
                .isNotEqualTo(Runs.run(Runs.plan("small"), 1).bytes(0));
    }

    @Test
    void aCutOrChangedResultIsRefused() {
        byte[] bytes = Runs.run(Runs.plan("small"), 1).bytes(0);
        for (int at : new int[] {0, 5, bytes.length / 2, bytes.length - 1}) {
            byte[] broken = bytes.clone();
            broken[at] ^= 4;
            assertThatThrownBy(() -> TaskResult.read(in(broken))).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> TaskResult.read(in(java.util.Arrays.copyOf(bytes, bytes.length - 3))))
                .isInstanceOf(IOException.class);
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    @Test
    void anInterruptedRunKeepsWholeResultsAndCanGoOn() throws InterruptedException {
        Plan plan = Runs.plan("small", "trials=200");
        Runs.Memory store = new Runs.Memory();
        CountDownLatch some = new CountDownLatch(5);
        RunStore counting = counting(store, some);
        Thread run = Thread.ofPlatform().start(() -> {
            try {
                new Threads(2).run(plan, Runs.tasks(plan), counting, Progress.silent());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        some.await();
        run.interrupt();
        run.join();
        var rest = Runs.tasks(plan);
        rest.removeAll(store.finished());
        new Threads(2).run(plan, rest, store, Progress.silent());
        Runs.Memory whole = Runs.run(plan, 1);
        assertThat(store.finished()).isEqualTo(whole.finished());
        IntStream.range(0, plan.tasks())
                .forEach(task -> assertThat(store.bytes(task)).isEqualTo(whole.bytes(task)));
    }

    private static RunStore counting(Runs.Memory store, CountDownLatch latch) {
        return new RunStore() {
            @Override
            public java.util.SortedSet<Integer> finished() {
                return store.finished();
            }

            @Override
            public void save(TaskResult result) {
                store.save(result);
                latch.countDown();
            }

            @Override
            public TaskResult load(int task) {
                return store.load(task);
            }
        };
    }

    @Test
    void aFailureOfTheStoreEndsTheRun() {
        Plan plan = Runs.plan("small");
        RunStore full = new RunStore() {
            @Override
            public java.util.SortedSet<Integer> finished() {
                return new java.util.TreeSet<>();
            }

            @Override
            public void save(TaskResult result) {
                throw new org.blastema.core.Failure("the disk is full");
            }

            @Override
            public TaskResult load(int task) {
                throw new IllegalStateException();
            }
        };
        assertThatThrownBy(() -> new Threads(2).run(plan, Runs.tasks(plan), full, Progress.silent()))
                .hasMessage("the disk is full");
    }
}
