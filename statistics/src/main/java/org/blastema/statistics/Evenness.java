package org.blastema.statistics;

import org.hipparchus.special.Gamma;

/** Whether shares from 0 to 1 are spread evenly. */
public final class Evenness {
    private Evenness() {}

    /**
     * Probability of counts as uneven as these if the shares were even (Pearson's chi-squared test over parts of equal width).
     *
     * @param shares 0 to 1, at least five a part
     * @param parts two or more
     */
    public static double p(double[] shares, int parts) {
        if (shares.length < 5 * parts) {
            throw new IllegalArgumentException(shares.length + " shares in " + parts + " parts");
        }
        int[] counts = new int[parts];
        for (double share : shares) {
            counts[Math.min(parts - 1, (int) (share * parts))]++;
        }
        double expected = (double) shares.length / parts;
        double square = 0;
        for (int count : counts) {
            square += (count - expected) * (count - expected) / expected;
        }
        return Gamma.regularizedGammaQ((parts - 1) / 2.0, square / 2);
    }
}
