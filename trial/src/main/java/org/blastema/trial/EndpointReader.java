package org.blastema.trial;

import java.util.List;
import java.util.Optional;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Knowledge;
import org.blastema.core.Parameter;
import org.blastema.core.Problems;
import org.blastema.core.Unit;
import org.blastema.core.Yaml;
import org.blastema.model.Library;
import org.blastema.model.Model;

/** Binds one endpoint of a study. */
final class EndpointReader {
    private static final double SAME_DAY = 1e-6;

    private final References references;
    private final Problems problems;
    private final Measure measure;

    EndpointReader(References references, Problems problems, Measure measure) {
        this.references = references;
        this.problems = problems;
        this.measure = measure;
    }

    Study.Endpoint read(Fields fields, Optional<Model> model, List<Visit> visits) {
        String name = fields.requiredText("readout");
        Optional<Model.Readout> readout = model.filter(known -> known.readout(name) >= 0)
                .map(known -> known.readouts().get(known.readout(name)));
        if (readout.isEmpty() && !name.isEmpty()) {
            model.ifPresent(
                    known -> problems.unknown(fields.at("readout"), "readout", name, StudyChecks.readouts(known)));
        }
        readout.filter(known -> known.kind() == Model.Kind.TIME_TO_EVENT && fields.has("responder"))
                .ifPresent(known -> problems.error(
                        fields.at("responder"),
                        name + " is a time to an event",
                        "it has no responders; the share with the event is told without them"));
        Optional<Visit> primary = fields.node("primary-visit").flatMap(node -> visit(node, visits));
        Optional<Study.Responder> responder =
                fields.fields("responder", "responder").map(inside -> responder(inside, readout));
        boolean harm = fields.flag("harm").orElse(false);
        readout.filter(known -> harm && known.kind() != Model.Kind.PROPORTION)
                .ifPresent(known -> problems.error(
                        fields.at("harm"), name + " is no share of people", "a harm is a readout of kind proportion"));
        fields.done();
        return new Study.Endpoint(name, primary, responder, harm);
    }

    private Optional<Visit> visit(Yaml node, List<Visit> visits) {
        Optional<Double> day = measure.in(Unit.parse("d"), node);
        Optional<Visit> found = day.flatMap(value -> visits.stream()
                .filter(visit -> Math.abs(visit.day() - value) < SAME_DAY)
                .findFirst());
        if (day.isPresent() && found.isEmpty()) {
            problems.error(
                    node.position(),
                    "the primary visit at day " + day.get(),
                    "it must be one of the visits",
                    visits.stream().map(visit -> visit.day() + " d").toList().toArray(String[]::new));
        }
        return found;
    }

    private Study.Responder responder(Fields fields, Optional<Model.Readout> readout) {
        double gain = fields.requiredNumber("gain");
        if (gain < 0) {
            problems.error(
                    fields.at("gain"),
                    "a gain of " + Decimal.plain(gain),
                    "a gain is towards the better side, 0 or more");
        }
        Unit unit = Unit.read(fields, "unit");
        List<String> sources = fields.texts("source");
        references.sources(fields.at("source"), sources);
        Optional<Knowledge> knowledge = Parameter.provenance(fields, sources, Library.strictness(fields.position()));
        Optional<org.blastema.core.Text> label = fields.bilingual("label");
        fields.text("note");
        fields.done();
        if (readout.isEmpty()) {
            return new Study.Responder(gain, label, sources, knowledge);
        }
        if (!unit.commensurable(readout.get().unit())) {
            problems.error(
                    fields.at("unit"),
                    "a gain in " + unit.code() + " (dimension " + unit.dimension() + ")",
                    "the readout is in " + readout.get().unit().code() + " (dimension "
                            + readout.get().unit().dimension() + ")",
                    readout.get().unit().code());
            return new Study.Responder(gain, label, sources, knowledge);
        }
        return new Study.Responder(gain * unit.factorTo(readout.get().unit()), label, sources, knowledge);
    }
}
