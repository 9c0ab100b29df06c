package org.blastema.statistics;

import org.hipparchus.special.Erf;

/**
 * The log-rank test of two groups (Mantel 1966).
 *
 * @param observed events in the group
 * @param expected events in it if both groups had the same rate at every time
 * @param variance of the difference, hypergeometric at every time
 */
public record LogRank(int observed, double expected, double variance) {
    /**
     * Tests a group against the others.
     *
     * @param times of the event or of being last seen, one a person
     * @param events whether it was the event
     * @param group whether the person is of the group
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public static LogRank of(double[] times, boolean[] events, boolean[] group) {
        if (times.length != group.length) {
            throw new IllegalArgumentException(times.length + " times, " + group.length + " groups");
        }
        int observed = 0;
        double expected = 0;
        double variance = 0;
        for (KaplanMeier.Step step : KaplanMeier.of(times, events)) {
            double n = step.atRisk();
            double d = step.events();
            double own = 0;
            for (int i = 0; i < times.length; i++) {
                own += group[i] && times[i] >= step.time() ? 1 : 0;
                observed += group[i] && events[i] && times[i] == step.time() ? 1 : 0;
            }
            expected += d * own / n;
            variance += n > 1 ? d * own / n * (1 - own / n) * (n - d) / (n - 1) : 0;
        }
        return new LogRank(observed, expected, variance);
    }

    /** Chi-squared with one degree of freedom; NaN where nothing varies. */
    public double chiSquared() {
        return (observed - expected) * (observed - expected) / variance;
    }

    /** Two-sided p. */
    public double p() {
        return Erf.erfc(Math.sqrt(chiSquared() / 2));
    }
}
