package org.blastema.report;

import java.util.Locale;
import org.blastema.core.Decimal;
import org.blastema.core.Text;
import org.blastema.statistics.Interval;

/** Numbers with their units in the words of claims. */
final class Amounts {
    private Amounts() {}

    static Text amount(double value, String unit) {
        return Finding.of("%s%s", "\u200e%s\u200f%s", number(value), unit(unit));
    }

    static Text interval(double value, Interval interval, String unit) {
        return Finding.of(
                "%s%s (%s to %s)",
                "\u200e%s\u200f%s (من \u200e%s\u200f إلى \u200e%s\u200f)",
                number(value),
                unit(unit),
                number(interval.low()),
                number(interval.high()));
    }

    /** With a space before it; nothing for a pure number. */
    private static Text unit(String code) {
        return switch (code) {
            case "1" -> new Text("", "");
            case "mm" -> new Text(" mm", " مم");
            default -> new Text(" " + code, " " + code);
        };
    }

    /** Three significant digits, no more than three places. */
    static String number(double value) {
        double size = Math.abs(value);
        int places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 || size == 0 ? 2 : 3;
        if (size >= 1e6 || size > 0 && size < 1e-3) {
            return String.format(Locale.ROOT, "%.2g", value);
        }
        return Decimal.plain(Double.parseDouble(String.format(Locale.ROOT, "%." + places + "f", value)));
    }
}
