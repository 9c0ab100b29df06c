package org.blastema.trial;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Knowledge;
import org.blastema.core.Parameter;
import org.blastema.core.Problems;
import org.blastema.core.Strictness;
import org.blastema.core.Unit;

/** Binds who leaves, of a study or of an arm. */
final class DropOutReader {
    private final References references;
    private final Problems problems;
    private final Measure measure;
    private final Strictness strictness;

    DropOutReader(References references, Problems problems, Measure measure, Strictness strictness) {
        this.references = references;
        this.problems = problems;
        this.measure = measure;
        this.strictness = strictness;
    }

    Optional<Study.DropOut> read(Fields of, double horizon, List<Visit> visits) {
        return of.fields("drop-out", "drop-out").map(inside -> dropOut(inside, horizon, visits));
    }

    private Study.DropOut dropOut(Fields fields, double horizon, List<Visit> visits) {
        double share = fields.requiredNumber("share");
        if (!fields.has("by")) {
            fields.missing("by");
        }
        double by = fields.node("by")
                .flatMap(node -> measure.in(Unit.parse("d"), node))
                .orElse(horizon);
        if (!(share >= 0 && share < 1)) {
            problems.error(fields.at("share"), "a share of " + Decimal.plain(share), "it lies in 0 to 1, below 1");
        }
        if (!(by > 0)) {
            problems.error(fields.at("by"), "day " + Decimal.plain(by), "it must lie after the treatment");
        }
        OptionalDouble disappointment = disappointment(fields, by, visits);
        List<String> sources = fields.texts("source");
        references.sources(fields.at("source"), sources);
        Optional<Knowledge> knowledge = Parameter.provenance(fields, sources, strictness);
        fields.text("note");
        fields.done();
        return new Study.DropOut(share, by, disappointment, sources, knowledge);
    }

    private OptionalDouble disappointment(Fields fields, double by, List<Visit> visits) {
        Optional<Double> slope = fields.number("disappointment");
        if (slope.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (!(slope.get() > 0)) {
            problems.error(
                    fields.at("disappointment"),
                    "a disappointment of " + Decimal.plain(slope.get()),
                    "it must be above 0; leave it out where leaving does not depend on the gain");
        }
        if (visits.stream().noneMatch(visit -> visit.day() >= by)) {
            problems.error(
                    fields.at("by"),
                    "day " + Decimal.plain(by) + " lies after the last visit",
                    "disappointment shows at a visit on or after that day");
        }
        return OptionalDouble.of(slope.get());
    }
}
