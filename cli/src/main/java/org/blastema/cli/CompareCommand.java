package org.blastema.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.blastema.formats.FinishedRun;
import org.blastema.formats.Json;
import org.blastema.report.TwoRuns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Compares two finished runs. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Compares two finished runs: what was put in differently and how the arms differ then.")
final class CompareCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(index = "0", paramLabel = "RUN", description = "a run folder")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "RUN", description = "another")
    private Path second = Path.of("");

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    CompareCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        TwoRuns runs = TwoRuns.of(FinishedRun.open(first), FinishedRun.open(second));
        if (json.asked()) {
            streams.out.print(Json.pretty(runs.json()));
        } else {
            runs.lines(language.language()).forEach(streams.out::println);
        }
        return 0;
    }
}
