package org.blastema.report;

import java.util.Locale;
import java.util.regex.Pattern;
import org.blastema.core.Text;

/** Makes sentences of numbers, the same in both languages. */
final class Finding {
    private static final Pattern ZERO = Pattern.compile("(?<![\\w.])-(0(?:\\.0+)?)(?![\\d.]*\\d)");

    private Finding() {}

    /**
     * Fills both patterns ({@link String#format}) with the same values; a {@link Text} gives its own language. A left-to-right mark
     * keeps the minus before its number in Arabic.
     */
    static Text of(String en, String ar, Object... values) {
        Object[] english = new Object[values.length];
        Object[] arabic = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            english[i] = values[i] instanceof Text text ? text.en() : values[i];
            arabic[i] = values[i] instanceof Text text ? text.ar() : values[i];
        }
        return new Text(
                unsigned(String.format(Locale.ROOT, en, english)),
                unsigned(String.format(Locale.ROOT, ar.replace("%.1f", "\u200e%.1f"), arabic)));
    }

    /** A number that is 0 to its digits has no sign. */
    private static String unsigned(String sentence) {
        return ZERO.matcher(sentence).replaceAll("$1");
    }

    /** A list of texts in both languages; a right-to-left mark keeps numbers and names around an Arabic comma in their order. */
    static Text joined(java.util.List<Text> parts) {
        return new Text(
                String.join(", ", parts.stream().map(Text::en).toList()),
                String.join("\u200f، ", parts.stream().map(Text::ar).toList()));
    }
}
