package org.blastema.trial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Yaml;
import org.blastema.core.YamlReader;

/**
 * Changes the node tree of a study before it is bound. A path is keys with dots between them; an item of a list is named by its
 * index from 0 or by its name. A single key that the study does not know is short for {@code parameters.KEY}.
 */
final class Edits {
    /** How the place of a change begins. */
    static final String PLACE = "--set ";

    private static final String RULE = "a change is path=value, as in patients=100 or parameters.kR=0.01";

    private final Problems problems;
    private final Collection<String> keys;

    /**
     * @param keys all keys of a study
     */
    Edits(Problems problems, Collection<String> keys) {
        this.problems = problems;
        this.keys = keys;
    }

    /** The tree with {@code path=value} applied. */
    Yaml.Mapping set(Yaml.Mapping tree, String edit) {
        Position at = new Position(PLACE + edit, 1, 1);
        int equals = edit.indexOf('=');
        if (equals < 1) {
            problems.error(at, "\"" + edit + "\" has no '='", RULE);
            return tree;
        }
        List<String> path =
                new ArrayList<>(List.of(edit.substring(0, equals).strip().split("\\.", -1)));
        Optional<Yaml> value = value(edit.substring(equals + 1), at);
        // A parameter takes one number, so that a list meant for a key of the study is not looked for among the
        // parameters.
        if (path.size() == 1
                && !keys.contains(path.getFirst())
                && value.filter(each -> !(each instanceof Yaml.Scalar)).isEmpty()) {
            path.addFirst("parameters");
        }
        if (!keys.contains(path.getFirst())) {
            problems.error(
                    at,
                    "unknown key of a study '" + path.getFirst() + "'",
                    "its keys are " + String.join(", ", keys),
                    Problems.nearest(path.getFirst(), keys).toArray(String[]::new));
            return tree;
        }
        return value.map(each -> put(tree, path, each, at)).orElse(tree);
    }

    private Optional<Yaml> value(String text, Position at) {
        try {
            byte[] bytes = ("value: " + text + "\n").getBytes(StandardCharsets.UTF_8);
            return YamlReader.read(at.file(), bytes).get("value");
        } catch (InvalidInput e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private Yaml.Mapping put(Yaml.Mapping tree, List<String> path, Yaml value, Position at) {
        String key = path.getFirst();
        if (path.size() == 1) {
            return tree.with(key, value);
        }
        Yaml inner = tree.get(key).orElseGet(() -> new Yaml.Mapping(List.of(), at));
        return tree.with(key, descend(inner, key, path.subList(1, path.size()), value, at));
    }

    private Yaml descend(Yaml inner, String key, List<String> path, Yaml value, Position at) {
        return switch (inner) {
            case Yaml.Mapping mapping -> put(mapping, path, value, at);
            case Yaml.Sequence sequence -> item(sequence, key, path, value, at);
            case Yaml.Scalar scalar -> {
                problems.error(at, "'" + key + "' is a single value", "nothing lies below it", key + "=VALUE");
                yield scalar;
            }
        };
    }

    private Yaml item(Yaml.Sequence sequence, String key, List<String> path, Yaml value, Position at) {
        List<Yaml> items = new ArrayList<>(sequence.items());
        List<String> names = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String name = name(items.get(i)).orElse(Integer.toString(i));
            names.add(name);
            if (path.getFirst().equals(name) || path.getFirst().equals(Integer.toString(i))) {
                items.set(
                        i,
                        path.size() == 1
                                ? value
                                : descend(items.get(i), name, path.subList(1, path.size()), value, at));
                return new Yaml.Sequence(items, sequence.position());
            }
        }
        problems.unknown(at, "item of '" + key + "'", path.getFirst(), names);
        return sequence;
    }

    private static Optional<String> name(Yaml item) {
        return item instanceof Yaml.Mapping mapping
                ? mapping.text("name").or(() -> mapping.text("readout"))
                : Optional.empty();
    }
}
