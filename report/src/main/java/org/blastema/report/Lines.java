package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import org.blastema.core.Language;
import org.blastema.core.Text;

/** Lines for the terminal in one language. */
final class Lines {
    private final Language language;
    private final List<String> written = new ArrayList<>();

    Lines(Language language) {
        this.language = language;
    }

    /** Adds a line, two spaces for each step of indent; texts among the values are said in the language. */
    void say(int indent, String en, String ar, Object... values) {
        written.add("  ".repeat(indent) + Finding.of(en, ar, values).in(language));
    }

    /** Adds a line as it is. */
    void add(String line) {
        written.add(line);
    }

    /** Adds a head and its points; nothing where there are none. */
    void list(String en, String ar, List<Text> points) {
        if (!points.isEmpty()) {
            say(1, en, ar);
            points.forEach(text -> say(2, "- %s", "- %s", text));
        }
    }

    List<String> written() {
        return List.copyOf(written);
    }
}
