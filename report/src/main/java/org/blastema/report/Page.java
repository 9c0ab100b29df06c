package org.blastema.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.blastema.core.Language;
import org.blastema.formats.Json;

/** The page of a run: one file that works without a network. */
public final class Page {
    private static final String CHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

    /** What the sheet of paper does not show. */
    private static final List<String> ONLY_ON_THE_PAGE =
            List.of("timecourse", "change", "followed", "validation", "economics", "later", "parameters", "sources");

    private Page() {}

    /**
     * @param data what {@link ReportData} made, as JSON
     * @param language shown first
     */
    public static String html(String data, Language language) {
        return page(data, language, "page", text(bytes(CHARTS)));
    }

    /**
     * One sheet of paper for somebody without science: does it work, for how many, compared with what, how sure, what can go wrong.
     *
     * @param data what {@link ReportData} made, as JSON
     * @param language shown first
     */
    public static String sheet(String data, Language language) {
        return page(Json.compact(Json.read(data).without(ONLY_ON_THE_PAGE)), language, "sheet", "");
    }

    private static String page(String data, Language language, String kind, String charts) {
        String page = resource("page.html");
        page = page.replace("@STYLE@", resource("page.css"));
        page = page.replace("@FONT@", arabicFont());
        page = page.replace("@WORDS@", resource("words.json"));
        page = page.replace("@LANGUAGE@", language.name().toLowerCase(java.util.Locale.ROOT));
        page = page.replace(
                "@SCRIPT@",
                resource("charts.js")
                        + resource("years.js")
                        + resource("steps.js")
                        + resource("harms.js")
                        + resource("page.js").replace("\"use strict\";\n", ""));
        page = page.replace("@KIND@", kind).replace("@CHARTS@", charts);
        return page.replace("@DATA@", embedded(data)); // last, since a title may hold such a word
    }

    /** In base 64. */
    static String arabicFont() {
        return Base64.getEncoder().encodeToString(bytes("vazirmatn-arabic.woff2"));
    }

    /** JSON inside a script element must not end it. */
    private static String embedded(String data) {
        return data.replace("<", "\\u003c");
    }

    /** A text beside the program. */
    static String resource(String name) {
        return text(bytes(name));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = name.startsWith("/") ? fromWebJar(name) : Page.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the program was built without " + name, e);
        }
    }

    private static InputStream fromWebJar(String name) {
        return Objects.requireNonNull(Page.class.getClassLoader().getResourceAsStream(name.substring(1)), name);
    }
}
