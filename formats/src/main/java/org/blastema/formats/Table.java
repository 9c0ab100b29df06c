package org.blastema.formats;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A table as it is streamed: columns, and rows in canonical order.
 *
 * @param rows hands every row to a consumer; the array is used again for the next row; a missing number is NaN
 */
public record Table(String name, List<Column> columns, Rows rows) {
    /** Streams the rows. */
    @FunctionalInterface
    public interface Rows {
        void each(Consumer<Object[]> consumer);
    }

    /** The units as JSON, column to code, for the metadata of the file. */
    String units() {
        JsonObject units = new JsonObject();
        columns.stream()
                .filter(column -> !column.unit().isEmpty())
                .forEach(column -> units.put(column.name(), column.unit()));
        return Json.compact(units);
    }

    String definition() {
        return columns.stream()
                .map(column -> quoted(column.name()) + " " + column.type())
                .collect(Collectors.joining(", ", "CREATE TABLE " + quoted(name) + " (", ")"));
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
