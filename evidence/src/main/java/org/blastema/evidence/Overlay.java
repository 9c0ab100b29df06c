package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import org.blastema.core.Yaml;

/** A node tree with changes; the tree that it is made of stays as it is. */
record Overlay(Yaml.Mapping tree) {
    /** The tree with a text, number or flag as it would stand plainly in a file. */
    Overlay plain(String key, String text) {
        return with(key, new Yaml.Scalar(text, true, tree.position()));
    }

    /** The tree with a quoted text. */
    Overlay quoted(String key, String text) {
        return with(key, new Yaml.Scalar(text, false, tree.position()));
    }

    Overlay with(String key, Yaml value) {
        return new Overlay(tree.with(key, value));
    }

    Overlay without(String... keys) {
        List<String> gone = List.of(keys);
        return new Overlay(new Yaml.Mapping(
                tree.entries().stream()
                        .filter(entry -> !gone.contains(entry.key().text()))
                        .toList(),
                tree.position()));
    }

    /** The tree with another laid over it, mapping by mapping. */
    Overlay merged(Yaml.Mapping over) {
        Overlay merged = this;
        for (Yaml.Entry entry : over.entries()) {
            String key = entry.key().text();
            Optional<Yaml> below = merged.tree.get(key);
            Yaml value = below.orElse(null) instanceof Yaml.Mapping old && entry.value() instanceof Yaml.Mapping young
                    ? new Overlay(old).merged(young).tree
                    : entry.value();
            merged = merged.with(key, value);
        }
        return merged;
    }

    /** The tree with a parameter moved to a value; one that is given in full keeps the rest of it. */
    Overlay parameter(String name, double value) {
        Yaml.Mapping parameters = mapping("parameters");
        Yaml.Scalar number = new Yaml.Scalar(Double.toString(value), true, tree.position());
        Yaml moved = parameters.get(name).orElse(null) instanceof Yaml.Mapping full
                ? new Overlay(full).with("value", number).tree
                : number;
        return with("parameters", new Overlay(parameters).with(name, moved).tree);
    }

    /** The mapping under a key, empty where there is none. */
    Yaml.Mapping mapping(String key) {
        return tree.get(key).orElse(null) instanceof Yaml.Mapping inside
                ? inside
                : new Yaml.Mapping(List.of(), tree.position());
    }
}
