package org.blastema.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.blastema.core.Bibliography;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Refusal;
import org.blastema.core.Strictness;
import org.blastema.core.Yaml;
import org.blastema.core.YamlReader;

/**
 * The files of the library, {@code KIND/NAME.yaml}, as packaged, in a folder, or a folder of the user laid over the packaged ones.
 * Keeps the SHA-256 of every file that was read. Instances are for one thread.
 */
public final class Library {
    public static final List<String> KINDS = List.of(
            "models",
            "tissues",
            "products",
            "comparators",
            "populations",
            "studies",
            "claims",
            "sliders",
            "articles",
            "evidence",
            "access",
            "calibrations");

    private static final String SOURCES = "evidence/sources.bib";
    private static final String OWN = "library/";

    /** A file in memory and its name in messages. */
    private static final class Held {
        private final String label;
        private final byte[] bytes;

        Held(String label, byte[] bytes) {
            this.label = label;
            this.bytes = bytes;
        }
    }

    private final Map<String, Held> files;
    private final SortedMap<String, String> read = new TreeMap<>();
    private final Map<String, Yaml.Mapping> documents = new HashMap<>();
    private final SortedSet<String> replaced = new TreeSet<>();
    private final Bibliography bibliography;

    private Library(Map<String, Held> files, Bibliography before) {
        this.files = files;
        bibliography = bytes(SOURCES)
                .map(bibtex -> before.with(Bibliography.read(label(SOURCES), bibtex)))
                .orElse(before);
    }

