package org.blastema.statistics;

import java.util.Arrays;

/**
 * Elementary effects of one input over trajectories.
 *
 * @param size mean of their sizes without the sign, mu* of Campolongo and others 2007: how much the input matters
 * @param size95 95 % t interval of it over the trajectories
 * @param mean with the sign, mu of Morris 1991: in which direction
 * @param spread their standard deviation, sigma of Morris 1991: 0 where the input adds to the others along a line
 */
public record ElementaryEffects(double size, Interval size95, double mean, double spread) {
    private static final double LEVEL = 0.95;

    /** @param effects one a trajectory; NaN is left out */
    public static ElementaryEffects of(double[] effects) {
        Moments sizes = Moments.of(Arrays.stream(effects).map(Math::abs).toArray());
        Moments signed = Moments.of(effects);
        return new ElementaryEffects(sizes.mean(), Intervals.mean(sizes, LEVEL), signed.mean(), signed.sd());
    }
}
