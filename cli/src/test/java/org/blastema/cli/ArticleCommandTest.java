package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.blastema.formats.Json;
import org.blastema.formats.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two invented advertisements, from the pasted text to the experiments of what a person confirmed. */
final class ArticleCommandTest {
    private static final Path SAMPLES = Path.of("src/test/resources/org/blastema/cli");

    @TempDir
    private Path folder;

    private static String sample(String language) {
        return SAMPLES.resolve("advertisement-" + language + ".txt").toString();
    }

    private Path filled(String language, String... confirmed) throws IOException {
        String template = Said.of("article", sample(language)).ended(0).out();
        StringBuilder filled = new StringBuilder();
        for (String block : template.split("(?=\\n  - )")) {
            boolean yes = java.util.Arrays.stream(confirmed).anyMatch(block::contains);
            filled.append(block.replace("    confirmed:", "    confirmed: " + (yes ? "yes" : "no")));
        }
        return Files.writeString(folder.resolve("mine.yaml"), filled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void aTextGivesCandidatesWithTheirWords(String language) {
        String template = Said.of("article", sample(language)).ended(0).out();
        assertThat(template)
                .contains("advertisement: " + language, "claim: C7", "claim: C3", "claim: C15", "claim: C18")
                .contains(
                        "low: 25000",
                        "currency: USD",
                        "confirmed:\n",
                        "not-answered:",
                        "not-recognised:\n  - {line: 1, quoted: ");
        assertThat(template).contains(language.equals("en") ? "\"diabetes\"" : "\"السكري\"");
        JsonObject json = Json.read(
                Said.of("article", sample(language), "--json").ended(0).json());
        assertThat(json.objects("candidates")).isNotEmpty();
        assertThat(json.objects("places").getFirst().text("country"))
                .isEqualTo(language.equals("en") ? "ukraine" : "germany");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Athletes return to play twice as fast after a hamstring tear. | C8
            It reverses oxidative damage.                                 | C5
            Avoid knee replacement forever.                               | C17
            Results differ between patients.                              | C11
            92% of our patients are free of pain in the knee.             | C18
            عودة أسرع إلى الملاعب بعد التمزق العضلي.                        | C8
            تقوّي جهازك المناعي.                                           | C6
            The face of a film star before and after.                     | C19
            بشرة نجمة مشهورة قبل وبعد.                                  | C19
            """)
    void aSentenceOfItsOwnFindsItsClaim(String sentence, String claim) throws IOException {
        Path file = Files.writeString(folder.resolve("one.txt"), sentence);
        assertThat(Said.of("article", file.toString()).ended(0).out()).contains("claim: " + claim + "\n");
    }

    @Test
    void thatResultsDifferIsNoShareOfSuccesses() throws IOException {
        Path file = Files.writeString(folder.resolve("one.txt"), "Results differ between patients.");
        assertThat(Said.of("article", file.toString()).ended(0).out()).doesNotContain("claim: C18");
    }

    @Test
    void theStoryOfAPlayerIsNotThatOfAFace() throws IOException {
        Path file = Files.writeString(folder.resolve("one.txt"), "لاعب مشهور عاد إلى الملعب بعد العلاج عندنا.");
        assertThat(Said.of("article", file.toString()).ended(0).out())
                .contains("not-answered:", "{line: 1, quoted: \"لاعب مشهور\"}")
                .doesNotContain("candidates:");
    }

    @Test
    void whatIsConfirmedIsRunAndTheRestIsSaid() throws IOException {
        Path file = filled("ar", "claim: C15", "currency: USD", "country: germany");
        String out = Said.of("article", file.toString(), "--lang", "ar", "--draws", "20", "--patients", "2")
                .ended(0)
                .out();
        assertThat(out)
                .contains("أُكِّد وروده في الإعلان، السطر 6:\nC15  تقتصر", "الأسعار", "25,000 دولار أمريكي")
                .contains("وهذا السعر أعلى من ذلك.", "وهذا السعر أدنى من ذلك.", "فلا يُحكم به على أي قول", "ألمانيا")
                .contains("ما لا يمكن الجواب عنه", "«السكري»", "لم تؤكَّد فلم يُسأل عنها", "ليست نصيحة طبية")
                .contains("السطر 10، «أهلاً بكم.»: لم يُعرف فيه أي قول من المكتبة.")
                .doesNotContain("C7  ", "C5  ", "C10  ", "C13  ", "C23  ");
    }

    @Test
    void jsonIsOneObjectWithTheClaims() throws IOException {
        Path file = filled("en", "claim: C15");
        JsonObject json =
                Json.read(Said.of("article", file.toString(), "--json").ended(0).json());
        assertThat(json.objects("claims"))
                .singleElement()
                .satisfies(claim -> assertThat(claim.text("id")).isEqualTo("C15"));
        assertThat(json.number("not_confirmed")).isGreaterThan(5);
        assertThat(json.objects("not_answered")).isNotEmpty();
        assertThat(json.objects("not_recognised").getFirst().text("quoted")).startsWith("Invented");
        assertThat(json.objects("confirmed").getFirst().text("claim")).isEqualTo("C15");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            confirmed: no      | confirmed:          | 'confirmed' has no answer
            confirmed: no      | confirmed: maybe    | unknown confirmed 'maybe'
            claim: C7          | claim: C77          | unknown claim 'C77'
            country: ukraine   | country: ukrain     | nearest: ukraine
            currency: USD      | currency: USS       | unknown currency 'USS'
            low: 25000         | low: 50000          | its low end not above
            low: 25000         | low: much           | 'much'
            says:              | say:                | unknown key of candidate 'say'
            advertisement: en  | advertisement: fr   | unknown advertisement 'fr'
            stands-in:         | stands:             | unknown key of candidate 'stands'
            """)
    void aMistakeInTheFilledFileIsTold(String from, String to, String seen) throws IOException {
        Path file = filled("en");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replaceFirst(from, to == null ? "" : to));
        assertThat(Said.of("article", file.toString()).ended(2).err())
                .contains(seen)
                .containsPattern("mine.yaml:\\d+:\\d+: error");
    }

    @Test
    void everyUnansweredCandidateIsToldAtOnce() throws IOException {
        String template = Said.of("article", sample("en")).out();
        Path file = Files.writeString(folder.resolve("raw.yaml"), template);
        long asked =
                template.lines().filter(line -> line.endsWith("confirmed:")).count();
        assertThat(Said.of("article", file.toString()).ended(2).err().lines()).hasSize((int) asked);
    }

    @Test
    void aFileThatCannotBeReadIsRefused() throws IOException {
        assertThat(Said.of("article", folder.resolve("none.txt").toString())
                        .ended(2)
                        .err())
                .contains("there is no such file");
        Path bytes = Files.write(folder.resolve("bytes.txt"), new byte[] {'a', (byte) 0xC3, '('});
        assertThat(Said.of("article", bytes.toString()).ended(2).err()).contains("is not UTF-8");
        Path empty = Files.writeString(folder.resolve("empty.txt"), "");
        assertThat(Said.of("article", empty.toString()).ended(2).err()).contains("the file is empty");
    }
}
