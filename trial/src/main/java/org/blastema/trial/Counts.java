package org.blastema.trial;

import java.util.Arrays;
import org.blastema.statistics.Histogram;

/**
 * A histogram of few values: the bins that hold any, in order. Its size follows the values, not the bins.
 *
 * @param bins ascending
 * @param counts of each of these bins, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // many small ones; nobody compares them as values
public record Counts(int[] bins, long[] counts) {
    public static final Counts NONE = new Counts(new int[0], new long[0]);

    /** Counts values in bins of equal width; NaN is left out, values beyond the ends go to the ends. */
    static Counts of(double[] values, double low, double high, int bins) {
        int[] each = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .mapToInt(value -> Histogram.bin(value, low, high, bins))
                .sorted()
                .toArray();
        int[] found = new int[each.length];
        long[] counts = new long[each.length];
        int n = 0;
        for (int i = 0; i < each.length; i++) {
            n += i == 0 || each[i] != each[i - 1] ? 1 : 0;
            found[n - 1] = each[i];
            counts[n - 1]++;
        }
        return new Counts(Arrays.copyOf(found, n), Arrays.copyOf(counts, n));
    }

    Counts merge(Counts other) {
        int[] both = new int[bins.length + other.bins.length];
        long[] sums = new long[both.length];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < bins.length || j < other.bins.length) {
            boolean mine = j == other.bins.length || i < bins.length && bins[i] <= other.bins[j];
            int bin = mine ? bins[i] : other.bins[j];
            boolean same = n > 0 && both[n - 1] == bin;
            n = same ? n : n + 1;
            both[n - 1] = bin;
            sums[n - 1] += mine ? counts[i++] : other.counts[j++];
        }
        return new Counts(Arrays.copyOf(both, n), Arrays.copyOf(sums, n));
    }

    /** The histogram over all bins. */
    Histogram histogram(double low, double high, int all) {
        long[] dense = new long[all];
        for (int i = 0; i < bins.length; i++) {
            dense[bins[i]] = counts[i];
        }
        return new Histogram(low, high, dense);
    }
}
