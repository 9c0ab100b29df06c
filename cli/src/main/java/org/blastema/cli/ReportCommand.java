package org.blastema.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.blastema.formats.FinishedRun;
import org.blastema.report.Page;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the page of a finished run again. */
@Command(name = "report", mixinStandardHelpOptions = true, description = "Writes the report of a finished run again.")
final class ReportCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "RUN", description = "a run folder")
    private Path run = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "write the page here instead of into the folder")
    private @Nullable Path out;

    @Option(names = "--sheet", description = "one sheet of paper (A4) for readers without science, sheet.html")
    private boolean sheet;

    @Mixin
    private LanguageOption language = new LanguageOption();

    ReportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        FinishedRun finished = FinishedRun.open(run);
        String data = finished.text("report.json").strip();
        String page = sheet ? Page.sheet(data, language.language()) : Page.html(data, language.language());
        String name = sheet ? "sheet.html" : "report.html";
        streams.out.println(out == null ? finished.replace(name, page) : FinishedRun.write(out, page));
        return 0;
    }
}
