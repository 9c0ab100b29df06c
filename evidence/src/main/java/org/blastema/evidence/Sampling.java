package org.blastema.evidence;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.blastema.statistics.TemperedSampler;

/** Samples posteriors on threads; what comes out does not depend on how many. */
final class Sampling {
    /** Fits of a test of recovery. */
    static final int FITS = 200;

    private static final int ISLANDS = 8;
    private static final int PARTICLES = 500;
    /** Islands of the fits of the test of recovery begin here, so that they share no chance with the others. */
    private static final int FIRST_OF_FITS = 1000;

    private final int dimensions;
    private final long seed;
    private final int threads;

    Sampling(int dimensions, long seed, int threads) {
        this.dimensions = dimensions;
        this.seed = seed;
        this.threads = threads;
    }

    /** Independent islands of one posterior. */
    Islands islands(ToDoubleFunction<double[]> logLikelihood) throws InterruptedException {
        return new Islands(
                all(ISLANDS, island -> TemperedSampler.run(logLikelihood, dimensions, PARTICLES, seed, island)));
    }

    /**
     * Fits simulated data.
     *
     * @param truths normal scores of the parameters behind each data set
     * @param data the likelihood of each data set
     */
    Recovery recovery(double[][] truths, IntFunction<ToDoubleFunction<double[]>> data) throws InterruptedException {
        List<TemperedSampler.Island> fits = all(
                truths.length, i -> TemperedSampler.run(data.apply(i), dimensions, PARTICLES, seed, FIRST_OF_FITS + i));
        double[][] means = new double[truths.length][dimensions];
        double[][] ranks = new double[truths.length][dimensions];
        for (int i = 0; i < truths.length; i++) {
            for (double[] draw : fits.get(i).draws()) {
                for (int d = 0; d < dimensions; d++) {
                    means[i][d] += draw[d] / PARTICLES;
                    ranks[i][d] += (draw[d] < truths[i][d] ? 1.0 : 0) / PARTICLES;
                }
            }
        }
        return new Recovery(truths, means, ranks);
    }

    private List<TemperedSampler.Island> all(int count, IntFunction<TemperedSampler.Island> each)
            throws InterruptedException {
        List<Callable<TemperedSampler.Island>> tasks = IntStream.range(0, count)
                .<Callable<TemperedSampler.Island>>mapToObj(i -> () -> each.apply(i))
                .toList();
        return Tasks.interruptible(tasks, threads);
    }
}
