package org.blastema.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.blastema.core.Failure;
import org.blastema.core.InvalidInput;
import org.blastema.core.Refusal;
import org.blastema.model.Library;

/** A whole run folder, read. */
public final class FinishedRun {
    private final Path folder;

    private FinishedRun(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a run folder.
     *
     * @throws Refusal if it is not a whole one
     */
    public static FinishedRun open(Path folder) {
        if (folder.getFileName() != null && folder.getFileName().toString().endsWith(".partial")) {
            throw new Refusal(folder + " is an unfinished run; finish it with --resume");
        }
        if (RunFolder.manifestHash(folder).isEmpty()) {
            throw new Refusal(folder + " is not a run folder of Blastema: it has no manifest.json");
        }
        FinishedRun run = new FinishedRun(folder);
        run.refuseChanged();
        return run;
    }

    /** A file that is not what the manifest says is no result. */
    private void refuseChanged() {
        JsonObject files = manifest().object("files");
        for (String name : files.keys()) {
            if (!Library.sha256(text(name).getBytes(StandardCharsets.UTF_8)).equals(files.text(name))) {
                throw changed(name);
            }
        }
        Map<String, String> stated = statedHashes();
        Map<String, String> found = rowHashes();
        found.forEach((table, hash) -> {
            if (!hash.equals(stated.get(table))) {
                throw changed(table + ".parquet");
            }
        });
    }

    private Refusal changed(String name) {
        return new Refusal(
                folder + ": " + name
                        + " is not what the run wrote (manifest.json has another hash); run the study again into another folder");
    }

    public Path path() {
        return folder;
    }

    /** The text of one of its files. */
    public String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new Failure(folder.resolve(name) + " cannot be read: " + Durable.reason(e));
        }
    }

    /** What manifest.json says. */
    public JsonObject manifest() {
        return Json.read(text("manifest.json"));
    }

    /** Table to the SHA-256 over the rows that its Parquet file holds now. */
    public Map<String, String> rowHashes() {
        Map<String, String> hashes = new LinkedHashMap<>();
        try (Parquet parquet = Parquet.open(folder)) {
            for (String table : RunTables.NAMES) {
                Path file = folder.resolve(table + ".parquet");
                RowHash hash = new RowHash();
                parquet.read(file, parquet.columns(file), hash::row);
                hashes.put(table, hash.hex());
            }
        }
        return hashes;
    }

    /** Table to the SHA-256 that the manifest states. */
    public Map<String, String> statedHashes() {
        Map<String, String> hashes = new LinkedHashMap<>();
        JsonObject tables = manifest().object("tables");
        tables.keys().forEach(table -> hashes.put(table, tables.text(table)));
        return hashes;
    }

    /**
     * Writes the tables into a new folder. Every row says that it is simulated, identifiers begin with SIM-, and all arms go together,
     * so that no treated arm stands without its comparator.
     *
     * @return the files written
     * @throws Refusal if the folder exists
     */
    public List<Path> export(ExportFormat format, Path target) {
        if (Files.exists(target)) {
            throw new Refusal(target + " exists; choose another folder with --out");
        }
        List<Path> files = new ArrayList<>();
        try (Parquet parquet = Parquet.open(folder)) {
            Files.createDirectories(target);
            for (Sheet sheet : sheets(format, parquet)) {
                Path file = target.resolve(sheet.file());
                parquet.toCsv(sheet.select(), file);
                files.add(file);
            }
            if (format == ExportFormat.CSV) {
                for (String table : RunTables.NAMES) {
                    Path units = target.resolve(table + ".units.json");
                    Durable.write(units, parquet.units(folder.resolve(table + ".parquet")) + "\n");
                    files.add(units);
                }
            }
        } catch (IOException e) {
            throw new Failure(target + " cannot be written: " + Durable.reason(e));
        }
        return files;
    }

    private List<Sheet> sheets(ExportFormat format, Parquet parquet) {
        Path patients = folder.resolve("patients.parquet");
        RunTables tables = new RunTables(folder, manifest(), Json.read(parquet.units(patients)));
        return switch (format) {
            case CSV ->
                RunTables.NAMES.stream()
                        .map(table -> new Sheet(table + ".csv", tables.labelled(table)))
                        .toList();
            case ADAM -> new AdamSheets(tables, PatientColumns.of(parquet.columns(patients))).all();
            case NONMEM -> new NonmemSheets(tables, PatientColumns.of(parquet.columns(patients))).all();
        };
    }

    /**
     * The rows of a question in SQL to the tables patients, events, timecourse and twins, each labelled as simulated.
     *
     * @throws InvalidInput if it is no question that DuckDB understands
     */
    public Answer query(String sql) {
        try (Parquet parquet = Parquet.open(folder)) {
            RunTables tables = new RunTables(folder, manifest(), new JsonObject());
            RunTables.NAMES.forEach(table -> parquet.view(table, tables.labelled(table)));
            return parquet.answer(sql);
        }
    }

    /** Replaces a page of the folder; its place comes back. */
    public Path replace(String name, String text) {
        return write(folder.resolve(name), text);
    }

    /** Writes a page anywhere; its place comes back. */
    public static Path write(Path file, String text) {
        Durable.write(file, text);
        return file;
    }
}
