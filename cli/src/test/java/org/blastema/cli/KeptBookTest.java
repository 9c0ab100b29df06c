package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.blastema.formats.Json;
import org.blastema.formats.JsonObject;
import org.blastema.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The book of claims in docs/book: whole, small, of this library, without a network; and the command that makes it. */
final class KeptBookTest {
    private static final Path BOOK = Path.of("../docs/book");
    private static final String MADE = "docs/book is made by: ./blastema claims --site docs/book";

    private static JsonObject about() throws IOException {
        return Json.read(Files.readString(BOOK.resolve("book.json")));
    }

    private static String page(String name) throws IOException {
        return Files.readString(BOOK.resolve(name));
    }

    @Test
    void isOfThisLibraryAndAtItsFullSize() throws IOException {
        JsonObject made = about().object("library");
        Library library = Library.packaged();
        Map<String, String> then = new HashMap<>();
        Map<String, String> now = new HashMap<>();
        for (String file : made.keys()) {
            then.put(file, made.text(file));
            String hash = library.bytes(file).map(Library::sha256).orElse("gone");
            now.put(file, hash.substring(0, Math.min(16, hash.length())));
        }
        assertThat(now).as(MADE).isEqualTo(then).hasSizeGreaterThan(50);
        assertThat(about().number("draws")).isEqualTo(200);
        assertThat(about().number("persons")).isEqualTo(20);
    }

    @Test
    void everyClaimOfTheLibraryHasItsPlaceInBothLanguages() throws IOException {
        List<String> claims = Library.packaged().names("claims");
        assertThat(about().texts("claims")).containsExactlyInAnyOrderElementsOf(claims);
        for (String page : List.of("ar.html", "en.html")) {
            for (String claim : claims) {
                assertThat(page(page)).contains("id=\"" + claim + "\"", "href=\"#" + claim + "\"");
            }
            assertThat(page(page)).doesNotContain("MODIFIED", "A trial copy", "نسخة تجريبية", "undefined", "NaN");
        }
    }

    @Test
    void isSmallAndWhole() throws IOException {
        JsonObject files = about().object("files");
        assertThat(files.keys()).contains("index.html", "ar.html", "en.html");
        long bytes = Files.size(BOOK.resolve("book.json"));
        for (String name : files.keys()) {
            byte[] text = Files.readAllBytes(BOOK.resolve(name));
            assertThat(Library.sha256(text)).as(MADE).isEqualTo(files.text(name));
            bytes += text.length;
        }
        assertThat(bytes).isLessThan(500_000);
    }

    /** A link or a part of a picture that points nowhere shows nothing, and says so to nobody. */
    @Test
    void everythingThatAPagePointsAtStandsOnIt() throws IOException {
        for (String name : List.of("ar.html", "en.html")) {
            String page = page(name);
            List<String> pointed = Pattern.compile("(?:href=\"#|url\\(#)([^\")]+)")
                    .matcher(page)
                    .results()
                    .map(each -> each.group(1))
                    .distinct()
                    .toList();
            assertThat(pointed).contains("d", "d0", "C7");
            assertThat(pointed).allSatisfy(id -> assertThat(page).contains("id=\"" + id + "\""));
        }
    }

    @Test
    void needsNoNetwork() throws IOException {
        for (String name : List.of("index.html", "ar.html", "en.html")) {
            assertThat(page(name))
                    .doesNotContainPattern("(src|href|action)=\"?(https?:|//)")
                    .doesNotContainPattern("url\\((?!data:|#)")
                    .doesNotContain("@import", "fetch(", "XMLHttpRequest", "sendBeacon", "localStorage", "cookie");
        }
    }

    @Test
    void aBookOfFewClaimsIsMadeAndOneThatIsNotOursIsRefused(@TempDir Path folder) throws IOException {
        String book = folder.resolve("book").toString();
        String json = Said.of("claims", "C13", "--draws", "20", "--patients", "2", "--site", book, "--json")
                .ended(0)
                .json();
        assertThat(Json.read(json).object("book").object("files").keys())
                .containsExactly("ar.html", "book.json", "en.html", "index.html");
        assertThat(Files.readString(folder.resolve("book/en.html"))).contains("A trial copy", "id=\"C13\"");
        assertThat(Said.of("claims", "C13", "--draws", "20").ended(0).err()).contains("Rough: with fewer draws");
        assertThat(Said.of("claims", "C13").ended(0).err()).isEmpty();
        Files.writeString(folder.resolve("book/mine.txt"), "mine");
        assertThat(Said.of("claims", "C13", "--site", book).ended(3).err()).contains("mine.txt was not written");
        Path other = Files.createDirectory(folder.resolve("other"));
        assertThat(Said.of("claims", "C13", "--site", other.toString()).ended(3).err())
                .contains("is not a book of Blastema");
    }
}
