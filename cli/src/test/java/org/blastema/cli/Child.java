package org.blastema.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command in a process of its own, whose output goes to a file. */
record Child(Process process, Path output) {
    /**
     * Starts the command.
     *
     * @param limits words of the shell before it, such as {@code ulimit -f 100;}
     */
    static Child start(String limits, Path output, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "sh",
                "-c",
                limits + " exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + output.toAbsolutePath().getParent(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Blastema.class.getName()));
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Child(process, output);
    }

    int end() throws InterruptedException {
        return process.waitFor();
    }

    String said() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
