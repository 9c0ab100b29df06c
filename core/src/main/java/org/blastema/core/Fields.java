package org.blastema.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Binds one mapping. Each getter notes the key as known; {@link #done} then reports every other key. Problems are collected, a
 * value that cannot be bound counts as absent.
 */
public final class Fields {
    private final Yaml.Mapping mapping;
    private final Problems problems;
    private final String what;
    private final Set<String> known = new TreeSet<>();

    /**
     * @param what the thing that the mapping describes, for messages: "parameter kR"
     */
    public Fields(Yaml.Mapping mapping, Problems problems, String what) {
        this.mapping = mapping;
        this.problems = problems;
        this.what = what;
    }

    public Problems problems() {
        return problems;
    }

    public String what() {
        return what;
    }

    public Position position() {
        return mapping.position();
    }

    public Yaml.Mapping mapping() {
        return mapping;
    }

    public boolean has(String key) {
        known.add(key);
        return mapping.get(key).isPresent();
    }

    /** The place of a key's value, or of the mapping if the key is absent. */
    public Position at(String key) {
        return mapping.at(key);
    }

    public Optional<Yaml> node(String key) {
        known.add(key);
        return mapping.get(key);
    }

    public Optional<String> text(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof Yaml.Scalar scalar) {
                return Optional.of(scalar.text());
            }
            wrong(node, key, "a text");
            return Optional.empty();
        });
    }

    /** A text that must be there; the empty text, and an error, if it is not. */
    public String requiredText(String key) {
        if (!has(key)) {
            missing(key);
        }
        return text(key).orElse("");
    }

    public Optional<Double> number(String key) {
        return node(key).flatMap(node -> number(node, key));
    }

    /** A number that must be there; 0, and an error, if it is not. */
    public double requiredNumber(String key) {
        if (!has(key)) {
            missing(key);
        }
        return number(key).orElse(0.0);
    }

    public Optional<Integer> integer(String key) {
        return number(key).flatMap(value -> {
            if (value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE) {
                return Optional.of(value.intValue());
            }
            problems.error(at(key), what + ": '" + key + "' is " + value, "a whole number is needed");
            return Optional.empty();
        });
    }

    public Optional<Boolean> flag(String key) {
        return text(key).flatMap(text -> switch (text) {
            case "true", "on" -> Optional.of(true);
            case "false", "off" -> Optional.of(false);
            default -> {
                problems.error(
                        at(key),
                        what + ": '" + key + "' is '" + text + "'",
                        "true or false is needed",
                        "true",
                        "false");
                yield Optional.empty();
            }
        });
    }

    /** One text or a list of texts. */
    public List<String> texts(String key) {
        return node(key)
                .map(node -> switch (node) {
                    case Yaml.Scalar scalar -> List.of(scalar.text());
                    case Yaml.Sequence sequence -> scalars(sequence, key);
                    case Yaml.Mapping wrong -> {
                        wrong(wrong, key, "a text or a list of texts");
                        yield List.<String>of();
                    }
                })
                .orElse(List.of());
    }

    private List<String> scalars(Yaml.Sequence sequence, String key) {
        List<String> texts = new ArrayList<>();
        for (Yaml item : sequence.items()) {
            if (item instanceof Yaml.Scalar scalar) {
                texts.add(scalar.text());
            } else {
                wrong(item, key, "a list of texts");
            }
        }
        return texts;
    }

    public List<Double> numbers(String key) {
        List<Double> numbers = new ArrayList<>();
        for (Yaml item : sequence(key)) {
            number(item, key).ifPresent(numbers::add);
        }
        return numbers;
    }

    public List<Yaml> sequence(String key) {
        return node(key)
                .map(node -> {
                    if (node instanceof Yaml.Sequence sequence) {
                        return sequence.items();
                    }
                    wrong(node, key, "a list");
                    return List.<Yaml>of();
                })
                .orElse(List.of());
    }

    /** The items of a list of mappings. */
    public List<Fields> list(String key, String each) {
        List<Fields> items = new ArrayList<>();
        for (Yaml item : sequence(key)) {
            if (item instanceof Yaml.Mapping each1) {
                items.add(new Fields(each1, problems, each));
            } else {
                wrong(item, key, "a list of mappings");
            }
        }
        return items;
    }

    public Optional<Fields> fields(String key, String inner) {
        return node(key).flatMap(node -> {
            if (node instanceof Yaml.Mapping inside) {
                return Optional.of(new Fields(inside, problems, inner));
            }
            wrong(node, key, "a mapping");
            return Optional.empty();
        });
    }

    /** The named mappings under a key, in the order of the file: {@code parameters: {kR: {...}}}. */
    public Map<String, Fields> named(String key, String kind) {
        Map<String, Fields> all = new LinkedHashMap<>();
        for (Yaml.Entry entry : entries(key)) {
            String name = entry.key().text();
            if (entry.value() instanceof Yaml.Mapping inside) {
                all.put(name, new Fields(inside, problems, kind + " " + name));
            } else {
                wrong(entry.value(), name, "a mapping");
            }
        }
        return all;
    }

    /** The entries of the mapping under a key, empty if it is absent. */
    public List<Yaml.Entry> entries(String key) {
        return fields(key, key).map(inside -> inside.mapping.entries()).orElse(List.of());
    }

    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        return text(key).flatMap(text -> {
            for (E constant : type.getEnumConstants()) {
                if (word(constant).equals(text)) {
                    return Optional.of(constant);
                }
            }
            problems.unknown(
                    at(key),
                    key,
                    text,
                    Arrays.stream(type.getEnumConstants()).map(Fields::word).toList());
            return Optional.empty();
        });
    }

    /** A word that must be there; what stands for it, and an error, if it is not. */
    public <E extends Enum<E>> E requiredChoice(String key, Class<E> type, E otherwise) {
        if (!has(key)) {
            missing(key);
        }
        return choice(key, type).orElse(otherwise);
    }

    /** An enum constant as it is written in files: lower case with dashes. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A title in English and Arabic. */
    public Optional<Text> bilingual(String key) {
        return node(key).flatMap(node -> Text.of(node, problems, what + ": '" + key + "'"));
    }

    /** A text that must be there in both languages; empty, and an error, if it is not. */
    public Text requiredBilingual(String key) {
        if (!has(key)) {
            missing(key);
        }
        return bilingual(key).orElse(new Text("", ""));
    }

    public List<Text> bilinguals(String key) {
        List<Text> texts = new ArrayList<>();
        for (Yaml item : sequence(key)) {
            Text.of(item, problems, what + ": '" + key + "'").ifPresent(texts::add);
        }
        return texts;
    }

    public void missing(String key) {
        problems.error(position(), what + " has no '" + key + "'", "the key '" + key + "' is needed");
    }

    /** Reports every key that no getter asked for. */
    public void done() {
        Set<String> seen = new HashSet<>();
        for (Yaml.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!known.contains(key) && seen.add(key)) {
                problems.unknown(entry.key().position(), "key of " + what, key, known);
            }
        }
    }

    private Optional<Double> number(Yaml node, String key) {
        if (node instanceof Yaml.Scalar scalar) {
            Optional<Double> value = parse(scalar.text());
            if (value.isEmpty()) {
                problems.error(
                        node.position(),
                        what + ": '" + key + "' is '" + scalar.text() + "'",
                        "a finite number is needed");
            }
            return value;
        }
        wrong(node, key, "a number");
        return Optional.empty();
    }

    /** A finite decimal number, empty for anything else, NaN and infinities included. */
    public static Optional<Double> parse(String text) {
        if (!text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
            return Optional.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }

    private void wrong(Yaml node, String key, String needed) {
        String seen = switch (node) {
            case Yaml.Scalar scalar -> "'" + scalar.text() + "'";
            case Yaml.Sequence ignored -> "a list";
            case Yaml.Mapping ignored -> "a mapping";
        };
        problems.error(node.position(), what + ": '" + key + "' is " + seen, needed + " is needed");
    }
}
