package org.blastema.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which result of a study is asked about. */
final class ResultOption {
    @Option(names = "--endpoint", paramLabel = "NAME", description = "the primary one by default")
    private @Nullable String endpoint;

    @Option(names = "--month", paramLabel = "M", description = "of a visit; the endpoint's own by default")
    private @Nullable Double month;

    Optional<String> endpoint() {
        return Optional.ofNullable(endpoint);
    }

    OptionalDouble month() {
        return month == null ? OptionalDouble.empty() : OptionalDouble.of(month);
    }
}
