package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.blastema.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
    @Test
    void withoutACommandItShowsWhatThereIs() {
        assertThat(Said.of().ended(0).out()).contains("run", "check", "list", "show", "report", "export", "bench");
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertThat(Said.of("--version").ended(0).out().strip()).matches("Blastema \\d+\\.\\d+\\.\\d+");
    }

    @Test
    void helpNamesTheExitCodes() {
        assertThat(Said.of("--help").ended(0).out()).contains("130", "resumable");
        assertThat(Said.of("run", "--help").ended(0).out()).contains("--scenario", "--resume", "--set");
    }

    @Test
    void helpSaysHowToListWhatCanBeNamed() {
        assertThat(flat(Said.of("list", "--help"))).contains(Library.KINDS);
        assertThat(flat(Said.of("calibrate", "--help"))).contains("'blastema list calibrations' names all of them");
        assertThat(Said.of("list", "calibrations").ended(0).out())
                .contains("blood", "immune", "knee", "muscle", "safety", "skin");
    }

    /** Without the breaks of lines. */
    private static String flat(Said help) {
        return help.ended(0).out().replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rn knee                        | nearest: run
            run knee --patient 3           | nearest: --patients
            run knee --foo                 | Unknown option: '--foo'
            run knee --patients many       | many
            run                            | STUDY
            run knee --threads 0           | at least 1
            claims --draws 3               | at least 20
            run knee --on spark            | not in this version
            bench diffusion                | not in this version
            export nowhere --to vtk        | vtk
            query nowhere SELECT           | nowhere
            compare nowhere elsewhere      | nowhere
            report nowhere                 | nowhere
            list therapies                 | therapies
            list nonsense                  | unknown kind 'nonsense'
            design knee --spending pocok   | nearest: pocock
            run knee --lang fr             | fr
            """)
    void wrongUseIsToldWithExitThree(String words, String told) {
        Said said = Said.of(words.split(" ")).ended(3);
        assertThat(said.err()).contains(told).doesNotContainPattern("nearest: *\\R");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void theLibraryIsClean() {
        assertThat(Said.of("check", "library").ended(0).out()).contains("0 problems");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list --json", "list models --json", "check library --json", "check nowhere.yaml --json"})
    void jsonIsOneObjectAndNothingElse(String words) {
        Said said = Said.of(words.split(" "));
        assertThat(said.json()).startsWith("{");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void listKeepsTheShapeOfTheContract() {
        assertThat(Said.of("list", "studies", "--json").ended(0).json().replaceAll("\\s+", " "))
                .startsWith("{ \"studies\" : [ { \"name\" : ")
                .contains("{ \"name\" : \"knee\", \"title\" : { \"en\" : \"Stem-cell injections");
    }

    @Test
    void checkKeepsTheShapeOfTheContract() {
        assertThat(Said.of("check", "nowhere.yaml", "--json").ended(2).json().replaceAll("\\s+", " "))
                .contains("\"files\" : 1", "\"problems\" : [ { \"file\" : \"nowhere.yaml\", \"line\" : 1", "\"column\"")
                .contains("\"severity\" : \"error\"", "\"what\" :", "\"rule\" :");
    }

    @Test
    void showTellsAStudyInWordsWithItsSources() {
        String english = Said.of("show", "knee").ended(0).out();
        assertThat(english).contains("pain-vas", "saltzman-2017", "assumed", "kR", "1/d");
        assertThat(Said.of("show", "knee", "--lang", "ar").ended(0).out()).contains("خشونة الركبة");
        assertThat(Said.of("show", "baker-2017").ended(0).out()).contains("baker-2017");
    }

    @Test
    void showOfAnUnknownNameGivesTheNearest() {
        assertThat(Said.of("show", "baker").ended(2).err())
                .contains("unknown study, model, claim or country 'baker'", "baker-2017");
    }

    @Test
    void showTellsAClaimInWordsWithItsSources() {
        String english = Said.of("show", "C7").ended(0).out();
        assertThat(english)
                .contains("Injections of stem cells ease the pain", "partly supported", "certainty low")
                .contains("Study knee, pooled: msc-5e7 against saline, pain-vas at month 12.")
                .contains(
                        "15 mm, [mcid-oa-table], abstract",
                        "Moved until the verdict changes: effect_size, C50, kR, theta")
                .contains("What must not be concluded:");
        assertThat(Said.of("show", "C15", "--lang", "ar").ended(0).out())
                .contains("تقتصر الآثار الجانبية", "حمّى قصيرة: 0.03", "[shang-2023]");
    }

    @Test
    void anUnknownClaimGivesTheNearest() {
        assertThat(Said.of("claims", "C8888").ended(2).err())
                .contains("unknown claim 'C8888'", "'./blastema list claims' names all");
        assertThat(Said.of("claims", "c7", "C99").ended(2).err())
                .contains("unknown claim 'c7'", "nearest: C7", "unknown claim 'C99'");
        assertThat(Said.of("claims", "C7", "--draws", "5").ended(3).err())
                .contains("--draws 5: at least 20 are needed");
    }

    @Test
    void aClaimIsJudgedInTheShapeOfTheContract() {
        assertThat(Said.of("claims", "C15", "--json").ended(0).json().replaceAll("\\s+", " "))
                .startsWith("{ \"claims\" : [ { \"id\" : \"C15\",")
                .contains("\"simulation\" : \"UNTESTABLE\"", "\"evidence\" : \"partly supported\"")
                .contains("\"certainty\" : \"moderate\"", "\"put_in\" : [", "\"came_out\" : {", "\"flip\" : {");
    }
}
