package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small trial of the knee in an area of its own, laid over the library. */
final class ValidateCommandTest {
    private static final String STUDY = """
            study: tiny-2001
            title: {en: A tiny trial (example), ar: تجربة صغيرة (مثال)}
            model: knee
            population: knee-oa
            patients: 10
            trials: 40
            twins: 0
            horizon: 100 d
            visits: [1 mo, 3 mo]
            timecourse: [0 d, 30 d, 100 d]
            endpoints:
              - {readout: pain-vas}
            arms:
              - {name: saline, product: saline}
              - {name: corticosteroid, product: corticosteroid}
            reference: saline
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path mine = Path.of("");

    @BeforeEach
    void write() throws IOException {
        mine = folder.resolve("mine");
        put("studies/tiny-2001.yaml", STUDY);
        put("evidence/sources.bib", "@misc{made-up, author={A}, title={T}, year={2001}}\n");
        put("evidence/outcomes/tiny.csv", """
                trial,arm,n,endpoint,kind,statistic,baseline,baseline-sd,month,value,sd,low,high,interval,source,knowledge,note
                tiny-2001,saline,10,pain-vas,change,mean,60,,3,-12,20,,,,made-up,read,
                tiny-2001,corticosteroid,10,pain-vas,change,mean,60,,3,-90,20,,,,made-up,read,
                """);
        put("evidence/scored.csv", """
                area,trial,arm,endpoint,month,block,why
                tiny,tiny-2001,saline,pain-vas,3,calibration,because
                tiny,tiny-2001,corticosteroid,pain-vas,3,calibration,because
                """);
        put("evidence/unscored.csv", "area,trial,arm,why\n");
        put("evidence/nulls.csv", """
                area,trial,arm,versus,endpoint,month,source,knowledge,note
                tiny,tiny-2001,corticosteroid,saline,pain-vas,3,made-up,read,
                """);
    }

    private void put(String file, String text) throws IOException {
        Path path = mine.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Said said(String... more) {
        String[] words = new String[3 + more.length];
        words[0] = "validate";
        words[1] = "--library";
        words[2] = mine.toString();
        System.arraycopy(more, 0, words, 3, more.length);
        return Said.of(words);
    }

    @Test
    void tellsEveryRowTheCoverageAndTheNulls() {
        String english = said().ended(0).out();
        assertThat(english)
                .contains("tiny-2001", "corticosteroid", "inside", "OUTSIDE")
                .contains("1 of 2 published arms", "decides nothing", "calibration rows", "without a difference: 1");
        assertThat(said("tiny", "--lang", "ar").ended(0).out()).contains("داخل", "خارج", "مجموعة منشورة", "معايرة");
    }

    @Test
    void jsonIsOneObjectForAnyNumberOfThreads() {
        String one = said("--json", "--threads", "1").ended(0).json();
        assertThat(one).contains("\"calibration\"", "\"inside95\" : 0.5", "\"nulls\" : 1");
        assertThat(said("--json", "--threads", "3").ended(0).json()).isEqualTo(one);
    }

    @Test
    void anUnknownAreaIsToldWithTheNearest() {
        Said said = said("tinny").ended(2);
        assertThat(said.err()).contains("unknown area 'tinny'", "tiny");
        assertThat(said.out()).isEmpty();
    }

    @Test
    void everythingIsKeptTogetherOrNotAtAll() {
        assertThat(said("tiny", "--write", folder.toString()).ended(3).err()).contains("leave 'tiny' out");
        assertThat(said("--threads", "0").ended(3).err()).contains("at least 1");
    }

    @Test
    void writtenTwiceItIsTheSame() throws IOException {
        said("--write", folder.resolve("a").toString()).ended(0);
        said("--write", folder.resolve("b").toString(), "--threads", "1").ended(0);
        for (String file : new String[] {
            "docs/validation.md", "library/evidence/validation.csv", "library/evidence/validation-inputs.csv"
        }) {
            assertThat(folder.resolve("a").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(file));
        }
        assertThat(folder.resolve("a/docs/validation.md"))
                .content()
                .contains(
                        "| tiny-2001 | saline | pain-vas | change | 3 | 10 |", "What the model misses", "**outside**");
    }

    @Test
    void aReportShowsThemAndSaysWhenTheyAreOutOfDate() throws IOException {
        said("--write", folder.toString()).ended(0);
        for (String file : new String[] {"validation.csv", "validation-inputs.csv"}) {
            Files.copy(
                    folder.resolve("library/evidence").resolve(file),
                    mine.resolve("evidence").resolve(file));
        }
        assertThat(report("fresh")).contains("\"validation\":{", "\"changed\":[]", "1 of 2 published arms");
        put("studies/tiny-2001.yaml", STUDY + "seed: 5\n");
        assertThat(report("stale")).contains("\"changed\":[\"studies/tiny-2001.yaml\"]");
    }

    private String report(String name) throws IOException {
        Path run = folder.resolve(name);
        Said.of("run", "tiny-2001", "--library", mine.toString(), "--out", run.toString())
                .ended(0);
        return Files.readString(run.resolve("report.json"));
    }
}
