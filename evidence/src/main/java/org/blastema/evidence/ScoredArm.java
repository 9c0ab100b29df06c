package org.blastema.evidence;

import java.util.OptionalDouble;
import org.blastema.core.Knowledge;
import org.blastema.core.Range;
import org.blastema.model.Model;

/**
 * One arm of a published trial beside the same arm of simulated trials of its size. Numbers are in the unit of the endpoint, a share
 * is 0 to 1; the scores are on the scale of the endpoint from 0 to 100, so that they can be averaged.
 *
 * @param area the area of the trial
 * @param model the model of its study; of a harm, that of the harms
 * @param block whether numbers of the model came from such trials
 * @param trial name of the trial and of its study
 * @param arm name of the arm
 * @param product name of what the arm got
 * @param endpoint name of the readout
 * @param kind a value at the visit, a change from baseline or a share of the people
 * @param statistic mean or median over the people
 * @param month of the visit
 * @param day of the visit
 * @param n people behind the published number; those of a simulated arm where none is given
 * @param observed what was published
 * @param mean mean of the simulated trials
 * @param low 2.5 % quantile of the simulated trials
 * @param high 97.5 % quantile
 * @param inside whether the published number lies from low to high
 * @param crps score of the simulated trials as a forecast
 * @param reference score of the reference forecast; empty where there are too few other trials
 * @param range least and largest value of the endpoint
 * @param better which end of it is better
 * @param knowledge how the published number is known
 */
public record ScoredArm(
        String area,
        String model,
        Scored.Block block,
        String trial,
        String arm,
        String product,
        String endpoint,
        Outcome.Kind kind,
        Outcome.Statistic statistic,
        double month,
        double day,
        int n,
        double observed,
        double mean,
        double low,
        double high,
        boolean inside,
        double crps,
        OptionalDouble reference,
        Range range,
        Model.Better better,
        Knowledge knowledge) {

    /** Whether people with a harm are counted. */
    public boolean countsHarm() {
        return Outcome.countsHarm(endpoint);
    }

    /** Whether nobody was harmed and less than one person was to be expected, so that the arm could hardly lie outside. */
    public boolean hardlyOutside() {
        return countsHarm() && observed == 0 && mean * n < 1;
    }

    /** What the arm got, however often: the name of the product without a number of injections at its end ({@code saline-3}). */
    public String given() {
        return product.replaceAll("-\\d+$", "");
    }

    /**
     * A number of this arm on a scale of 0 to 100 whose upper end is the better one: a change as a gain, a value from the worse end, a
     * share in percent.
     */
    public double good(double value) {
        double scale = 100 / (range.high() - range.low());
        boolean low = better == Model.Better.LOW;
        return switch (kind) {
            case CHANGE -> (low ? -value : value) * scale;
            case VALUE, SHARE, DIFFERENCE, FINDING -> (low ? range.high() - value : value - range.low()) * scale;
        };
    }

    /** By how much the published arm did better than the simulated trials on average, on the scale of 0 to 100. */
    public double betterBy() {
        return good(observed) - good(mean);
    }
}
