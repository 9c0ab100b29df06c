package org.blastema.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.blastema.core.Failure;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Refusal;
import org.blastema.evidence.Validation;
import org.blastema.evidence.Validator;
import org.blastema.formats.Json;
import org.blastema.formats.ValidationFiles;
import org.blastema.formats.ValidationJson;
import org.blastema.model.Library;
import org.blastema.report.ProgressWords;
import org.blastema.report.ValidationPage;
import org.blastema.report.ValidationTable;
import org.blastema.trial.Threads;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds published trials against simulated ones. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Simulates published trials at their own size and holds what they found against it.")
final class ValidateCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "AREA", arity = "0..1", description = "such as knee; all areas by default")
    private @Nullable String area;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description = "keep the result of all areas in a folder like the repository: docs/validation.md and"
                    + " library/evidence/validation.csv with validation-inputs.csv")
    private @Nullable Path write;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private LibraryOption libraryOption = new LibraryOption();

    ValidateCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        int workers = threads.workers();
        if (write != null && area != null) {
            throw new Refusal("--write keeps all areas together; leave '" + area + "' out");
        }
        Library library = libraryOption.open();
        Validation validation = validate(library, areas(library), workers);
        if (json.asked()) {
            streams.out.print(Json.pretty(ValidationJson.of(validation)));
        } else {
            ValidationTable.of(validation, language.language()).forEach(streams.out::println);
        }
        if (write != null) {
            ValidationFiles.write(write, validation, ValidationPage.of(validation))
                    .forEach(file -> streams.err.println("written: " + file));
        }
        return 0;
    }

    private List<String> areas(Library library) {
        List<String> known = Validator.areas(library);
        if (area == null) {
            return known;
        }
        if (!known.contains(area)) {
            throw new InvalidInput(
                    new Position(area, 1, 1),
                    "unknown area '" + area + "'",
                    "it must be one of " + String.join(", ", known),
                    Problems.nearest(area, known).toArray(String[]::new));
        }
        return List.of(area);
    }

    private Validation validate(Library library, List<String> areas, int workers) {
        ProgressLines progress =
                new ProgressLines(streams.err, json.asked(), language.language(), ProgressWords.PATIENTS);
        try {
            return Validator.run(library, areas, new Threads(workers), progress);
        } catch (InterruptedException e) {
            throw new Failure("interrupted; nothing was kept");
        } finally {
            progress.end();
        }
    }
}
