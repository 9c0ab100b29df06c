package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.blastema.core.Fields;
import org.blastema.core.Knowledge;
import org.blastema.core.Language;
import org.blastema.formats.Json;
import org.blastema.formats.JsonObject;
import org.blastema.model.Library;
import org.blastema.model.ModelReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

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

    private static String element(String page, String id) {
        String open = "<script id=\"" + id + "\" type=\"application/json\">";
        int start = page.indexOf(open) + open.length();
        return page.substring(start, page.indexOf("</script>", start));
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        Map<String, Object> english = words("en");
        Map<String, Object> arabic = words("ar");
        assertThat(arabic.keySet()).containsExactlyElementsOf(english.keySet());
        english.forEach((key, word) -> {
            assertThat(String.valueOf(word)).as(key).isNotBlank();
            assertThat(String.valueOf(arabic.get(key))).as(key).isNotBlank();
            assertThat(places(arabic.get(key))).as(key).isEqualTo(places(word));
        });
        assertThat(Tree.list(arabic, "urgentSigns")).hasSameSizeAs(Tree.list(english, "urgentSigns"));
    }

    private static Map<String, Object> words(String language) {
        return Tree.objectOf(Tree.at(Tree.object(element(Page.html("{}", Language.EN), "words")), language));
    }

    private static Set<String> places(Object word) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(String.valueOf(word)).results().forEach(found -> places.add(found.group(1)));
        return places;
    }

    @Test
    void everyWordThatThePageAsksForIsThere() throws IOException {
        String script = script();
        List<String> asked = new ArrayList<>();
        for (String call :
                List.of("\\bword\\(((?:[^(){]|\\(\\))*)", "\\bsection\\(([^,]*),", "WORDS\\[language\\]\\.(\\w+)")) {
            Matcher calls = Pattern.compile(call).matcher(script);
            while (calls.find()) {
                asked.addAll(literals(calls.group(1)));
            }
        }
        assertThat(asked).hasSizeGreaterThan(50).contains("urgentSigns", "power", "p", "mustNot", "negativeBetter");
        assertThat(words("en").keySet())
                .containsAll(asked.stream().filter(key -> !key.endsWith(".")).toList());
    }

    @Test
    void noWordIsLeftOver() throws IOException {
        String script = script();
        assertThat(words("en").keySet())
                .allSatisfy(key -> assertThat(key.startsWith("scenario.")
                                || key.startsWith("knowledge.")
                                || script.contains("\"" + key + "\"")
                                || script.contains("WORDS[language]." + key))
                        .as(key)
                        .isTrue());
    }

    /** Texts in quotes that are keys; a bare word is one. */
    private static List<String> literals(String code) {
        if (code.matches("\\w+")) {
            return code.equals("key") ? List.of() : List.of(code);
        }
        return Pattern.compile("\"([\\w.]+)\"")
                .matcher(code.replaceAll("=== \"\\w+\"", ""))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void everyScenarioAndEveryKnowledgeHasItsWord() {
        Set<String> keys = words("en").keySet();
        assertThat(ModelReader.read(Library.packaged(), "knee").scenarios().keySet())
                .allSatisfy(name -> assertThat(keys).contains("scenario." + name));
        for (Knowledge knowledge : Knowledge.values()) {
            assertThat(keys).contains("knowledge." + Fields.word(knowledge));
        }
    }

    private static String script() throws IOException {
        StringBuilder script = new StringBuilder();
        for (String name : List.of("charts.js", "page.js")) {
            try (InputStream in = Page.class.getResourceAsStream(name)) {
                script.append(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return script.toString();
    }
}
