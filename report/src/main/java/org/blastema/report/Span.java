package org.blastema.report;

import org.blastema.core.Text;
import org.blastema.trial.Visit;

/** A length of time in words: years from two years on and months below where these are whole, else days. */
final class Span {
    private static final int YEAR = 12;
    private static final double CLOSE = 1e-6;

    private Span() {}

    /** As it stands behind “after”, “over”, in Arabic in the oblique case. */
    static Text of(Visit visit) {
        long months = Math.round(visit.month());
        if (Math.abs(visit.month() - months) > CLOSE) {
            return days(Math.round(visit.day()));
        }
        return months >= 2 * YEAR && months % YEAR == 0 ? years(months / YEAR) : months(months);
    }

    /** A moment by its name: “month 6”, in Arabic with its article, or “day 56” where no whole month lies within half a day. */
    static Text moment(double month) {
        Visit whole = Visit.at(Math.rint(month) * Visit.MONTH);
        return whole.isAt(month)
                ? Finding.of("month %d", "الشهر %d", Math.round(month))
                : Finding.of("day %d", "اليوم %d", Math.round(month * Visit.MONTH));
    }

    private static Text days(long n) {
        return new Text(n == 1 ? "1 day" : n + " days", Counted.arabic(n, "يوم", "يومين", "أيام", "يوماً"));
    }

    private static Text months(long n) {
        return new Text(n == 1 ? "1 month" : n + " months", Counted.arabic(n, "شهر", "شهرين", "أشهر", "شهراً"));
    }

    private static Text years(long n) {
        return new Text(n + " years", Counted.arabic(n, "سنة", "سنتين", "سنوات", "سنة"));
    }
}
