package org.blastema.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.blastema.core.Failure;
import org.blastema.core.Refusal;
import org.blastema.model.Library;

/**
 * The folder of a book of claims. It is written beside its place, {@code NAME.partial}, and gets its name when it is whole; a book that
 * stood there before is replaced, anything else is left alone.
 */
public final class BookFolder {
    private static final String ABOUT = "book.json";
    private static final String FILES = "files";
    /** What the book is of; a file of that name which lacks it is somebody else's. */
    private static final String BOOK = "book";

    private final Path folder;
    private final Path partial;
    private final Path before;

    private BookFolder(Path folder) {
        this.folder = folder;
        partial = beside(folder, ".partial");
        before = beside(folder, ".before");
    }

    /** Where the book is. */
    public Path folder() {
        return folder;
    }

    private static Path beside(Path folder, String end) {
        return folder.resolveSibling(folder.getFileName() + end);
    }

    /**
     * The place of a book, before anything is computed for it.
     *
     * @throws Refusal if something stands there that is no book of ours, or a book that somebody changed
     */
    public static BookFolder at(Path folder) {
        if (folder.toString().isEmpty() || folder.getFileName() == null) {
            throw new Refusal("the folder of the book has no name; name one with --site");
        }
        BookFolder book = new BookFolder(folder.normalize());
        for (Path place : List.of(book.folder, book.partial, book.before)) {
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                refuseOther(place, place.equals(book.folder));
            }
        }
        return book;
    }

    private static void refuseOther(Path place, boolean whole) {
        if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS) || !Files.isRegularFile(place.resolve(ABOUT))) {
            throw new Refusal(place + " exists and is not a book of Blastema; choose another folder with --site");
        }
        try (Stream<Path> there = Files.list(place)) {
            JsonObject about = Json.read(Files.readString(place.resolve(ABOUT)));
            if (!about.has(BOOK) || !about.has(FILES)) {
                throw new Failure(place + " tells of no book");
            }
            JsonObject files = about.object(FILES);
            for (Path file : there.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                boolean ours = name.equals(ABOUT)
                        || files.has(name)
                                && (!whole
                                        || Library.sha256(Files.readAllBytes(file))
                                                .equals(files.text(name)));
                if (!ours) {
                    throw new Refusal(
                            file
                                    + " was not written by Blastema as it stands; take it away, or choose another folder with --site");
                }
            }
        } catch (IOException | Failure e) {
            throw new Refusal(
                    place + " exists and cannot be read as a book of Blastema; choose another folder with --site");
        }
    }

    /**
     * Writes a book.
     *
     * @param about what it was made of; with the key {@code book}; {@code book.json} holds it beside the SHA-256 of each page
     * @param pages file name to text
     * @return bytes of each file, {@code book.json} too
     * @throws Failure if it cannot be written
     */
    public Map<String, Long> write(JsonObject about, Map<String, String> pages) {
        JsonObject hashes = new JsonObject();
        Map<String, String> files = new TreeMap<>(pages);
        files.forEach((name, text) -> hashes.put(name, Library.sha256(text.getBytes(StandardCharsets.UTF_8))));
        String contents = Json.pretty(about.put(FILES, hashes));
        try {
            clear(partial);
            Files.createDirectories(partial);
            Durable.write(partial.resolve(ABOUT), contents); // first, so that what is half written is known for ours
            files.forEach((name, text) -> Durable.write(partial.resolve(name), text));
            promote();
        } catch (IOException e) {
            throw new Failure("the book " + folder + " cannot be written: " + Durable.reason(e));
        }
        files.put(ABOUT, contents);
        Map<String, Long> sizes = new TreeMap<>();
        files.forEach((name, text) -> sizes.put(name, (long) text.getBytes(StandardCharsets.UTF_8).length));
        return sizes;
    }

    private void promote() throws IOException {
        if (Files.exists(folder)) {
            clear(before);
            Files.move(folder, before, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
        clear(before);
    }

    /** Takes away a folder of ours; one that holds a folder of somebody is left. */
    private static void clear(Path ours) throws IOException {
        if (!Files.exists(ours)) {
            return;
        }
        try (Stream<Path> files = Files.list(ours)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(ours);
    }
}
