package org.blastema.cli;

import java.io.PrintStream;
import picocli.CommandLine;

/** Hands the streams of this command to its subcommands. */
final class Streams implements CommandLine.IFactory {
    final PrintStream out;
    final PrintStream err;

    Streams(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
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
