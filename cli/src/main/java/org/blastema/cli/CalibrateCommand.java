package org.blastema.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.blastema.core.Failure;
import org.blastema.evidence.Calibrated;
import org.blastema.evidence.Calibration;
import org.blastema.evidence.CalibrationReader;
import org.blastema.evidence.Calibrator;
import org.blastema.evidence.SimulationStore;
import org.blastema.formats.CalibrationFiles;
import org.blastema.formats.CalibrationJson;
import org.blastema.formats.Json;
import org.blastema.formats.KeptSimulations;
import org.blastema.model.Library;
import org.blastema.report.CalibrationPage;
import org.blastema.report.CalibrationTable;
import org.blastema.report.ProgressWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds what published trials say of the free parameters of a model. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description =
                "Finds what published trials say of the free parameters of a model: a posterior, and how far it can be trusted.")
final class CalibrateCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(
            paramLabel = "TARGET",
            description =
                    "a file of the library's calibrations, such as knee; 'blastema list calibrations' names all of them")
    private String target = "";

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "keep simulated trials in this folder, and take those that are there and still right")
    private @Nullable Path resume;

    @Option(
            names = "--write",
            paramLabel = "DIR",
            description =
                    "keep the result in a folder like the repository: docs/calibration-TARGET.md and the posterior in"
                            + " library/evidence")
    private @Nullable Path write;

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private LibraryOption libraryOption = new LibraryOption();

    CalibrateCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        int workers = threads.workers();
        Library library = libraryOption.open();
        Calibrated calibrated = calibrate(library, CalibrationReader.read(library, target), workers);
        if (json.asked()) {
            streams.out.print(Json.pretty(CalibrationJson.of(calibrated)));
        } else {
            CalibrationTable.of(calibrated, language.language()).forEach(streams.out::println);
        }
        if (write != null) {
            CalibrationFiles.write(write, library, calibrated, CalibrationPage.of(calibrated))
                    .forEach(file -> streams.err.println("written: " + file));
        }
        return 0;
    }

    private Calibrated calibrate(Library library, Calibration calibration, int workers) {
        ProgressLines progress =
                new ProgressLines(streams.err, json.asked(), language.language(), ProgressWords.TRIALS);
        SimulationStore kept = resume == null ? SimulationStore.none() : new KeptSimulations(resume);
        try {
            return Calibrator.run(library, calibration, workers, kept, progress);
        } catch (InterruptedException e) {
            throw new Failure(
                    resume == null ? "interrupted; nothing was kept" : "interrupted; the same command goes on");
        } finally {
            progress.end();
        }
    }
}
