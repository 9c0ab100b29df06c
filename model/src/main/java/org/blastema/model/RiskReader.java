package org.blastema.model;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Problems;
import org.blastema.core.Text;
import org.blastema.core.Unit;
import org.blastema.core.Yaml;

/** Reads what can go wrong: the harms of a model and for whom its states are solved. */
final class RiskReader {
    private static final Unit DAY = Unit.parse("d");

    private final ModelParts parts;
    private final ExpressionReader reader;
    private final Problems problems;

    RiskReader(ModelParts parts, ExpressionReader reader, Problems problems) {
        this.parts = parts;
        this.reader = reader;
        this.problems = problems;
    }

    /** Empty for a model without harms. */
    Optional<Model.Risk> read() {
        List<Model.Harm> harms = parts.harms().stream().map(this::harm).toList();
        Optional<Model.Course> course =
                parts.root().fields("course", "the course").flatMap(this::course);
        if (harms.isEmpty()) {
            if (parts.root().has("course")) {
                problems.error(
                        parts.root().at("course"),
                        "a course in a model without harms",
                        "a course says for whom the states behind the harms are solved");
            }
            return Optional.empty();
        }
        return Optional.of(new Model.Risk(harms, course));
    }

    private Model.Harm harm(ModelParts.Part part) {
        Fields fields = part.fields();
        Text label = fields.requiredBilingual("label");
        Model.Related related = fields.requiredChoice("related", Model.Related.class, Model.Related.UNRELATED);
        if (!fields.has("serious")) {
            fields.missing("serious");
        }
        Model.Written chance = share(part, "chance");
        return new Model.Harm(
                part.name(),
                label,
                fields.flag("serious").orElse(false),
                related,
                fields.flag("once").orElse(false),
                chance,
                time(part, "day"),
                fields.has("duration") ? Optional.of(time(part, "duration")) : Optional.empty(),
                shareOrOne(part, "noticed"),
                shareOrOne(part, "asked"),
                fields.text("about").orElse(""));
    }

    private Model.Written shareOrOne(ModelParts.Part part, String key) {
        return part.fields().has(key) ? share(part, key) : new Model.Written(new Expression.Constant(1, Unit.ONE), "1");
    }

    private Model.Written share(ModelParts.Part part, String key) {
        Model.Written written = reader.written(part, key, Unit.ONE);
        refuse(part, key, written, value -> value < 0 || value > 1, "it lies in 0 to 1");
        return written;
    }

    private Model.Written time(ModelParts.Part part, String key) {
        Model.Written written = reader.written(part, key, DAY);
        refuse(part, key, written, value -> value < 0, "it counts from the giving on");
        return written;
    }

    /** A number that is wrong whatever chance brings; what chance makes wrong is found when the harm is drawn. */
    private void refuse(ModelParts.Part part, String key, Model.Written written, DoublePredicate wrong, String rule) {
        if (written.expression() instanceof Expression.Constant constant && wrong.test(constant.value())) {
            problems.error(
                    part.fields().at(key),
                    part.fields().what() + ": " + key + " " + Decimal.plain(constant.value()),
                    rule);
        }
    }

    private Optional<Model.Course> course(Fields fields) {
        Stream.of("when", "until").filter(key -> !fields.has(key)).forEach(fields::missing);
        Optional<Yaml> when = fields.node("when");
        Optional<Yaml> until = fields.node("until");
        fields.done();
        if (when.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        ModelParts.Part part = new ModelParts.Part("course", "", fields, Library.strictness(fields.position()));
        Model.Written end = reader.written(part, "until", parts.time());
        return reader.condition(when.get(), "", "the course, when")
                .map(condition -> new Model.Course(condition.condition(), condition.words(), end));
    }
}
