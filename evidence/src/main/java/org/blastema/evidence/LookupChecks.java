package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import org.blastema.core.InvalidInput;
import org.blastema.core.Language;
import org.blastema.core.Problems;
import org.blastema.model.Library;

/** Rules between a lookup and what is known of its countries. */
final class LookupChecks {
    private final Library library;
    private final Problems problems;

    LookupChecks(Library library, Problems problems) {
        this.library = library;
        this.problems = problems;
    }

    void check(Claim.Lookup lookup) {
        countries().ifPresent(known -> lookup.places().forEach(place -> check(place, known)));
    }

    private Optional<Countries> countries() {
        try {
            return Optional.of(Countries.read(library));
        } catch (InvalidInput e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private void check(Claim.Place place, Countries countries) {
        List<String> names = countries.all().stream().map(Country::name).toList();
        if (!names.contains(place.country())) {
            problems.unknown(place.node().at("country"), "country", place.country(), names);
            return;
        }
        List<String> known = LookupTest.licences(countries.profile(place.country(), Language.EN)).stream()
                .map(Fact.Licence::name)
                .distinct()
                .toList();
        place.products().stream()
                .filter(product -> !known.contains(product))
                .forEach(product -> problems.unknown(
                        place.node().at("products"), "product known in " + place.country(), product, known));
    }
}
