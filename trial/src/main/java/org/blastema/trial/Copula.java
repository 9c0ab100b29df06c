package org.blastema.trial;

import org.blastema.core.Gaussian;

/**
 * A Gaussian copula between uniforms of one level: their normal scores are multiplied with the Cholesky factor of the
 * correlation matrix.
 */
final class Copula {
    private final int[] slots;
    private final double[][] factor;

    /**
     * @param slots which uniforms
     * @param correlation symmetric, ones on the diagonal
     * @throws IllegalArgumentException if the matrix is not positive definite
     */
    Copula(int[] slots, double[][] correlation) {
        this.slots = slots.clone();
        this.factor = cholesky(correlation);
    }

    int size() {
        return slots.length;
    }

    /** Replaces the copula's uniforms by correlated ones; scores is scratch of at least {@link #size()}. */
    void apply(double[] uniforms, double[] scores) {
        for (int i = 0; i < slots.length; i++) {
            scores[i] = Gaussian.quantile(uniforms[slots[i]]);
        }
        for (int i = slots.length - 1; i >= 1; i--) {
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += factor[i][j] * scores[j];
            }
            uniforms[slots[i]] = open(Gaussian.cdf(sum));
        }
    }

    /** Keeps a uniform inside the open interval (0, 1) where the distribution function rounds to its ends. */
    private static double open(double u) {
        return Math.min(Math.max(u, Double.MIN_NORMAL), 1 - 0x1p-53);
    }

    private static double[][] cholesky(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    if (!(sum > 1e-12)) {
                        throw new IllegalArgumentException("the correlations contradict one another");
                    }
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    lower[i][j] = sum / lower[j][j];
                }
            }
        }
        return lower;
    }
}
