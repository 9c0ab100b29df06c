package org.blastema.trial;

import org.blastema.statistics.Interval;
import org.blastema.statistics.Intervals;

/**
 * Patients of an arm with one or more of some harms.
 *
 * @param count patients
 * @param n patients looked at
 * @param ci95 exact interval of count / n
 */
public record HarmTotal(long count, long n, Interval ci95) {
    static HarmTotal of(long count, long n) {
        return new HarmTotal(count, n, Intervals.proportion(count, n, 0.95));
    }

    /** Share of the patients. */
    public double rate() {
        return (double) count / n;
    }
}
