package org.blastema.statistics;

import java.util.Arrays;

/** Quantiles of a few values. */
public final class Quantiles {
    private Quantiles() {}

    /**
     * Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996).
     *
     * @param values any order, at least one, no NaN
     */
    public static double of(double[] values, double q) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = q * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
