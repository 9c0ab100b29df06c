package org.blastema.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.blastema.core.Failure;
import org.blastema.core.InvalidInput;
import org.blastema.core.Refusal;
import org.blastema.trial.Plan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunFolderTest {
    private static final List<String> SAME_BYTES = List.of(
            "summary.json",
            "manifest.json",
            "study.yaml",
            "patients.parquet",
            "events.parquet",
            "timecourse.parquet",
            "twins.parquet");

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Plan plan;
    private static FinishedRun reference;

    @BeforeAll
    static void runOnce() throws InterruptedException {
        plan = SmallRun.plan(1);
        reference = SmallRun.whole(plan, shared.resolve("reference"), 1);
    }

    @Test
    void holdsEveryFileOfTheContract() {
        assertThat(reference.path().toFile().list())
                .containsExactlyInAnyOrder(
                        "summary.json",
                        "manifest.json",
                        "study.yaml",
                        "log.txt",
                        "report.html",
                        "patients.parquet",
                        "events.parquet",
                        "timecourse.parquet",
                        "twins.parquet");
        assertThat(reference.text("manifest.json")).contains(plan.hash()).contains("\"models/knee.yaml\"");
        assertThat(reference.rowHashes()).isEqualTo(reference.statedHashes()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void threadsDoNotChangeAByte(int threads) throws InterruptedException, IOException {
        assertSameBytes(SmallRun.whole(SmallRun.plan(1), folder.resolve("run"), threads));
    }

    @Test
    void anotherSeedChangesTheRowsAndTheHash() throws InterruptedException {
        Plan other = SmallRun.plan(2);
        FinishedRun run = SmallRun.whole(other, folder.resolve("run"), 1);
        assertThat(run.rowHashes().get("patients"))
                .isNotEqualTo(reference.rowHashes().get("patients"));
        assertThat(other.hash()).isNotEqualTo(plan.hash());
    }

    @Test
    void goesOnWhereItStoppedWithTheSameBytes() throws InterruptedException, IOException {
        Path target = folder.resolve("run");
        try (RunFolder run = RunFolder.open(target, plan, false)) {
            SmallRun.simulate(plan, run, 1, 2);
        }
        assertThat(target).doesNotExist();
        try (RunFolder run = RunFolder.open(target, plan, true)) {
            assertThat(run.store().finished()).containsExactly(0, 1);
            SmallRun.simulate(plan, run, 2, Integer.MAX_VALUE);
            SmallRun.finish(plan, run);
        }
        assertThat(folder.resolve("run.partial")).doesNotExist();
        assertSameBytes(FinishedRun.open(target));
    }

    /** The journal is cut at many places of its last record and damaged inside it: the record is dropped, the others stay. */
    @Test
    void halfWrittenResultIsNeverTaken() throws InterruptedException, IOException {
        Path target = folder.resolve("run");
        Path journal = folder.resolve("run.partial/tasks.journal");
        long first;
        try (RunFolder run = RunFolder.open(target, plan, false)) {
            SmallRun.simulate(plan, run, 1, 1);
            first = Files.size(journal);
            SmallRun.simulate(plan, run, 1, 1);
        }
        byte[] whole = Files.readAllBytes(journal);
        for (long length = first; length < whole.length; length += Math.max(1, (whole.length - first) / 50)) {
            Files.write(journal, java.util.Arrays.copyOf(whole, (int) length));
            assertFinished(target, 0);
        }
        byte[] damaged = whole.clone();
        damaged[whole.length - 9] ^= 1;
        Files.write(journal, damaged);
        assertFinished(target, 0);
        Files.write(journal, whole);
        assertFinished(target, 0, 1);
    }

    /** Killed after its manifest was written, a run lacks only its name. */
    @Test
    void aWholeRunThatLacksItsNameGetsIt() throws IOException {
        Path target = folder.resolve("run");
        Path partial = folder.resolve("run.partial");
        Files.createDirectory(partial);
        for (String name : SAME_BYTES) {
            Files.copy(reference.path().resolve(name), partial.resolve(name));
        }
        assertThatThrownBy(() -> RunFolder.open(target, plan, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--resume");
        assertThatThrownBy(() -> RunFolder.open(target, SmallRun.plan(9), true)).isInstanceOf(InvalidInput.class);
        try (RunFolder run = RunFolder.open(target, plan, true)) {
            assertThat(run.done()).isTrue();
        }
        assertThat(partial).doesNotExist();
        assertSameBytes(FinishedRun.open(target));
    }

    private static void assertFinished(Path target, Integer... tasks) {
        try (RunFolder run = RunFolder.open(target, plan, true)) {
            assertThat(run.store().finished()).containsExactly(tasks);
        }
    }

    @Test
    void wholeRunOfTheSameHashIsDone() {
        try (RunFolder run = RunFolder.open(reference.path(), SmallRun.plan(1), false)) {
            assertThat(run.done()).isTrue();
        }
    }

    @Test
    void everythingElseInTheWayIsRefused() throws IOException, InterruptedException {
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        assertThatThrownBy(() -> RunFolder.open(foreign, plan, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not a run of Blastema");
        Path file = Files.writeString(folder.resolve("file"), "text");
        assertThatThrownBy(() -> RunFolder.open(file, plan, true))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--out");
        assertThatThrownBy(() -> RunFolder.open(reference.path(), SmallRun.plan(9), false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("holds another run");
        Files.createDirectory(folder.resolve("x.partial"));
        assertThatThrownBy(() -> RunFolder.open(folder.resolve("x"), plan, true))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not an unfinished run");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        assertThatThrownBy(() -> RunFolder.open(link, plan, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not a run of Blastema");
        assertThatThrownBy(() -> RunFolder.open(Path.of(""), plan, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has no name");
        assertThat(foreign).isEmptyDirectory();
    }

    @Test
    void unfinishedRunNeedsResumeAndTheSameHash() throws InterruptedException {
        Path target = folder.resolve("run");
        try (RunFolder run = RunFolder.open(target, plan, false)) {
            SmallRun.simulate(plan, run, 1, 1);
        }
        assertThatThrownBy(() -> RunFolder.open(target, plan, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--resume");
        assertThatThrownBy(() -> RunFolder.open(target, SmallRun.plan(9), true))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("hash");
        assertThatThrownBy(() -> FinishedRun.open(folder.resolve("run.partial")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("unfinished");
    }

    @Test
    void lockHeldByAnotherIsTold() {
        Path target = folder.resolve("run");
        try (RunFolder first = RunFolder.open(target, plan, false)) {
            assertThat(first.done()).isFalse();
            assertThatThrownBy(() -> RunFolder.open(target, plan, true))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            assertThatThrownBy(() -> RunFolder.open(target, plan, false))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("being written by another run");
        }
    }

    @Test
    void folderThatCannotBeMadeIsAFailure() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        assertThatThrownBy(() -> RunFolder.open(file.resolve("run"), plan, false))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("cannot be made");
        assertThat(file).hasContent("text");
    }

    @Test
    void parquetHoldsRowsInOrderWithTheirUnits() throws Exception {
        String file = reference.path().resolve("patients.parquet").toString();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            try (var rows =
                    statement.executeQuery("SELECT count(*), count(DISTINCT arm), max(patient) FROM '" + file + "'")) {
                rows.next();
                assertThat(rows.getLong(1)).isEqualTo(4 * 6 * 8);
                assertThat(rows.getLong(2)).isEqualTo(6);
                assertThat(rows.getLong(3)).isEqualTo(7);
            }
            try (var rows = statement.executeQuery(
                    "SELECT decode(value) FROM parquet_kv_metadata('" + file + "') WHERE decode(key) = 'units'")) {
                rows.next();
                assertThat(rows.getString(1))
                        .contains("\"pain-vas.baseline\":\"mm\"")
                        .contains("\"pain-vas.d182.625\":\"mm\"")
                        .contains("\"age\":\"a\"");
            }
            try (var rows = statement.executeQuery("SELECT \"cartilage-volume.d365.25\" FROM '" + file
                    + "' WHERE arm = 'arthroplasty' AND \"cartilage-volume.d365.25\" IS NOT NULL")) {
                assertThat(rows.next())
                        .as("a replaced knee has no cartilage to measure")
                        .isFalse();
            }
        }
    }

    @Test
    void summaryHasTheKeysOfTheContractAndNoEmptyOnes() {
        String json = reference.text("summary.json");
        assertThat(json)
                .startsWith(
                        "{\n  \"study\" : \"knee\",\n  \"seed\" : 1,\n  \"scenario\" : \"pooled\",\n  \"patients\" : 8,\n  \"trials\" : 4,")
                .contains("\"month\" : 6,")
                .contains("\"prediction95\"")
                .contains("\"power\"")
                .contains("\"scenarios\" : {\n    \"null\" : [")
                .contains("\"mark\" : \"MODIFIED\"")
                .doesNotContain("null,")
                .doesNotContain("\"p\" :");
    }

    /** A file that somebody changed is no result: neither its text nor a byte of its rows. */
    @ParameterizedTest
    @ValueSource(strings = {"summary.json", "study.yaml", "patients.parquet"})
    void whatWasChangedAfterwardsIsRefused(String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        for (String file : SAME_BYTES) {
            Files.copy(reference.path().resolve(file), copy.resolve(file));
        }
        assertThat(FinishedRun.open(copy).path()).isEqualTo(copy);
        if (name.endsWith("parquet")) {
            Files.copy(
                    reference.path().resolve("events.parquet"),
                    copy.resolve(name),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.writeString(
                    copy.resolve(name), Files.readString(copy.resolve(name)).replaceFirst("1", "2"));
        }
        assertThatThrownBy(() -> FinishedRun.open(copy))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(name);
    }

    @Test
    void csvCannotPassAsPatients() throws IOException {
        Path target = folder.resolve("csv");
        assertThat(reference.export(ExportFormat.CSV, target)).hasSize(8);
        List<String> lines = Files.readAllLines(target.resolve("patients.csv"));
        assertThat(lines.getFirst()).startsWith("data,id,trial,arm,patient,failed");
        assertThat(lines.get(1)).startsWith("\"simulated, MODIFIED\",SIM-0-saline-0,0,saline,0,false");
        assertThat(lines).hasSize(1 + 4 * 6 * 8);
        assertThat(target.resolve("patients.units.json")).content().contains("\"pain-vas.baseline\":\"mm\"");
        assertThatThrownBy(() -> reference.export(ExportFormat.CSV, target))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("exists");
    }

    private static void assertSameBytes(FinishedRun run) throws IOException {
        for (String name : SAME_BYTES) {
            assertThat(run.path().resolve(name))
                    .as(name)
                    .hasSameBinaryContentAs(reference.path().resolve(name));
        }
    }
}
