package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.blastema.core.Fields;
import org.blastema.core.Language;
import org.blastema.evidence.ClaimReader;
import org.blastema.evidence.Countries;
import org.blastema.formats.Json;
import org.blastema.formats.JsonObject;
import org.blastema.model.Library;
import org.blastema.trial.StudyReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every statement of the newspaper article has a claim or a reason, and the commands beside it are there. */
final class SeedTest {
    private static final Pattern ROW =
            Pattern.compile("\\| (\\d+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|(?: ([^|]+) \\|)?");
    private static final Path ARTICLE = Path.of("../../shared/science/article.md");
    private static final String REASON = "not modelled, because ";
    private static final Library LIBRARY = Library.packaged();

    private record Row(
            int number,
            String statement,
            String claims,
            String more,
            @Nullable String verdicts) {}

    private static List<Row> rows(Path page) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(page)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new Row(
                        Integer.parseInt(row.group(1)), row.group(2), row.group(3), row.group(4), row.group(5)));
            }
        }
        return rows;
    }

    private static List<Row> seed() throws IOException {
        return rows(Path.of("../docs/seed.md"));
    }

    @Test
    void everyLineHasClaimsOfTheLibraryOrAReason() throws IOException {
        List<Row> rows = seed();
        assertThat(rows).hasSizeGreaterThan(30);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            assertThat(row.number()).isEqualTo(i + 1);
            if (!row.claims().startsWith(REASON)) {
                assertThat(LIBRARY.names("claims"))
                        .as(row.statement())
                        .contains(row.claims().split(", ", -1));
            }
        }
    }

    /** The verdicts of the committed book, which a change of the library makes anew, and what the claims say of published research. */
    @Test
    void everyLineHasTheVerdictsOfItsClaims() throws IOException {
        JsonObject verdicts =
                Json.read(Files.readString(Path.of("../docs/book/book.json"))).object("verdicts");
        StudyReader studies = new StudyReader(LIBRARY);
        for (Row row : seed()) {
            if (!row.claims().startsWith(REASON)) {
                List<String> ids = List.of(row.claims().split(", ", -1));
                String expected = ids.stream()
                        .map(id -> (ids.size() > 1 ? id + " " : "")
                                + verdicts.text(id)
                                + " ("
                                + Fields.word(ClaimReader.read(studies, id)
                                                .evidence()
                                                .verdict())
                                        .replace('-', ' ')
                                + ")")
                        .collect(Collectors.joining("; "));
                assertThat(row.verdicts()).as(row.statement()).isEqualTo(expected);
            }
        }
    }

    @Test
    void everyCommandIsThere() throws IOException {
        Countries countries = Countries.read(LIBRARY);
        for (Row row : seed()) {
            String[] words = row.more().replace("`", "").split(" ", -1);
            switch (words[0]) {
                case "run" -> assertThat(LIBRARY.names("studies")).contains(words[1]);
                case "access" -> {
                    if (!words[1].equals("--signs")) { // an unknown country is an error of its own
                        assertThat(countries
                                        .profile(words[1], Language.EN)
                                        .country()
                                        .title()
                                        .en())
                                .isNotEmpty();
                    }
                }
                default -> assertThat(words[0]).isEqualTo("validate");
            }
        }
    }

    @Test
    void theLinesAreThoseOfTheArticle() throws IOException {
        assumeTrue(Files.exists(ARTICLE), "the article's lines are not beside this repository");
        List<Row> article = rows(ARTICLE);
        List<Row> seed = seed();
        assertThat(seed).hasSameSizeAs(article);
        for (int i = 0; i < seed.size(); i++) {
            if (!seed.get(i).claims().startsWith(REASON)) {
                assertThat(seed.get(i).claims()).isEqualTo(article.get(i).claims());
            }
        }
    }
}
