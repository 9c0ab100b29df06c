package org.blastema.trial;

import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Intervals;

/**
 * How much more often a harm comes in one arm than in another.
 *
 * @param versus the other arm
 * @param difference of the rates
 * @param ci95 of the difference
 */
public record HarmDifference(String versus, double difference, Interval ci95) {
    /** The difference of two arms, from the patients with the harm. */
    static HarmDifference of(String versus, long count, long n, long others, long otherN) {
        return new HarmDifference(
                versus,
                (double) count / n - (double) others / otherN,
                Intervals.difference(count, n, others, otherN, 0.95));
    }

    /** Number needed to harm: people given what the arm gets for one more harm. Absent where the interval does not leave out 0. */
    public OptionalDouble neededToHarm() {
        return ci95.low() > 0 ? OptionalDouble.of(1 / difference) : OptionalDouble.empty();
    }

    /** Interval of the number needed to harm. */
    public Optional<Interval> neededToHarm95() {
        return ci95.low() > 0 ? Optional.of(new Interval(1 / ci95.high(), 1 / ci95.low())) : Optional.empty();
    }
}
