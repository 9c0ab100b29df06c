package org.blastema.statistics;

import java.util.Arrays;

/** Counts in bins of equal width. Values beyond the ends fall into the first and the last bin. */
public final class Histogram {
    private final double low;
    private final double high;
    private final long[] counts;

    public Histogram(double low, double high, int bins) {
        this(low, high, new long[bins]);
    }

    /**
     * @param counts one per bin, kept, not copied
     */
    public Histogram(double low, double high, long[] counts) {
        if (!(low < high) || counts.length == 0) {
            throw new IllegalArgumentException("a histogram needs low < high and a bin: " + low + ", " + high);
        }
        this.low = low;
        this.high = high;
        this.counts = counts;
    }

    /** Counts a value; NaN is left out. */
    public void add(double value) {
        if (!Double.isNaN(value)) {
            counts[bin(value, low, high, counts.length)]++;
        }
    }

    /** The bin, from 0, of a number among bins of equal width; numbers beyond the ends fall into the first and the last. */
    public static int bin(double value, double low, double high, int bins) {
        return Math.max(0, Math.min(bins - 1, (int) ((value - low) / (high - low) * bins)));
    }

    /** Adds the counts of a histogram with the same bins. */
    public void merge(Histogram other) {
        if (other.low != low || other.high != high || other.counts.length != counts.length) {
            throw new IllegalArgumentException("histograms with different bins do not merge");
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    public long n() {
        return Arrays.stream(counts).sum();
    }

    public long[] counts() {
        return counts.clone();
    }

    public double low() {
        return low;
    }

    public double high() {
        return high;
    }

    /** The value below which a share q lies, even inside a bin; NaN without values. */
    public double quantile(double q) {
        double wanted = q * n();
        double below = 0;
        double width = (high - low) / counts.length;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0 && below + counts[i] >= wanted) {
                return low + width * (i + (wanted - below) / counts[i]);
            }
            below += counts[i];
        }
        return Double.NaN;
    }
}
