package org.blastema.core;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sources of the library: the entries of a BibTeX file by key. */
public final class Bibliography {
    /**
     * @param key what the library writes
     * @param fields name to text, names in lower case, braces and {@code \%} resolved
     */
    public record Entry(String key, Map<String, String> fields, Position position) {
        public Optional<String> field(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        /** Authors, year, title, journal and note in one line. */
        public String text() {
            StringBuilder line =
                    new StringBuilder(field("author").map(Entry::authors).orElse(""));
            for (String name : new String[] {"year", "title", "journal", "note"}) {
                field(name)
                        .ifPresent(
                                part -> line.append(line.isEmpty() ? "" : ". ").append(part));
            }
            return line.append('.').toString();
        }

        /** BibTeX parts authors by "and", the last may be "others". */
        private static String authors(String field) {
            return field.replaceFirst(" and others$", " et al.")
                    .replace(" and ", ", ")
                    .replaceFirst("\\.$", "");
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final String file;
    private final String text;
    private int at;

    private Bibliography(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Reads BibTeX.
     *
     * @throws InvalidInput at the first place that cannot be read, or where a key stands twice
     */
    public static Bibliography read(String file, byte[] bibtex) {
        Bibliography bibliography = new Bibliography(file, new String(bibtex, StandardCharsets.UTF_8));
        bibliography.entries();
        return bibliography;
    }

    /** Both together; where a key stands in both, the entry is the other's. */
    public Bibliography with(Bibliography other) {
        Bibliography both = new Bibliography(other.file, other.text);
        both.entries.putAll(entries);
        both.entries.putAll(other.entries);
        return both;
    }

    public Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    public Set<String> keys() {
        return entries.keySet();
    }

    private void entries() {
        for (at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at)) {
            Position start = position();
            at = text.indexOf('{', at) + 1;
            expect(at > 0, "an entry without '{'");
            String key = until(",").trim();
            Map<String, String> fields = new LinkedHashMap<>();
            while (peek() != '}') {
                String name = until("=").trim().toLowerCase(Locale.ROOT);
                fields.put(name, value());
                if (peek() == ',') {
                    at++;
                }
            }
            if (entries.put(key, new Entry(key, fields, start)) != null) {
                throw new InvalidInput(start, "the key '" + key + "' stands twice", "keys of sources must be unique");
            }
        }
    }

    private String value() {
        expect(peek() == '{', "a value without '{'");
        StringBuilder value = new StringBuilder();
        int depth = 0;
        do {
            expect(at < text.length(), "a value without its last '}'");
            char c = text.charAt(at++);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c != '\\') {
                value.append(c);
            }
        } while (depth > 0);
        return value.toString().replaceAll("\\s+", " ").trim();
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        expect(at < text.length(), "the file ends inside an entry");
        return text.charAt(at);
    }

    private String until(String mark) {
        int end = text.indexOf(mark, at);
        expect(end >= 0, "no '" + mark + "' after this place");
        String part = text.substring(at, end);
        at = end + mark.length();
        return part;
    }

    private void expect(boolean right, String what) {
        if (!right) {
            at = Math.min(Math.max(at, 0), text.length());
            throw new InvalidInput(position(), what, "an entry is @type{key, name = {text}, ...}");
        }
    }

    private Position position() {
        String before = text.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Position(file, line, at - before.lastIndexOf('\n'));
    }
}
