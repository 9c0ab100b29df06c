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
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.junit.jupiter.api.Test;

/** The words of the page. */
final class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    @Test
    void bothLanguagesHaveTheSameWords() {
        Map<String, Object> english = words("en");
        Map<String, Object> arabic = words("ar");
        assertThat(arabic.keySet()).containsExactlyElementsOf(english.keySet());
        english.forEach((key, word) -> {
            assertThat(String.valueOf(word)).as(key).isNotBlank();
            assertThat(String.valueOf(Tree.at(arabic, key))).as(key).isNotBlank();
            assertThat(places(Tree.at(arabic, key))).as(key).isEqualTo(places(word));
        });
        assertThat(Tree.list(arabic, "urgentSigns")).hasSameSizeAs(Tree.list(english, "urgentSigns"));
    }

    private static Map<String, Object> words(String language) {
        return Tree.objectOf(Tree.at(Tree.object(PageTest.element(Page.html("{}", Language.EN), "words")), language));
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
                                || key.startsWith("validation.")
                                || key.startsWith("related.")
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
        for (Model.Related related : Model.Related.values()) {
            assertThat(keys).contains("related." + Fields.word(related));
        }
    }

    private static String script() throws IOException {
        StringBuilder script = new StringBuilder();
        for (String name : List.of("charts.js", "years.js", "steps.js", "harms.js", "page.js")) {
            try (InputStream in = Page.class.getResourceAsStream(name)) {
                script.append(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return script.toString();
    }
}
