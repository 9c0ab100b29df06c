package org.blastema.formats;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.blastema.core.Failure;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Refusal;
import org.blastema.model.Library;
import org.blastema.trial.ArmPlan;
import org.blastema.trial.Plan;
import org.blastema.trial.RunStore;
import org.blastema.trial.Summary;

/**
 * The folder of a run. Work happens in {@code NAME.partial} under a lock; the folder gets its name when it is whole, so that nothing
 * half-written is ever taken for a result.
 */
public final class RunFolder implements AutoCloseable {
    /** Digits of a SHA-256. */
    private static final int HASH_LENGTH = 64;

    private static final String HASH = "run.hash";
    private static final String JOURNAL = "tasks.journal";
    private static final String LOCK = "lock";
    private static final String SCRATCH = "scratch";
    private static final String ECONOMICS = "economics.csv";

    /** Writes the pages of a finished run. */
    @FunctionalInterface
    public interface Pages {
        /** File name to text. */
        Map<String, String> of(Summary summary, RunStore store);
    }

    private final Path folder;
    private final Path partial;
    private final Plan plan;
    private final Optional<FileChannel> lock;
    private final Optional<Journal> journal;

    private RunFolder(Path folder, Path partial, Plan plan, Optional<FileChannel> lock, Optional<Journal> journal) {
        this.folder = folder;
        this.partial = partial;
        this.plan = plan;
        this.lock = lock;
        this.journal = journal;
    }

    /** Where a run goes that names no folder: {@code runs/STUDY-HASH8}. */
    public static Path byDefault(Plan plan) {
        return Path.of("runs", plan.name() + "-" + plan.hash().substring(0, 8));
    }

