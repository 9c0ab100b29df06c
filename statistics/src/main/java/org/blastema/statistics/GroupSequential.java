package org.blastema.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoublePredicate;
import org.blastema.core.Elementary;
import org.blastema.core.Gaussian;

/**
 * A trial that is looked at several times after equal steps of information and ends at the first look at which |Z| exceeds the bound.
 * What happens follows by integration from look to look over the trials that go on (Armitage, McPherson and Rowe 1969); no chance is used.
 *
 * @param bounds of |Z| at each look, the first look first; 1 to {@value #MOST} of them
 */
public record GroupSequential(List<Double> bounds) {
    /** As many looks as are allowed. */
    public static final int MOST = 10;

    private static final double FAR = 40;
    private static final int HALVINGS = 60;

    /** @throws IllegalArgumentException if there are no bounds, or too many */
    public GroupSequential {
        bounds = List.copyOf(bounds);
        if (bounds.isEmpty() || bounds.size() > MOST) {
            throw new IllegalArgumentException(bounds.size() + " looks");
        }
    }

    /** The bounds that spend a two-sided level as asked. */
    public static GroupSequential spending(int looks, double alpha, Spending spending) {
        List<Double> bounds = new ArrayList<>();
        GoingOn goingOn = GoingOn.start(looks, 0);
        double before = 0;
        for (int look = 1; look <= looks; look++) {
            double root = Math.sqrt((double) look / looks);
            double spent = spending.spent(alpha, (double) look / looks);
            double step = spent - before;
            GoingOn now = goingOn;
            double bound = least(0, FAR, each -> now.beyond(each * root) <= step);
            bounds.add(bound);
            goingOn = goingOn.within(bound * root);
            before = spent;
        }
        return new GroupSequential(bounds);
    }

    /**
     * Bounds c (k / K)^(shape - 1/2) (Wang and Tsiatis 1987): shape 1/2 are those of Pocock 1977, 0 those of O'Brien and Fleming 1979.
     *
     * @param alpha two-sided level of all looks together
     */
    public static GroupSequential classical(int looks, double alpha, double shape) {
        return shaped(looks, least(0, FAR, c -> shaped(looks, c, shape).crossed(0) <= alpha), shape);
    }

    /** The same bound at every look. */
    public static GroupSequential constant(int looks, double bound) {
        return new GroupSequential(Collections.nCopies(looks, bound));
    }

    private static GroupSequential shaped(int looks, double constant, double shape) {
        List<Double> bounds = new ArrayList<>();
        for (int look = 1; look <= looks; look++) {
            bounds.add(constant * Elementary.pow((double) look / looks, shape - 0.5));
        }
        return new GroupSequential(bounds);
    }

    /** How many looks there are. */
    public int looks() {
        return bounds.size();
    }

    /** Two-sided level of one look by itself, counted from 0. */
    public double nominal(int look) {
        return 2 * Gaussian.cdf(-bounds.get(look));
    }

    /**
     * Chance to end at each look by crossing, on either side.
     *
     * @param drift expectation of Z with all the information
     */
    public double[] crossing(double drift) {
        double[] crossing = new double[looks()];
        GoingOn goingOn = GoingOn.start(looks(), drift);
        for (int k = 0; k < crossing.length; k++) {
            double bound = bounds.get(k) * Math.sqrt((k + 1.0) / looks());
            crossing[k] = goingOn.beyond(bound);
            goingOn = goingOn.within(bound);
        }
        return crossing;
    }

    /** Chance to cross at any look: the level where the drift is 0, else the power. */
    public double crossed(double drift) {
        double sum = 0;
        for (double each : crossing(drift)) {
            sum += each;
        }
        return sum;
    }

    /** Expected share of the largest sample, in the interval (0, 1]. */
    public double expectedShare(double drift) {
        double[] crossing = crossing(drift);
        double share = 1;
        for (int k = 0; k < crossing.length; k++) {
            share -= crossing[k] * (1 - (k + 1.0) / looks());
        }
        return share;
    }

    /** The drift, 0 or more, with which the power is so much; the level itself needs none. */
    public double drift(double power) {
        return least(0, FAR, drift -> crossed(drift) >= power);
    }

    /** Over the sample of one look with the same level and power: what the looks cost. */
    public double inflation(double alpha, double power) {
        double ratio = drift(power) / spending(1, alpha, Spending.POCOCK).drift(power);
        return ratio * ratio;
    }

    /** By halving, the least value from which on a monotone test holds. */
    private static double least(double from, double to, DoublePredicate holds) {
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
