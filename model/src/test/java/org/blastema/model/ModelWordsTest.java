package org.blastema.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.blastema.core.Language;
import org.junit.jupiter.api.Test;

final class ModelWordsTest {
    private static final Library LIBRARY = Library.packaged();
    private static final ModelWords KNEE = ModelWords.of(ModelReader.read(LIBRARY, "knee"), LIBRARY.bibliography());

    @Test
    void equationsStandAsTheyWereTyped() {
        assertThat(row("States", "S").subList(1, 4)).containsExactly("1", "-kS * S", "0");
        assertThat(row("Quantities", "B").get(2))
                .isEqualTo("b * max_over(injection, exp(-since / t_off) - exp(-since / t_on))");
        assertThat(row("Inputs", "injection").get(2))
                .isEqualTo(
                        "cells.fast = cells.fast + phi * v * cells; cells.slow = cells.slow + (1 - phi) * v * cells; S = S + steroid");
        assertThat(row("Readouts", "pain-vas").get(6)).isEqualTo("min(100 [mm], max(0 [mm], reported))");
    }

    @Test
    void aParameterTellsAllThatIsKnownOfIt() {
        assertThat(row("Parameters", "b").subList(0, 9))
                .containsExactly(
                        "b",
                        "0.29",
                        "1",
                        "-0.3 to 0.9",
                        "abstract",
                        "measured",
                        "",
                        "saltzman-2017, previtali-2021",
                        "normal, SD 0.22, patient; normal, SD 0.12, trial");
        assertThat(row("Parameters", "C50").get(1)).isEqualTo("5e6");
        assertThat(row("Parameters", "C50").get(6)).isEqualTo("free");
    }

    @Test
    void everyRowFitsItsColumnsAndEveryNumberHasASource() {
        for (ModelWords.Section section : KNEE.sections()) {
            assertThat(section.rows())
                    .as(section.title().en())
                    .isNotEmpty()
                    .allMatch(row -> row.size() == section.columns().size());
        }
        assertThat(KNEE.sources()).extracting(ModelWords.Source::key).contains("toupet-2013", "blastema-knee");
        assertThat(KNEE.sources()).noneMatch(source -> source.text().contains("not in the bibliography"));
        assertThat(KNEE.mustNotClaim()).hasSize(9);
        assertThat(KNEE.notModelled()).hasSizeGreaterThan(5);
    }

    @Test
    void textOfATerminalHoldsEverythingInBothLanguages() {
        for (Language language : Language.values()) {
            String text = KNEE.text(language, 100);
            assertThat(text).contains(KNEE.title().in(language)).contains("d/dt: -kS * S");
            assertThat(text.replaceAll("\\s+", " "))
                    .contains(KNEE.notModelled().stream()
                            .map(each ->
                                    each.name().in(language) + ": " + each.why().in(language))
                            .toList());
            KNEE.sections().forEach(section -> {
                assertThat(text).contains("\n" + section.title().in(language) + "\n");
                section.rows().forEach(row -> assertThat(text).contains("\n  " + row.getFirst()));
            });
        }
    }

    @Test
    void linesBreakAtTheWidth() {
        String text = KNEE.text(Language.EN, 60);
        assertThat(text.lines().filter(line -> line.startsWith("      ")))
                .isNotEmpty()
                .allMatch(line -> line.length() <= 60);
    }

    private static List<String> row(String section, String name) {
        return KNEE.sections().stream()
                .filter(s -> s.title().en().equals(section))
                .flatMap(s -> s.rows().stream())
                .filter(r -> r.getFirst().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
