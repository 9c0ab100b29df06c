package org.blastema.statistics;

import org.blastema.core.Elementary;
import org.blastema.core.Gaussian;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The trials that have not ended, by their score S, which is Z times the root of the information of this look, all information being 1:
 * masses at Gauss-Legendre points. From look to look S gains a normal increment.
 *
 * @param at the points
 * @param mass of each, densities times weights
 * @param gain expectation of the increment
 * @param sd of the increment
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GoingOn(double[] at, double[] mass, double gain, double sd) {
    private static final int POINTS = 96;
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(POINTS);
    private static final double DENSITY = 1 / Math.sqrt(2 * Math.PI);

    /** All of them, before the first look. */
    static GoingOn start(int looks, double drift) {
        return new GoingOn(new double[] {0}, new double[] {1}, drift / looks, Math.sqrt(1.0 / looks));
    }

    /** Chance that the score of the next look is outside of -bound to bound. */
    double beyond(double bound) {
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            double middle = at[i] + gain;
            sum += mass[i] * (Gaussian.cdf((-bound - middle) / sd) + Gaussian.cdf((middle - bound) / sd));
        }
        return sum;
    }

    /** Those whose score of the next look is inside. */
    GoingOn within(double bound) {
        double[] points = new double[POINTS];
        double[] masses = new double[POINTS];
        for (int j = 0; j < POINTS; j++) {
            points[j] = bound * RULE.getPoint(j);
            double density = 0;
            for (int i = 0; i < at.length; i++) {
                double z = (points[j] - at[i] - gain) / sd;
                density += mass[i] * DENSITY * Elementary.exp(-z * z / 2) / sd;
            }
            masses[j] = bound * RULE.getWeight(j) * density;
        }
        return new GoingOn(points, masses, gain, sd);
    }
}
