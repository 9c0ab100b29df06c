package org.blastema.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.blastema.core.Fields;
import org.blastema.core.Problem;
import org.blastema.evidence.EvidenceChecker;
import org.blastema.formats.Json;
import org.blastema.formats.JsonObject;
import org.blastema.model.Checker;
import org.blastema.model.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Validates files. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Validates files, all errors at once; exit 2 if there is one.")
final class CheckCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "YAML files, or 'library' for every file of the library")
    private List<String> files = new ArrayList<>();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private LibraryOption libraryOption = new LibraryOption();

    CheckCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Library library = libraryOption.open();
        Checker checker = EvidenceChecker.checker();
        int count = 0;
        List<Problem> problems = new ArrayList<>();
        for (String file : files) {
            Checker.Report report =
                    file.equals("library") ? checker.check(library) : checker.check(library, List.of(Path.of(file)));
            count += report.files();
            problems.addAll(report.problems());
        }
        boolean failed = problems.stream().anyMatch(p -> p.severity() == org.blastema.core.Severity.ERROR);
        if (json.asked()) {
            streams.out.print(Json.pretty(new JsonObject()
                    .put("files", count)
                    .put("problems", problems.stream().map(CheckCommand::json).toList())));
        } else {
            Blastema.tell(streams.out, problems);
            streams.out.println(count + (count == 1 ? " file" : " files") + ", " + problems.size()
                    + (problems.size() == 1 ? " problem" : " problems"));
        }
        return failed ? Blastema.WRONG_INPUT : 0;
    }

    private static JsonObject json(Problem problem) {
        return new JsonObject()
                .put("file", problem.position().file())
                .put("line", problem.position().line())
                .put("column", problem.position().column())
                .put("severity", Fields.word(problem.severity()))
                .put("what", problem.what())
                .put("rule", problem.rule())
                .put("nearest", problem.nearest());
    }
}
