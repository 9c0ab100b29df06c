package org.blastema.statistics;

/**
 * The share of a variance that comes from some inputs: alone (first order), by the estimator of Saltelli et al. 2010 (table 2, b), and with
 * all that they do together with others (total), by that of Jansen 1999 (f there). Inputs that do nothing have exactly 0; chance may take
 * either out of 0 to 1.
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
        double[] all = new double[2 * a.length];
        for (int i = 0; i < a.length; i++) {
            boolean whole = !Double.isNaN(a[i] + b[i] + mixed[i]);
            all[2 * i] = whole ? a[i] : Double.NaN;
            all[2 * i + 1] = whole ? b[i] : Double.NaN;
        }
        Moments moments = Moments.of(all);
        double alone = 0;
        double together = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(all[2 * i])) {
                alone += 2 * (b[i] - moments.mean()) * (mixed[i] - a[i]);
                together += (mixed[i] - a[i]) * (mixed[i] - a[i]);
            }
        }
        return moments.squares() > 0
                ? new SobolIndex(alone / moments.squares(), together / moments.squares())
                : new SobolIndex(Double.NaN, Double.NaN);
    }
}
