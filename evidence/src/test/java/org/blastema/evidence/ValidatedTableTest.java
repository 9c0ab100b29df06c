package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.blastema.core.Problem;
import org.blastema.model.Library;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValidatedTableTest {
    private static final List<String> AREA = List.of("area");

    @TempDir
    private Path folder = Path.of("");

    private SmallArea area = new SmallArea(folder);

    @BeforeEach
    void write() {
        area = SmallArea.in(folder);
    }

    private Validation kept() {
        Validation validation = area.validate(2);
        area.put("evidence/validation.csv", ValidatedTable.arms(validation));
        area.put("evidence/validation-inputs.csv", ValidatedTable.inputs(validation));
        return validation;
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Validation validation = kept();
        ValidatedTable table = ValidatedTable.read(area.library());
        assertThat(table.arms()).hasSameSizeAs(validation.arms());
        for (int i = 0; i < table.arms().size(); i++) {
            assertThat(table.arms().get(i))
                    .usingRecursiveComparison()
                    .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-4 ? 0 : 1, Double.class)
                    .ignoringFields("reference")
                    .isEqualTo(validation.arms().get(i));
        }
        assertThat(table.arms().getFirst().day()).isCloseTo(30.4375, within(1e-12));
        assertThat(table.inputs()).isEqualTo(validation.inputs());
        assertThat(table.ofModel(area.library(), "score")).hasSize(4);
        assertThat(table.ofModel(area.library(), "knee")).isEmpty();
    }

    /** A model that only draws another's numbers from a posterior is held by the other's trials, one with a state of its own is not. */
    @Test
    void aModelThatDrawsAnothersNumbersHasItsTrials() {
        kept();
        area.put("models/drawn.yaml", "model: drawn\ninclude: [{model: score}]\nposterior: hand\n")
                .put("models/own.yaml", "model: own\ninclude: [{model: score}]\nposterior: hand\nstates: {}\n")
                .put("models/part.yaml", "model: part\ninclude: [{model: score, as: s}]\nposterior: hand\n");
        ValidatedTable table = ValidatedTable.read(area.library());
        assertThat(table.ofModel(area.library(), "drawn")).hasSize(4);
        assertThat(table.ofModel(area.library(), "own")).isEmpty();
        assertThat(table.ofModel(area.library(), "part")).isEmpty();
    }

    @Test
    void aLibraryWithoutAValidationHasNoArms() {
        assertThat(ValidatedTable.read(area.library()).arms()).isEmpty();
    }

    @Test
    void keepingAValidationDoesNotPutItOutOfDate() {
        Validation validation = kept();
        assertThat(ValidatedTable.read(area.library()).changed(area.library(), AREA))
                .isEmpty();
        assertThat(kept()).isEqualTo(validation);
        assertThat(validation.inputs().get("area"))
                .containsKeys("program", "evidence/scored.csv", "studies/one-2001.yaml", "models/score.yaml")
                .doesNotContainKeys("evidence/sources.bib", "evidence/validation.csv", "studies/small.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "studies/two-2002.yaml",
                "models/score.yaml",
                "comparators/nothing.yaml",
                "populations/people.yaml",
                "evidence/scored.csv",
                "evidence/outcomes/area.csv"
            })
    void aChangeOfAnyInputPutsItOutOfDate(String file) throws Exception {
        kept();
        String text = new String(area.library().bytes(file).orElseThrow(), java.nio.charset.StandardCharsets.UTF_8);
        area.put(file, text + (file.endsWith(".csv") ? "\n" : "# changed\n"));
        Library library = area.library();
        assertThat(ValidatedTable.read(library).changed(library, AREA)).containsExactly(file);
    }

    @Test
    void anInputThatIsGonePutsItOutOfDate() throws Exception {
        kept();
        Files.delete(folder.resolve("studies/two-2002.yaml"));
        Library library = area.library();
        assertThat(ValidatedTable.read(library).changed(library, AREA)).containsExactly("studies/two-2002.yaml");
    }

    @Test
    void aBrokenTableIsToldByTheCheckOfTheLibrary() {
        kept();
        area.put("evidence/validation.csv", "area,model\narea,score\n");
        assertThat(EvidenceChecker.checker().check(area.library()).problems())
                .extracting(Problem::what)
                .contains("the validated arm has no 'trial'");
    }
}
