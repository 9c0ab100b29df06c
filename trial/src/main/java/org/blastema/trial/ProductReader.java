package org.blastema.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Strictness;
import org.blastema.core.Text;
import org.blastema.core.Unit;
import org.blastema.core.Yaml;
import org.blastema.model.Model;

/** Binds a product or comparator file. */
final class ProductReader {
    private final References references;
    private final Problems problems;
    private final Strictness strictness;

    ProductReader(References references, Problems problems, Strictness strictness) {
        this.references = references;
        this.problems = problems;
        this.strictness = strictness;
    }

    Product read(Yaml.Mapping written) {
        Yaml.Mapping file = new Likeness(references, problems).whole(written);
        Fields fields = new Fields(file, problems, "the product");
        String word = file.get("comparator").isPresent() ? "comparator" : "product";
        String name = fields.requiredText(word);
        Text title = fields.bilingual("title").orElse(new Text(name, name));
        String kind = fields.text("kind").orElse("");
        String modelName = fields.requiredText("model");
        Optional<Model> model = references.model(fields.at("model"), modelName);
        OptionalInt donors = donors(fields);
        OptionalInt lots = positive(fields, "lots");
        List<Product.Dosing> doses = new DosingReader(references, problems, strictness).read(fields, model);
        List<Parameter> parameters = parameters(fields, model);
        List<Product.AdverseEvent> events = new ArrayList<>();
        Set<String> terms = new HashSet<>();
        for (Fields event : fields.list("adverse-events", "adverse event")) {
            events.add(event(event, terms));
        }
        Optional<Product.Costs> costs = fields.fields("cost", "cost").map(this::costs);
        Optional<Product.Risk> risk = fields.fields("risk", "the risk")
                .map(each -> new ProductRiskReader(references, problems, strictness).read(each, model, terms, costs));
        List<Text> notes = fields.bilinguals("notes");
        fields.has("like");
        fields.done();
        return new Product(name, title, kind, modelName, donors, lots, doses, parameters, events, risk, costs, notes);
    }

    private OptionalInt donors(Fields fields) {
        if (fields.text("donor").orElse("self").equals("self")) {
            return OptionalInt.empty();
        }
        return positive(fields, "donor");
    }

    private OptionalInt positive(Fields fields, String key) {
        Optional<Integer> number = fields.integer(key);
        if (number.isPresent() && number.get() < 1) {
            problems.error(fields.at(key), "'" + key + "' is " + number.get(), "it must be 1 or more");
            return OptionalInt.empty();
        }
        return number.isPresent() ? OptionalInt.of(number.get()) : OptionalInt.empty();
    }

    private List<Parameter> parameters(Fields fields, Optional<Model> model) {
        List<Parameter> parameters = new ArrayList<>();
        for (Map.Entry<String, Fields> entry :
                fields.named("parameters", "parameter").entrySet()) {
            Parameter given = parameter(entry.getKey(), entry.getValue());
            parameters.add(given);
            model.ifPresent(known -> references.replaces(known, given));
        }
        return parameters;
    }

    private Parameter parameter(String name, Fields fields) {
        return references.parameter(name, fields, strictness);
    }

    private Product.AdverseEvent event(Fields fields, Set<String> terms) {
        String term = fields.requiredText("term");
        if (!terms.add(term)) {
            problems.error(fields.at("term"), "the term '" + term + "' a second time", "terms of a product differ");
        }
        Text label = fields.bilingual("label").orElse(new Text(term, term));
        boolean serious = fields.flag("serious").orElse(false);
        Parameter probability = needed(fields, "probability", term);
        share(probability);
        Optional<Parameter> ratio =
                fields.fields("ratio", "ratio of " + term).map(inside -> parameter(term + ".ratio", inside));
        ratio.ifPresent(value -> unit(value, Unit.ONE));
        Parameter day = needed(fields, "day", term);
        unit(day, Unit.parse("d"));
        if (day.value() < 0) {
            problems.error(
                    day.position(),
                    "day " + Decimal.plain(day.value()) + " of " + term,
                    "days count from the treatment on");
        }
        fields.done();
        return new Product.AdverseEvent(term, label, serious, probability, ratio, day);
    }

    private Parameter needed(Fields fields, String key, String term) {
        Optional<Fields> inside = fields.fields(key, key + " of " + term);
        if (inside.isEmpty() && !fields.has(key)) {
            fields.missing(key);
        }
        return inside.map(each -> parameter(term + "." + key, each)).orElseGet(() -> nothing(key, fields.position()));
    }

    private static Parameter nothing(String name, Position at) {
        return Parameter.absent(name, 0, name.equals("day") ? Unit.parse("d") : Unit.ONE, at);
    }

    private void share(Parameter probability) {
        unit(probability, Unit.ONE);
        if (probability.value() < 0 || probability.value() > 1) {
            problems.error(
                    probability.position(),
                    "a probability of " + Decimal.plain(probability.value()),
                    "it lies in 0 to 1");
        }
    }

    private void unit(Parameter parameter, Unit needed) {
        if (!parameter.unit().equals(needed)) {
            problems.error(
                    parameter.position(),
                    parameter.name() + " has unit " + parameter.unit().code() + " (dimension "
                            + parameter.unit().dimension() + ")",
                    "its unit is " + needed.code(),
                    needed.code());
        }
    }

    private Product.Costs costs(Fields fields) {
        String currency = fields.requiredText("currency");
        int year = fields.integer("year").orElse(0);
        if (!fields.has("year")) {
            fields.missing("year");
        }
        List<Product.Costs.Item> items = new ArrayList<>();
        for (Fields item : fields.list("items", "cost item")) {
            String name = item.requiredText("name");
            Text label = item.bilingual("label").orElse(new Text(name, name));
            Parameter price = parameter("cost." + name, item);
            if (!currency.isEmpty() && !price.unit().code().equals("{" + currency + "}")) {
                problems.error(
                        item.at("unit"),
                        name + " has unit " + price.unit().code(),
                        "costs of this product are in {" + currency + "}",
                        "{" + currency + "}");
            }
            items.add(new Product.Costs.Item(label, price));
        }
        fields.done();
        return new Product.Costs(currency, year, items);
    }
}
