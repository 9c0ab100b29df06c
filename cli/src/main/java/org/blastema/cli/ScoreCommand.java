package org.blastema.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.evidence.ForecastScorer;
import org.blastema.evidence.NullResult;
import org.blastema.evidence.Nulls;
import org.blastema.evidence.Outcome;
import org.blastema.evidence.Outcomes;
import org.blastema.evidence.ScoredForecast;
import org.blastema.formats.Json;
import org.blastema.formats.ScoredForecastJson;
import org.blastema.formats.SealedForecast;
import org.blastema.model.Library;
import org.blastema.report.ScoredForecastWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds a sealed forecast against what was published afterwards. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description =
                "Holds a sealed forecast against what was published afterwards; a forecast that was changed is refused.")
final class ScoreCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "STUDY", description = "name of the forecast, docs/predictions/STUDY.json")
    private String study = "";

    @Option(
            names = "--outcomes",
            paramLabel = "FILE",
            description =
                    "published numbers, a table like evidence/outcomes/AREA.csv; those of the library by default."
                            + " What the trial concluded is a row of kind difference (arm minus reference) with low, high and interval ci95")
    private @Nullable Path outcomes;

    @Option(names = "--in", paramLabel = "DIR", description = "a folder like the repository; here by default")
    private Path folder = Path.of("");

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private LibraryOption libraryOption = new LibraryOption();

    ScoreCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        SealedForecast sealed = SealedForecast.read(SealedForecast.path(folder, study));
        Library library = libraryOption.open();
        Problems problems = new Problems();
        List<Outcome> published = outcomes == null
                ? Outcomes.all(library, problems)
                : Outcomes.read(outcomes.toString(), bytes(outcomes), problems);
        List<NullResult> without = outcomes == null ? Nulls.all(library, problems) : List.of();
        problems.throwIfFailed();
        ScoredForecast scored = ForecastScorer.of(library, sealed.forecast(), published, without);
        if (json.asked()) {
            streams.out.print(Json.pretty(ScoredForecastJson.of(sealed, scored)));
        } else {
            ScoredForecastWords.of(sealed, scored, language.language()).forEach(streams.out::println);
        }
        return 0;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InvalidInput(
                    new Position(file.toString(), 1, 1),
                    "the file cannot be read",
                    "--outcomes names a table like evidence/outcomes/AREA.csv");
        }
    }
}
