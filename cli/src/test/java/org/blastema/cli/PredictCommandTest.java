package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.blastema.model.Library;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small registered trial of the knee, laid over the library. */
final class PredictCommandTest {
    private static final String STUDY = """
            study: small-2030
            title: {en: A small trial (example), ar: تجربة صغيرة (مثال)}
            model: knee
            population: knee-oa
            patients: 10
            trials: 40
            twins: 0
            horizon: 100 d
            visits: [1 mo, 3 mo]
            timecourse: [0 d, 30 d, 100 d]
            eligibility: {pain-vas: [40, 90]}
            drop-out: {share: 0.1, by: 3 mo}
            endpoints:
              - {readout: pain-vas}
            arms:
              - {name: saline, product: saline}
              - {name: corticosteroid, product: corticosteroid}
            reference: saline
            """;
    private static final String HEAD =
            "trial,arm,n,endpoint,kind,statistic,baseline,baseline-sd,month,value,sd,low,high,interval,source,knowledge,note\n";

    @TempDir
    private Path folder = Path.of("");

    private Path mine = Path.of("");

    @BeforeEach
    void write() throws IOException {
        mine = folder.resolve("mine");
        put("studies/small-2030.yaml", STUDY);
    }

    private Path put(String file, String text) throws IOException {
        Path path = mine.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private Said predict(String... more) {
        return said(List.of("predict", "--registration", "NCT00000000", "--write", folder.toString()), more);
    }

    private Said score(String... more) {
        return said(List.of("score", "--in", folder.toString()), more);
    }

    private Said said(List<String> first, String... more) {
        List<String> words = new ArrayList<>(first);
        words.addAll(List.of("small-2030", "--library", mine.toString()));
        words.addAll(List.of(more));
        return Said.at(() -> Instant.parse("2030-02-03T12:00:00Z"), words.toArray(String[]::new));
    }

    private Path sealed() {
        return folder.resolve("docs/predictions/small-2030.json");
    }

    @Test
    void theHashIsThatOfTheBytesOnTheLineOfTheForecast() throws IOException {
        String out = predict("--json").ended(0).json();
        String line = Files.readAllLines(sealed()).get(3);
        String bytes = line.substring("  \"forecast\": ".length());
        String hash = Library.sha256(bytes.getBytes(StandardCharsets.UTF_8));
        assertThat(sealed()).content().contains("\"sha256\": \"" + hash + "\"", "\"sealed\": \"2030-02-03\"");
        assertThat(out).contains(hash, "\"registration\" : \"NCT00000000\"", "\"simulated\" : true");
        assertThat(folder.resolve("docs/predictions/small-2030.md"))
                .content()
                .contains(hash, "2030-02-03", "of 100 such trials find a difference", "تجربة محاكاة بهذا الحجم");
    }

    @Test
    void theSameForecastIsSealedOnceAndAnotherNever() throws IOException {
        predict("--date", "2030-01-01").ended(0);
        byte[] first = Files.readAllBytes(sealed());
        assertThat(predict("--threads", "3").ended(0).out())
                .contains("2030-01-01")
                .doesNotContain("2030-02-03");
        assertThat(sealed()).hasBinaryContent(first);
        put("studies/small-2030.yaml", STUDY + "seed: 5\n");
        assertThat(predict().ended(2).err()).contains("another forecast of 'small-2030' was sealed on 2030-01-01");
        assertThat(sealed()).hasBinaryContent(first);
    }

    @Test
    void aForecastIsScoredAsItWasSealedWhateverTheLibraryHolds() throws IOException {
        predict().ended(0);
        put("studies/small-2030.yaml", STUDY.replace("patients: 10", "patients: 11"));
        Path results = put("results.csv", HEAD + """
                small-2030,saline,10,pain-vas,change,mean,60,,3,-12,20,,,,anyone,read,
                small-2030,corticosteroid,10,pain-vas,change,mean,60,,3,-90,20,,,,anyone,read,
                small-2030,corticosteroid,10,pain-vas,difference,mean,,,3,-78,,-90,-60,ci95,anyone,read,
                small-2030,saline,10,koos-pain,change,mean,60,,3,5,20,,,,anyone,read,
                small-2030,saline,10,pain-vas,value,mean,60,,3,480,20,,,,anyone,read,
                """);
        String english = score("--outcomes", results.toString()).ended(0).out();
        assertThat(english)
                .contains("inside", "OUTSIDE", "1 of 2 published arms", "published: a difference")
                .contains("not scored: saline, koos-pain, change: there is no forecast of it")
                .contains("not scored: saline, pain-vas, value: the scale has no such number");
        assertThat(score("--outcomes", results.toString(), "--lang", "ar")
                        .ended(0)
                        .out())
                .contains("داخل", "خارج", "لم يُقيَّم", "والمنشور: فرق");
        assertThat(score("--outcomes", results.toString(), "--json").ended(0).json())
                .contains("\"as_forecast\"", "\"inside\" : 1", "\"crps\"", "\"reason\" : \"not_forecast\"");
    }

    @Test
    void whatIsWrongIsTold() throws IOException {
        assertThat(Said.of("predict", "sculptr").ended(2).err())
                .contains("unknown study 'sculptr'", "nearest: sculptor")
                .doesNotContain("registration");
        assertThat(score().ended(2).err()).contains("no sealed forecast").doesNotContain("nearest");
        predict().ended(0);
        assertThat(Said.of("score", "smal-2030", "--in", folder.toString())
                        .ended(2)
                        .err())
                .contains("smal-2030.json", "no sealed forecast", "nearest: small-2030");
        assertThat(score().ended(2).err()).contains("no published result of the trial 'small-2030'");
        assertThat(score("--outcomes", "nowhere.csv").ended(2).err()).contains("nowhere.csv", "cannot be read");
        Files.writeString(sealed(), Files.readString(sealed()).replace("\"patients\":10", "\"patients\":12"));
        assertThat(score().ended(2).err()).contains("not as it was sealed");
        assertThat(predict().ended(2).err()).contains("not as it was sealed");
        assertThat(predict("--date", "yesterday").ended(3).err()).contains("yesterday");
        assertThat(predict("--date", "2030-02-04").ended(3).err()).contains("2030-02-04 is in the future");
    }

    /** The registered trial of the library has no result in it, so that it can be forecast. */
    @Test
    void theRegisteredTrialOfTheLibraryIsForecast() throws IOException {
        Path small = put(
                "studies/sculptor.yaml",
                Files.readString(Path.of("../library/studies/sculptor.yaml"))
                        .replace("patients: 160", "patients: 8")
                        .replace("trials: 400", "trials: 40"));
        assertThat(small).content().contains("patients: 8\n", "trials: 40\n");
        String out = Said.of("predict", "sculptor", "--library", mine.toString(), "--write", folder.toString())
                .ended(0)
                .out();
        assertThat(out).contains("ACTRN12620000870954", "cells against saline, pain-vas at month 24");
        assertThat(folder.resolve("docs/predictions/sculptor.json")).content().contains("\"area\":\"knee\"");
    }
}
