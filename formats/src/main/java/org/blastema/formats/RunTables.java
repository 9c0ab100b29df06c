package org.blastema.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the queries of exports need of a run: its tables, their label, its arms and doses. */
final class RunTables {
    /** Names of the tables of a run. */
    static final List<String> NAMES = List.of("patients", "events", "timecourse", "twins");

    /** Identifier of a patient; never that of a person. */
    static final String ID = "'SIM-' || trial || '-' || arm || '-' || patient";

    /**
     * A number of a dose.
     *
     * @param arm the arm that gets it
     * @param day when, days since the start
     * @param amountName input and field
     * @param amount how much, not 0
     */
    record Given(String arm, double day, String amountName, double amount) {}

    private final Path folder;
    private final JsonObject manifest;
    private final JsonObject units;

    RunTables(Path folder, JsonObject manifest, JsonObject units) {
        this.folder = folder;
        this.manifest = manifest;
        this.units = units;
    }

    String study() {
        return manifest.text("study");
    }

    /** What every row says of itself. */
    String label() {
        return Parquet.literal(manifest.has("mark") ? "simulated, MODIFIED" : "simulated");
    }

    String from(String table) {
        return "read_parquet("
                + Parquet.literal(folder.resolve(table + ".parquet").toString()) + ")";
    }

    /** The table with the number of each row, from 0, as {@code row}. */
    String numbered(String table) {
        return "(SELECT *, row_number() OVER () - 1 AS row FROM " + from(table) + ")";
    }

    /** The table with its label and, where a row belongs to somebody, an identifier. */
    String labelled(String table) {
        String id = switch (table) {
            case "patients", "events" -> ID + " AS id, ";
            case "twins" -> "'SIM-TWIN-' || person AS id, ";
            default -> "";
        };
        return "SELECT " + label() + " AS data, " + id + "* FROM " + from(table);
    }

    /** The unit of a column of the patients, in parentheses. */
    String unit(String column) {
        String unit = units.text(column);
        return unit.isEmpty() ? "" : " (" + unit + ")";
    }

    List<String> arms() {
        return manifest.object("doses").keys();
    }

    List<Given> doses() {
        List<Given> given = new ArrayList<>();
        JsonObject doses = manifest.object("doses");
        for (String arm : doses.keys()) {
            for (JsonObject dose : doses.objects(arm)) {
                JsonObject with = dose.object("with");
                for (String field : with.keys()) {
                    if (with.number(field) != 0) {
                        given.add(new Given(
                                arm, dose.number("day"), dose.text("input") + "." + field, with.number(field)));
                    }
                }
            }
        }
        return given;
    }
}
