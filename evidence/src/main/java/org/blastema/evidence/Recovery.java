package org.blastema.evidence;

import java.util.stream.IntStream;
import org.blastema.statistics.Evenness;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Intervals;
import org.blastema.statistics.Moments;

/**
 * How well a calibration finds parameters that are known: simulated trials stand in the place of the published ones (simulation-based
 * calibration, Talts and others 2018).
 *
 * @param truths normal scores of the parameters under which the trials were simulated, [fit][parameter]
 * @param means of the posterior found from them, in scores
 * @param ranks share of the posterior's draws below the truth, 0 to 1
 */
public record Recovery(double[][] truths, double[][] means, double[][] ranks) {
    private static final int PARTS = 10;
    /** So often may ranks be called uneven where the posterior is right. */
    public static final double RARE = 0.005;

    private static final double LEVEL = 0.95;

    /** How many fits were made. */
    public int fits() {
        return truths.length;
    }

    private double[] column(double[][] of, int parameter) {
        return IntStream.range(0, of.length).mapToDouble(i -> of[i][parameter]).toArray();
    }

    /** Share of the fits whose central interval of a level holds the truth. */
    public double covered(int parameter, double level) {
        double aside = (1 - level) / 2;
        return IntStream.range(0, fits())
                        .filter(i -> ranks[i][parameter] >= aside && ranks[i][parameter] <= 1 - aside)
                        .count()
                / (double) fits();
    }

    /** Probability of ranks as uneven as these if the posterior is right. */
    public double evenness(int parameter) {
        return Evenness.p(column(ranks, parameter), PARTS);
    }

    /** Correlation of what was found with what was true; about 0 for a parameter that such data do not inform. */
    public double correlation(int parameter) {
        double[] truth = column(truths, parameter);
        double[] found = column(means, parameter);
        Moments a = Moments.of(truth);
        Moments b = Moments.of(found);
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            sum += (truth[i] - a.mean()) * (found[i] - b.mean());
        }
        return sum / Math.sqrt(a.squares() * b.squares());
    }

    /**
     * Whether of every parameter the ranks are even and the 95 % intervals hold the truth as often as they say, both as far as chance does
     * in 199 of 200 runs.
     */
    public boolean recovered() {
        double rare = leastEvenness();
        return IntStream.range(0, parameters()).allMatch(d -> {
            Interval share = Intervals.proportion(Math.round(covered(d, LEVEL) * fits()), fits(), 1 - rare);
            return evenness(d) > rare && share.low() <= LEVEL && share.high() >= LEVEL;
        });
    }

    /** What the evenness of each parameter must be above: {@link #RARE} shared out among them. */
    public double leastEvenness() {
        return RARE / parameters();
    }

    private int parameters() {
        return truths[0].length;
    }
}
