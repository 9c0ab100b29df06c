package org.blastema.report;

import java.util.List;
import java.util.regex.Pattern;
import org.blastema.core.Language;
import org.blastema.core.Text;

/** Makes HTML in one language; every text is escaped. */
record Html(Language language) {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    /** A minus that a space, a bracket or the start comes before, a digit after it. */
    private static final Pattern MINUS = Pattern.compile("(?<![^\\s(])-(?=\\d)");

    /** An element: {@code el("p class=\"x\"", inner...)} gives {@code <p class="x">inner</p>}. */
    static String el(String open, String... inner) {
        int end = open.indexOf(' ');
        return "<" + open + ">" + String.join("", inner) + "</" + (end < 0 ? open : open.substring(0, end)) + ">\n";
    }

    /** An element without an end. */
    static String lone(String open) {
        return "<" + open + ">\n";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A text; what stands in backticks is code, and in Arabic a minus stays before its number. */
    String text(Text text) {
        String said = CODE.matcher(escape(text.in(language))).replaceAll("<code>$1</code>");
        return language == Language.AR ? MINUS.matcher(said).replaceAll("\u200e-") : said;
    }

    /** A sentence with values, as {@link Finding#of}. */
    String say(String en, String ar, Object... values) {
        return text(Finding.of(en, ar, values));
    }

    /** A list of points; nothing where there are none. */
    String points(List<Text> points) {
        return points.isEmpty()
                ? ""
                : el("ul", points.stream().map(point -> el("li", text(point))).toArray(String[]::new));
    }
}
