package org.blastema.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.blastema.core.Failure;
import org.blastema.model.Library;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.Progress;
import org.blastema.trial.RunStore;
import org.blastema.trial.StudyReader;
import org.blastema.trial.TaskResult;
import org.blastema.trial.Threads;

/**
 * Simulation of the knee study, one trial in one scenario, without writing: patient-arms of 24 months a second, how the time grows,
 * and the peak of the heap.
 */
public final class TrialBench {
    private static final int[] SIZES = {10_000, 100_000, 1_000_000};
    private static final int ARMS = 6;

    private final int threads;
    private final int repeats;

    /**
     * @param repeats measured runs of the smallest size; the largest is run once
     */
    public TrialBench(int threads, int repeats) {
        this.threads = threads;
        this.repeats = repeats;
    }

    /** Keeps nothing: results are dropped as soon as they come. */
    private static final class Dropped implements RunStore {
        private final SortedSet<Integer> done = new TreeSet<>();

        @Override
        public synchronized SortedSet<Integer> finished() {
            return new TreeSet<>(done);
        }

        @Override
        public synchronized void save(TaskResult result) {
            done.add(result.task());
        }

        @Override
        public TaskResult load(int task) {
            throw new Failure("the benchmark keeps no results");
        }
    }

    /** Measures each size after a warm-up; tells a row as soon as it is there. */
    public List<BenchRow> run(Consumer<BenchRow> told) {
        time(SIZES[1]);
        List<BenchRow> rows = new ArrayList<>();
        for (int size : SIZES) {
            int times = size == SIZES[SIZES.length - 1] ? 1 : repeats;
            double[] seconds = new double[times];
            resetPeaks();
            for (int i = 0; i < times; i++) {
                seconds[i] = time(size);
            }
            BenchRow row = BenchRow.of("knee-1e" + Math.round(Math.log10(size)), threads, "s", seconds, peak());
            rows.add(row);
            told.accept(row);
        }
        return rows;
    }

    /** Slope of log time against log size, by least squares. */
    public static double slope(List<BenchRow> rows) {
        double[] x = java.util.stream.IntStream.range(0, rows.size())
                .mapToDouble(i -> i * Math.log(10))
                .toArray();
        double meanX = java.util.Arrays.stream(x).average().orElse(0);
        double meanY =
                rows.stream().mapToDouble(r -> Math.log(r.value())).average().orElse(0);
        double above = 0;
        double below = 0;
        for (int i = 0; i < x.length; i++) {
            above += (x[i] - meanX) * (Math.log(rows.get(i).value()) - meanY);
            below += (x[i] - meanX) * (x[i] - meanX);
        }
        return above / below;
    }

    private double time(int patientArms) {
        Options options = new Options(
                OptionalInt.of((patientArms + ARMS - 1) / ARMS),
                OptionalInt.of(1),
                OptionalLong.of(1),
                Optional.empty(),
                List.of("scenarios=[pooled]", "twins=0"));
        Plan plan = StudyReader.read(Library.packaged(), "knee", options);
        SortedSet<Integer> tasks = new TreeSet<>();
        for (int task = 0; task < plan.tasks(); task++) {
            tasks.add(task);
        }
        long start = System.nanoTime();
        try {
            new Threads(threads).run(plan, tasks, new Dropped(), Progress.silent());
        } catch (InterruptedException e) {
            throw new Failure("the benchmark was interrupted");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void resetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
