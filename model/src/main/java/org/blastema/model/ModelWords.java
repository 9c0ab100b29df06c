package org.blastema.model;

import java.util.List;
import org.blastema.core.Bibliography;
import org.blastema.core.Language;
import org.blastema.core.Text;

/**
 * A model as people read it: tables of its parts with equations as written, units, spreads, sources and knowledge. A terminal gets
 * {@link #text}, a page makes its own tables of the sections.
 *
 * @param time unit of time
 * @param sections only those that have rows
 * @param sources what the keys in the tables stand for, in alphabetical order
 */
public record ModelWords(
        String name,
        Text title,
        String about,
        String time,
        List<Section> sections,
        List<Text> mustNotClaim,
        List<Model.Omission> notModelled,
        List<Source> sources) {
    public ModelWords {
        sections = List.copyOf(sections);
        mustNotClaim = List.copyOf(mustNotClaim);
        notModelled = List.copyOf(notModelled);
        sources = List.copyOf(sources);
    }

    /**
     * A column of a table.
     *
     * @param wide whether it holds sentences or equations, which want a line of their own on a narrow page
     */
    public record Column(Text title, boolean wide) {}

    /**
     * A table.
     *
     * @param rows one cell per column, empty where there is nothing to say
     */
    public record Section(Text title, List<Column> columns, List<List<String>> rows) {
        public Section {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * @param text author, year, title and journal in one line
     */
    public record Source(String key, String text) {}

    public static ModelWords of(Model model, Bibliography bibliography) {
        return new ModelTables(model, bibliography).words();
    }

    /**
     * Plain text for a terminal.
     *
     * @param width characters in a line, at least 40
     */
    public String text(Language language, int width) {
        return new WordsLayout(this, language, Math.max(width, 40)).text();
    }
}
