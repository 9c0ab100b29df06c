package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small trial of the knee, calibrated for one parameter, laid over the library. */
final class CalibrateCommandTest {
    private static final String STUDY = """
            study: tiny-2001
            title: {en: A tiny trial (example), ar: تجربة صغيرة (مثال)}
            model: knee
            population: knee-oa
            patients: 8
            trials: 40
            twins: 0
            horizon: 40 d
            visits: [1 mo]
            timecourse: [0 d, 30 d]
            endpoints:
              - {readout: pain-vas}
            arms:
              - {name: saline, product: saline}
              - {name: corticosteroid, product: corticosteroid}
            reference: saline
            """;
    private static final String TARGET = """
            calibration: tiny
            title: {en: A tiny target, ar: هدف صغير}
            area: tiny
            model: knee
            trials: 400
            free: [{parameter: hope_size}]
            rivals:
              pulse: {title: {en: A pulse, ar: نبضة}, parameters: {kR: 0}}
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void write() throws IOException {
        put("studies/tiny-2001.yaml", STUDY);
        put("calibrations/tiny.yaml", TARGET);
        put("evidence/sources.bib", "@misc{made-up, author={A}, title={T}, year={2001}}\n");
        put("evidence/outcomes/tiny.csv", """
                trial,arm,n,endpoint,kind,statistic,baseline,baseline-sd,month,value,sd,low,high,interval,source,knowledge,note
                tiny-2001,saline,8,pain-vas,change,mean,60,,1,-16,20,,,,made-up,read,
                tiny-2001,corticosteroid,8,pain-vas,change,mean,60,,1,-30,20,,,,made-up,read,
                """);
        put("evidence/scored.csv", """
                area,trial,arm,endpoint,month,block,why
                tiny,tiny-2001,saline,pain-vas,1,calibration,because
                tiny,tiny-2001,corticosteroid,pain-vas,1,calibration,because
                """);
        put("evidence/unscored.csv", "area,trial,arm,why\n");
        put("evidence/nulls.csv", "area,trial,arm,versus,endpoint,month,source,knowledge,note\n");
    }

    private void put(String file, String text) throws IOException {
        Path path = folder.resolve("mine").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Said said(String words) {
        return Said.of(("calibrate " + words + " --library " + folder.resolve("mine")).split(" +"));
    }

    @Test
    void whatIsWrittenIsTheSameForAnyThreadsAndAfterResuming() throws IOException {
        String json = said("tiny --json --threads 1 --write " + folder.resolve("a"))
                .ended(0)
                .json();
        assertThat(json)
                .contains("\"calibration\" : \"tiny\"", "\"parameter\" : \"hope_size\"", "\"posterior95\"")
                .contains("\"recovered\"", "\"pareto_k\"", "\"simulated\" : true")
                .contains("\"name\" : \"pulse\"", "\"draws\" : 200", "\"weights\" : {");
        Path kept = folder.resolve("kept");
        Said arabic = said("tiny --lang ar --threads 2 --resume " + kept + " --write " + folder.resolve("b"))
                .ended(0);
        assertThat(arabic.err()).contains("استرجاع المعلوم", "pulse مرة ثانية").doesNotContain("again", "recover");
        assertThat(arabic.out())
                .contains("هدف صغير", "hope_size", "رتب القيم الحقيقية")
                .contains("200 من «آلية النموذج نفسه»", "200 من «نبضة»", "والمجموع 400 سحبة")
                .doesNotContain("parameter", "ranks", "pulse");
        try (var files = Files.list(kept)) {
            assertThat(files).as("a trial, three rounds and two of the rival").hasSize(5);
        }
        said("tiny --threads 2 --resume " + kept + " --write " + folder.resolve("c"))
                .ended(0);
        for (String file : new String[] {
            "docs/calibration-tiny.md",
            "library/evidence/posteriors/tiny.csv",
            "library/evidence/refits/tiny.csv",
            "library/evidence/calibrated.csv"
        }) {
            for (String other : new String[] {"b", "c"}) {
                assertThat(folder.resolve(other).resolve(file))
                        .hasSameBinaryContentAs(folder.resolve("a").resolve(file));
            }
        }
        assertThat(folder.resolve("a/library/evidence/calibrated.csv"))
                .content()
                .contains("\ntiny,tiny,knee,");
        assertThat(folder.resolve("a/library/evidence/posteriors/tiny.csv"))
                .content()
                .startsWith("under:mechanism,hope_size,kR,log-likelihood:tiny-2001\n")
                .containsPattern("\ntiny,\\S+,0\\.00620000,")
                .containsPattern("\npulse,\\S+,0\\.00000,");
        assertThat(folder.resolve("a/docs/calibration-tiny.md"))
                .content()
                .contains(
                        "200 of \"the model's own\", 200 of \"A pulse\", 400 draws in all",
                        "| tiny-2001 | 0.500 | 0.500 |",
                        "- `hope_size`: Expectation against its mean in open trials",
                        "even if p is above 0.005 divided by the number of parameters, here 0.005, for each");
    }

    @Test
    void whatIsWrongIsTold() throws IOException {
        assertThat(said("tinny").ended(2).err()).contains("tinny", "tiny");
        assertThat(said("tiny --threads 0").ended(3).err()).contains("at least 1");
        assertThat(said("").ended(3).err()).contains("TARGET");
        put("calibrations/tiny.yaml", TARGET.replace("hope_size", "hope_sise"));
        Said said = said("tiny").ended(2);
        assertThat(said.err()).contains("tiny.yaml:6", "hope_sise", "hope_size");
        assertThat(said.out()).isEmpty();
    }
}
