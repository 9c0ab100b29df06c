package org.blastema.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.blastema.core.Decimal;
import org.blastema.core.Text;
import org.blastema.statistics.Interval;

/** Numbers with their units in the words of claims. */
final class Amounts {
    private Amounts() {}

    static Text amount(double value, String unit) {
        return Finding.of("%s%s", "\u200e%s\u200f%s", number(value), unit(value, unit));
    }

    /** As {@link #amount}, to two digits, the noun by the number that is told. */
    static Text plain(double value, String unit) {
        String number = rounded(value);
        return Finding.of("%s%s", "\u200e%s\u200f%s", number, unit(Double.parseDouble(number), unit));
    }

    static Text interval(double value, Interval interval, String unit) {
        return Finding.of(
                "%s%s (%s to %s)",
                "\u200e%s\u200f%s (من \u200e%s\u200f إلى \u200e%s\u200f)",
                number(value),
                unit(value, unit),
                number(interval.low()),
                number(interval.high()));
    }

    /** With a space before it; nothing for a pure number. */
    private static Text unit(double value, String code) {
        return switch (code) {
            case "1" -> new Text("", "");
            case "mm" -> new Text(" mm", " مم");
            case "d" -> Finding.of(" days", " %s", Counted.noun(value, "يوم", "أيام", "يوماً"));
            case "a" -> Finding.of(" years", " %s", Counted.noun(value, "سنة", "سنوات", "سنة"));
            case "%" -> new Text(" %", "٪");
            default -> Finding.of(" %s", " %s", Terms.unit(code));
        };
    }

    /** Two significant digits, for a number that is no better known. */
    static String rounded(double value) {
        if (value == 0) {
            return "0";
        }
        return new BigDecimal(value)
                .round(new MathContext(2, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
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
