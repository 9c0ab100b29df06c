package org.blastema.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.blastema.core.Refusal;

/** Pages and tables that are kept in a folder like the repository. */
public final class KeptPages {
    private KeptPages() {}

    /**
     * Writes them; folders are made where they are missing.
     *
     * @param pages by file
     * @return the files written
     * @throws Refusal if a folder cannot be written
     */
    public static List<Path> write(Map<Path, String> pages) {
        pages.forEach((file, text) -> {
            try {
                Files.createDirectories(file.getParent());
            } catch (IOException e) {
                throw new Refusal("the folder " + file.getParent() + " cannot be made: " + Durable.reason(e));
            }
            Durable.write(file, text);
        });
        return List.copyOf(pages.keySet());
    }
}
