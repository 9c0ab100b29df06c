package org.blastema.cli;

import picocli.CommandLine.Option;

/** Whether a program reads what is printed. */
final class JsonOption {
    @Option(names = "--json", description = "print one JSON object and nothing else")
    private boolean asked;

    boolean asked() {
        return asked;
    }
}
