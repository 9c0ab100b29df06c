package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.blastema.core.Language;
import org.blastema.formats.Json;
import org.blastema.formats.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script[^>]+src",
                "<link[^>]+href=\"(?!data:)",
                "<(img|iframe|object|embed|audio|video|source)\\b[^>]*=[\"']?(https?:|//)",
                "url\\(['\"]?(https?:|//)",
                "@import",
                "\\bfetch\\(",
                "XMLHttpRequest",
                "WebSocket",
                "EventSource",
                "sendBeacon",
                "importScripts",
                "\\bimport\\(",
                "\\.src=[\"'](https?:|//)"
            })
    void loadsNothing(String load) {
        String page = Page.html("{}", Language.EN);
        assertThat(page.length()).isGreaterThan(1_000_000);
        assertThat(Pattern.compile(load).matcher(page).results().map(found -> near(page, found.start())))
                .isEmpty();
    }

    private static String near(String page, int place) {
        return page.substring(Math.max(0, place - 60), Math.min(page.length(), place + 60));
    }

    @Test
    void everyPlaceIsFilledAndTheFontIsInside() {
        assertThat(Page.html("{}", Language.AR))
                .contains("data-language=\"ar\"", "url(data:font/woff2;base64,d09GMg", "Apache Software Foundation")
                .doesNotContainPattern("@[A-Z]{4,}@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"</script><script>alert(1)</script>", "<!--<script>", "@CHARTS@ @WORDS@ @DATA@", "$1 \\"})
    void dataCannotBreakOut(String title) {
        String data = Json.compact(new JsonObject().put("title", title));
        String page = Page.html(data, Language.EN);
        assertThat(Tree.object(element(page, "data"))).isEqualTo(Map.of("title", title));
        assertThat(page.length()).isLessThan(Page.html("{}", Language.EN).length() + 200);
        assertThat(page.split("</script>", -1)).hasSize(5);
    }

    static String element(String page, String id) {
        String open = "<script id=\"" + id + "\" type=\"application/json\">";
        int start = page.indexOf(open) + open.length();
        return page.substring(start, page.indexOf("</script>", start));
    }
}
