package org.blastema.model;

import java.util.ArrayList;
import java.util.List;
import org.blastema.core.Language;
import org.blastema.core.Text;

/**
 * Lays the tables of a model out on lines of a terminal: narrow columns side by side, sentences and equations beneath them. A line
 * is longer than asked for only where one word, or the narrow columns of a row, are.
 */
final class WordsLayout {
    private static final Text MUST_NOT = new Text("What it must not claim", "ما لا يجوز أن يدّعيه");
    private static final Text NOT_MODELLED = new Text("Not modelled", "غير مُنمذَج");
    private static final Text SOURCES = new Text("Sources", "المصادر");
    private static final Text TIME = new Text("Time in", "وحدة الزمن");
    private static final String MARGIN = "  ";
    private static final String DEEP = "      ";

    private final ModelWords words;
    private final Language language;
    private final int width;
    private final StringBuilder out = new StringBuilder();

    WordsLayout(ModelWords words, Language language, int width) {
        this.words = words;
        this.language = language;
        this.width = width;
    }

    String text() {
        wrap("", "", words.name() + ": " + words.title().in(language));
        wrap(MARGIN, MARGIN, words.about());
        wrap(MARGIN, MARGIN, TIME.in(language) + " " + words.time());
        words.sections().forEach(this::section);
        if (!words.mustNotClaim().isEmpty()) {
            title(MUST_NOT);
            words.mustNotClaim().forEach(claim -> wrap(MARGIN + "- ", MARGIN + "  ", claim.in(language)));
        }
        if (!words.notModelled().isEmpty()) {
            title(NOT_MODELLED);
            words.notModelled()
                    .forEach(each -> wrap(
                            MARGIN + "- ",
                            MARGIN + "  ",
                            each.name().in(language) + ": " + each.why().in(language)));
        }
        if (!words.sources().isEmpty()) {
            title(SOURCES);
            words.sources().forEach(source -> wrap(MARGIN, DEEP, source.key() + ": " + source.text()));
        }
        return out.toString();
    }

    private void title(Text title) {
        out.append('\n').append(title.in(language)).append('\n');
    }

    private void section(ModelWords.Section section) {
        title(section.title());
        List<Integer> narrow = columns(section, false);
        List<List<String>> rows = new ArrayList<>();
        rows.add(section.columns().stream()
                .map(column -> column.title().in(language))
                .toList());
        rows.addAll(section.rows());
        int[] widths = narrow.stream()
                .mapToInt(column -> rows.stream()
                        .mapToInt(row -> length(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        line(rows.getFirst(), narrow, widths);
        for (List<String> row : section.rows()) {
            line(row, narrow, widths);
            for (int column : columns(section, true)) {
                if (!row.get(column).isEmpty()) {
                    String title = section.columns().get(column).title().in(language);
                    wrap(DEEP, DEEP + MARGIN, title + ": " + row.get(column));
                }
            }
        }
    }

    private static List<Integer> columns(ModelWords.Section section, boolean wide) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < section.columns().size(); i++) {
            if (section.columns().get(i).wide() == wide) {
                columns.add(i);
            }
        }
        return columns;
    }

    private void line(List<String> row, List<Integer> columns, int[] widths) {
        StringBuilder line = new StringBuilder(MARGIN);
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(columns.get(i));
            line.append(cell).append(" ".repeat(widths[i] - length(cell))).append(i + 1 < widths.length ? MARGIN : "");
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Breaks a text at its spaces. */
    private void wrap(String first, String next, String text) {
        if (text.isBlank()) {
            return;
        }
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.strip().split("\\s+")) {
            if (!empty && length(line.toString()) + 1 + length(word) > width) {
                out.append(line).append('\n');
                line = new StringBuilder(next);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.append(line).append('\n');
    }
}
