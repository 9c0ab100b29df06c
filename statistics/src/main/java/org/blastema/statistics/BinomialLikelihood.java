package org.blastema.statistics;

import org.blastema.core.Elementary;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.special.Gamma;

/**
 * A binomial likelihood of how many people of a trial something came to, learnt from simulated trials: the logit of the chance is quadratic
 * in the normal scores of the parameters (logistic regression by Newton's method). Each coefficient has a standard normal prior around that
 * of one chance for all, so that an event which hardly any simulated trial saw has a chance too. Immutable.
 */
public final class BinomialLikelihood {
    private static final int ROUNDS = 100;
    private static final int HALVINGS = 40;
    private static final double DONE = 1e-9;

    private final RealVector coefficients;
    private final int[][] pairs;
    private final int people;

    private BinomialLikelihood(RealVector coefficients, int[][] pairs, int people) {
        this.coefficients = coefficients;
        this.pairs = pairs;
        this.people = people;
    }

    /**
     * Learns from simulated trials.
     *
     * @param scores of the parameters of each simulated trial, [trial][dimension]
     * @param shares of the people in each, 0 to 1
     * @param people of a trial, 1 or more
     */
    public static BinomialLikelihood learn(double[][] scores, double[] shares, int people) {
        int[][] pairs = SyntheticLikelihood.pairs(scores[0].length);
        RealMatrix features =
                MatrixUtils.createRealMatrix(scores.length, SyntheticLikelihood.coefficients(scores[0].length));
        for (int i = 0; i < scores.length; i++) {
            features.setRow(i, SyntheticLikelihood.features(scores[i], pairs));
        }
        RealVector counts = new ArrayRealVector(shares).mapMultiply(people);
        return new BinomialLikelihood(new Fit(features, counts, people).found(), pairs, people);
    }

    /** Newton's method on the logarithm of the likelihood and the prior, which is concave. */
    private record Fit(RealMatrix features, RealVector counts, int people) {
        RealVector found() {
            RealVector start = start();
            RealVector at = start;
            for (int round = 0; round < ROUNDS; round++) {
                RealVector step = step(at, start);
                RealVector next = better(at, step, start);
                if (next.subtract(at).getLInfNorm() < DONE) {
                    return next;
                }
                at = next;
            }
            return at;
        }

        /** One chance for all, that of half an event more than there were. */
        private RealVector start() {
            double all = (double) people * counts.getDimension();
            double events = counts.getL1Norm();
            RealVector start = new ArrayRealVector(features.getColumnDimension());
            start.setEntry(0, Elementary.log((events + 0.5) / (all - events + 0.5)));
            return start;
        }

        private RealVector step(RealVector at, RealVector start) {
            RealVector logits = features.operate(at);
            RealVector left = counts.copy();
            RealMatrix weighed = features.copy();
            for (int i = 0; i < logits.getDimension(); i++) {
                double chance = chance(logits.getEntry(i));
                left.addToEntry(i, -people * chance);
                weighed.setRowVector(i, features.getRowVector(i).mapMultiply(people * chance * (1 - chance)));
            }
            RealMatrix curvature = features.transposeMultiply(weighed)
                    .add(MatrixUtils.createRealIdentityMatrix(features.getColumnDimension()));
            RealVector slope = features.preMultiply(left).subtract(at.subtract(start));
            return new CholeskyDecomposition(curvature, 1e-9, 1e-14).getSolver().solve(slope);
        }

        /** The step, halved until it does not lead down. */
        private RealVector better(RealVector at, RealVector step, RealVector start) {
            double before = height(at, start);
            RealVector next = at.add(step);
            for (int i = 0; i < HALVINGS && height(next, start) < before; i++) {
                next = at.add(step.mapMultiply(Math.scalb(1.0, -1 - i)));
            }
            return next;
        }

        private double height(RealVector at, RealVector start) {
            RealVector logits = features.operate(at);
            double height = -at.subtract(start).dotProduct(at.subtract(start)) / 2;
            for (int i = 0; i < logits.getDimension(); i++) {
                height += logLikelihood(logits.getEntry(i), counts.getEntry(i), people);
            }
            return height;
        }
    }

    private static double chance(double logit) {
        return 1 / (1 + Elementary.exp(-logit));
    }

    /** Without the number of ways. */
    private static double logLikelihood(double logit, double count, double people) {
        double logOfOneAndOdds = logit > 0
                ? logit + Elementary.log(1 + Elementary.exp(-logit))
                : Elementary.log(1 + Elementary.exp(logit));
        return count * logit - people * logOfOneAndOdds;
    }

    private double logit(double[] scores) {
        return coefficients.dotProduct(new ArrayRealVector(SyntheticLikelihood.features(scores, pairs), false));
    }

    /** The chance of one person, 0 to 1. */
    public double chance(double[] scores) {
        return chance(logit(scores));
    }

    /** How far a share of the people lies from what is expected, in standard deviations. */
    public double standard(double[] scores, double share) {
        double chance = chance(scores);
        return (share - chance) / Math.sqrt(chance * (1 - chance) / people);
    }

    /** Logarithm of the probability of the count that makes a share of the people. */
    public double log(double[] scores, double share) {
        double count = Math.rint(share * people);
        double ways = Gamma.logGamma(people + 1.0) - Gamma.logGamma(count + 1) - Gamma.logGamma(people - count + 1);
        return ways + logLikelihood(logit(scores), count, people);
    }
}
