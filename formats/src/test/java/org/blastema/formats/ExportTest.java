package org.blastema.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.blastema.core.InvalidInput;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportTest {
    @TempDir
    private static Path shared;

    private static FinishedRun run;

    @BeforeAll
    static void runOnce() throws InterruptedException {
        run = SmallRun.whole(SmallRun.plan(1), shared.resolve("run"), 1);
    }

    private static List<String[]> rows(String folder, ExportFormat format, String file) throws IOException {
        Path target = shared.resolve(folder);
        if (!Files.exists(target)) {
            run.export(format, target);
        }
        return Files.readAllLines(target.resolve(file)).stream()
                .map(line -> line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyRowSaysThatNobodyIsReal(ExportFormat format) throws IOException {
        for (Path file : run.export(format, shared.resolve("all-" + format))) {
            if (file.toString().endsWith(".csv")) {
                List<String> lines = Files.readAllLines(file);
                assertThat(lines).as(file.toString()).hasSizeGreaterThan(1);
                assertThat(lines.subList(1, lines.size()))
                        .allMatch(line -> line.contains("simulated") || line.startsWith("SIM-"));
            }
        }
    }

    @Test
    void adamHoldsEachSubjectOnceAndEachMeasurementWithItsBaseline() throws IOException {
        List<String[]> subjects = rows("adam", ExportFormat.ADAM, "adsl.csv");
        assertThat(subjects.getFirst())
                .startsWith("DATA", "STUDYID", "USUBJID", "TRIAL", "ARM", "TRT01P")
                .contains("VAS0");
        assertThat(subjects).hasSize(1 + 4 * 6 * 8);
        List<String[]> measured = rows("adam", ExportFormat.ADAM, "adqs.csv");
        List<String> head = Arrays.asList(measured.getFirst());
        assertThat(measured.get(1)[head.indexOf("AVISIT")]).isEqualTo("Baseline");
        for (String[] row : measured.subList(1, measured.size())) {
            double change =
                    Double.parseDouble(row[head.indexOf("AVAL")]) - Double.parseDouble(row[head.indexOf("BASE")]);
            assertThat(Double.parseDouble(row[head.indexOf("CHG")])).isCloseTo(change, within(1e-9));
        }
        assertThat(measured.stream().map(row -> row[head.indexOf("PARAMCD")]).distinct())
                .containsExactly("PARAMCD", "PAINVAS", "CARTILAG");
    }

    @Test
    void nonmemHoldsDosesAndMeasurements() throws IOException {
        List<String[]> rows = rows("nonmem", ExportFormat.NONMEM, "nonmem.csv");
        List<String> head = Arrays.asList(rows.getFirst());
        List<String[]> doses = rows.stream()
                .filter(row -> row[head.indexOf("EVID")].equals("1"))
                .toList();
        assertThat(doses.stream().map(row -> row[head.indexOf("AMT")]).distinct())
                .contains("1.0E7", "5.0E7", "1.0E8", "1.0");
        assertThat(doses).allMatch(row -> row[head.indexOf("DV")].equals(".") && row[head.indexOf("MDV")].equals("1"));
        assertThat(rows.stream().skip(1).map(row -> row[head.indexOf("ID")]).distinct())
                .hasSize(4 * 6 * 8);
        assertThat(Files.readString(shared.resolve("nonmem/nonmem-keys.csv")))
                .contains("ARM,1,saline", "injection.cells", "pain-vas (mm)");
    }

    @Test
    void codesAreShortAndDiffer() {
        assertThat(PatientColumns.codes(List.of("pain-vas", "cartilage-volume", "cartilage-thickness", "Cartilage")))
                .containsExactly("PAINVAS", "CARTILAG", "CARTILA2", "CARTILA3");
    }

    @Test
    void aQuestionIsAnswered() {
        Answer answer = run.query("SELECT arm, count(*) AS n FROM patients GROUP BY arm ORDER BY arm;");
        assertThat(answer.columns()).containsExactly("arm", "n");
        assertThat(answer.rows()).hasSize(6).contains(List.of(Optional.of("saline"), Optional.of(32L)));
        assertThat(run.query("SELECT DISTINCT data, id FROM events").rows())
                .allSatisfy(
                        row -> assertThat(row.get(1).orElseThrow().toString()).startsWith("SIM-"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT nothing FROM patients",
                "DROP TABLE patients",
                "SELECT 1; SELECT 2",
                "",
                "COPY patients TO 'x.csv'"
            })
    void whatIsNoQuestionIsRefused(String sql) {
        assertThatThrownBy(() -> run.query(sql))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("SELECT");
    }

    @Test
    void jsonReadsBackWhatItWrote() {
        String text = run.text("summary.json");
        assertThat(Json.read(text).number("seed")).isEqualTo(1);
        assertThat(Json.read("{\"a\":{\"b\":[{\"c\":\"d\"}]},\"n\":null}")
                        .object("a")
                        .objects("b")
                        .getFirst()
                        .text("c"))
                .isEqualTo("d");
        assertThatThrownBy(() -> Json.read("[1]")).hasMessageContaining("not a JSON object");
        assertThatThrownBy(() -> Json.read("{\"a\":")).hasMessageContaining("not JSON");
    }
}
