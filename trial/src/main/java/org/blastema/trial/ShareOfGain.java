package org.blastema.trial;

import java.util.stream.IntStream;
import org.blastema.statistics.Quantiles;

/**
 * How much of an arm's change the reference arm shows too.
 *
 * @param reference mean change of the reference in each trial
 * @param treated mean change of the arm in each trial
 * @param trials how many trials
 */
record ShareOfGain(Series reference, Series treated, int trials) {
    ContextShare named(String arm, String versus, String endpoint, Visit visit) {
        double ofTen = 10 * reference.moments().mean() / treated.moments().mean();
        double[] each = IntStream.range(0, trials)
                .mapToDouble(trial -> 10 * reference.get(trial) / treated.get(trial))
                .filter(Double::isFinite)
                .toArray();
        boolean spread = each.length > 1;
        double low = spread ? Quantiles.of(each, 0.025) : ofTen;
        double high = spread ? Quantiles.of(each, 0.975) : ofTen;
        return new ContextShare(arm, versus, endpoint, visit.day(), visit.month(), ofTen, low, high);
    }
}
