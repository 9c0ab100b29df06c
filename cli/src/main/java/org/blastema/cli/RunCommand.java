package org.blastema.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.blastema.core.Failure;
import org.blastema.core.Fields;
import org.blastema.core.Refusal;
import org.blastema.core.Text;
import org.blastema.formats.FinishedRun;
import org.blastema.formats.Json;
import org.blastema.formats.RunFolder;
import org.blastema.model.Library;
import org.blastema.report.Page;
import org.blastema.report.ProgressWords;
import org.blastema.report.ReportData;
import org.blastema.report.TerminalSummary;
import org.blastema.trial.Analysis;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.StudyReader;
import org.blastema.trial.Summary;
import org.blastema.trial.Threads;
import org.blastema.trial.WholeRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a study. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs a study: its trials, tables, summary and report.")
final class RunCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "STUDY", description = "a study of the library by name, or a .yaml file")
    private String study = "";

    @Option(names = "--patients", paramLabel = "N", description = "patients per arm in one trial")
    private @Nullable Integer patients;

    @Option(names = "--trials", paramLabel = "N", description = "replicate trials")
    private @Nullable Integer trials;

    @Option(names = "--seed", paramLabel = "S", description = "seed of all chance")
    private @Nullable Long seed;

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--out", paramLabel = "DIR", description = "the run folder; runs/STUDY-HASH8 by default")
    private @Nullable Path out;

    @Option(names = "--resume", description = "go on with an unfinished run of the same hash")
    private boolean resume;

    @Option(names = "--scenario", paramLabel = "NAME", description = "null, pooled or optimistic")
    private @Nullable String scenario;

    @Option(
            names = "--set",
            paramLabel = "path=value",
            description = "change a key of the study or a parameter; marks the run MODIFIED")
    private List<String> sets = new ArrayList<>();

    @Option(names = "--on", paramLabel = "spark", hidden = true)
    private @Nullable String executor;

    @Option(names = "--json", description = "print summary.json and nothing else")
    private boolean json;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private LibraryOption libraryOption = new LibraryOption();

    RunCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (executor != null) {
            throw new Refusal("--on " + executor + " is not in this version; leave it out to run on this machine");
        }
        int workers = threads.workers();
        Library library = libraryOption.open();
        Plan plan = StudyReader.read(library, study, options());
        Path folder = Optional.ofNullable(out).orElseGet(() -> RunFolder.byDefault(plan));
        try (RunFolder run = RunFolder.open(folder, plan, resume)) {
            if (run.done()) {
                again(folder);
            } else {
                simulate(plan, library, run, workers);
            }
        }
        return 0;
    }

    private Options options() {
        return new Options(
                patients == null ? OptionalInt.empty() : OptionalInt.of(patients),
                trials == null ? OptionalInt.empty() : OptionalInt.of(trials),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
                Optional.ofNullable(scenario),
                sets);
    }

    /** A whole run of the same hash is not done again; its page opens in the language that is asked for now. */
    private void again(Path folder) {
        FinishedRun finished = FinishedRun.open(folder);
        tell(finished, folder);
        if (!json) {
            finished.replace(
                    "report.html", Page.html(finished.text("report.json").strip(), language.language()));
            streams.out.println(new Text("already done: ", "أُنجزت من قبل: ").in(language.language()) + folder);
        }
    }

    private void tell(FinishedRun finished, Path folder) {
        if (json) {
            streams.out.print(finished.text("summary.json"));
        } else {
            streams.out.println(
                    Json.read(finished.text("report.json")).object("terminal").text(Fields.word(language.language())));
            streams.out.println(TerminalSummary.report(folder.resolve("report.html"), language.language()));
        }
    }

    private void simulate(Plan plan, Library library, RunFolder run, int workers) {
        Thread hook = new Thread(() -> streams.err.println("\ninterrupted; go on with --resume"));
        Runtime.getRuntime().addShutdownHook(hook);
        Summary summary;
        try {
            summary = compute(plan, library, run, workers);
        } finally {
            forget(hook);
        }
        tell(FinishedRun.open(run.path()), run.path());
        failures(summary);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending and the hook speaks.
        }
    }

    private Summary compute(Plan plan, Library library, RunFolder run, int workers) {
        Instant start = streams.clock.instant();
        long began = System.nanoTime();
        ProgressLines progress = new ProgressLines(streams.err, json, language.language(), ProgressWords.PATIENTS);
        try {
            WholeRun.run(new Threads(workers), plan, run.store(), progress);
        } catch (InterruptedException e) {
            throw new Failure("interrupted; go on with --resume");
        }
        progress.stage("write");
        Summary summary = Analysis.summarise(plan, run.store());
        run.finish(summary, (found, store) -> pages(plan, found, store, library), log(start, began, workers));
        progress.end();
        return summary;
    }

    private Map<String, String> pages(Plan plan, Summary summary, org.blastema.trial.RunStore store, Library library) {
        String data = Json.compact(ReportData.of(plan, summary, store, library));
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("report.json", data + "\n");
        pages.put("report.html", Page.html(data, language.language()));
        return pages;
    }

    private String log(Instant start, long began, int workers) {
        long milliseconds = (System.nanoTime() - began) / 1_000_000;
        return "start " + start + "\nend " + streams.clock.instant() + "\nseconds " + milliseconds / 1000.0
                + "\nthreads " + workers + "\njava "
                + Runtime.version() + "\nsystem " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                + "\n";
    }

    private void failures(Summary summary) {
        summary.failures().stream().limit(5).forEach(failure -> streams.err.println("failed: " + failure.words()));
        if (summary.failed() > 0) {
            streams.err.println(
                    summary.failed() + " of " + summary.simulated() + " simulated patients failed and are left out");
        }
    }
}
