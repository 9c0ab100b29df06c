package org.blastema.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Parameter;
import org.blastema.core.Problems;
import org.blastema.core.Strictness;
import org.blastema.core.Unit;
import org.blastema.core.Yaml;
import org.blastema.model.Model;

/** Binds the doses of a product against the inputs of its model. */
final class DosingReader {
    private final References references;
    private final Problems problems;
    private final Strictness strictness;
    private final Measure measure;

    DosingReader(References references, Problems problems, Strictness strictness) {
        this.references = references;
        this.problems = problems;
        this.strictness = strictness;
        this.measure = new Measure(problems);
    }

    List<Product.Dosing> read(Fields product, Optional<Model> model) {
        List<Product.Dosing> doses = new ArrayList<>();
        for (Fields fields : product.list("doses", "dose")) {
            dose(fields, model).ifPresent(doses::add);
        }
        doses.sort(Comparator.comparingDouble(Product.Dosing::day));
        return doses;
    }

    /** What a harm gives into the patient's model on its day. */
    Optional<Product.Dosing> consequence(Fields fields, Optional<Model> model) {
        return given(fields, 0, model);
    }

    private Optional<Product.Dosing> dose(Fields fields, Optional<Model> model) {
        Optional<Yaml> at = fields.node("at");
        if (at.isEmpty()) {
            fields.missing("at");
        }
        double day = at.flatMap(node -> measure.in(Unit.parse("d"), node)).orElse(0.0);
        if (day < 0) {
            problems.error(fields.at("at"), "a dose at day " + Decimal.plain(day), "days count from the treatment on");
        }
        return given(fields, day, model);
    }

    private Optional<Product.Dosing> given(Fields fields, double day, Optional<Model> model) {
        String input = fields.requiredText("input");
        List<String> sources = fields.texts("source");
        references.sources(fields.at("source"), sources);
        Parameter.provenance(fields, sources, strictness);
        Optional<Fields> with = fields.fields("with", "dose into " + input);
        fields.text("note");
        fields.done();
        if (model.isEmpty()) {
            return Optional.empty();
        }
        List<String> names =
                model.get().inputs().stream().map(Model.Input::name).toList();
        if (!names.contains(input)) {
            problems.unknown(fields.at("input"), "input of model " + model.get().name(), input, names);
            return Optional.empty();
        }
        List<Double> values = values(with, model.get().inputs().get(names.indexOf(input)));
        return Optional.of(new Product.Dosing(input, day, values, fields.position()));
    }

    private List<Double> values(Optional<Fields> with, Model.Input input) {
        List<Double> values = new ArrayList<>();
        for (Model.Field field : input.fields()) {
            double value = with.flatMap(fields -> fields.node(field.name()))
                    .flatMap(node -> value(node, field))
                    .orElse(field.defaultValue());
            values.add(value);
        }
        with.ifPresent(Fields::done);
        return values;
    }

    /** A bare number is in the field's unit; a number with a unit is converted. */
    private Optional<Double> value(Yaml node, Model.Field field) {
        boolean bare =
                node instanceof Yaml.Scalar scalar && !scalar.text().strip().contains(" ");
        Optional<Double> value = bare && node instanceof Yaml.Scalar scalar
                ? measure.number(scalar.text().strip(), scalar.position())
                : measure.in(field.unit(), node);
        value.filter(each -> field.range().isPresent() && !field.range().get().contains(each))
                .ifPresent(each -> problems.error(
                        node.position(),
                        "the dose's " + field.name() + " is " + Decimal.plain(each) + " "
                                + field.unit().code(),
                        "it must lie in its range " + field.range().get()));
        return value;
    }
}
