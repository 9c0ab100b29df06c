package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command of the README does what it says, runs at a small size; the benchmark, the validation, the forecast, the calibration, the claims
 * and the credibility are not run.
 */
final class ReadmeTest {
    private static final String START = "./blastema ";

    @TempDir
    private Path folder;

    @Test
    void everyCommandWorks() throws IOException {
        Path run = folder.resolve("finished");
        Said.of("run", "knee", "--patients", "10", "--trials", "2", "--out", run.toString())
                .ended(0);
        List<String> lines = Files.readAllLines(Path.of("../README.md")).stream()
                .filter(line -> line.startsWith(START))
                .filter(line -> !line.startsWith(START + "bench")
                        && !line.startsWith(START + "validate")
                        && !line.startsWith(START + "predict")
                        && !line.startsWith(START + "score")
                        && !line.startsWith(START + "calibrate")
                        && !line.startsWith(START + "claims")
                        && !line.startsWith(START + "credibility"))
                .toList();
        assertThat(lines).hasSizeGreaterThan(10);
        for (String line : lines) {
            assertThat(Said.of(words(line, run)).ended(0).out()).as(line).isNotEmpty();
        }
    }

    private String[] words(String line, Path run) throws IOException {
        String command = line.substring(START.length()).split(" {2,}|#", 2)[0].strip();
        List<String> words = new ArrayList<>();
        java.util.regex.Pattern.compile("\"([^\"]*)\"|\\S+")
                .matcher(command)
                .results()
                .forEach(word -> words.add(word.group(1) == null ? word.group() : word.group(1)));
        words.replaceAll(word -> switch (word) {
            case "runs/knee-…" -> run.toString();
            case "my-model.yaml" -> "../library/models/knee.yaml";
            default -> word;
        });
        if (words.getFirst().equals("sensitivity")) {
            words.addAll(words.contains("--screen") ? List.of("--trajectories", "2") : List.of("--persons", "4"));
        }
        if (words.getFirst().equals("design")) {
            words.addAll(List.of("--trials", "20", "--sizes", "4"));
        }
        if (words.getFirst().equals("run")) {
            words.addAll(List.of(
                    "--out",
                    Files.createTempDirectory(folder, "run").resolve("new").toString()));
            if (!words.contains("--trials")) {
                words.addAll(List.of("--patients", "10", "--trials", "2"));
            }
        }
        return words.toArray(String[]::new);
    }

    @Test
    void everyFileThatItNamesIsThere() throws IOException {
        String text = Files.readString(Path.of("../README.md"));
        List<String> names = java.util.regex.Pattern.compile("\\]\\(([^)#]+)\\)")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(names)
                .hasSizeGreaterThan(4)
                .allSatisfy(name -> assertThat(Path.of("..", name)).exists());
    }
}
