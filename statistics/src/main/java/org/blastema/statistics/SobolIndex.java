package org.blastema.statistics;

import java.util.Arrays;

/**
 * The share of a variance that comes from some inputs: alone (first order), and with all that they do together with others (total), by
 * the estimators of Jansen 1999 (as in Saltelli et al. 2010, table 2). Both may leave 0 to 1 by chance.
 *
 * @param first order alone
 * @param total with all interactions
 */
public record SobolIndex(double first, double total) {
    /**
     * @param a values at points
     * @param b values at other points, independent of these
     * @param mixed values where the inputs in question are those of {@code b}, all others those of {@code a}; a row in which one of the
     *     three is NaN is left out
     * @return NaN where the values do not vary
     */
    public static SobolIndex of(double[] a, double[] b, double[] mixed) {
        double apart = 0;
        double together = 0;
        int n = 0;
        double[] all = new double[2 * a.length];
        Arrays.fill(all, Double.NaN);
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i] + b[i] + mixed[i])) {
                apart += (b[i] - mixed[i]) * (b[i] - mixed[i]);
                together += (a[i] - mixed[i]) * (a[i] - mixed[i]);
                all[2 * i] = a[i];
                all[2 * i + 1] = b[i];
                n++;
            }
        }
        double variance = Moments.of(all).squares() / (2.0 * n);
        return variance > 0
                ? new SobolIndex(1 - apart / (2 * n * variance), together / (2 * n * variance))
                : new SobolIndex(Double.NaN, Double.NaN);
    }
}
