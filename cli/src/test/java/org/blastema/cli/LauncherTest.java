package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How both commands find a JDK. */
final class LauncherTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "25.0.3, true",
        "25.0.10, true",
        "25.1, true",
        "26, true",
        "25.0.3+9-LTS, true",
        "25, false",
        "25.0.2, false",
        "17.0.15, false",
        "1.8.0_442, false"
    })
    void aJdkIsTakenWhenItIsNewEnough(String version, boolean taken) throws IOException, InterruptedException {
        Path home = jdk(version);
        assertThat(found(home).equals(home.toString())).isEqualTo(taken);
    }

    private Path jdk(String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve("a jdk"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path javac = Files.createDirectories(home.resolve("bin")).resolve("javac");
        Files.writeString(javac, "#!/bin/sh\n");
        assertThat(javac.toFile().setExecutable(true)).isTrue();
        return home;
    }

    /** The JDK that the script takes when this one is named first; the one of the tests stands behind it. */
    private static String found(Path home) throws IOException, InterruptedException {
        ProcessBuilder shell =
                new ProcessBuilder("sh", "-c", "BLASTEMA_ROOT=..; . ../bin/jdk; printf %s \"$JAVA_HOME\"");
        shell.environment().put("BLASTEMA_JAVA_HOME", home.toString());
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = shell.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
