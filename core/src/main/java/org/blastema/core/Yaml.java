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

        /** A number, flag or word as it would stand plainly in a file. */
        public static Scalar plain(String text, Position position) {
            return new Scalar(text, true, position);
        }

        /** A quoted text. */
        public static Scalar quoted(String text, Position position) {
            return new Scalar(text, false, position);
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

        /** The place of a key's value, or of the mapping if the key is absent. */
        public Position at(String key) {
            return get(key).map(Yaml::position).orElse(position);
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

        /** The mapping without some keys. */
        public Mapping without(String... keys) {
            List<String> gone = List.of(keys);
            return new Mapping(
                    entries.stream()
                            .filter(entry -> !gone.contains(entry.key().text()))
                            .toList(),
                    position);
        }

        /** The mapping with another laid over it, mapping by mapping; every other value takes the place of the one below. */
        public Mapping merged(Mapping over) {
            Mapping merged = this;
            for (Entry entry : over.entries) {
                String key = entry.key().text();
                Yaml value =
                        merged.get(key).orElse(null) instanceof Mapping old && entry.value() instanceof Mapping young
                                ? old.merged(young)
                                : entry.value();
                merged = merged.with(key, value);
            }
            return merged;
        }

        /** The mapping under a key; an empty one where there is none. */
        public Mapping mapping(String key) {
            return get(key).orElse(null) instanceof Mapping inside ? inside : new Mapping(List.of(), position);
        }

        /** The list under a key; an empty one where there is none. */
        public Sequence sequence(String key) {
            return get(key).orElse(null) instanceof Sequence inside ? inside : new Sequence(List.of(), position);
        }

        /** The text under a key, if there is one. */
        public Optional<String> text(String key) {
            return get(key).orElse(null) instanceof Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
        }
    }

    record Entry(Scalar key, Yaml value) {}
}