    /** The library that comes with the program. */
    public static Library packaged() {
        URL sources = Library.class.getResource("/library/" + SOURCES);
        if (sources == null) {
            throw new Refusal("the program was built without its library");
        }
        try {
            if (!(sources.openConnection() instanceof JarURLConnection jar)) {
                return of(Path.of(sources.toURI()).resolve("../..").normalize(), OWN);
            }
            try (FileSystem inside =
                    FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()))) {
                return of(inside.getPath("/library"), OWN);
            }
        } catch (IOException | URISyntaxException e) {
            throw new Refusal("the library of the program cannot be read: " + e.getMessage());
        }
    }

    /**
     * A library in a folder of the user and nothing else.
     *
     * @throws Refusal if it cannot be read
     */
    public static Library folder(Path folder) {
        return of(folder, label(folder));
    }

    /**
     * This library with a folder of the user laid over it: a file of the same path takes the place of the library's, sources are
     * added. Nothing counts as read yet but the sources.
     *
     * @throws Refusal if it cannot be read
     */
    public Library with(Path folder) {
        Map<String, Held> above = load(folder, label(folder));
        Map<String, Held> both = new TreeMap<>(files);
        both.putAll(above);
        Library result = new Library(both, bibliography);
        result.read.putAll(read);
        result.replaced.addAll(replaced);
        above.forEach((path, held) -> {
            Held below = files.get(path);
            if (below != null && !path.equals(SOURCES) && !Arrays.equals(below.bytes, held.bytes)) {
                result.replaced.add(path);
            }
        });
        return result;
    }

    /** The same files, none of them counted as read but the sources. */
    public Library unread() {
        Library result = new Library(files, bibliography);
        result.replaced.addAll(replaced);
        return result;
    }

    private static Library of(Path folder, String label) {
        return new Library(load(folder, label), Bibliography.read(label + SOURCES, new byte[0]));
    }

    private static String label(Path folder) {
        return slashes(folder) + "/";
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static Map<String, Held> load(Path folder, String label) {
        Map<String, Held> files = new TreeMap<>();
        for (String kind : KINDS) {
            if (Files.isDirectory(folder.resolve(kind))) {
                load(folder, kind, label, files);
            }
        }
        if (files.isEmpty()) {
            throw new Refusal("the folder " + folder + " is no library: it holds no file in any of " + KINDS);
        }
        return files;
    }

    private static void load(Path folder, String kind, String label, Map<String, Held> files) {
        try (Stream<Path> walk = Files.walk(folder.resolve(kind))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String path = slashes(folder.relativize(file));
                if (Files.size(file) > YamlReader.MOST_BYTES) {
                    throw new InvalidInput(
                            new Position(label + path, 1, 1),
                            "the file has " + Files.size(file) + " bytes",
                            "a file of a library has at most " + YamlReader.MOST_BYTES);
                }
                files.put(path, new Held(label + path, Files.readAllBytes(file)));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Refusal("the library folder " + folder + " cannot be read: " + e.getMessage());
        }
    }

    /** A file by its path inside the library; notes that it was read. */
    public Optional<byte[]> bytes(String path) {
        Held held = files.get(path);
        if (held == null) {
            return Optional.empty();
        }
        read.put(path, sha256(held.bytes));
        return Optional.of(held.bytes.clone());
    }

    /**
     * The document of a kind and name, if there is one; read once.
     *
     * @throws InvalidInput if it is broken
     */
    public Optional<Yaml.Mapping> document(String kind, String name) {
        String path = path(kind, name);
        Optional<byte[]> bytes = bytes(path);
        return bytes.map(each -> documents.computeIfAbsent(path, same -> YamlReader.read(label(same), each)));
    }

    /**
     * The document in a file of the user, noted among those read.
     *
     * @throws InvalidInput if it is broken
     */
    public Yaml.Mapping document(Path file) {
        Yaml.Mapping document = YamlReader.read(file);
        try {
            noteRead(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Refusal("the file " + file + " cannot be read: " + e.getMessage());
        }
        return document;
    }

    /** The path of a kind and name inside the library. */
    public static String path(String kind, String name) {
        return kind + "/" + name + ".yaml";
    }

    /** The name in messages of the file of a path inside the library. */
    public String label(String path) {
        Held held = files.get(path);
        return held == null ? OWN + path : held.label;
    }

    /** The first key of every file of a kind: {@code study} for {@code studies}. */
    public static String singular(String kind) {
        return switch (kind) {
            case "studies" -> "study";
            case "evidence", "access" -> kind;
            default -> kind.substring(0, kind.length() - 1);
        };
    }

    /** The names of a kind in alphabetical order. */
    public List<String> names(String kind) {
        String start = kind + "/";
        return files.keySet().stream()
                .filter(path -> path.startsWith(start) && path.endsWith(".yaml"))
                .map(path -> path.substring(start.length(), path.length() - ".yaml".length()))
                .toList();
    }

    /** The paths of all tables of comma-separated values in alphabetical order. */
    public List<String> tables() {
        return files.keySet().stream().filter(path -> path.endsWith(".csv")).toList();
    }

    public Bibliography bibliography() {
        return bibliography;
    }

    /** Path to SHA-256 of every file read so far. */
    public SortedMap<String, String> filesRead() {
        return new TreeMap<>(read);
    }

    /** Paths of the files read so far that a folder of the user holds in another version than the library below it. */
    public SortedSet<String> replaced() {
        SortedSet<String> both = new TreeSet<>(replaced);
        both.retainAll(read.keySet());
        return both;
    }

    /** Notes a user's own file among those read. */
    public void noteRead(String path, byte[] bytes) {
        read.put(path, sha256(bytes));
    }

    /** How strictly a file is read: the library's own files without mercy. */
    public static Strictness strictness(Position position) {
        return position.file().startsWith(OWN) ? Strictness.LIBRARY : Strictness.USER;
    }

    /** A source key that the bibliography does not hold is a problem. */
    public void checkSources(List<String> keys, Position at, Problems problems) {
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

    /** An error for a name that no file of the kind has; where there are many, it says how to list them. */
    public InvalidInput unknown(String kind, String name, Position at) {
        List<String> names = names(kind);
        return new InvalidInput(
                at,
                "unknown " + singular(kind) + " '" + name + "'",
                names.size() > Problems.MOST_LISTED
                        ? "'./blastema list " + kind + "' names all " + names.size() + " of the library"
                        : "it must be one of the library: " + String.join(", ", names),
                Problems.nearest(name, names).toArray(String[]::new));
    }
}
