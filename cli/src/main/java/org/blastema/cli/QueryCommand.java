package org.blastema.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.blastema.formats.Answer;
import org.blastema.formats.FinishedRun;
import org.blastema.formats.Json;
import org.blastema.formats.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks the tables of a finished run a question in SQL. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Asks the tables of a finished run (patients, events, timecourse, twins) a question in SQL.")
final class QueryCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(index = "0", paramLabel = "RUN", description = "a run folder")
    private Path run = Path.of("");

    @Parameters(index = "1", paramLabel = "SQL", description = "one SELECT; every row says that it is simulated")
    private String sql = "";

    @Mixin
    private JsonOption json = new JsonOption();

    QueryCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        FinishedRun finished = FinishedRun.open(run);
        Answer answer = finished.query(sql);
        boolean modified = finished.manifest().has("mark");
        if (json.asked()) {
            streams.out.print(Json.pretty(object(answer, modified)));
        } else {
            table(answer).forEach(streams.out::println);
            streams.out.println(answer.rows().size() + (answer.rows().size() == 1 ? " row" : " rows") + ", simulated"
                    + (modified ? ", MODIFIED" : ""));
        }
        return 0;
    }

    private static JsonObject object(Answer answer, boolean modified) {
        JsonObject object = new JsonObject().put("simulated", true);
        if (modified) {
            object.put("mark", "MODIFIED");
        }
        List<JsonObject> rows = new ArrayList<>();
        for (List<Optional<Object>> row : answer.rows()) {
            JsonObject one = new JsonObject();
            for (int i = 0; i < row.size(); i++) {
                one.put(answer.columns().get(i), row.get(i));
            }
            rows.add(one);
        }
        return object.put("columns", answer.columns()).put("rows", rows);
    }

    /** Columns as wide as what stands in them, numbers to the right. */
    private static List<String> table(Answer answer) {
        List<List<String>> cells = new ArrayList<>(List.of(answer.columns()));
        answer.rows()
                .forEach(row -> cells.add(row.stream()
                        .map(each -> each.map(Object::toString).orElse(""))
                        .toList()));
        int[] widths = new int[answer.columns().size()];
        cells.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        return cells.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            String gap = " ".repeat(widths[i] - cell.length());
            boolean number = cell.matches("-?[0-9.]+(E-?\\d+)?");
            line.append(i == 0 ? "" : "  ").append(number ? gap + cell : cell + gap);
        }
        return line.toString().stripTrailing();
    }
}
