package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.blastema.evidence.CredibilityFrame;
import org.blastema.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CredibilityCommandTest {
    private static CredibilityFrame frame() {
        return CredibilityFrame.read(Library.packaged());
    }

    @Test
    void everyTestThatItNamesIsThere() throws IOException {
        List<String> classes;
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            classes = files.filter(file -> file.toString().contains("src/test/java"))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList();
        }
        assertThat(frame().tests()).hasSizeGreaterThan(20).isSubsetOf(classes);
    }

    @Test
    void everyFactorStandsOnceAndEveryJudgedStudyIsOnThePage() throws IOException {
        assertThat(frame().factors().stream().map(CredibilityFrame.Factor::kind))
                .containsExactly(CredibilityFrame.Kind.values());
        String page = Files.readString(Path.of("../docs/credibility.md"));
        Library library = Library.packaged();
        assertThat(frame().studies())
                .hasSize(5)
                .allSatisfy(each -> assertThat(page).contains(each.reason().en()));
        assertThat(frame().factors().stream().flatMap(each -> each.gaps().stream()))
                .allSatisfy(gap -> assertThat(page).contains("gap: " + gap.en()));
        assertThat(library.names("studies"))
                .containsAll(frame().studies().stream()
                        .map(CredibilityFrame.Assessed::study)
                        .toList());
    }

    @Test
    void theAnswerStandsInBothLanguagesAndAsJson() {
        assertThat(Said.of("credibility", "knee").ended(0).out())
                .contains("context of use: Planning", "model risk: medium", "gap: no published trial was held back")
                .containsSubsequence(
                        "recalled or assumed numbers that drive",
                        "knee.dose_shape (assumed)",
                        "other numbers that drive it",
                        "knee.effect_size (computed)");
        assertThat(Said.of("credibility", "knee", "--lang", "ar").ended(0).out())
                .contains("مخاطرة النموذج: متوسطة", "نقص:")
                .doesNotContain("gap", "assumed", "quantile");
        assertThat(Said.of("credibility", "knee", "--json").ended(0).out())
                .startsWith("{")
                .endsWith("}\n")
                .contains("\"drives\" : true", "\"risk\" : \"medium\"", "\"move\" : \"spread\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kne              | 2 | nearest: knee
            knee --write .   | 3 | leave 'knee' out
            --threads 0      | 3 | at least 1
            """)
    void whatIsWrongIsTold(String words, int code, String told) {
        Said said = Said.of(("credibility " + words).split(" ")).ended(code);
        assertThat(said.err()).contains(told);
        assertThat(said.out()).isEmpty();
    }
}
