package org.blastema.statistics;

import java.util.List;
import java.util.Optional;

/**
 * One estimate for each draw of what is not known, each with noise of its own.
 *
 * @param values the estimates; NaN where there is none
 * @param squaredErrors squared standard error of each; NaN where nothing tells it
 */
public record NoisyDraws(List<Double> values, List<Double> squaredErrors) {
    public NoisyDraws {
        values = List.copyOf(values);
        squaredErrors = List.copyOf(squaredErrors);
    }

    public Moments moments() {
        return moments(values);
    }

    private static Moments moments(List<Double> values) {
        return Moments.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * Share of the variance between draws that is not noise, by the method of moments: (V - E) / V with V the variance of the values
     * and E the mean of their squared errors, not below 0; 1 where V is 0 or nothing tells E.
     */
    public double share() {
        double variance = moments().variance();
        return !(variance > 0) ? 1 : Math.max(0, variance - noise()) / variance;
    }

    /** The part of the variance between draws that is noise: E above; 0 where nothing tells it. */
    public double noise() {
        Moments noise = moments(squaredErrors);
        return noise.n() == 0 ? 0 : noise.mean();
    }

    /**
     * The values with the noise removed: drawn towards the mean of all by the root of {@link #share}, so that the variance between draws
     * is what is left of it. NaN stays.
     */
    public List<Double> withoutNoise() {
        double mean = moments().mean();
        double root = Math.sqrt(share());
        return values.stream().map(each -> mean + root * (each - mean)).toList();
    }

    /**
     * From the 2.5 % to the 97.5 % quantile of {@link #withoutNoise}: where the truth may lie, given what is not known. Less noise does
     * not narrow it. Absent below two draws.
     */
    public Optional<Interval> interval95() {
        return Quantiles.middle95(withoutNoise());
    }
}
