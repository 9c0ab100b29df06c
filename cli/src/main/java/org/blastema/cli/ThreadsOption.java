package org.blastema.cli;

import java.util.Optional;
import org.blastema.core.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many threads work. */
final class ThreadsOption {
    @Option(names = "--threads", paramLabel = "N", description = "threads; the results do not depend on it")
    private @Nullable Integer threads;

    /**
     * As asked for, else as many as there are processors.
     *
     * @throws Refusal below 1
     */
    int workers() {
        int workers = Optional.ofNullable(threads).orElse(Runtime.getRuntime().availableProcessors());
        if (workers < 1) {
            throw new Refusal("--threads " + workers + ": at least 1 is needed");
        }
        return workers;
    }
}
