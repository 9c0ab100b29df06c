package org.blastema.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.blastema.core.Fields;
import org.blastema.formats.ExportFormat;
import org.blastema.formats.FinishedRun;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the tables of a finished run in another format. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes the tables of a finished run as files of others, labelled as simulated.")
final class ExportCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "RUN", description = "a run folder")
    private Path run = Path.of("");

    @Option(names = "--to", paramLabel = "csv|adam|nonmem", required = true, description = "the format")
    private ExportFormat format = ExportFormat.CSV;

    @Option(names = "--out", paramLabel = "DIR", description = "a new folder; RUN-FORMAT by default")
    private @Nullable Path out;

    ExportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        FinishedRun finished = FinishedRun.open(run);
        Path target = out == null
                ? run.resolveSibling(run.toAbsolutePath().normalize().getFileName() + "-" + Fields.word(format))
                : out;
        finished.export(format, target).forEach(streams.out::println);
        return 0;
    }
}
