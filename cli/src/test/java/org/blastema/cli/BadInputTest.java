package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake ends with exit 2, its place, what was seen, the rule and the nearest valid names, and leaves no run folder. */
final class BadInputTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            studies/knee.yaml        | alpha: 0.05             | alhpa: 0.05              | 'alhpa'                  | alpha
            models/knee.yaml         | -kS * S,                | -kS * SS,                | SS                       | S
            models/knee.yaml         | k_slow: ks              | k_slow: kss              | kss                      | ks
            populations/knee-oa.yaml | unit: mm                | unit: mmm                | mmm                      | UCUM
            studies/knee.yaml        | product: msc-5e7        | product: msc-5e6         | msc-5e6                  | msc-5e7
            studies/knee.yaml        | population: knee-oa     | population: knee-ao      | knee-ao                  | knee-oa
            studies/knee.yaml        | readout: pain-vas       | readout: pain-vsa        | pain-vsa                 | pain-vas
            models/knee.yaml         | -kS * S,                | -C50 * S,                | -C50 * S                 | dimension s-1 (unit 1/d) is needed
            populations/knee-oa.yaml | source: blastema-knee⏎    knowledge | source: blastema-kne⏎    knowledge | blastema-kne | blastema-knee
            populations/knee-oa.yaml | value: 62               | value: 620               | 620                      | 100
            products/msc-1e7.yaml    | cells: 1e7              | cells: -1e7              | -1                       | 0
            populations/knee-oa.yaml | value: 62               | value: .nan              | nan                      | number
            studies/knee.yaml        | patients: 60            | patients: 0              | 0                        | patients
            studies/knee.yaml        | patients: 60            | patients: sixty          | sixty                    | number
            studies/knee.yaml        | 12 mo, 24 mo]           | 12 mo, 25 mo]            | day 760.9375             | horizon
            studies/knee.yaml        | {name: msc-5e7          | {name: msc-1e7           | msc-1e7                  | arm
            studies/knee.yaml        | reference: saline       | reference: salin         | salin                    | saline
            studies/knee.yaml        | horizon: 731 d          | horizon: 731 mm          | mm has dimension m       | d is needed
            products/msc-1e7.yaml    | knowledge: assumed       | knowledge: guessed       | guessed                  | assumed
            products/msc-5e7.yaml    | distribution: normal    | distribution: gaussian   | gaussian                 | normal
            products/msc-5e7.yaml    | value: 5156             | value: 51560             | 51560                    | 12000
            """)
    void aMistakeIsToldWithItsPlace(String file, String from, String to, String seen, String rule) throws IOException {
        LibraryCopy library = LibraryCopy.in(folder.resolve("library"));
        int line = library.change(file, from.replace("⏎", "\n"), to.replace("⏎", "\n"));
        String place = file + ":" + line + ":";
        Said checked = Said.of("check", "library", "--library", library.folder().toString());
        assertThat(checked.ended(2).out()).contains(place).contains(seen).contains(rule);
        Path out = folder.resolve("run");
        Said run = Said.of("run", "knee", "--library", library.folder().toString(), "--out", out.toString());
        assertThat(run.ended(2).err()).contains(place).contains(seen).contains(rule);
        assertThat(out).doesNotExist();
        assertThat(folder.resolve("run.partial")).doesNotExist();
    }

    @Test
    void aMissingSourceIsAWarningInAFolderOfTheUser() throws IOException {
        LibraryCopy library = LibraryCopy.in(folder.resolve("library"));
        library.change("populations/knee-oa.yaml", "    source: blastema-knee\n", "");
        assertThat(Said.of("check", "library", "--library", library.folder().toString())
                        .ended(0)
                        .out())
                .contains("warning", "vas0 has no source");
    }

    @Test
    void allMistakesComeAtOnce() throws IOException {
        LibraryCopy library = LibraryCopy.in(folder.resolve("library"));
        library.change("studies/knee.yaml", "patients: 60", "patients: 0");
        library.change("models/knee.yaml", "-kS * S,", "-kS * SS,");
        library.change("populations/knee-oa.yaml", "value: 62", "value: 620");
        Said said = Said.of("run", "knee", "--library", library.folder().toString());
        assertThat(said.ended(2).err()).contains("SS", "620", "patients");
    }

    @Test
    void twoModelsThatIncludeEachOtherAreRefused() throws IOException {
        LibraryCopy library = LibraryCopy.in(folder.resolve("library"));
        Path twin = library.folder().resolve("models/twin.yaml");
        Files.copy(library.folder().resolve("models/knee.yaml"), twin);
        library.change("models/twin.yaml", "model: knee", "model: twin");
        library.change("models/knee.yaml", "include:\n", "include:\n  - {model: twin, as: b}\n");
        library.change("models/twin.yaml", "include:\n", "include:\n  - {model: knee, as: k}\n");
        assertThat(Said.of("check", "library", "--library", library.folder().toString())
                        .ended(2)
                        .out())
                .contains("the models include each other", "knee > twin > knee");
    }

    @Test
    void whatIsNoYamlIsRefused() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0};
        refused("binary.yaml", png, "binary.yaml");
        refused("broken.yaml", bytes("model: x\nstates: {a: [1, 2\n"), "broken.yaml:3:");
        refused("latin.yaml", new byte[] {'m', 'o', 'd', 'e', 'l', ':', ' ', (byte) 0xe9, '\n'}, "UTF-8");
        refused("deep.yaml", bytes("model: " + "[".repeat(20_000)), "deep.yaml:1:");
        refused("empty.yaml", new byte[0], "empty.yaml");
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d]\n".formatted(i, i - 1));
        }
        refused("bomb.yaml", bytes(bomb.toString()), "bomb.yaml:2:");
    }

    @Test
    void aHugeFileIsRefusedUnread() throws IOException {
        Path huge = folder.resolve("huge.yaml");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(100_000_000);
        }
        assertThat(Said.of("check", huge.toString()).ended(2).out()).contains("100000000", "huge.yaml");
        assertThat(Said.of("run", huge.toString()).ended(2).err()).contains("huge.yaml");
    }

    @Test
    void anUnknownStudyAndAMissingFileAreTold() {
        assertThat(Said.of("run", "nee").ended(2).err()).contains("nee", "knee");
        assertThat(Said.of("run", "no/such.yaml").ended(2).err()).contains("no/such.yaml");
        assertThat(Said.of(
                                "check",
                                "library",
                                "--library",
                                folder.resolve("none").toString())
                        .ended(3)
                        .err())
                .contains("none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --set    | patients              | =
            --set    | kRR=1                 | kR
            --set    | eligibilty=[1,2]      | nearest: eligibility
            --set    | qqqqqqqq=1            | './blastema show models/knee'
            --set    | qqqqqqqq.x=1          | its keys are study,
            --set    | eligibility.pain=[1,2]| pain-vas
            --set    | kR=-1                 | range
            --scenario | poled               | pooled
            --patients | 0                   | patients
            --trials   | 0                   | trials
            --patients | 100000000           | patients
            """)
    void wrongChangesAreTold(String option, String value, String told) {
        assertThat(Said.of(
                                "run",
                                "knee",
                                option,
                                value,
                                "--out",
                                folder.resolve("run").toString())
                        .ended(2)
                        .err())
                .contains(told);
        assertThat(folder).isEmptyDirectory();
    }

    private void refused(String name, byte[] content, String told) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        assertThat(Said.of("check", file.toString()).ended(2).out()).contains(told);
        assertThat(Said.of("run", file.toString()).ended(2).err()).contains(told);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
