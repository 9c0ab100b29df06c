package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample report in docs is what the program makes today, at the study's own size. */
@Tag("slow")
final class SampleReportTest {
    @Test
    void theSampleIsThatOfThisVersion(@TempDir Path folder) {
        Said.of("run", "knee", "--out", folder.resolve("knee").toString()).ended(0);
        assertThat(folder.resolve("knee/report.html"))
                .as(
                        "made by: ./blastema run knee --out runs/sample; ./blastema report runs/sample --out docs/knee-report.html")
                .hasSameBinaryContentAs(Path.of("../docs/knee-report.html"));
    }
}
