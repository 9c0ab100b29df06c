package org.blastema.cli;

import java.io.PrintStream;
import java.time.InstantSource;
import picocli.CommandLine;

/** Hands the streams and the clock of this command to its subcommands; the clock reaches log.txt and the date of a seal. */
final class Streams implements CommandLine.IFactory {
    final PrintStream out;
    final PrintStream err;
    final InstantSource clock;

    Streams(PrintStream out, PrintStream err, InstantSource clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            return type.cast(type.getDeclaredConstructor(Streams.class).newInstance(this));
        } catch (NoSuchMethodException e) {
            return CommandLine.defaultFactory().create(type);
        }
    }
}
