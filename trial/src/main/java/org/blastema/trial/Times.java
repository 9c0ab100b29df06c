package org.blastema.trial;

import java.util.Arrays;

/**
 * The moments at which an arm's solution is wanted, in model time.
 *
 * @param all ascending, each once, after time 0
 * @param visits index into {@code all} of each visit
 * @param course index into {@code all} of each day of the time course, -1 for day 0, which is before any dose
 */
@SuppressWarnings("ArrayRecordComponent") // indices for the inner loop; nobody compares them as values
record Times(double[] all, int[] visits, int[] course) {
    static Times of(double[] visitDays, double[] courseDays, double modelTime) {
        double[] all = Arrays.stream(concat(visitDays, courseDays))
                .filter(day -> day > 0)
                .map(day -> day * modelTime)
                .sorted()
                .distinct()
                .toArray();
        return new Times(all, indices(all, visitDays, modelTime), indices(all, courseDays, modelTime));
    }

    private static double[] concat(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static int[] indices(double[] all, double[] days, double modelTime) {
        return Arrays.stream(days)
                .mapToInt(day -> day > 0 ? Arrays.binarySearch(all, day * modelTime) : -1)
                .toArray();
    }
}
