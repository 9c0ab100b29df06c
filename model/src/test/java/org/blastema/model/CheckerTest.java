package org.blastema.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.blastema.core.Position;
import org.blastema.core.Problem;
import org.blastema.core.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckerTest {
    private static final Checker.DocumentCheck NOTHING = (library, document, problems) -> {};

    @Test
    void modelsOfTheLibraryAreCleanWithoutEvenAWarning() {
        Checker checker = Checker.ofModels().withTables("evidence/", (library, path, problems) -> {});
        for (String key : List.of(
                "study",
                "population",
                "product",
                "comparator",
                "claim",
                "slider",
                "article",
                "access",
                "calibration",
                "evidence")) {
            checker = checker.with(key, NOTHING);
        }
        Library library = Library.packaged();
        Checker.Report report = checker.check(library);
        assertThat(report.problems()).isEmpty();
        assertThat(report.failed()).isFalse();
        assertThat(report.files())
                .isEqualTo(Library.KINDS.stream()
                                .mapToInt(kind -> library.names(kind).size())
                                .sum()
                        + library.tables().size());
        assertThat(library.tables()).contains("evidence/scored.csv", "evidence/outcomes/knee.csv");
    }

    @Test
    void aTableIsCheckedByWhoKnowsIt(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("evidence/outcomes"));
        Files.writeString(folder.resolve("evidence/outcomes/a.csv"), "one\n1\n");
        Files.writeString(folder.resolve("evidence/score.csv"), "one\n1\n");
        Checker.Report report = Checker.ofModels()
                .withTables(
                        "evidence/outcomes/",
                        (library, path, problems) -> problems.warning(new Position(path, 1, 1), "seen", "no rule"))
                .withTables("evidence/scored.csv", (library, path, problems) -> {})
                .check(Library.folder(folder));
        assertThat(report.files()).isEqualTo(2);
        assertThat(report.problems())
                .extracting(Problem::toString)
                .hasSize(2)
                .anyMatch(p -> p.contains("outcomes/a.csv:1:1: warning: seen"))
                .anyMatch(p -> p.contains("score.csv:1:1: error: unknown table 'evidence/score.csv'")
                        && p.contains("nearest: evidence/scored.csv"));
    }

    @Test
    void everyFileIsCheckedThoughOneIsBroken(@TempDir Path folder) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "model: [a\n");
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "modell: a\ncolour: red\n");
        Path poor =
                Files.writeString(folder.resolve("poor.yaml"), "model: poor\ntitle: {en: p}\ntime: d\ncolour: red\n");
        Path none = folder.resolve("none.yaml");
        Checker.Report report = Checker.ofModels().check(Library.packaged(), List.of(broken, wrong, poor, none));
        assertThat(report.files()).isEqualTo(4);
        assertThat(report.failed()).isTrue();
        assertThat(report.problems())
                .extracting(Problem::toString)
                .anyMatch(p -> p.startsWith(broken + ":2:1: error: "))
                .anyMatch(p ->
                        p.startsWith(wrong + ":1:1: error: the first key 'modell'") && p.endsWith("nearest: model"))
                .anyMatch(p -> p.startsWith(poor + ":2:8: error: ") && p.contains("no 'ar'"))
                .anyMatch(p -> p.startsWith(poor + ":4:1: error: unknown key of model 'colour'"))
                .anyMatch(p -> p.startsWith(none + ":1:1: error: there is no such file"));
    }

    @Test
    void aKindIsCheckedByTheModuleThatKnowsIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), "study: s\n");
        Checker checker = Checker.ofModels()
                .with(
                        "study",
                        (library, document, problems) -> problems.warning(document.position(), "seen", "no rule"));
        Checker.Report report = checker.check(Library.packaged(), List.of(file));
        assertThat(report.problems()).extracting(Problem::what).containsExactly("seen");
        assertThat(report.failed()).isFalse();
    }

    @Test
    void aFileOfALibraryIsCalledLikeWhatItHolds(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("models"));
        Files.writeString(folder.resolve("models/a.yaml"), "model: b\ntitle: {en: b, ar: b}\ntime: d\n");
        Files.writeString(folder.resolve("models/c.yaml"), "title: {en: b, ar: b}\n");
        List<String> problems = Checker.ofModels().check(Library.folder(folder)).problems().stream()
                .map(Problem::toString)
                .toList();
        assertThat(problems)
                .hasSize(2)
                .anyMatch(p -> p.contains("a.yaml:1:8: error: the name 'b'") && p.endsWith("nearest: a"))
                .anyMatch(p -> p.contains("c.yaml:1:1: error: no key 'model'"));
    }

    @Test
    void problemsOfAnIncludedFileAreToldOnce(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("models"));
        String head = "title: {en: b, ar: b}\ntime: d\n";
        Files.writeString(folder.resolve("models/a.yaml"), "model: a\n" + head + "colour: red\n");
        Files.writeString(folder.resolve("models/b.yaml"), "model: b\n" + head + "include: [{model: a, as: a}]\n");
        Problems none = new Problems();
        assertThat(none.failed()).isFalse();
        assertThat(Checker.ofModels().check(Library.folder(folder)).problems())
                .extracting(Problem::what)
                .containsOnlyOnce("unknown key of model 'colour'");
    }
}
