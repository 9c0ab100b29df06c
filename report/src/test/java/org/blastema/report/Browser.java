package org.blastema.report;

import java.io.File;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Chromium without a window: shows a page in a frame of some width and measures it. */
final class Browser {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Pattern MEASURE = Pattern.compile("data-measure=\"([^\"]+)\"");

    private final Path program;
    private final Path folder;

    private Browser(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /** The browser of this machine, if it has one. */
    static Optional<Browser> in(Path folder) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Arrays.stream(path.split(File.pathSeparator))
                .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Browser(program, folder));
    }

    /**
     * What a page is like.
     *
     * @param measured what measure.js found
     * @param console what the page wrote there
     */
    record Seen(Map<String, Object> measured, List<String> console) {}

    Seen show(String page, String language, int width) {
        return show(page, language, width, "measure.js");
    }

    /** The same, measured by another script. */
    Seen show(String page, String language, int width, String script) {
        try {
            String measuring = "<script>" + resource(script) + "</script>";
            String measured = new StringBuilder(page)
                    .insert(page.lastIndexOf("</body>"), measuring)
                    .toString();
            Files.writeString(folder.resolve("page.html"), measured);
            String frame = "<iframe style=\"border:0\" width=\"" + width + "\" height=\"900\" src=\"page.html#"
                    + language + "\"></iframe>";
            Path wrapper = Files.writeString(
                    folder.resolve("frame.html"), resource("frame.html").replace("@FRAME@", frame));
            return run(wrapper);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Seen run(Path wrapper) throws IOException, InterruptedException {
        Path dom = folder.resolve("dom.html");
        Path console = folder.resolve("console.txt");
        Process process = new ProcessBuilder(command(wrapper))
                .redirectOutput(dom.toFile())
                .redirectError(console.toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the browser does not end: " + Files.readString(console));
        }
        try (Stream<String> lines = Files.lines(console)) {
            Matcher found = MEASURE.matcher(Files.readString(dom));
            List<String> said = lines.filter(line -> line.contains("CONSOLE")).toList();
            if (!found.find()) {
                throw new IllegalStateException("the page was not drawn: " + said);
            }
            return new Seen(Tree.object(URLDecoder.decode(found.group(1), StandardCharsets.UTF_8)), said);
        }
    }

    private List<String> command(Path wrapper) {
        List<String> words = new ArrayList<>(List.of(program.toString()));
        words.addAll(List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"));
        words.addAll(List.of("--disable-background-networking", "--disable-component-update", "--disable-sync"));
        words.addAll(List.of("--enable-logging=stderr", "--hide-scrollbars", "--window-size=1400,1000"));
        words.addAll(List.of("--virtual-time-budget=8000", "--user-data-dir=" + folder.resolve("profile")));
        words.addAll(List.of("--dump-dom", wrapper.toUri().toString()));
        return words;
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(Browser.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
