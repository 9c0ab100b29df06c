package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.blastema.formats.RunFolder;
import org.blastema.model.Library;
import org.blastema.trial.Options;
import org.blastema.trial.StudyReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunCommandTest {
    private static final List<String> SMALL = List.of("run", "knee", "--patients", "12", "--trials", "5");

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Said reference;

    @BeforeAll
    static void runOnce() {
        reference = run(shared.resolve("run")).ended(0);
    }

    private static Said run(Path out, String... more) {
        List<String> words = new ArrayList<>(SMALL);
        words.addAll(List.of("--out", out.toString()));
        words.addAll(Arrays.asList(more));
        return Said.of(words.toArray(String[]::new));
    }

    @Test
    void endsInAtMostFifteenLines() {
        assertThat(reference.out().lines()).hasSizeLessThanOrEqualTo(15);
        assertThat(reference.out()).contains("Of each 10 mm gained", "Harms per 1,000", "report.html");
    }

    @Test
    void arabicSummaryIsArabic() {
        Said said = run(folder.resolve("run"), "--lang", "ar").ended(0);
        assertThat(said.out().lines()).hasSizeLessThanOrEqualTo(15);
        assertThat(said.out()).contains("من كل 10").doesNotContain("Of each");
        assertThat(folder.resolve("run/report.html")).content().contains("lang=\"ar\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void threadsDoNotChangeAByte(int threads) {
        run(folder.resolve("run"), "--threads", Integer.toString(threads)).ended(0);
        assertSameBytes(folder.resolve("run"), shared.resolve("run"));
    }

    /** The clock goes back a year at each look. */
    @Test
    void theClockReachesNoResult() throws IOException {
        AtomicLong days = new AtomicLong(20_000);
        InstantSource clock = () -> Instant.EPOCH.plus(days.getAndAdd(-365), ChronoUnit.DAYS);
        List<String> words = new ArrayList<>(SMALL);
        words.addAll(List.of("--out", folder.resolve("run").toString()));
        Said.at(clock, words.toArray(String[]::new)).ended(0);
        assertSameBytes(folder.resolve("run"), shared.resolve("run"));
        assertThat(Files.readString(folder.resolve("run/log.txt")))
                .contains("start 2024-10-04")
                .doesNotContain("-0.", "seconds -");
        assertThat(Files.readString(folder.resolve("run/report.html")))
                .isEqualTo(Files.readString(shared.resolve("run/report.html")));
    }

    static void assertSameBytes(Path run, Path expected) {
        for (String file :
                List.of("summary.json", "manifest.json", "study.yaml", "patients.parquet", "events.parquet")) {
            assertThat(run.resolve(file)).as(file).hasSameBinaryContentAs(expected.resolve(file));
        }
    }

    @Test
    void jsonIsTheSummaryAndNothingElse() throws IOException {
        Said said = run(folder.resolve("run"), "--json").ended(0);
        assertThat(said.json()).isEqualTo(Files.readString(folder.resolve("run/summary.json")));
        assertThat(said.err()).isEmpty();
        assertThat(run(folder.resolve("run"), "--json").ended(0).json()).isEqualTo(said.out());
    }

    @Test
    void aWholeRunIsNotDoneAgain() {
        Path run = folder.resolve("again");
        String first = run(run).ended(0).out();
        String again = run(run).ended(0).out();
        assertThat(again).startsWith(first).contains("already done: ", "Of each 10 mm", "Harms per 1,000");
        assertThat(run(run, "--lang", "ar").ended(0).out())
                .contains("أُنجزت من قبل", "من كل 10", "محاكاة، وليست نصيحة طبية");
        assertThat(run.resolve("report.html")).content().contains("data-language=\"ar\"");
    }

    @Test
    void whatIsInTheWayIsKept() throws IOException {
        Path text = Files.writeString(folder.resolve("notes"), "mine");
        assertThat(run(text).ended(3).err()).contains("notes");
        assertThat(text).hasContent("mine");
        assertThat(run(shared.resolve("run"), "--seed", "2").ended(3).err()).contains("holds another run");
        assertThat(run(text.resolve("below")).ended(1).err()).contains("cannot be made");
    }

    @Test
    void resumeOfAnotherHashIsWrongInput() {
        Options sizes =
                new Options(OptionalInt.of(12), OptionalInt.of(5), OptionalLong.empty(), Optional.empty(), List.of());
        Path out = folder.resolve("run");
        RunFolder.open(out, StudyReader.read(Library.packaged(), "knee", sizes), false)
                .close();
        assertThat(run(out).ended(3).err()).contains("unfinished run", "--resume");
        assertThat(run(out, "--resume", "--seed", "2").ended(2).err()).contains("the unfinished run has the hash");
        assertThat(out).doesNotExist();
        run(out, "--resume").ended(0);
        assertSameBytes(out, shared.resolve("run"));
    }

    @Test
    void aScenarioMarksTheRun() throws IOException {
        Said said = run(folder.resolve("run"), "--scenario", "null").ended(0);
        assertThat(said.out()).contains("MODIFIED").contains("null");
        assertThat(said.out().lines()).hasSizeLessThanOrEqualTo(15);
        assertThat(folder.resolve("run/summary.json")).content().contains("\"scenario\" : \"null\"", "MODIFIED");
        assertThat(Files.readString(folder.resolve("run/report.html"))).contains("MODIFIED");
    }

    @Test
    void theDefaultScenarioNamedIsNoChange() {
        run(folder.resolve("run"), "--scenario", "pooled").ended(0);
        assertSameBytes(folder.resolve("run"), shared.resolve("run"));
    }

    @Test
    void aChangedParameterMarksTheRunAndItsTables() throws IOException {
        Said said = run(folder.resolve("run"), "--set", "kR=0.01").ended(0);
        assertThat(said.out()).contains("MODIFIED", "kR");
        Said csv = Said.of("export", folder.resolve("run").toString(), "--to", "csv")
                .ended(0);
        assertThat(csv.out().lines()).isNotEmpty();
        assertThat(Files.readAllLines(folder.resolve("run-csv/patients.csv")).get(1))
                .contains("MODIFIED", "SIM-");
    }

    @Test
    void aFileInPlaceOfTheLibrarysMarksTheRun() throws IOException {
        LibraryCopy library = LibraryCopy.in(folder.resolve("library"));
        run(folder.resolve("same"), "--library", library.folder().toString()).ended(0);
        assertSameBytes(folder.resolve("same"), shared.resolve("run"));
        library.change("populations/knee-oa.yaml", "value: 62", "value: 70");
        Said said = run(folder.resolve("other"), "--library", library.folder().toString());
        assertThat(said.ended(0).out()).contains("MODIFIED", "populations/knee-oa.yaml");
    }

    @Test
    void twoRunsAreComparedByWhatWasPutInAndWhatCameOut() {
        run(folder.resolve("other"), "--seed", "2").ended(0);
        String[] words = {
            "compare", shared.resolve("run").toString(), folder.resolve("other").toString()
        };
        assertThat(Said.of(words).ended(0).out())
                .contains("seed: 1 -> 2", "pain-vas, month 6: msc-1e7 - saline")
                .doesNotContain("trials:");
        assertThat(Said.of(words[0], words[1], words[2], "--lang", "ar")
                        .ended(0)
                        .out())
                .contains("الشهر 6");
        assertThat(Said.of(words[0], words[1], words[2], "--json").ended(0).json())
                .contains("\"differs\"", "\"change\"");
        assertThat(Said.of(words[0], words[1], words[1]).ended(0).out()).contains("The same was put in.");
    }

    @Test
    void theTablesAnswerQuestions() {
        String run = shared.resolve("run").toString();
        String sql = "SELECT arm, count(*) AS n FROM patients GROUP BY arm ORDER BY arm";
        assertThat(Said.of("query", run, sql).ended(0).out()).contains("saline", "60", "6 rows, simulated");
        assertThat(Said.of("query", run, sql, "--json").ended(0).json()).contains("\"simulated\" : true", "\"n\" : 60");
        assertThat(Said.of("query", run, "SELEC").ended(2).err()).contains("SELEC does not exist", "one SELECT");
    }

    @Test
    void theReportIsWrittenAgain() throws IOException {
        Path page = folder.resolve("page.html");
        Said.of("report", shared.resolve("run").toString(), "--out", page.toString())
                .ended(0);
        assertThat(page).hasSameBinaryContentAs(shared.resolve("run/report.html"));
    }

    @Test
    void patientsThatRunAwayAreNamedAndCounted() {
        String library = Path.of("../trial/src/test/resources/library").toString();
        String out = folder.resolve("run").toString();
        Said said = Said.of("run", "frail", "--library", library, "--out", out).ended(0);
        assertThat(said.err()).contains("failed: ", "patient ", "time", "simulated patients failed and are left out");
        Said most = Said.of("run", "frail", "--library", library, "--set", "rush=1", "--out", out + "2")
                .ended(1);
        assertThat(most.err()).contains("more than 1 %").doesNotContain("interrupted");
        assertThat(folder.resolve("run2")).doesNotExist();
    }
}
