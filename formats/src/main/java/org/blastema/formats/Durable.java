package org.blastema.formats;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.blastema.core.Refusal;

/** Small files that are on the disk once written, and are never there in part. */
final class Durable {
    private Durable() {}

    static void write(Path path, String text) {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try (FileChannel file = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Journal.unwritable(path, e);
        }
    }

    /**
     * Writes files, their folders with them, and gives their paths.
     *
     * @throws Refusal if a folder cannot be made or a file not written
     */
    static List<Path> writeAll(Map<Path, String> files) {
        files.forEach((file, text) -> {
            try {
                Files.createDirectories(file.getParent());
            } catch (IOException e) {
                throw new Refusal("the folder " + file.getParent() + " cannot be made: " + reason(e));
            }
            write(file, text);
        });
        return List.copyOf(files.keySet());
    }

    /** What went wrong, for people. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        if (e instanceof FileSystemException problem && problem.getReason() != null) {
            return problem.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
