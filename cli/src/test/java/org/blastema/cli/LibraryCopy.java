package org.blastema.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A copy of the library in which a line may be changed. */
record LibraryCopy(Path folder) {
    static LibraryCopy in(Path folder) throws IOException {
        Path source = Path.of("../library");
        List<Path> files;
        try (var all = Files.walk(source)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = folder.resolve(source.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return new LibraryCopy(folder);
    }

    /** Replaces the first occurrence; the 1-based line on which it stood. */
    int change(String file, String from, String to) {
        try {
            Path path = folder.resolve(file);
            String text = Files.readString(path);
            int at = text.indexOf(from);
            if (at < 0) {
                throw new IllegalArgumentException(file + " does not hold " + from);
            }
            Files.writeString(path, text.substring(0, at) + to + text.substring(at + from.length()));
            return 1
                    + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
