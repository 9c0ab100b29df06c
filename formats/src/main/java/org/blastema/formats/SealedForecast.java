package org.blastema.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Refusal;
import org.blastema.evidence.Forecast;
import org.blastema.model.Library;

/**
 * A forecast with the SHA-256 of its bytes: {@code docs/predictions/STUDY.json}, whose line {@code "forecast": {...}} holds these bytes.
 * The date stands outside of them, so that the same forecast made on another day is the same; that it was made on that day is proved by
 * publishing the hash, not by the file.
 *
 * @param bytes compact JSON, which in UTF-8 is what is hashed
 * @param forecast what they say
 * @param date when it was sealed, YYYY-MM-DD
 */
public record SealedForecast(String bytes, Forecast forecast, String date) {
    private static final String OPENING = "  \"forecast\": ";
    private static final String ENDING = ".json";

    /** Where a forecast stands below a folder like the repository. */
    public static Path path(Path folder, String study) {
        return folder.resolve("docs/predictions").resolve(study + ENDING);
    }

    /** Seals a forecast. */
    public static SealedForecast of(Forecast forecast, String date) {
        return new SealedForecast(Json.compact(ForecastJson.of(forecast)), forecast, date);
    }

    /** SHA-256 of the forecast's bytes. */
    public String sha256() {
        return Library.sha256(bytes.getBytes(StandardCharsets.UTF_8));
    }

    /** The whole forecast and its seal. */
    public JsonObject json() {
        return new JsonObject().put("sha256", sha256()).put("sealed", date).put("forecast", Json.read(bytes));
    }

    /**
     * Writes it with a page in words, unless the same forecast is sealed there already: then that one stands, with its date.
     *
     * @param page in words, written beside it
     * @return the seal that stands
     * @throws InvalidInput if another forecast of the study is sealed there, or a changed one
     * @throws Refusal if the folder cannot be written
     */
    public SealedForecast keep(Path folder, Function<SealedForecast, String> page) {
        Path file = path(folder, forecast.study());
        Optional<SealedForecast> before = Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
        if (before.isPresent() && !before.get().sha256().equals(sha256())) {
            throw new InvalidInput(
                    new Position(file.toString(), 1, 1),
                    "another forecast of '" + forecast.study() + "' was sealed on "
                            + before.get().date() + " (SHA-256 " + before.get().sha256() + ")",
                    "a sealed forecast is never written over; name another folder with --write, or move the file away");
        }
        SealedForecast stands = before.orElse(this);
        Map<Path, String> pages = new LinkedHashMap<>();
        pages.put(file, stands.text());
        pages.put(file.resolveSibling(forecast.study() + ".md"), page.apply(stands));
        KeptPages.write(pages);
        return stands;
    }

    /**
     * Makes sure before a forecast is made that one which stands already is as it was sealed.
     *
     * @throws InvalidInput if it is not
     */
    public static void unchanged(Path file) {
        if (Files.exists(file)) {
            read(file);
        }
    }

    private String text() {
        return "{\n  \"sha256\": \"" + sha256() + "\",\n  \"sealed\": \"" + date + "\",\n" + OPENING + bytes + "\n}\n";
    }

    /**
     * Reads one.
     *
     * @throws InvalidInput if there is none, or if it is not as it was sealed
     */
    public static SealedForecast read(Path file) {
        String text = content(file);
        Optional<String> line =
                text.lines().filter(each -> each.startsWith(OPENING)).findFirst();
        String bytes = line.map(each -> each.substring(OPENING.length())).orElse("");
        String head = line.isPresent() ? text.substring(0, text.indexOf(OPENING)) : "";
        String hash = between(head, "\"sha256\": \"");
        if (bytes.isEmpty() || !hash.equals(Library.sha256(bytes.getBytes(StandardCharsets.UTF_8)))) {
            throw new InvalidInput(
                    new Position(file.toString(), 1, 1),
                    "the forecast is not as it was sealed: its SHA-256 is not the one beside it",
                    "a forecast that was changed proves nothing; take the file as it was published");
        }
        return new SealedForecast(bytes, ForecastJson.read(Json.read(bytes)), between(head, "\"sealed\": \""));
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new InvalidInput(
                    new Position(file.toString(), 1, 1),
                    "no sealed forecast",
                    "'./blastema predict STUDY' makes one; --in names the folder below which it stands",
                    Problems.nearest(name(file), beside(file)).toArray(String[]::new));
        } catch (IOException e) {
            throw new Refusal(file + " cannot be read: " + Durable.reason(e));
        }
    }

    /** Names of the forecasts in the folder of a file, which need not exist. */
    private static List<String> beside(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> there = Files.list(folder)) {
            return there.filter(each -> each.toString().endsWith(ENDING))
                    .map(SealedForecast::name)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Refusal(folder + " cannot be read: " + Durable.reason(e));
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replace(ENDING, "");
    }

    private static String between(String text, String opening) {
        int from = text.indexOf(opening);
        int to = from < 0 ? -1 : text.indexOf('"', from + opening.length());
        return to < 0 ? "" : text.substring(from + opening.length(), to);
    }
}
