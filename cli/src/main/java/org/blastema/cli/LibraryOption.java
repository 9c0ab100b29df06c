package org.blastema.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.blastema.model.Library;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the library comes from. */
final class LibraryOption {
    @Option(
            names = "--library",
            paramLabel = "DIR",
            description = "a folder of your own (models, products, studies, ...) laid over the library")
    private @Nullable Path folder;

    Library open() {
        Library packaged = Library.packaged();
        return Optional.ofNullable(folder).map(packaged::with).orElse(packaged);
    }
}
