package org.blastema.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.blastema.core.Failure;
import org.blastema.core.Refusal;
import org.blastema.evidence.Forecast;
import org.blastema.evidence.Forecaster;
import org.blastema.formats.Json;
import org.blastema.formats.SealedForecast;
import org.blastema.model.Library;
import org.blastema.report.ForecastWords;
import org.blastema.report.ProgressWords;
import org.blastema.trial.Threads;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Seals a forecast of a trial of which no result is known. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description =
                "Forecasts a registered trial of which no result is known here and seals the forecast by its SHA-256:"
                        + " docs/predictions/STUDY.json, and STUDY.md in words. A sealed forecast is never written over.")
final class PredictCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "STUDY", description = "a study of the library, which bears the trial's name")
    private String study = "";

    @Option(
            names = "--registration",
            paramLabel = "ID",
            description = "number of the trial in a public registry, where evidence/trials.csv has none")
    private @Nullable String registration;

    @Option(names = "--write", paramLabel = "DIR", description = "a folder like the repository; here by default")
    private Path write = Path.of("");

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "day of the seal; today (UTC) by default")
    private @Nullable String date;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private LibraryOption libraryOption = new LibraryOption();

    PredictCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        String day = day().toString();
        SealedForecast.unchanged(SealedForecast.path(write, study));
        SealedForecast made = SealedForecast.of(forecast(libraryOption.open(), threads.workers()), day);
        SealedForecast stands = made.keep(write, ForecastWords::page);
        if (json.asked()) {
            streams.out.print(Json.pretty(stands.json()));
        } else {
            ForecastWords.of(stands, language.language()).forEach(streams.out::println);
        }
        streams.err.println((stands.equals(made) ? "sealed: " : "sealed before, the same forecast: ")
                + SealedForecast.path(write, made.forecast().study()));
        return 0;
    }

    private LocalDate day() {
        LocalDate today = LocalDate.ofInstant(streams.clock.instant(), ZoneOffset.UTC);
        try {
            LocalDate day = date == null ? today : LocalDate.parse(date);
            if (day.isAfter(today)) {
                throw new Refusal("--date " + day + " is in the future; today is " + today + " (UTC)");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw new Refusal("--date " + date + ": a day like 2026-01-31 is needed");
        }
    }

    private Forecast forecast(Library library, int workers) {
        ProgressLines progress =
                new ProgressLines(streams.err, json.asked(), language.language(), ProgressWords.PATIENTS);
        try {
            return Forecaster.of(library, study, Optional.ofNullable(registration), new Threads(workers), progress);
        } catch (InterruptedException e) {
            throw new Failure("interrupted; nothing was sealed");
        } finally {
            progress.end();
        }
    }
}
