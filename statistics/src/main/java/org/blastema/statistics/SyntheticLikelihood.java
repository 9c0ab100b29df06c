package org.blastema.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.blastema.core.Elementary;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.special.Gamma;

/**
 * A likelihood of what a trial prints, learnt from simulated trials (synthetic likelihood, Wood 2010, with its mean and spread as functions of
 * the parameters). The numbers of a trial are first turned into their common part and what each adds to those before it (Helmert), since
 * what moves all arms of a trial together grows with some parameters. Of each, the mean is quadratic in the normal scores of the parameters,
 * the logarithm of the standard deviation linear in them and their squares, by maximum likelihood (Harvey 1976); what correlation is left is
 * the same everywhere. What so many simulated trials leave unknown of both is part of the likelihood: the variance holds that of the learnt
 * mean, and Student's t takes the place of the normal (Sellentin and Heavens 2016). Immutable.
 */
public final class SyntheticLikelihood {
    private static final double LOG_PI = 1.1447298858494002;
    /** Mean of the logarithm of the square of a standard normal number. */
    private static final double LOG_SQUARE = -1.2703628454614782;

    private static final double SMALL = 1e-9;
    /** Rounds of scoring; a handful is enough from so near. */
    private static final int ROUNDS = 8;

    private final RealMatrix turn;
    private final RealMatrix mean;
    private final RealMatrix logSd;
    private final double[][] inverse;
    private final double logDeterminant;
    private final int[][] pairs;
    private final int[][] squares;
    private final Leverage ofMean;
    private final Leverage ofSpread;

    private SyntheticLikelihood(
            RealMatrix turn, Regression means, Regression spreads, RealMatrix correlation, int dimensions) {
        this.turn = turn;
        this.mean = means.coefficients();
        this.logSd = spreads.coefficients();
        this.pairs = pairs(dimensions, false);
        this.squares = pairs(dimensions, true);
        this.ofMean = Leverage.of(means.features());
        this.ofSpread = Leverage.of(spreads.features());
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
        int dimensions = scores[0].length;
        RealMatrix turn = helmert(printed[0].length);
        RealMatrix y = MatrixUtils.createRealMatrix(printed).multiply(turn.transpose());
        RealMatrix quadratic = features(scores, pairs(dimensions, false));
        RealMatrix mean = new QRDecomposition(quadratic, SMALL).getSolver().solve(y);
        RealMatrix left = y.subtract(quadratic.multiply(mean));
        RealMatrix own = features(scores, pairs(dimensions, true));
        RealMatrix logSd = spread(own, left);
        RealMatrix standard = standardised(left, own.multiply(logSd));
        return new SyntheticLikelihood(
                turn,
                new Regression(quadratic, mean),
                new Regression(own, logSd),
                correlation(standard),
                dimensions);
    }

    /** What was learnt of what: [trial][feature] and [feature][number]. */
    private record Regression(RealMatrix features, RealMatrix coefficients) {}

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

    /** Coefficients of the logarithms of the standard deviations: a regression of those of the residuals, then scoring. */
    private static RealMatrix spread(RealMatrix features, RealMatrix left) {
        DecompositionSolver solver = new QRDecomposition(features, SMALL).getSolver();
        RealMatrix logSd = solver.solve(logarithms(left));
        for (int round = 0; round < ROUNDS; round++) {
            RealMatrix standard = standardised(left, features.multiply(logSd));
            for (int i = 0; i < standard.getRowDimension(); i++) {
                for (int j = 0; j < standard.getColumnDimension(); j++) {
                    double z = standard.getEntry(i, j);
                    standard.setEntry(i, j, (z * z - 1) / 2);
                }
            }
            logSd = logSd.add(solver.solve(standard));
        }
        return logSd;
    }

    private static RealMatrix logarithms(RealMatrix left) {
        RealMatrix logarithms = left.copy();
        for (int column = 0; column < left.getColumnDimension(); column++) {
            double floor = SMALL + 1e-8 * left.getColumnVector(column).getNorm();
            for (int i = 0; i < left.getRowDimension(); i++) {
                double each = Math.max(floor, Math.abs(left.getEntry(i, column)));
                logarithms.setEntry(i, column, (2 * Elementary.log(each) - LOG_SQUARE) / 2);
            }
        }
        return logarithms;
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

    /** Pairs of dimensions: each with itself, and with every other unless only squares are asked. */
    private static int[][] pairs(int dimensions, boolean squares) {
        List<int[]> pairs = new ArrayList<>();
        for (int a = 0; a < dimensions; a++) {
            for (int b = a; b < (squares ? a + 1 : dimensions); b++) {
                pairs.add(new int[] {a, b});
            }
        }
        return pairs.toArray(int[][]::new);
    }

    private static RealMatrix features(double[][] scores, int[][] pairs) {
        return MatrixUtils.createRealMatrix(
                Arrays.stream(scores).map(each -> features(each, pairs)).toArray(double[][]::new));
    }

    private static double[] features(double[] scores, int[][] pairs) {
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

    /** Standard deviations of the common part and of what each number adds to those before it, without what is unknown of the mean. */
    double[] sd(double[] scores) {
        double[] log = logSd.preMultiply(features(scores, squares));
        for (int i = 0; i < log.length; i++) {
            log[i] = Elementary.exp(log[i]);
        }
        return log;
    }

    /** How far numbers lie from what is expected, turned and in standard deviations, those of the learnt mean among them. */
    public double[] standard(double[] scores, double[] numbers) {
        return standard(features(scores, pairs), sd(scores), numbers);
    }

    private double[] standard(double[] features, double[] sd, double[] numbers) {
        double[] turned = turn.operate(numbers);
        double[] expected = mean.preMultiply(features);
        double wider = Math.sqrt(1 + ofMean.at(features));
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (turned[i] - expected[i]) / (sd[i] * wider);
        }
        return turned;
    }

    /** Logarithm of the density of what was published. */
    public double log(double[] scores, double[] published) {
        double[] features = features(scores, pairs);
        double[] sd = sd(scores);
        double[] z = standard(features, sd, published);
        int n = z.length;
        double log = -(logDeterminant + n * Elementary.log(1 + ofMean.at(features))) / 2;
        for (double each : sd) {
            log -= Elementary.log(each);
        }
        double square = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                square += z[i] * inverse[i][j] * z[j];
            }
        }
        return log + student(square, n, 1 / ofSpread.at(features(scores, squares)));
    }

    /** Logarithm of the density of Student's t in n dimensions at a squared distance; a logarithm of an SD known to 1 / (2 freedom) has so many degrees. */
    private static double student(double square, int n, double freedom) {
        return Gamma.logGamma((freedom + n) / 2)
                - Gamma.logGamma(freedom / 2)
                - n * (Elementary.log(freedom) + LOG_PI) / 2
                - (freedom + n) / 2 * Elementary.log(1 + square / freedom);
    }
}
