package org.blastema.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.blastema.core.Failure;
import org.blastema.core.Refusal;

/** A whole run folder, read. */
public final class FinishedRun {
    private static final List<String> TABLES = List.of("patients", "events", "timecourse", "twins");
    private static final Pattern TABLE_HASH =
            Pattern.compile("\"(patients|events|timecourse|twins)\"\\s*:\\s*\"([0-9a-f]{64})\"");

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
        return new FinishedRun(folder);
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

    /** Whether the run was changed against the library. */
    public boolean modified() {
        return text("manifest.json").contains("\"mark\"");
    }

    /** Table to the SHA-256 over the rows that its Parquet file holds now. */
    public Map<String, String> rowHashes() {
        Map<String, String> hashes = new LinkedHashMap<>();
        try (Parquet parquet = Parquet.open(folder)) {
            for (String table : TABLES) {
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
        Matcher matcher = TABLE_HASH.matcher(text("manifest.json"));
        while (matcher.find()) {
            hashes.put(matcher.group(1), matcher.group(2));
        }
        return hashes;
    }

    /**
     * Writes every table as CSV into a new folder. Every row says that it is simulated, identifiers begin with SIM-, and all arms go
     * together, so that no treated arm stands without its comparator.
     *
     * @return the files written
     * @throws Refusal if the folder exists
     */
    public List<Path> exportCsv(Path target) {
        if (Files.exists(target)) {
            throw new Refusal(target + " exists; choose another folder with --out");
        }
        String mark = modified() ? "simulated, MODIFIED" : "simulated";
        List<Path> files = new ArrayList<>();
        try (Parquet parquet = Parquet.open(folder)) {
            Files.createDirectories(target);
            for (String table : TABLES) {
                Path source = folder.resolve(table + ".parquet");
                Path file = target.resolve(table + ".csv");
                parquet.toCsv(select(table, source, mark), file);
                files.add(file);
                Path units = target.resolve(table + ".units.json");
                Durable.write(units, parquet.units(source) + "\n");
                files.add(units);
            }
        } catch (IOException e) {
            throw new Failure(target + " cannot be written: " + Durable.reason(e));
        }
        return files;
    }

    private static String select(String table, Path source, String mark) {
        String from = " FROM read_parquet(" + Parquet.literal(source.toString()) + ")";
        String data = Parquet.literal(mark) + " AS data, ";
        return switch (table) {
            case "patients", "events" ->
                "SELECT " + data + "'SIM-' || trial || '-' || arm || '-' || patient AS id, *" + from;
            case "twins" -> "SELECT " + data + "'SIM-TWIN-' || person AS id, *" + from;
            default -> "SELECT " + data + "*" + from;
        };
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