    /**
     * Opens the folder of a run.
     *
     * @throws Refusal if something that is not ours stands there, another run, an unfinished run that is not resumed, or if the run is
     *     under way elsewhere
     * @throws InvalidInput if an unfinished run of another hash is to be resumed
     * @throws Failure if it cannot be written
     */
    public static RunFolder open(Path folder, Plan plan, boolean resume) {
        if (folder.toString().isEmpty()) {
            throw new Refusal("the run folder has no name; name one with --out");
        }
        Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            refuseOther(folder, plan);
            return new RunFolder(folder, partial, plan, Optional.empty(), Optional.empty());
        }
        if (Files.exists(partial)) {
            refuseUnfinished(partial, plan, resume);
            if (manifestHash(partial).isPresent()) {
                return whole(folder, partial, plan);
            }
        }
        try {
            Files.createDirectories(partial);
        } catch (IOException e) {
            throw new Failure(
                    "the folder " + partial + " cannot be made: " + Durable.reason(e) + "; choose another with --out");
        }
        FileChannel lock = lock(partial, true);
        Durable.write(partial.resolve(HASH), plan.hash() + "\n");
        return new RunFolder(
                folder, partial, plan, Optional.of(lock), Optional.of(Journal.open(partial.resolve(JOURNAL))));
    }

    /** The manifest is written last, so that a run which has one lacks only its name. */
    private static RunFolder whole(Path folder, Path partial, Plan plan) {
        try {
            promote(partial, folder);
        } catch (IOException e) {
            throw Journal.unwritable(folder, e);
        }
        return new RunFolder(folder, partial, plan, Optional.empty(), Optional.empty());
    }

    private static void refuseOther(Path folder, Plan plan) {
        Optional<String> hash = manifestHash(folder);
        if (hash.isEmpty()) {
            throw new Refusal(folder + " exists and is not a run of Blastema; choose another folder with --out");
        }
        if (!hash.get().equals(plan.hash())) {
            throw new Refusal(folder + " holds another run (" + hash.get().substring(0, 8) + ", this one is "
                    + plan.hash().substring(0, 8) + "); choose another folder with --out");
        }
    }

    /** The hash of a whole run folder; empty if it is not one. */
    static Optional<String> manifestHash(Path folder) {
        Path manifest = folder.resolve("manifest.json");
        if (!Files.isRegularFile(manifest)) {
            return Optional.empty();
        }
        try {
            String hash = Json.read(Files.readString(manifest)).text("hash");
            return hash.length() == HASH_LENGTH ? Optional.of(hash) : Optional.empty();
        } catch (IOException | Failure e) {
            return Optional.empty();
        }
    }

    private static void refuseUnfinished(Path partial, Plan plan, boolean resume) {
        Path hashFile = partial.resolve(HASH);
        boolean ours = Files.isDirectory(partial)
                && (Files.isRegularFile(hashFile)
                        || Files.isRegularFile(partial.resolve(LOCK))
                        || manifestHash(partial).isPresent());
        if (!ours) {
            throw new Refusal(
                    partial + " exists and is not an unfinished run of Blastema; choose another folder with --out");
        }
        if (!resume) {
            lock(partial, false);
            throw new Refusal(partial + " holds an unfinished run; go on with --resume, or delete it");
        }
        try {
            String hash = Files.isRegularFile(hashFile)
                    ? Files.readString(hashFile).strip()
                    : manifestHash(partial).orElse("");
            if (hash.length() == HASH_LENGTH && !hash.equals(plan.hash())) {
                throw new InvalidInput(
                        new Position(partial.toString(), 1, 1),
                        "the unfinished run has the hash " + hash.substring(0, 8),
                        "a run is resumed with the same study, library, seed and sizes; this one has the hash "
                                + plan.hash().substring(0, 8));
            }
        } catch (IOException e) {
            throw new Failure(hashFile + " cannot be read: " + Durable.reason(e));
        }
    }

    /**
     * @param keep whether the lock is held on, or only tried
     */
    private static FileChannel lock(Path partial, boolean keep) {
        Path path = partial.resolve(LOCK);
        try {
            FileChannel channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock held = tryLock(channel);
            if (held == null) {
                String owner = Files.readString(path).strip();
                channel.close();
                throw new Refusal(partial + " is being written by another run"
                        + (owner.isEmpty() ? "" : " (process " + owner + ")")
                        + "; wait for it or choose another folder with --out");
            }
            if (keep) {
                channel.truncate(0);
                channel.write(
                        StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
            } else {
                channel.close();
            }
            return channel;
        } catch (IOException e) {
            throw Journal.unwritable(path, e);
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Whether the run was whole before; then there is nothing to do. */
    public boolean done() {
        return journal.isEmpty();
    }

    public Path path() {
        return folder;
    }

    /** Where the results of tasks are kept while the run is under way. */
    public RunStore store() {
        return journal.orElseThrow(() -> new IllegalStateException(folder + " is already whole"));
    }

    /**
     * Writes everything that was found and gives the folder its name.
     *
     * @param log what log.txt says: host and times
     */
    public void finish(Summary summary, Pages pages, String log) {
        RunStore store = store();
        List<Table> tables = new Tables(plan, store).all(summary);
        Map<String, String> hashes = new LinkedHashMap<>();
        Path scratch = partial.resolve(SCRATCH);
        try {
            Files.createDirectories(scratch);
            try (Parquet parquet = Parquet.open(scratch)) {
                for (Table table : tables) {
                    hashes.put(table.name(), parquet.write(table, partial.resolve(table.name() + ".parquet")));
                }
            }
            SortedMap<String, String> texts = new TreeMap<>(pages.of(summary, store));
            texts.put("summary.json", Json.pretty(SummaryJson.of(summary)));
            texts.put("study.yaml", plan.yaml());
            summary.economics().ifPresent(found -> texts.put(ECONOMICS, EconomicsCsv.of(found, label())));
            texts.forEach((name, text) -> Durable.write(partial.resolve(name), text));
            Durable.write(partial.resolve("log.txt"), log);
            Durable.write(partial.resolve("manifest.json"), Json.pretty(manifest(hashes, texts)));
            close();
            promote(partial, folder);
        } catch (IOException e) {
            throw Journal.unwritable(folder, e);
        }
    }

    private String label() {
        return plan.modified().isEmpty() ? "simulated" : "simulated MODIFIED";
    }

    private JsonObject manifest(Map<String, String> tables, SortedMap<String, String> texts) {
        JsonObject files = new JsonObject();
        texts.forEach((name, text) -> {
            if (!name.endsWith(".html")) {
                files.put(name, Library.sha256(text.getBytes(StandardCharsets.UTF_8)));
            }
        });
        JsonObject json = new JsonObject()
                .put("engine", Plan.ENGINE)
                .put("study", plan.name())
                .put("hash", plan.hash());
        json.put("seed", plan.seed())
                .put("scenario", plan.scenario())
                .put("patients", plan.patients())
                .put("trials", plan.trials());
        if (!plan.modified().isEmpty()) {
            json.put("mark", "MODIFIED").put("modifications", plan.modified());
        }
        return json.put("simulated", true)
                .put("library", plan.files())
                .put("doses", doses())
                .put("tables", tables)
                .put("files", files);
    }

    private JsonObject doses() {
        JsonObject json = new JsonObject();
        for (ArmPlan arm : plan.arms()) {
            json.put(
                    arm.name(),
                    arm.doses().stream()
                            .map(dose -> new JsonObject()
                                    .put("input", dose.input())
                                    .put("day", dose.day())
                                    .put("with", dose.with()))
                            .toList());
        }
        return json;
    }

    private static void promote(Path partial, Path folder) throws IOException {
        delete(partial.resolve(SCRATCH));
        for (String file : List.of(HASH, JOURNAL, LOCK)) {
            Files.deleteIfExists(partial.resolve(file));
        }
        Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() {
        journal.ifPresent(Journal::close);
        lock.ifPresent(channel -> {
            try {
                channel.close();
            } catch (IOException e) {
                throw Journal.unwritable(partial, e);
            }
        });
    }
}
