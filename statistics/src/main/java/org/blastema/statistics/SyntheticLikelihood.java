package org.blastema.statistics;

import org.blastema.core.Elementary;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * A normal likelihood of what a trial prints, learnt from simulated trials (synthetic likelihood, Wood 2010, with its mean and spread as
 * functions of the parameters). The numbers of a trial are first turned into their common part and what each adds to those before it
 * (Helmert), since what moves all arms of a trial together grows with some parameters. Of each, the mean and the logarithm of the standard
 * deviation are quadratic in the normal scores of the parameters; what correlation is left is the same everywhere. Immutable.
 */
public final class SyntheticLikelihood {
    private static final double LOG_2PI = 1.8378770664093453;
    /** Mean of the logarithm of the square of a standard normal number. */
    private static final double LOG_SQUARE = -1.2703628454614782;

    private static final double SMALL = 1e-9;
    /** Rounds of Fisher's scoring after the first estimate of the spreads. */
    private static final int ROUNDS = 8;
    /** A square of a residual counts as at most this in one round, so that one far trial does not throw the estimate. */
    private static final double MOST = 25;

    private final RealMatrix turn;
    private final RealMatrix mean;
    private final RealMatrix logSd;
    private final double[][] inverse;
    private final double logDeterminant;
    private final int[][] pairs;

    private SyntheticLikelihood(
            RealMatrix turn, RealMatrix mean, RealMatrix logSd, RealMatrix correlation, int[][] pairs) {
        this.turn = turn;
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
        RealMatrix turn = helmert(printed[0].length);
        RealMatrix y = MatrixUtils.createRealMatrix(printed).multiply(turn.transpose());
        RealMatrix quadratic = MatrixUtils.createRealMatrix(scores.length, coefficients(scores[0].length));
        for (int i = 0; i < scores.length; i++) {
            quadratic.setRow(i, features(scores[i], pairs));
        }
        DecompositionSolver fit = new QRDecomposition(quadratic, SMALL).getSolver();
        RealMatrix mean = fit.solve(y);
        RealMatrix logSd = spread(quadratic, fit, y.subtract(quadratic.multiply(mean)));
        for (int round = 0; round < ROUNDS; round++) {
            mean = weighedMean(quadratic, y, logSd);
            logSd = likelier(quadratic, fit, y.subtract(quadratic.multiply(mean)), logSd);
        }
        RealMatrix left = y.subtract(quadratic.multiply(mean));
        RealMatrix standard = standardised(left, quadratic.multiply(logSd));
        return new SyntheticLikelihood(turn, mean, logSd, correlation(standard), pairs);
    }

    /** An orthonormal matrix: the first row sums up, each later one holds a number against those before it. */
    private static RealMatrix helmert(int n) {
        RealMatrix turn = MatrixUtils.createRealMatrix(n, n);
        for (int j = 0; j < n; j++) {
            turn.setEntry(0, j, 1 / Math.sqrt(n));
        }
        for (int i = 1; i < n; i++) {
            double size = Math.sqrt(i * (i + 1.0));
            for (int j = 0; j < i; j++) {
                turn.setEntry(i, j, -1 / size);
            }
            turn.setEntry(i, i, i / size);
        }
        return turn;
    }

    /** Each trial counts by the variance that is expected of it. */
    private static RealMatrix weighedMean(RealMatrix features, RealMatrix y, RealMatrix logSd) {
        RealMatrix logs = features.multiply(logSd);
        RealMatrix mean = MatrixUtils.createRealMatrix(features.getColumnDimension(), y.getColumnDimension());
        for (int column = 0; column < y.getColumnDimension(); column++) {
            RealMatrix rows = features.copy();
            RealVector wanted = y.getColumnVector(column);
            for (int i = 0; i < rows.getRowDimension(); i++) {
                double weight = Elementary.exp(-logs.getEntry(i, column));
                rows.setRowVector(i, rows.getRowVector(i).mapMultiply(weight));
                wanted.setEntry(i, wanted.getEntry(i) * weight);
            }
            mean.setColumnVector(
                    column, new QRDecomposition(rows, SMALL).getSolver().solve(wanted));
        }
        return mean;
    }

    /** One step of Fisher's scoring towards the likeliest logarithms of the standard deviations. */
    private static RealMatrix likelier(
            RealMatrix features, DecompositionSolver fit, RealMatrix left, RealMatrix logSd) {
        RealMatrix score = standardised(left, features.multiply(logSd));
        for (int i = 0; i < score.getRowDimension(); i++) {
            for (int j = 0; j < score.getColumnDimension(); j++) {
                double z = score.getEntry(i, j);
                score.setEntry(i, j, (Math.min(z * z, MOST) - 1) / 2);
            }
        }
        return logSd.add(fit.solve(score));
    }

    /** Logarithms of the standard deviations, quadratic in the scores, so scaled that the residuals have mean square 1. */
    private static RealMatrix spread(RealMatrix features, DecompositionSolver fit, RealMatrix left) {
        RealMatrix squares = left.copy();
        for (int column = 0; column < left.getColumnDimension(); column++) {
            double floor = SMALL + 1e-8 * left.getColumnVector(column).getNorm();
            for (int i = 0; i < left.getRowDimension(); i++) {
                double each = Math.max(floor, Math.abs(left.getEntry(i, column)));
                squares.setEntry(i, column, (2 * Elementary.log(each) - LOG_SQUARE) / 2);
            }
        }
        RealMatrix logSd = fit.solve(squares);
        RealMatrix standard = standardised(left, features.multiply(logSd));
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

    /** The pairs of parameters whose products are coefficients. */
    static int[][] pairs(int dimensions) {
        int[][] pairs = new int[dimensions * (dimensions + 1) / 2][];
        int next = 0;
        for (int a = 0; a < dimensions; a++) {
            for (int b = a; b < dimensions; b++) {
                pairs[next++] = new int[] {a, b};
            }
        }
        return pairs;
    }

    /** 1, the scores and their products. */
    static double[] features(double[] scores, int[][] pairs) {
        double[] all = new double[1 + scores.length + pairs.length];
        all[0] = 1;
        System.arraycopy(scores, 0, all, 1, scores.length);
        for (int i = 0; i < pairs.length; i++) {
            all[1 + scores.length + i] = scores[pairs[i][0]] * scores[pairs[i][1]];
        }
        return all;
    }

    /** Expected numbers of a trial. */
    public double[] mean(double[] scores) {
        return turn.preMultiply(mean.preMultiply(features(scores, pairs)));
    }

    /** Standard deviations of the common part and of what each number adds to those before it. */
    double[] sd(double[] scores) {
        double[] log = logSd.preMultiply(features(scores, pairs));
        for (int i = 0; i < log.length; i++) {
            log[i] = Elementary.exp(log[i]);
        }
        return log;
    }

    /** How far numbers lie from what is expected, turned and in standard deviations. */
    public double[] standard(double[] scores, double[] numbers) {
        double[] turned = turn.operate(numbers);
        double[] expected = mean.preMultiply(features(scores, pairs));
        double[] sd = sd(scores);
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (turned[i] - expected[i]) / sd[i];
        }
        return turned;
    }

    /** Logarithm of the density of what was published. */
    public double log(double[] scores, double[] published) {
        double[] z = standard(scores, published);
        double log = -(z.length * LOG_2PI + logDeterminant) / 2;
        for (double sd : sd(scores)) {
            log -= Elementary.log(sd);
        }
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < z.length; j++) {
                log -= z[i] * inverse[i][j] * z[j] / 2;
            }
        }
        return log;
    }
}
