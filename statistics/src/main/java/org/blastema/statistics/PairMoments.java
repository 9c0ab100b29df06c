package org.blastema.statistics;

/**
 * Moments of pairs, enough for a regression of y on x.
 *
 * @param sxx sum of squared deviations of x, {@code syy} of y, {@code sxy} of their products
 */
public record PairMoments(long n, double meanX, double meanY, double sxx, double sxy, double syy) {
    public static final PairMoments NONE = new PairMoments(0, 0, 0, 0, 0, 0);

    /** The moments of those pairs in which neither value is NaN. */
    public static PairMoments of(double[] x, double[] y) {
        long n = 0;
        double meanX = 0;
        double meanY = 0;
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                n++;
                double dx = x[i] - meanX;
                double dy = y[i] - meanY;
                meanX += dx / n;
                meanY += dy / n;
                sxx += dx * (x[i] - meanX);
                sxy += dx * (y[i] - meanY);
                syy += dy * (y[i] - meanY);
            }
        }
        return new PairMoments(n, meanX, meanY, sxx, sxy, syy);
    }

    public PairMoments merge(PairMoments other) {
        if (n == 0) {
            return other;
        }
        if (other.n == 0) {
            return this;
        }
        long total = n + other.n;
        double dx = other.meanX - meanX;
        double dy = other.meanY - meanY;
        double share = (double) other.n / total;
        double weight = n * share;
        return new PairMoments(
                total,
                meanX + dx * share,
                meanY + dy * share,
                sxx + other.sxx + dx * dx * weight,
                sxy + other.sxy + dx * dy * weight,
                syy + other.syy + dy * dy * weight);
    }

    /** Moments of y alone. */
    public Moments y() {
        return new Moments(n, meanY, syy);
    }

    /** Moments of y - x, the change. */
    public Moments change() {
        return new Moments(n, meanY - meanX, Math.max(0, sxx - 2 * sxy + syy));
    }
}
