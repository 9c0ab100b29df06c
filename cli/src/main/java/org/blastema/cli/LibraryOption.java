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
            description = "a library folder of your own in place of the packaged one")
    private @Nullable Path folder;

    Library open() {
        return Optional.ofNullable(folder).map(Library::folder).orElseGet(Library::packaged);
    }
}
