package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What CONTRIBUTING.md tells people to write and to run, written and run in its order. */
final class ContributingTest {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern TARGET = Pattern.compile("# (mine/\\S+?)(?:, below (\\w+:))?\n(.*)", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void everyFileAndCommandOfThePageWorks() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("../CONTRIBUTING.md")));
        int files = 0;
        int commands = 0;
        while (block.find()) {
            if (block.group(1).isEmpty()) {
                for (String line : block.group(2).lines().toList()) {
                    run(line);
                    commands++;
                }
            } else {
                write(block.group(2));
                files++;
            }
        }
        assertThat(files).isEqualTo(8);
        assertThat(commands).isEqualTo(6);
        assertThat(folder.resolve("runs/ankle/report.html")).content().contains("كاحل متورّم");
        assertThat(folder.resolve("runs/ankle/summary.json")).content().doesNotContain("MODIFIED");
        assertThat(folder.resolve("runs/ankle-2/summary.json")).content().contains("\"swelling-gone\"");
    }

    private void write(String text) throws IOException {
        Matcher target = TARGET.matcher(text);
        assertThat(target.matches()).as(text).isTrue();
        Path file = folder.resolve(target.group(1));
        Files.createDirectories(file.getParent());
        String content = target.group(3);
        if (target.group(2) != null) {
            content = below(Files.readString(file), target.group(2), content);
        }
        Files.writeString(file, content);
    }

    private static String below(String text, String key, String more) {
        assertThat(text).contains("\n" + key + "\n");
        return text.replace("\n" + key + "\n", "\n" + key + "\n" + more);
    }

    private void run(String line) {
        assertThat(line).startsWith("./blastema ");
        String[] words = Arrays.stream(line.substring("./blastema ".length()).split(" "))
                .map(word -> word.startsWith("mine") || word.startsWith("runs/")
                        ? folder.resolve(word).toString()
                        : word)
                .toArray(String[]::new);
        assertThat(Said.of(words).ended(0).out()).as(line).isNotEmpty().doesNotContain("error");
    }
}
