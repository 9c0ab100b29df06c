package org.blastema.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.blastema.statistics.Interval;

/** The rates of one arm's harms, trial by trial. */
final class HarmSeries {
    private final List<Series> rates = new ArrayList<>();
    private final long[] counts;
    private long n;

    HarmSeries(int terms) {
        IntStream.range(0, terms).forEach(i -> rates.add(new Series()));
        counts = new long[terms];
    }

    /** A block of the trial in hand. */
    void add(ArmSums block) {
        n += block.solved();
        for (int i = 0; i < counts.length; i++) {
            counts[i] += block.harms().terms().get(i).patients();
        }
    }

    /** The trial is at its end. */
    void close() {
        for (int i = 0; i < counts.length; i++) {
            rates.get(i).add(n > 0 ? (double) counts[i] / n : Double.NaN);
            counts[i] = 0;
        }
        n = 0;
    }

    Optional<Interval> prediction95(int term) {
        return rates.get(term).prediction95();
    }
}
