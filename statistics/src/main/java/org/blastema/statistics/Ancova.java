package org.blastema.statistics;

/**
 * Analysis of covariance of two arms: y on its baseline and the arm, one slope for both, from moments alone. The same numbers as
 * least squares with an indicator of the arm.
 */
public final class Ancova {
    private Ancova() {}

    /**
     * What least squares gives before any quantile is taken.
     *
     * @param value treated minus reference at equal baseline
     * @param standardError of the value
     * @param degrees of freedom of the residual
     */
    public record Fit(double value, double standardError, double degrees) {
        /** Value over its standard error; infinite or NaN where nothing is left over. */
        public double t() {
            return value / standardError;
        }
    }

    /**
     * Fits the difference treated minus reference at equal baseline.
     *
     * @return NaN throughout where there are fewer than 4 pairs in all or an arm is empty
     */
    public static Fit fit(PairMoments reference, PairMoments treated) {
        long n = reference.n() + treated.n();
        if (n < 4 || reference.n() == 0 || treated.n() == 0) {
            return new Fit(Double.NaN, Double.NaN, Double.NaN);
        }
        double sxx = reference.sxx() + treated.sxx();
        double sxy = reference.sxy() + treated.sxy();
        double syy = reference.syy() + treated.syy();
        double slope = sxx > 0 ? sxy / sxx : 0;
        double degrees = n - (sxx > 0 ? 3.0 : 2.0);
        double gapX = treated.meanX() - reference.meanX();
        double value = treated.meanY() - reference.meanY() - slope * gapX;
        double residual = Math.max(0, syy - slope * sxy) / degrees;
        double spread = 1.0 / reference.n() + 1.0 / treated.n() + (sxx > 0 ? gapX * gapX / sxx : 0);
        return new Fit(value, Math.sqrt(residual * spread), degrees);
    }

    /**
     * Difference treated minus reference at equal baseline.
     *
     * @param alpha the interval covers 1 - alpha
     * @return NaN throughout where there are fewer than 4 pairs in all or an arm is empty
     */
    public static Estimate difference(PairMoments reference, PairMoments treated, double alpha) {
        Fit fit = fit(reference, treated);
        if (Double.isNaN(fit.value())) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double error = fit.standardError();
        double half = Intervals.tQuantile(1 - alpha / 2, fit.degrees()) * error;
        double p = error > 0 ? Intervals.twoSided(fit.t(), fit.degrees()) : fit.value() == 0 ? 1 : 0;
        return new Estimate(fit.value(), fit.value() - half, fit.value() + half, error, p);
    }
}
