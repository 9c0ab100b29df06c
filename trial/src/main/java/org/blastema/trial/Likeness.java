package org.blastema.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Problems;
import org.blastema.core.Yaml;

/**
 * A product that is like another: {@code like: NAME} takes the keys of that product or comparator that the file does not give
 * itself. Its name and title are never taken.
 */
final class Likeness {
    /** Where products and comparators lie. */
    static final List<String> KINDS = List.of("products", "comparators");

    private static final String LIKE = "like";
    private static final List<String> OWN = List.of("product", "comparator", "title");

    private final References references;
    private final Problems problems;

    Likeness(References references, Problems problems) {
        this.references = references;
        this.problems = problems;
    }

    /** The file with the keys of those that it is like; problems where one is unknown or they lead back to one another. */
    Yaml.Mapping whole(Yaml.Mapping file) {
        return whole(file, List.of(name(file)));
    }

    private Yaml.Mapping whole(Yaml.Mapping file, List<String> chain) {
        Optional<Yaml> like = file.get(LIKE);
        if (like.isEmpty()) {
            return file;
        }
        Yaml.Mapping own = without(file, List.of(LIKE));
        if (!(like.get() instanceof Yaml.Scalar named)) {
            problems.error(like.get().position(), "'like' is no name", "it names one product or comparator");
            return own;
        }
        List<String> longer = new ArrayList<>(chain);
        longer.add(named.text());
        if (chain.contains(named.text())) {
            problems.error(
                    named.position(),
                    "the products are like each other: " + String.join(" > ", longer),
                    "'like' must not lead back to itself");
            return own;
        }
        return references
                .document(named.position(), "product", named.text(), KINDS)
                .map(other -> joined(whole(other, longer), own))
                .orElse(own);
    }

    private static Yaml.Mapping joined(Yaml.Mapping other, Yaml.Mapping own) {
        List<Yaml.Entry> entries = new ArrayList<>(own.entries());
        without(other, OWN).entries().stream()
                .filter(entry -> own.get(entry.key().text()).isEmpty())
                .forEach(entries::add);
        return new Yaml.Mapping(entries, own.position());
    }

    private static Yaml.Mapping without(Yaml.Mapping file, List<String> keys) {
        List<Yaml.Entry> kept = file.entries().stream()
                .filter(entry -> !keys.contains(entry.key().text()))
                .toList();
        return new Yaml.Mapping(kept, file.position());
    }

    private static String name(Yaml.Mapping file) {
        return file.get("product")
                .or(() -> file.get("comparator"))
                .map(Likeness::text)
                .orElse("");
    }

    private static String text(Yaml node) {
        return node instanceof Yaml.Scalar scalar ? scalar.text() : "";
    }
}
