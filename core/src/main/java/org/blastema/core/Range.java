package org.blastema.core;

/**
 * A closed interval.
 *
 * @param low at most {@code high}
 */
public record Range(double low, double high) {
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    public double clamp(double value) {
        return Math.min(high, Math.max(low, value));
    }

    @Override
    public String toString() {
        return Decimal.plain(low) + " to " + Decimal.plain(high);
    }
}
