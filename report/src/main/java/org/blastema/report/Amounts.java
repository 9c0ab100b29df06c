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
        return Finding.of("%s%s", "%s%s", told(number(value)), unit(value, unit));
    }

    /** To two digits, for a reader without science: pain in points of its scale, the noun by the number that is told. */
    static Text plain(double value, String unit) {
        return said(rounded(value), unit);
    }

    /** As {@link #plain}, all digits of what a test asks for. */
    static Text limit(double value, String unit) {
        return said(number(value), unit);
    }

    private static Text said(String number, String unit) {
        double value = Double.parseDouble(number);
        return switch (unit) {
            case "mm" ->
                Finding.of(value == 1 ? "%s point of 100" : "%s points of 100", "%2$s من 100", number, grades(number));
            case "{grade}" -> Finding.of(value == 1 ? "%s grade" : "%s grades", "%2$s", number, grades(number));
            default -> Finding.of("%s%s", "%s%s", told(number), unit(value, unit));
        };
    }

    private static String grades(String number) {
        double value = Double.parseDouble(number);
        if (value == 1 || value == 2) {
            return value == 1 ? "درجة واحدة" : "درجتين";
        }
        return told(number).ar() + " " + Counted.noun(value, "درجة", "درجات", "درجة");
    }

    static Text interval(double value, Interval interval, String unit) {
        return Finding.of(
                "%s%s (%s to %s)",
                "%s%s (من %s إلى %s)",
                told(number(value)),
                unit(value, unit),
                told(number(interval.low())),
                told(number(interval.high())));
    }

    /** A number whose minus stays before it in Arabic. */
    private static Text told(String number) {
        return new Text(number, number.startsWith("-") ? "\u200e" + number + "\u200f" : number);
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

    /** The number itself, to one significant digit. */
    static double firstDigit(double value) {
        return new BigDecimal(value)
                .round(new MathContext(1, RoundingMode.HALF_UP))
                .doubleValue();
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
