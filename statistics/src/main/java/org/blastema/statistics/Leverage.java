package org.blastema.statistics;

import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/** How much of the variance of one residual a regression's prediction has at a place: x (X'X)^-1 x. */
final class Leverage {
    /** Inverse of the lower root of X'X, [row][up to the diagonal]. */
    private final double[][] root;

    private Leverage(double[][] root) {
        this.root = root;
    }

    /**
     * Of a regression.
     *
     * @param features of every observation, [observation][feature], of full rank
     */
    static Leverage of(RealMatrix features) {
        CholeskyDecomposition lower = new CholeskyDecomposition(features.transposeMultiply(features), 1e-9, 1e-12);
        RealMatrix inverse = MatrixUtils.inverse(lower.getL());
        return new Leverage(inverse.getData());
    }

    /** At a place. */
    double at(double[] features) {
        double sum = 0;
        for (int i = 0; i < root.length; i++) {
            double each = 0;
            for (int j = 0; j <= i; j++) {
                each += root[i][j] * features[j];
            }
            sum += each * each;
        }
        return sum;
    }
}
