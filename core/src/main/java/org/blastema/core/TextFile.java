package org.blastema.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the user that is read whole. */
public final class TextFile {
    private TextFile() {}

    /**
     * Its text, without a byte order mark.
     *
     * @throws InvalidInput if it is missing, not a file, too large, not UTF-8 or holds a zero byte
     */
    public static String read(Path path) {
        return Utf8.decode(path.toString(), bytes(path, "a text file"));
    }

    /**
     * Its bytes.
     *
     * @param needed what kind of file, for messages: {@code a YAML file}
     */
    static byte[] bytes(Path path, String needed) {
        Position start = new Position(path.toString(), 1, 1);
        try {
            if (!Files.exists(path)) {
                throw new InvalidInput(
                        start, "there is no such file", needed.replaceFirst("^a ", "an existing ") + " is needed");
            }
            if (!Files.isRegularFile(path)) {
                throw new InvalidInput(start, "this is not a file", needed + " is needed");
            }
            if (Files.size(path) > YamlReader.MOST_BYTES) {
                throw new InvalidInput(start, "the file has " + Files.size(path) + " bytes", YamlReader.sizeRule());
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new InvalidInput(start, "the file cannot be read: " + e.getMessage(), "a readable file is needed");
        }
    }
}
