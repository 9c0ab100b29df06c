package org.blastema.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.blastema.bench.BenchRow;
import org.blastema.bench.TrialBench;
import org.blastema.core.Refusal;
import org.blastema.formats.Json;
import org.blastema.formats.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures speed on this machine. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures speed on this machine.")
final class BenchCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "trial", defaultValue = "trial")
    private String name = "trial";

    @Option(names = "--threads", paramLabel = "N", description = "threads", defaultValue = "2")
    private int threads = 2;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "measured runs of the smaller sizes",
            defaultValue = "3")
    private int repeats = 3;

    @Mixin
    private JsonOption json = new JsonOption();

    BenchCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (!name.equals("trial")) {
            throw new Refusal("bench " + name + " is not in this version; trial is");
        }
        List<BenchRow> rows = new TrialBench(threads, repeats).run(row -> {
            if (!json.asked()) {
                streams.out.printf(
                        Locale.ROOT,
                        "%-10s %8.2f s  (%.2f to %.2f, %d runs, %d threads)  heap %d MB%n",
                        row.name(),
                        row.value(),
                        row.low(),
                        row.high(),
                        row.repeats(),
                        row.threads(),
                        row.heapBytes() >> 20);
            }
        });
        double slope = TrialBench.slope(rows);
        if (json.asked()) {
            JsonObject all = new JsonObject()
                    .put("bench", name)
                    .put("rows", rows.stream().map(BenchRow::json).toList())
                    .put("slope", slope);
            streams.out.print(Json.pretty(all));
        } else {
            streams.out.printf(Locale.ROOT, "time grows with size to the power %.3f%n", slope);
        }
        return 0;
    }
}
