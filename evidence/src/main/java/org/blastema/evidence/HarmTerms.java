package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.blastema.core.Problems;
import org.blastema.core.Yaml;
import org.blastema.model.Library;

/** The harms that a published row may name: those of the models and those that products list. */
final class HarmTerms {
    private HarmTerms() {}

    /** Makes a harm that nothing in the library can bring a problem of the row that names it; whether all are known. */
    static boolean check(Library library, List<Outcome> outcomes, Problems problems) {
        List<Outcome> named =
                outcomes.stream().filter(each -> each.harm().isPresent()).toList();
        if (named.isEmpty()) {
            return true;
        }
        Set<String> known = of(library);
        boolean all = true;
        for (Outcome outcome : named) {
            String term = outcome.harm().orElseThrow();
            if (!known.contains(term)) {
                problems.unknown(outcome.position(), "harm", term, List.copyOf(known));
                all = false;
            }
        }
        return all;
    }

    private static Set<String> of(Library library) {
        Set<String> terms = new TreeSet<>();
        for (Yaml.Mapping model : files(library, "models")) {
            model.get("harms")
                    .filter(Yaml.Mapping.class::isInstance)
                    .map(Yaml.Mapping.class::cast)
                    .ifPresent(harms ->
                            harms.entries().forEach(each -> terms.add(each.key().text())));
        }
        Stream.of("products", "comparators")
                .flatMap(kind -> files(library, kind).stream())
                .map(file -> file.get("adverse-events"))
                .flatMap(Optional::stream)
                .filter(Yaml.Sequence.class::isInstance)
                .flatMap(listed -> ((Yaml.Sequence) listed).items().stream())
                .filter(Yaml.Mapping.class::isInstance)
                .forEach(each -> ((Yaml.Mapping) each).text("term").ifPresent(terms::add));
        return terms;
    }

    private static List<Yaml.Mapping> files(Library library, String kind) {
        return library.names(kind).stream()
                .flatMap(name -> library.document(kind, name).stream())
                .toList();
    }
}
