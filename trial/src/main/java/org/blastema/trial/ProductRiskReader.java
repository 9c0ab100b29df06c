package org.blastema.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.blastema.core.Fields;
import org.blastema.core.Level;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Strictness;
import org.blastema.model.Model;

/** Binds what a product says of the model of its harms. */
final class ProductRiskReader {
    private final References references;
    private final Problems problems;
    private final Strictness strictness;

    ProductRiskReader(References references, Problems problems, Strictness strictness) {
        this.references = references;
        this.problems = problems;
        this.strictness = strictness;
    }

    /**
     * The risk of a product.
     *
     * @param patient the model of the product's patients
     * @param terms adverse events that the product lists itself
     * @param costs what the product costs
     */
    Product.Risk read(Fields fields, Optional<Model> patient, Set<String> terms, Optional<Product.Costs> costs) {
        String name = fields.requiredText("model");
        Optional<Model> model = references.model(fields.at("model"), name);
        Position at = fields.at("model");
        model.ifPresent(known -> {
            suits(at, known);
            patient.ifPresent(other -> apart(at, known, other));
            known.risk()
                    .ifPresent(risk -> risk.harms().stream()
                            .map(Model.Harm::term)
                            .filter(terms::contains)
                            .forEach(term -> problems.error(
                                    at, "the term '" + term + "' a second time", "terms of a product differ")));
        });
        List<Parameter> parameters = new ArrayList<>();
        fields.named("parameters", "parameter").forEach((key, inside) -> {
            Parameter given = references.parameter(key, inside, strictness);
            parameters.add(given);
            model.ifPresent(known -> references.replaces(known, given));
        });
        List<Product.Consequence> consequences = new ArrayList<>();
        fields.named("consequences", "what follows")
                .forEach((term, inside) -> consequences.add(consequence(term, inside, model, patient, costs)));
        List<String> inputs = fields.texts("inputs");
        patient.ifPresent(known -> inputs(fields.at("inputs"), inputs, known));
        Product.Risk risk = new Product.Risk(
                name, inputs, DesignReader.settings(fields), List.copyOf(parameters), List.copyOf(consequences));
        model.ifPresent(known -> Settings.check(known, fields.at("settings"), risk.settings(), problems));
        fields.done();
        return risk;
    }

    private void inputs(Position at, List<String> inputs, Model patient) {
        List<String> known = patient.inputs().stream().map(Model.Input::name).toList();
        inputs.stream()
                .filter(each -> !known.contains(each))
                .forEach(each -> problems.unknown(at, "input of model " + patient.name(), each, known));
    }

    /** A model of harms is asked at each giving, in one way whatever becomes of the patient. */
    private void suits(Position at, Model model) {
        refuse(
                at,
                model.risk().isEmpty(),
                "the model " + model.name() + " has no harms",
                "a model of harms has 'harms'");
        refuse(
                at,
                !model.scenarios().isEmpty(),
                "the model of harms " + model.name() + " has scenarios",
                "scenarios are about what the treatment does; a harm has settings");
        refuse(
                at,
                model.begins().isPresent(),
                "the model of harms " + model.name() + " begins before the giving",
                "a model of harms begins at the giving");
        boolean measured = model.parameters().stream()
                .flatMap(each -> each.spreads().stream())
                .anyMatch(spread -> spread.level() == Level.OCCASION || spread.level() == Level.CELL);
        refuse(
                at,
                measured,
                "the model of harms " + model.name() + " has spreads at the level occasion or cell",
                "a harm is no measurement; its own chance is drawn at each giving");
    }

    private void refuse(Position at, boolean wrong, String what, String rule) {
        if (wrong) {
            problems.error(at, what, rule);
        }
    }

    /** A study sets parameters, settings and switches by name, so that the two models must not share any. */
    private void apart(Position at, Model risk, Model patient) {
        Set<String> taken = new HashSet<>(names(patient));
        names(risk).stream()
                .filter(taken::contains)
                .forEach(name -> problems.error(
                        at,
                        "the models " + risk.name() + " and " + patient.name() + " both have '" + name + "'",
                        "parameters, settings and switches of the model of harms have names of their own"));
    }

    private static List<String> names(Model model) {
        return Stream.of(
                        model.parameters().stream().map(Parameter::name),
                        model.settings().keySet().stream(),
                        model.switches().keySet().stream())
                .flatMap(each -> each)
                .toList();
    }

    private Product.Consequence consequence(
            String term, Fields fields, Optional<Model> model, Optional<Model> patient, Optional<Product.Costs> costs) {
        model.flatMap(Model::risk).ifPresent(risk -> {
            List<String> known = risk.harms().stream().map(Model.Harm::term).toList();
            if (!known.contains(term)) {
                problems.unknown(fields.position(), "harm", term, known);
            }
        });
        Optional<Product.Dosing> dose = fields.fields("gives", "what " + term + " gives")
                .flatMap(inside -> new DosingReader(references, problems, strictness).consequence(inside, patient));
        Optional<Parameter> price = fields.fields("price", "price of " + term)
                .map(inside -> references.parameter("price." + term, inside, strictness));
        price.ifPresent(each -> currency(each, costs));
        boolean leaves = fields.flag("leaves").orElse(false);
        fields.done();
        return new Product.Consequence(term, dose, price, leaves);
    }

    private void currency(Parameter price, Optional<Product.Costs> costs) {
        Optional<String> needed = costs.map(each -> "{" + each.currency() + "}");
        if (needed.isEmpty()) {
            problems.error(
                    price.position(),
                    "a price of a harm of a product without 'cost'",
                    "it adds to the product's cost, whose currency and year it shares");
        } else if (!price.unit().code().equals(needed.get())) {
            problems.error(
                    price.position(),
                    price.name() + " has unit " + price.unit().code(),
                    "costs of this product are in " + needed.get(),
                    needed.get());
        }
    }
}
