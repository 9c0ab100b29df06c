package org.blastema.report;

import org.blastema.core.Text;

/** A hundred people as dots, drawn without a script. */
final class Dots {
    /** What the pictures of a page share; stands once on it. */
    static final String PATTERNS =
            "<svg width=\"0\" height=\"0\" style=\"position:absolute\" aria-hidden=\"true\"><defs>"
                    + pattern("d0", "#d5dae0") + pattern("d1", "#0072b2") + pattern("d2", "#d55e00")
                    + "<path id=\"d\" fill=\"url(#d0)\" d=\"M0 0h100v100h-100z\"/></defs></svg>\n";

    private static final int ROW = 10;

    private Dots() {}

    private static String pattern(String id, String colour) {
        return "<pattern id=\"" + id + "\" width=\"10\" height=\"10\" patternUnits=\"userSpaceOnUse\">"
                + "<circle cx=\"5\" cy=\"5\" r=\"3.9\" fill=\"" + colour + "\"/></pattern>";
    }

    /**
     * A picture and its words.
     *
     * @param count of a hundred people, 0 to 100
     * @param harm whether what they have is bad
     */
    static String of(Html html, int count, boolean harm, Text words) {
        String fill = harm ? "url(#d2)" : "url(#d1)";
        int rows = count / ROW;
        int rest = count % ROW;
        String shape = (rows > 0 ? "<path fill=\"" + fill + "\" d=\"M0 0h100v" + ROW * rows + "h-100z\"/>" : "")
                + (rest > 0
                        ? "<path fill=\"" + fill + "\" d=\"M0 " + ROW * rows + "h" + ROW * rest + "v10h-" + ROW * rest
                                + "z\"/>"
                        : "");
        return Html.el(
                "figure class=\"dots\"",
                "<svg viewBox=\"0 0 100 100\" aria-hidden=\"true\"><use href=\"#d\"/>" + shape + "</svg>",
                Html.el("figcaption", html.text(words)));
    }
}
