package org.blastema.statistics;

/**
 * Count, mean and squared deviations of values, merged without loss (Chan, Golub and LeVeque 1983). Merging in a fixed order gives
 * the same bits.
 *
 * @param n count
 * @param mean 0 if there is no value
 * @param squares sum of squared deviations from the mean
 */
public record Moments(long n, double mean, double squares) {
    public static final Moments NONE = new Moments(0, 0, 0);

    /** The moments of the values that are not NaN. */
    public static Moments of(double... values) {
        long n = 0;
        double mean = 0;
        double squares = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                n++;
                double before = value - mean;
                mean += before / n;
                squares += before * (value - mean);
            }
        }
        return new Moments(n, mean, squares);
    }

    public Moments merge(Moments other) {
        if (n == 0) {
            return other;
        }
        if (other.n == 0) {
            return this;
        }
        long total = n + other.n;
        double gap = other.mean - mean;
        double share = (double) other.n / total;
        return new Moments(total, mean + gap * share, squares + other.squares + gap * gap * n * share);
    }

    /** Sample variance; NaN below two values. */
    public double variance() {
        return n < 2 ? Double.NaN : squares / (n - 1);
    }

    public double sd() {
        return Math.sqrt(variance());
    }
}
