package org.blastema.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * What one option is worth more than another, from draws of what is not known: at a threshold L the net monetary benefit of a draw is
 * L times its effect less its cost (Stinnett and Mullahy 1998). Draws in which either is missing do not count.
 */
public final class NetBenefit {
    private static final int DEGREE = 3;
    /** Of 20 numbers that do nothing, one in 20 runs then shows one. */
    private static final double CHANCE = 1.0 / 400;

    private final int[] known;
    private final double[] effects;
    private final double[] costs;

    /**
     * @param effects more effect of the option, one number a draw; NaN where it is missing
     * @param costs more cost, in the same order
     */
    public NetBenefit(double[] effects, double[] costs) {
        if (effects.length != costs.length) {
            throw new IllegalArgumentException(effects.length + " effects and " + costs.length + " costs");
        }
        this.known = IntStream.range(0, effects.length)
                .filter(i -> Double.isFinite(effects[i]) && Double.isFinite(costs[i]))
                .toArray();
        this.effects = Arrays.stream(known).mapToDouble(i -> effects[i]).toArray();
        this.costs = Arrays.stream(known).mapToDouble(i -> costs[i]).toArray();
    }

    /** The same option at another price: every draw costs so much more. */
    public NetBenefit dearer(double by) {
        return new NetBenefit(
                known, effects, Arrays.stream(costs).map(cost -> cost + by).toArray());
    }

    private NetBenefit(int[] known, double[] effects, double[] costs) {
        this.known = known;
        this.effects = effects;
        this.costs = costs;
    }

    /** Draws that count. */
    public int draws() {
        return effects.length;
    }

    /** Mean effect; NaN without draws. */
    public double effect() {
        return mean(effects);
    }

    /** Mean cost; NaN without draws. */
    public double cost() {
        return mean(costs);
    }

    /** From the 2.5 % to the 97.5 % quantile of the effects; NaN ends without draws. */
    public Interval effect95() {
        return interval(effects);
    }

    /** From the 2.5 % to the 97.5 % quantile of the costs; NaN ends without draws. */
    public Interval cost95() {
        return interval(costs);
    }

    /** Mean net monetary benefit at a finite threshold. */
    public double monetary(double threshold) {
        return mean(each(threshold));
    }

    /** From the 2.5 % to the 97.5 % quantile of the net monetary benefit. */
    public Interval monetary95(double threshold) {
        return interval(each(threshold));
    }

    /** Mean net health benefit, the effect less what its cost would buy elsewhere; of an infinite threshold the effect alone; NaN at 0. */
    public double health(double threshold) {
        return threshold > 0 ? effect() - cost() / threshold : Double.NaN;
    }

    /** Share of the draws in which the option is worth more; at an infinite threshold those with more effect. */
    public double probability(double threshold) {
        double[] worth = Double.isInfinite(threshold) ? effects : each(threshold);
        return (double) Arrays.stream(worth).filter(each -> each > 0).count() / worth.length;
    }

    /**
     * Expected value of perfect information about one choice: the mean of what the better option is worth in each draw, less what the
     * option is worth that is better on average. Not below 0; 0 where no draw changes the choice.
     */
    public double perfectInformation(double threshold) {
        double[] worth = each(threshold);
        double known = Arrays.stream(worth).map(each -> Math.max(0, each)).sum() / worth.length;
        return Math.max(0, known - Math.max(0, mean(worth)));
    }

    /**
     * Expected value of perfect information about one number alone: the net monetary benefit is fitted by a cubic in the number, and what
     * the better option is worth on the fit is held against the option that is better on average (single-loop regression, Strong, Oakley
     * and Brennan 2014). The fit is drawn towards the mean as far as the adjusted share of the variance asks; a fit as good as chance
     * alone gives once in 400 times (F test) counts as none. Not below 0; 0 with fewer than ten draws.
     *
     * @param number one value a draw, best nearly normal, in the order of the draws that were given
     */
    public double partialInformation(double threshold, double[] number) {
        double[] worth = each(threshold);
        if (worth.length < 10) {
            return 0;
        }
        double[][] powers = Arrays.stream(known)
                .mapToObj(i -> IntStream.rangeClosed(1, DEGREE)
                        .mapToDouble(power -> power(number[i], power))
                        .toArray())
                .toArray(double[][]::new);
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.newSampleData(worth, powers);
        double explained = regression.calculateRSquared();
        double adjusted = regression.calculateAdjustedRSquared();
        if (!isSeen(explained, worth.length - DEGREE - 1)) {
            return 0;
        }
        double root = Math.sqrt(Math.max(0, adjusted) / explained);
        double mean = mean(worth);
        double[] residuals = regression.estimateResiduals();
        double better = IntStream.range(0, worth.length)
                .mapToDouble(i -> Math.max(0, mean + root * (worth[i] - residuals[i] - mean)))
                .sum();
        return Math.max(0, better / worth.length - Math.max(0, mean));
    }

    private static boolean isSeen(double explained, int free) {
        double ratio = explained / DEGREE / ((1 - explained) / free);
        return explained > 0
                && (explained >= 1 || new FDistribution(DEGREE, free).cumulativeProbability(ratio) > 1 - CHANCE);
    }

    private static double power(double value, int exponent) {
        return exponent == 1 ? value : value * power(value, exponent - 1);
    }

    private double[] each(double threshold) {
        return IntStream.range(0, effects.length)
                .mapToDouble(i -> threshold * effects[i] - costs[i])
                .toArray();
    }

    private static double mean(double[] values) {
        return values.length == 0 ? Double.NaN : Moments.of(values).mean();
    }

    private static Interval interval(double[] values) {
        return values.length == 0
                ? new Interval(Double.NaN, Double.NaN)
                : new Interval(Quantiles.of(values, 0.025), Quantiles.of(values, 0.975));
    }
}
