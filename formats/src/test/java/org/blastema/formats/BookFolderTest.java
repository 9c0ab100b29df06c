package org.blastema.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.blastema.core.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book replaces a book of ours and nothing else, and is never there in part. */
final class BookFolderTest {
    @TempDir
    private Path place;

    private Path folder() {
        return place.resolve("book");
    }

    private Map<String, Long> write(String page) {
        return BookFolder.at(folder()).write(new JsonObject().put("book", "claims"), Map.of("en.html", page));
    }

    private void refused(String why) {
        assertThatThrownBy(() -> BookFolder.at(folder()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(why);
    }

    @Test
    void aBookIsWholeAndReplacesTheOneBefore() throws IOException {
        assertThat(write("one").get("en.html")).isEqualTo(3);
        write("two");
        assertThat(folder().resolve("en.html")).hasContent("two");
        assertThat(folder().resolve("book.json")).content().contains("\"en.html\"");
        try (var all = Files.list(place)) {
            assertThat(all).containsExactly(folder());
        }
    }

    @Test
    void aPageOfEarlierGoesWithTheOldBook() throws IOException {
        BookFolder.at(folder()).write(new JsonObject().put("book", "claims"), Map.of("old.html", "x"));
        write("one");
        assertThat(folder().resolve("old.html")).doesNotExist();
    }

    @Test
    void anotherFolderIsRefused() throws IOException {
        Files.createDirectories(folder());
        refused("is not a book of Blastema");
        Files.writeString(folder().resolve("book.json"), "{}");
        refused("cannot be read as a book");
        assertThat(folder().resolve("book.json")).hasContent("{}");
    }

    @Test
    void aChangedOrAddedFileIsRefused() throws IOException {
        write("one");
        Files.writeString(folder().resolve("en.html"), "mine");
        refused("en.html was not written by Blastema as it stands");
        write2();
        Files.writeString(folder().resolve("notes.txt"), "mine");
        refused("notes.txt was not written");
    }

    private void write2() throws IOException {
        Files.writeString(folder().resolve("en.html"), "one");
        BookFolder.at(folder());
    }

    @Test
    void whatAStoppedWriterLeftIsReplacedAndWhatIsNotOursIsNot() throws IOException {
        write("one");
        Path partial = place.resolve("book.partial");
        Files.createDirectories(partial);
        refused("book.partial exists and is not a book");
        Files.copy(folder().resolve("book.json"), partial.resolve("book.json"));
        Files.writeString(partial.resolve("en.html"), "ha");
        write("two");
        assertThat(folder().resolve("en.html")).hasContent("two");
        assertThat(partial).doesNotExist();
    }
}
