package org.blastema.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

    /** From the 2.5 % to the 97.5 % quantile of the finite values; absent below two of them. */
    public static Optional<Interval> middle95(List<Double> values) {
        double[] finite = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray();
        return finite.length < 2 ? Optional.empty() : Optional.of(new Interval(of(finite, 0.025), of(finite, 0.975)));
    }
}
