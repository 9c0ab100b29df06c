package org.blastema.statistics;

import org.blastema.core.Elementary;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * A normal likelihood of what a trial prints, learnt from simulated trials (synthetic likelihood, Wood 2010, with its mean and spread as
 * functions of the parameters): the mean is quadratic in the normal scores of the parameters, the logarithm of the standard deviation
 * linear, the correlation between the numbers of one trial the same everywhere. Immutable.
 */
public final class SyntheticLikelihood {
    private static final double LOG_2PI = 1.8378770664093453;
    /** Mean of the logarithm of the square of a standard normal number. */
    private static final double LOG_SQUARE = -1.2703628454614782;

    private static final double SMALL = 1e-9;

    private final RealMatrix mean;
    private final RealMatrix logSd;
    private final double[][] inverse;
    private final double logDeterminant;
    private final int[][] pairs;

    private SyntheticLikelihood(RealMatrix mean, RealMatrix logSd, RealMatrix correlation, int[][] pairs) {
        this.mean = mean;
        this.logSd = logSd;
        this.pairs = pairs;
        CholeskyDecomposition root = new CholeskyDecomposition(correlation, 1e-9, 1e-12);
        this.inverse = root.getSolver().getInverse().getData();
        double sum = 0;
        for (int i = 0; i < inverse.length; i++) {
            sum += 2 * Elementary.log(root.getL().getEntry(i, i));
        }
        this.logDeterminant = sum;
    }

    /** How many coefficients a mean has. */
    public static int coefficients(int dimensions) {
        return 1 + dimensions + dimensions * (dimensions + 1) / 2;
    }

    /**
     * Learns from simulated trials.
     *
     * @param scores of the parameters of each simulated trial, [trial][dimension]
     * @param printed what each printed, [trial][number], no NaN; more trials than coefficients
     */
    public static SyntheticLikelihood learn(double[][] scores, double[][] printed) {
        int[][] pairs = pairs(scores[0].length);
        RealMatrix y = MatrixUtils.createRealMatrix(printed);
        RealMatrix quadratic = MatrixUtils.createRealMatrix(scores.length, coefficients(scores[0].length));
        RealMatrix linear = MatrixUtils.createRealMatrix(scores.length, scores[0].length + 1);
        for (int i = 0; i < scores.length; i++) {
            quadratic.setRow(i, features(scores[i], pairs));
            linear.setRow(i, line(scores[i]));
        }
        RealMatrix mean = new QRDecomposition(quadratic, SMALL).getSolver().solve(y);
        RealMatrix left = y.subtract(quadratic.multiply(mean));
        RealMatrix logSd = spread(linear, left);
        RealMatrix standard = standardised(left, linear.multiply(logSd));
        return new SyntheticLikelihood(mean, logSd, correlation(standard), pairs);
    }

    /** Logarithms of the standard deviations, linear in the scores, so scaled that the residuals have mean square 1. */
    private static RealMatrix spread(RealMatrix linear, RealMatrix left) {
        RealMatrix squares = left.copy();
        for (int column = 0; column < left.getColumnDimension(); column++) {
            double floor = SMALL + 1e-8 * left.getColumnVector(column).getNorm();
            for (int i = 0; i < left.getRowDimension(); i++) {
                double each = Math.max(floor, Math.abs(left.getEntry(i, column)));
                squares.setEntry(i, column, (2 * Elementary.log(each) - LOG_SQUARE) / 2);
            }
        }
        RealMatrix logSd = new QRDecomposition(linear, SMALL).getSolver().solve(squares);
        RealMatrix standard = standardised(left, linear.multiply(logSd));
        for (int column = 0; column < left.getColumnDimension(); column++) {
            double norm = Math.max(SMALL, standard.getColumnVector(column).getNorm());
            logSd.addToEntry(0, column, Elementary.log(norm / Math.sqrt(left.getRowDimension())));
        }
        return logSd;
    }

    private static RealMatrix standardised(RealMatrix left, RealMatrix logSd) {
        RealMatrix standard = left.copy();
        for (int i = 0; i < left.getRowDimension(); i++) {
            for (int j = 0; j < left.getColumnDimension(); j++) {
                standard.setEntry(i, j, left.getEntry(i, j) / Elementary.exp(logSd.getEntry(i, j)));
            }
        }
        return standard;
    }

    private static RealMatrix correlation(RealMatrix standard) {
        RealMatrix squares = standard.transposeMultiply(standard);
        int n = squares.getRowDimension();
        RealMatrix correlation = MatrixUtils.createRealIdentityMatrix(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    double both = Math.sqrt(squares.getEntry(i, i) * squares.getEntry(j, j));
                    correlation.setEntry(i, j, both > 0 ? 0.999 * squares.getEntry(i, j) / both : 0);
                }
            }
        }
        return correlation;
    }

    private static int[][] pairs(int dimensions) {
        int[][] pairs = new int[dimensions * (dimensions + 1) / 2][];
        int next = 0;
        for (int a = 0; a < dimensions; a++) {
            for (int b = a; b < dimensions; b++) {
                pairs[next++] = new int[] {a, b};
            }
        }
        return pairs;
    }

    private static double[] line(double[] scores) {
        double[] line = new double[scores.length + 1];
        line[0] = 1;
        System.arraycopy(scores, 0, line, 1, scores.length);
        return line;
    }

    private static double[] features(double[] scores, int[][] pairs) {
        double[] all = new double[1 + scores.length + pairs.length];
        System.arraycopy(line(scores), 0, all, 0, scores.length + 1);
        for (int i = 0; i < pairs.length; i++) {
            all[1 + scores.length + i] = scores[pairs[i][0]] * scores[pairs[i][1]];
        }
        return all;
    }

    /** Expected numbers of a trial. */
    public double[] mean(double[] scores) {
        return mean.preMultiply(features(scores, pairs));
    }

    /** Their standard deviations. */
    public double[] sd(double[] scores) {
        double[] log = logSd.preMultiply(line(scores));
        for (int i = 0; i < log.length; i++) {
            log[i] = Elementary.exp(log[i]);
        }
        return log;
    }

    /**
     * Logarithm of the density of what was published.
     *
     * @param weights of the numbers, above 0: one of weight w has its standard deviation divided by the root of w
     */
    public double log(double[] scores, double[] observed, double[] weights) {
        double[] expected = mean(scores);
        double[] sd = sd(scores);
        double[] z = new double[observed.length];
        double log = -(observed.length * LOG_2PI + logDeterminant) / 2;
        for (int i = 0; i < z.length; i++) {
            double own = sd[i] / Math.sqrt(weights[i]);
            z[i] = (observed[i] - expected[i]) / own;
            log -= Elementary.log(own);
        }
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < z.length; j++) {
                log -= z[i] * inverse[i][j] * z[j] / 2;
            }
        }
        return log;
    }
}
