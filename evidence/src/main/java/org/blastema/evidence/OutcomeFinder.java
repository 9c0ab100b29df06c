package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.blastema.core.Fields;

/** Finds among the published outcomes those that a row of another table names, and tells which of its names is unknown. */
final class OutcomeFinder {
    private final List<Outcome> outcomes;

    OutcomeFinder(List<Outcome> outcomes) {
        this.outcomes = outcomes;
    }

    /** The outcomes of the row's trial and of the arm under a key; a problem if there are none. */
    OutcomeFinder arm(Fields row, String key) {
        return named(row, "trial", "trial", Outcome::trial).named(row, key, "arm of the trial", Outcome::arm);
    }

    /** The one outcome of the row's endpoint and month; a problem if there is none or more than one. */
    Optional<Outcome> one(Fields row) {
        OutcomeFinder endpoint = named(row, "endpoint", "endpoint of the arm", Outcome::endpoint);
        double month = row.requiredNumber("month");
        List<Outcome> found = endpoint.outcomes.stream()
                .filter(outcome ->
                        outcome.month().isPresent() && outcome.month().getAsDouble() == month)
                .toList();
        if (found.size() == 1) {
            return Optional.of(found.getFirst());
        }
        if (!endpoint.outcomes.isEmpty()) {
            row.problems()
                    .error(
                            row.at("month"),
                            row.what() + " has " + (found.isEmpty() ? "no outcome" : found.size() + " outcomes")
                                    + " at month " + row.text("month").orElse("none"),
                            "one outcome is needed; there are some at months " + endpoint.months());
        }
        return Optional.empty();
    }

    private List<String> months() {
        return outcomes.stream()
                .flatMapToDouble(outcome -> outcome.month().stream())
                .distinct()
                .sorted()
                .mapToObj(month -> month == Math.rint(month) ? Long.toString((long) month) : Double.toString(month))
                .toList();
    }

    private OutcomeFinder named(Fields row, String key, String kind, Function<Outcome, String> name) {
        String seen = row.requiredText(key);
        List<Outcome> found = outcomes.stream()
                .filter(outcome -> name.apply(outcome).equals(seen))
                .toList();
        if (found.isEmpty() && !outcomes.isEmpty() && row.has(key)) {
            row.problems()
                    .unknown(
                            row.at(key),
                            kind,
                            seen,
                            outcomes.stream().map(name).distinct().toList());
        }
        return new OutcomeFinder(found);
    }
}
