package org.blastema.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The date of a fact as far as it is known: a year, a month or a day, or none. No clock is asked; ages are taken against the date
 * that a file gives for itself.
 *
 * @param year 1900 to 2999; 0 where the date is not known
 * @param month 1 to 12; 0 where only the year is known
 * @param day 1 to 31; 0 where only the month is known
 */
public record FactDate(int year, int month, int day) {
    static final FactDate UNKNOWN = new FactDate(0, 0, 0);

    private static final int ONE_YEAR = 10_000;
    private static final List<Integer> DAYS = List.of(31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

    /** The date in a text such as {@code 2025}, {@code 2025-02}, {@code 2025-02-21} or {@code unknown}; empty for any other. */
    static Optional<FactDate> of(String text) {
        if (text.equals("unknown")) {
            return Optional.of(UNKNOWN);
        }
        if (!text.matches("(19|2\\d)\\d\\d(-\\d\\d(-\\d\\d)?)?")) {
            return Optional.empty();
        }
        String[] parts = text.split("-", -1);
        int month = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        int day = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
        boolean wrong = parts.length > 1 && (month < 1 || month > DAYS.size())
                || parts.length > 2 && (day < 1 || day > DAYS.get(month - 1));
        return wrong ? Optional.empty() : Optional.of(new FactDate(Integer.parseInt(parts[0]), month, day));
    }

    public boolean known() {
        return year > 0;
    }

    /** Whether more than a year may have gone by until a date; true where this one is not known. */
    public boolean mayBeOverAYearBefore(FactDate asOf) {
        return !known() || earliest() + ONE_YEAR < asOf.latest();
    }

    /** Whether every day that this may be lies after every day that the other may be. */
    boolean after(FactDate other) {
        return known() && earliest() > other.latest();
    }

    private int earliest() {
        return year * ONE_YEAR + Math.max(1, month) * 100 + Math.max(1, day);
    }

    private int latest() {
        return year * ONE_YEAR + (month == 0 ? DAYS.size() : month) * 100 + (day == 0 ? 31 : day);
    }

    /** As it stands in a file: {@code 2025-02}. */
    @Override
    public String toString() {
        if (!known()) {
            return "unknown";
        }
        return year
                + (month == 0 ? "" : String.format(Locale.ROOT, "-%02d", month))
                + (day == 0 ? "" : String.format(Locale.ROOT, "-%02d", day));
    }
}
