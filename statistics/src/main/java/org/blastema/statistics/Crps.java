package org.blastema.statistics;

import java.util.Arrays;
import org.blastema.core.Elementary;
import org.blastema.core.Gaussian;

/**
 * The continuous ranked probability score of a forecast: 0 for the certain and right one, and the absolute error of one that is
 * certain. A wide forecast that holds everything scores badly (Gneiting and Raftery 2007). In the unit of the forecast.
 */
public final class Crps {
    private static final double INVERSE_ROOT_PI = 0.5641895835477563;
    private static final double INVERSE_ROOT_2PI = 0.3989422804014327;

    private Crps() {}

    /**
     * Of the empirical distribution of a sample: mean |x - y| less half the mean |x - x'| over all pairs, each with itself included.
     *
     * @param sample at least one value, any order, no NaN
     * @param observed what came
     */
    public static double ofSample(double[] sample, double observed) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("a forecast of no values");
        }
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double n = sorted.length;
        double error = 0;
        double spread = 0;
        for (int i = 0; i < sorted.length; i++) {
            error += Math.abs(sorted[i] - observed);
            spread += (2 * i - n + 1) * sorted[i];
        }
        return error / n - spread / (n * n);
    }

    /**
     * Of a normal distribution (Gneiting and others 2005).
     *
     * @param sd 0 or more; the absolute error at 0
     */
    public static double ofNormal(double mean, double sd, double observed) {
        if (sd == 0) {
            return Math.abs(observed - mean);
        }
        double z = (observed - mean) / sd;
        double density = INVERSE_ROOT_2PI * Elementary.exp(-z * z / 2);
        return sd * (z * (2 * Gaussian.cdf(z) - 1) + 2 * density - INVERSE_ROOT_PI);
    }
}
