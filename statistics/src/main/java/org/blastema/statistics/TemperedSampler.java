package org.blastema.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.blastema.core.Chance;
import org.blastema.core.Elementary;
import org.blastema.core.Gaussian;
import org.blastema.core.Level;
import org.blastema.core.Purpose;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Sequential Monte Carlo from a standard normal prior to a posterior (Del Moral, Doucet and Jasra 2006): the likelihood is let in by
 * powers, each so much larger that half of the effective particles are left, the particles are resampled systematically and then moved
 * by random walks with the covariance that they have. Belongs to one thread; chance is keyed, so that the same call gives the same bits.
 */
public final class TemperedSampler {
    private static final int UNIFORM = new Purpose(Level.TRIAL, "calibration.accept").code();
    private static final int STEP = new Purpose(Level.TRIAL, "calibration.step").code();
    private static final int START = new Purpose(Level.TRIAL, "calibration.start").code();
    private static final int CUT = new Purpose(Level.TRIAL, "calibration.resample").code();
    private static final double RIDGE = 1e-6;
    private static final double KEPT = 0.5;
    private static final double WANTED = 0.3;
    private static final int MOVES = 6;
    private static final int LAST_MOVES = 40;

    private final ToDoubleFunction<double[]> logLikelihood;
    private final Chance chance;
    private final int island;
    private final double[][] at;
    private final double[] log;
    private double power;
    private double logEvidence;
    private double scale;
    private int steps;
    private int moves;

    /**
     * What one island of particles found.
     *
     * @param draws equally likely, [particle][dimension]
     * @param logEvidence logarithm of the likelihood's mean under the prior
     * @param steps how many powers were taken
     */
    public record Island(double[][] draws, double logEvidence, int steps) {}

    private TemperedSampler(
            ToDoubleFunction<double[]> logLikelihood, int dimensions, int particles, long seed, int island) {
        this.logLikelihood = logLikelihood;
        this.chance = new Chance(seed);
        this.island = island;
        this.at = new double[particles][dimensions];
        this.log = new double[particles];
        this.scale = 2.38 / Math.sqrt(dimensions);
    }

    /**
     * Samples one island.
     *
     * @param logLikelihood of a point; finite, or minus infinity where it is impossible
     * @param dimensions 1 or more
     * @param particles more than the dimensions
     * @param island which of several independent ones
     */
    public static Island run(
            ToDoubleFunction<double[]> logLikelihood, int dimensions, int particles, long seed, int island) {
        TemperedSampler sampler = new TemperedSampler(logLikelihood, dimensions, particles, seed, island);
        sampler.start();
        while (sampler.power < 1) {
            sampler.step();
        }
        sampler.move(LAST_MOVES);
        return new Island(sampler.at, sampler.logEvidence, sampler.steps);
    }

    private void start() {
        for (int i = 0; i < at.length; i++) {
            for (int d = 0; d < at[i].length; d++) {
                at[i][d] = Gaussian.quantile(chance.uniform(island, i, d, START));
            }
            log[i] = logLikelihood.applyAsDouble(at[i]);
        }
    }

    private void step() {
        double next = nextPower();
        double[] weights = weights(next - power);
        logEvidence += logMean(next - power);
        power = next;
        steps++;
        resample(weights);
        move(MOVES);
    }

    /** The next power, found by halving, at which the effective number of particles is what is kept. */
    private double nextPower() {
        double low = 0;
        double high = 1 - power;
        if (effective(weights(high)) >= KEPT * at.length) {
            return 1;
        }
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (effective(weights(middle)) < KEPT * at.length) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return power + high;
    }

    private double[] weights(double more) {
        double most = Arrays.stream(log).max().orElseThrow();
        double[] weights = new double[log.length];
        double sum = 0;
        for (int i = 0; i < log.length; i++) {
            weights[i] = Elementary.exp(more * (log[i] - most));
            sum += weights[i];
        }
        for (int i = 0; i < log.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private double logMean(double more) {
        double most = Arrays.stream(log).max().orElseThrow();
        double sum = 0;
        for (double each : log) {
            sum += Elementary.exp(more * (each - most));
        }
        return more * most + Elementary.log(sum / log.length);
    }

    private static double effective(double[] weights) {
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        return 1 / squares;
    }

    private void resample(double[] weights) {
        double[][] before = new double[at.length][];
        double[] logBefore = log.clone();
        for (int i = 0; i < at.length; i++) {
            before[i] = at[i].clone();
        }
        double cut = chance.uniform(island, steps, 0, CUT);
        double sum = weights[0];
        int from = 0;
        for (int i = 0; i < at.length; i++) {
            while (sum < (i + cut) / at.length && from < at.length - 1) {
                sum += weights[++from];
            }
            at[i] = before[from].clone();
            log[i] = logBefore[from];
        }
    }

    private void move(int times) {
        for (int i = 0; i < times; i++) {
            double accepted = moveAll(root());
            scale *= Elementary.exp(accepted - WANTED);
        }
    }

    /** A triangular root of the particles' covariance. */
    private RealMatrix root() {
        int dimensions = at[0].length;
        double[] mean = new double[dimensions];
        for (double[] each : at) {
            for (int d = 0; d < dimensions; d++) {
                mean[d] += each[d] / at.length;
            }
        }
        double[][] covariance = new double[dimensions][dimensions];
        for (double[] each : at) {
            for (int a = 0; a < dimensions; a++) {
                for (int b = 0; b < dimensions; b++) {
                    covariance[a][b] += (each[a] - mean[a]) * (each[b] - mean[b]) / at.length;
                }
            }
        }
        for (int d = 0; d < dimensions; d++) {
            covariance[d][d] += RIDGE;
        }
        return new CholeskyDecomposition(MatrixUtils.createRealMatrix(covariance), 1e-9, 1e-14).getL();
    }

    /** Moves every particle once; the share that was accepted. */
    private double moveAll(RealMatrix root) {
        moves++;
        int accepted = 0;
        for (int i = 0; i < at.length; i++) {
            double[] wanted = proposed(root, i);
            double there = logLikelihood.applyAsDouble(wanted);
            double ratio = power * (there - log[i]) + (squares(at[i]) - squares(wanted)) / 2;
            if (Elementary.log(chance.uniform(island, i, moves, UNIFORM)) < ratio) {
                at[i] = wanted;
                log[i] = there;
                accepted++;
            }
        }
        return (double) accepted / at.length;
    }

    private double[] proposed(RealMatrix root, int particle) {
        int dimensions = at[particle].length;
        double[] normal = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            normal[d] = scale * Gaussian.quantile(chance.uniform(island, particle, moves << 8 | d, STEP));
        }
        double[] step = root.operate(normal);
        for (int d = 0; d < dimensions; d++) {
            step[d] += at[particle][d];
        }
        return step;
    }

    private static double squares(double[] point) {
        double sum = 0;
        for (double each : point) {
            sum += each * each;
        }
        return sum;
    }
}
