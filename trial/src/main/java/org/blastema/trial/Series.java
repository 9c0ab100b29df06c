package org.blastema.trial;

import java.util.Arrays;
import java.util.Optional;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Intervals;
import org.blastema.statistics.Moments;
import org.blastema.statistics.Quantiles;

/** One number of each trial, in the order of trials. NaN stands for a trial without it. */
final class Series {
    private double[] values = new double[16];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    double get(int trial) {
        return values[trial];
    }

    private double[] known() {
        return Arrays.stream(values, 0, size).filter(Double::isFinite).toArray();
    }

    Moments moments() {
        return Moments.of(known());
    }

    /** 95 % t interval of the mean over trials. */
    Optional<Interval> ci95() {
        Moments moments = moments();
        return moments.n() < 2 ? Optional.empty() : Optional.of(Intervals.mean(moments, 0.95));
    }

    /** 2.5 and 97.5 % quantiles over trials. */
    Optional<Interval> prediction95() {
        double[] known = known();
        return known.length < 2
                ? Optional.empty()
                : Optional.of(new Interval(Quantiles.of(known, 0.025), Quantiles.of(known, 0.975)));
    }
}
