package org.blastema.statistics;

import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Intervals of confidence. */
public final class Intervals {
    private Intervals() {}

    /**
     * t interval of a mean.
     *
     * @param level such as 0.95
     * @return NaN ends below two values
     */
    public static Interval mean(Moments moments, double level) {
        if (moments.n() < 2) {
            return new Interval(Double.NaN, Double.NaN);
        }
        double half = tQuantile(1 - (1 - level) / 2, (double) moments.n() - 1)
                * moments.sd()
                / Math.sqrt((double) moments.n());
        return new Interval(moments.mean() - half, moments.mean() + half);
    }

    /**
     * Interval of an estimate from groups, by leaving out each group in turn (jackknife; Tukey 1958), with Student's t.
     *
     * @param estimate from all groups
     * @param without from all groups but one, two groups or more
     * @param level such as 0.95
     */
    public static Interval jackknife(double estimate, Moments without, double level) {
        double groups = without.n();
        double half = tQuantile(1 - (1 - level) / 2, groups - 1) * (groups - 1) * without.sd() / Math.sqrt(groups);
        return new Interval(estimate - half, estimate + half);
    }

    /** Exact interval of a proportion (Clopper and Pearson 1934). */
    public static Interval proportion(long successes, long n, double level) {
        if (successes < 0 || successes > n || n == 0) {
            throw new IllegalArgumentException(successes + " of " + n);
        }
        double tail = (1 - level) / 2;
        double failures = (double) n - successes;
        double low = successes == 0
                ? 0
                : new BetaDistribution((double) successes, failures + 1).inverseCumulativeProbability(tail);
        double high = successes == n
                ? 1
                : new BetaDistribution(successes + 1.0, failures).inverseCumulativeProbability(1 - tail);
        return new Interval(low, high);
    }

    /**
     * Interval of the difference of two proportions, put together from their exact intervals (Zou and Donner 2008); wider than needed for
     * small samples, never outside of -1 to 1.
     */
    public static Interval difference(long successes, long n, long others, long otherN, double level) {
        Interval one = proportion(successes, n, level);
        Interval two = proportion(others, otherN, level);
        double p = (double) successes / n;
        double q = (double) others / otherN;
        return new Interval(p - q - root(p - one.low(), two.high() - q), p - q + root(one.high() - p, q - two.low()));
    }

    private static double root(double a, double b) {
        return Math.sqrt(a * a + b * b);
    }

    /** Quantile of Student's t; without degrees of freedom for infinitely many. */
    public static double tQuantile(double share, double degreesOfFreedom) {
        return new TDistribution(degreesOfFreedom).inverseCumulativeProbability(share);
    }

    /** Two-sided p of a t statistic. */
    public static double twoSided(double t, double degreesOfFreedom) {
        return 2 * new TDistribution(degreesOfFreedom).cumulativeProbability(-Math.abs(t));
    }
}
