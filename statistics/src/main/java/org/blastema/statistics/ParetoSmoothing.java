package org.blastema.statistics;

import java.util.Arrays;
import java.util.Comparator;
import org.blastema.core.Elementary;

/**
 * Importance weights whose tail is smoothed by a generalised Pareto distribution (Vehtari, Simpson, Gelman, Yao and Gabry 2024; the fit is
 * that of Zhang and Stephens 2009 with the prior of the former on k).
 *
 * @param weights they sum to 1
 * @param k shape of the tail; above 0.7 the weights cannot be trusted; minus infinity where there are too few weights or no tail
 */
public record ParetoSmoothing(double[] weights, double k) {
    private static final int FEWEST = 5;

    /**
     * Smooths.
     *
     * @param logRatios logarithms of the ratios to a common factor, at least one
     */
    public static ParetoSmoothing of(double[] logRatios) {
        int n = logRatios.length;
        double most = Arrays.stream(logRatios).max().orElseThrow();
        double[] log = Arrays.stream(logRatios).map(each -> each - most).toArray();
        int tail = (int) Math.ceil(Math.min(0.2 * n, 3 * Math.sqrt(n)));
        double k = Double.NEGATIVE_INFINITY;
        if (tail >= FEWEST && tail < n) {
            Integer[] order = new Integer[n];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingDouble(i -> log[i]));
            k = smooth(log, Arrays.copyOfRange(order, n - tail, n), log[order[n - tail - 1]]);
        }
        return new ParetoSmoothing(normalised(log), k);
    }

    /** Puts expected values in the place of the largest ratios; the shape comes back. */
    private static double smooth(double[] log, Integer[] tail, double cut) {
        double base = Elementary.exp(cut);
        double[] beyond = Arrays.stream(tail)
                .mapToDouble(i -> Elementary.exp(log[i]) - base)
                .toArray();
        if (!(beyond[0] > 0) || beyond[beyond.length - 1] - beyond[0] < 1e-12) {
            return Double.NEGATIVE_INFINITY;
        }
        double[] fit = fit(beyond);
        for (int i = 0; i < tail.length; i++) {
            double quantile = quantile((i + 0.5) / tail.length, fit[0], fit[1]);
            log[tail[i]] = Math.min(0, Elementary.log(base + quantile));
        }
        return fit[0];
    }

    private static double quantile(double p, double k, double sigma) {
        return Math.abs(k) < 1e-12
                ? -sigma * Elementary.log(1 - p)
                : sigma * (Elementary.exp(-k * Elementary.log(1 - p)) - 1) / k;
    }

    /**
     * Shape and scale of a generalised Pareto distribution.
     *
     * @param ascending values above 0
     */
    static double[] fit(double[] ascending) {
        int n = ascending.length;
        int grid = 30 + (int) Math.sqrt(n);
        double[] b = new double[grid];
        double[] fit = new double[grid];
        double quartile = ascending[(int) Math.floor(n / 4.0 + 0.5) - 1];
        for (int i = 0; i < grid; i++) {
            b[i] = 1 / ascending[n - 1] + (1 - Math.sqrt(grid / (i + 0.5))) / (3 * quartile);
            double k = shape(b[i], ascending);
            fit[i] = n * (Elementary.log(-b[i] / k) - k - 1);
        }
        double place = 0;
        for (int i = 0; i < grid; i++) {
            double sum = 0;
            for (double other : fit) {
                sum += Elementary.exp(Math.min(700, other - fit[i]));
            }
            place += b[i] / sum;
        }
        double k = shape(place, ascending);
        return new double[] {(n * k + 5) / (n + 10), -k / place};
    }

    private static double shape(double b, double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Elementary.log(1 - b * value);
        }
        return sum / values.length;
    }

    private static double[] normalised(double[] log) {
        double[] weights = Arrays.stream(log).map(Elementary::exp).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(each -> each / sum).toArray();
    }
}
