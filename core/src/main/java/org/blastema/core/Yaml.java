package org.blastema.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A node of a YAML document, with the place where it stands. */
public sealed interface Yaml {
    Position position();

    /**
     * A text as written.
     *
     * @param plain false if it was quoted or a block
     * @param verbatim whether the file holds the text character by character on one line, so that a column in the text is a column
     *     in the file; not so for blocks, escapes and texts over several lines
     */
    record Scalar(String text, boolean plain, boolean verbatim, Position position) implements Yaml {
        public Scalar(String text, boolean plain, Position position) {
            this(text, plain, text.indexOf('\n') < 0, position);
        }
    }

    record Sequence(List<Yaml> items, Position position) implements Yaml {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Entries in the order of the file; keys are unique. */
    record Mapping(List<Entry> entries, Position position) implements Yaml {
        public Mapping {
            entries = List.copyOf(entries);
        }

        public Optional<Yaml> get(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().text().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }

        /** The mapping with a key's value replaced, or with the key at its end. */
        public Mapping with(String key, Yaml value) {
            List<Entry> changed = new ArrayList<>();
            boolean found = false;
            for (Entry entry : entries) {
                boolean here = entry.key().text().equals(key);
                changed.add(here ? new Entry(entry.key(), value) : entry);
                found |= here;
            }
            if (!found) {
                changed.add(new Entry(new Scalar(key, true, value.position()), value));
            }
            return new Mapping(changed, position);
        }
    }

    record Entry(Scalar key, Yaml value) {}
}
