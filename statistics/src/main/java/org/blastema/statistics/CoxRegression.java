package org.blastema.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.blastema.core.Elementary;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** Regression of the rate of an event on covariates, all else left free (Cox 1972); events at one time as Efron 1977 takes them. */
public final class CoxRegression {
    private static final int MOST_STEPS = 30;
    private static final double CLOSE = 1e-10;

    private final double[] times;
    private final boolean[] events;
    private final double[][] covariates;
    private final int size;

    private CoxRegression(double[] times, boolean[] events, double[][] covariates) {
        this.times = times;
        this.events = events;
        this.covariates = covariates;
        this.size = covariates.length == 0 ? 0 : covariates[0].length;
    }

    /**
     * A fit.
     *
     * @param coefficients logarithms of the ratios of rates, one a covariate
     * @param standardErrors of them, from the observed information
     * @param logLikelihood partial, at the coefficients
     * @param without partial log likelihood with all coefficients 0
     * @param converged false where the likelihood has no largest value or two covariates are one; the numbers then mean nothing
     */
    public record Fit(
            double[] coefficients, double[] standardErrors, double logLikelihood, double without, boolean converged) {
        /** Twice what the covariates add to the log likelihood. */
        public double likelihoodRatio() {
            return 2 * (logLikelihood - without);
        }
    }

    /** The partial log likelihood with its gradient and its information, the negative of the second derivatives. */
    private static final class Likelihood {
        double value;
        final RealVector gradient;
        final RealMatrix information;

        Likelihood(int size) {
            gradient = new ArrayRealVector(size);
            information = new Array2DRowRealMatrix(size, size);
        }
    }

    /** Sums over persons of the risk, the risk times the covariates, and times their products. */
    private final class Sums {
        double risk;
        RealVector first = new ArrayRealVector(size);
        RealMatrix second = new Array2DRowRealMatrix(size, size);

        void add(RealVector x, double weight) {
            risk += weight;
            first = first.add(x.mapMultiply(weight));
            second = second.add(x.outerProduct(x).scalarMultiply(weight));
        }
    }

    /**
     * Fits by Newton's method with halved steps.
     *
     * @param times of the event or of being last seen, one a person
     * @param events whether it was the event
     * @param covariates [person][covariate], at least one covariate
     * @throws IllegalArgumentException if the arrays do not fit one another
     */
    public static Fit fit(double[] times, boolean[] events, double[][] covariates) {
        if (times.length != events.length
                || times.length != covariates.length
                || times.length == 0
                || Arrays.stream(covariates)
                        .anyMatch(each -> each.length == 0 || each.length != covariates[0].length)) {
            throw new IllegalArgumentException(times.length + " times, " + events.length + " events, "
                    + covariates.length + " rows of covariates");
        }
        return new CoxRegression(times, events, covariates).fit();
    }

    private Fit fit() {
        RealVector at = new ArrayRealVector(size);
        Likelihood here = likelihood(at);
        double without = here.value;
        try {
            for (int step = 0; step < MOST_STEPS; step++) {
                RealVector move =
                        new CholeskyDecomposition(here.information).getSolver().solve(here.gradient);
                Likelihood next = likelihood(at.add(move));
                while (!(next.value >= here.value - CLOSE) && move.getNorm() > CLOSE) {
                    move = move.mapMultiply(0.5);
                    next = likelihood(at.add(move));
                }
                at = at.add(move);
                here = next;
                if (move.getLInfNorm() < CLOSE) {
                    return told(at, here, without, true);
                }
            }
        } catch (MathRuntimeException notPositive) {
            return told(at, here, without, false);
        }
        return told(at, here, without, false);
    }

    private Fit told(RealVector at, Likelihood here, double without, boolean converged) {
        double[] errors = new double[size];
        Arrays.fill(errors, Double.NaN);
        if (converged) {
            RealMatrix covariance =
                    new CholeskyDecomposition(here.information).getSolver().getInverse();
            Arrays.setAll(errors, k -> Math.sqrt(covariance.getEntry(k, k)));
        }
        return new Fit(at.toArray(), errors, here.value, without, converged);
    }

    private Likelihood likelihood(RealVector at) {
        Likelihood sum = new Likelihood(size);
        IntStream.range(0, times.length)
                .filter(i -> events[i])
                .mapToDouble(i -> times[i])
                .distinct()
                .sorted()
                .forEach(time -> add(sum, at, time));
        return sum;
    }

    /** Of d events at one time, the k-th is among those at risk less k/d of the d themselves (Efron 1977). */
    private void add(Likelihood sum, RealVector at, double time) {
        Sums atRisk = new Sums();
        Sums tied = new Sums();
        int count = 0;
        for (int i = 0; i < times.length; i++) {
            if (times[i] < time) {
                continue;
            }
            RealVector x = new ArrayRealVector(covariates[i]);
            double score = x.dotProduct(at);
            atRisk.add(x, Elementary.exp(score));
            if (events[i] && times[i] == time) {
                tied.add(x, Elementary.exp(score));
                sum.value += score;
                sum.gradient.combineToSelf(1, 1, x);
                count++;
            }
        }
        for (int k = 0; k < count; k++) {
            double part = (double) k / count;
            double risk = atRisk.risk - part * tied.risk;
            RealVector mean = atRisk.first.combine(1 / risk, -part / risk, tied.first);
            RealMatrix square =
                    atRisk.second.subtract(tied.second.scalarMultiply(part)).scalarMultiply(1 / risk);
            sum.value -= Elementary.log(risk);
            sum.gradient.combineToSelf(1, -1, mean);
            RealMatrix spread = square.subtract(mean.outerProduct(mean));
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    sum.information.addToEntry(a, b, spread.getEntry(a, b));
                }
            }
        }
    }
}
