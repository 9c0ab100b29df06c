package org.blastema.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.blastema.core.Bibliography;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Refusal;
import org.blastema.core.Strictness;
import org.blastema.core.Yaml;
import org.blastema.core.YamlReader;

/**
 * The files of the library, {@code KIND/NAME.yaml}, as packaged or in a folder. Keeps the SHA-256 of every file that was read.
 * Instances are for one thread.
 */
public final class Library {
    public static final List<String> KINDS =
            List.of("models", "tissues", "products", "comparators", "populations", "studies", "claims", "evidence");

    private static final String SOURCES = "evidence/sources.bib";

    private final Map<String, byte[]> files;
    private final SortedMap<String, String> read = new TreeMap<>();
    private final Bibliography bibliography;

    private Library(Map<String, byte[]> files) {
        this.files = files;
        bibliography = bytes(SOURCES)
                .map(bibtex -> Bibliography.read("library/" + SOURCES, bibtex))
                .orElseGet(() -> Bibliography.read(SOURCES, new byte[0]));
    }

    /** The library that comes with the program. */
    public static Library packaged() {
        java.net.URL sources = Library.class.getResource("/library/" + SOURCES);
        if (sources == null) {
            throw new Refusal("the program was built without its library");
        }
        try {
            if (!(sources.openConnection() instanceof JarURLConnection jar)) {
                return folder(Path.of(sources.toURI()).getParent().getParent());
            }
            try (FileSystem inside =
                    FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
                return folder(inside.getPath("/library"));
            }
        } catch (IOException | URISyntaxException e) {
            throw new Refusal("the library of the program cannot be read: " + e.getMessage());
        }
    }

    /**
     * A library in a folder of the user.
     *
     * @throws Refusal if it cannot be read
     */
    public static Library folder(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            Map<String, byte[]> files = new TreeMap<>();
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            return new Library(files);
        } catch (IOException | UncheckedIOException e) {
            throw new Refusal("the library folder " + folder + " cannot be read: " + e.getMessage());
        }
    }

    /** A file by its path inside the library; notes that it was read. */
    public Optional<byte[]> bytes(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            return Optional.empty();
        }
        read.put(path, sha256(bytes));
        return Optional.of(bytes);
    }

    /** The document of a kind and name, if there is one. */
    public Optional<Yaml.Mapping> document(String kind, String name) {
        String path = kind + "/" + name + ".yaml";
        return bytes(path).map(bytes -> YamlReader.read("library/" + path, bytes));
    }

    /** The names of a kind in alphabetical order. */
    public List<String> names(String kind) {
        String start = kind + "/";
        return files.keySet().stream()
                .filter(path -> path.startsWith(start) && path.endsWith(".yaml"))
                .map(path -> path.substring(start.length(), path.length() - ".yaml".length()))
                .toList();
    }

    public Bibliography bibliography() {
        return bibliography;
    }

    /** Path to SHA-256 of every file read so far. */
    public SortedMap<String, String> filesRead() {
        return new TreeMap<>(read);
    }

    /** Notes a user's own file among those read. */
    public void noteRead(String path, byte[] bytes) {
        read.put(path, sha256(bytes));
    }

    /** Whether a file of this name is one of the library's, and how strictly it is read. */
    public static Strictness strictness(Position position) {
        return position.file().startsWith("library/") ? Strictness.LIBRARY : Strictness.USER;
    }

    /** A source key that the bibliography does not hold is a problem. */
    public void checkSources(List<String> keys, Position at, org.blastema.core.Problems problems) {
        for (String key : keys) {
            if (bibliography.entry(key).isEmpty()) {
                problems.unknown(at, "source", key, bibliography.keys());
            }
        }
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** An error for a name that no file of the kind has. */
    public InvalidInput unknown(String kind, String name, Position at) {
        String singular = kind.equals("studies") ? "study" : kind.substring(0, kind.length() - 1);
        return new InvalidInput(
                at,
                "unknown " + singular + " '" + name + "'",
                "it must be one of the library: " + names(kind).stream().collect(Collectors.joining(", ")),
                org.blastema.core.Problems.nearest(name, names(kind)).toArray(String[]::new));
    }
}
