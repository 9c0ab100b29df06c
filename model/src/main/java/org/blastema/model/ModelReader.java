package org.blastema.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.blastema.core.Fields;
import org.blastema.core.InvalidInput;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Range;
import org.blastema.core.Strictness;
import org.blastema.core.Text;
import org.blastema.core.Unit;
import org.blastema.core.Yaml;

/** Reads a model and those it includes; finds every problem in one pass. */
public final class ModelReader {
    private final ModelParts parts;
    private final Problems problems;
    private final Scope scope;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Model.Covariate> covariates = new ArrayList<>();
    private final Map<String, Integer> stateIndex = new HashMap<>();
    private final List<Unit> stateUnits = new ArrayList<>();

    private ModelReader(ModelParts parts, Problems problems) {
        this.parts = parts;
        this.problems = problems;
        scope = new Scope(parts.time(), problems);
    }

    /**
     * Reads a model of the library.
     *
     * @throws InvalidInput with every problem, if one is an error
     */
    public static Model read(Library library, String name) {
        Position command = new Position(name, 1, 1);
        Yaml.Mapping document =
                library.document("models", name).orElseThrow(() -> library.unknown("models", name, command));
        Problems problems = new Problems();
        Model model = read(library, document, problems);
        problems.throwIfFailed();
        return model;
    }

    /** Reads a model from a document; the caller looks at the problems. */
    public static Model read(Library library, Yaml.Mapping document, Problems problems) {
        return new ModelReader(ModelParts.collect(library, document, problems), problems).model();
    }

    private Model model() {
        defineNames();
        List<Model.Input> inputs = parts.inputs().stream().map(this::input).toList();
        List<Model.Quantity> quantities =
                parts.quantities().stream().map(this::quantity).toList();
        new QuantityOrder(quantities, parts.quantities(), problems).refuseCycles();
        List<Model.State> states = parts.states().stream().map(this::state).toList();
        List<Model.Event> events = parts.events().stream().map(this::event).toList();
        List<Model.Readout> readouts =
                parts.readouts().stream().map(this::readout).toList();
        Fields root = parts.root();
        Map<String, Map<String, Double>> scenarios = new LinkedHashMap<>();
        for (Yaml.Entry entry : root.entries("scenarios")) {
            scenarios.put(
                    entry.key().text(),
                    values(entry.value(), "scenario " + entry.key().text()));
        }
        Map<String, Model.Switch> switches = switches(root);
        Model model = new Model(
                root.requiredText("model"),
                root.bilingual("title").orElseGet(() -> missingTitle(root)),
                root.text("about").orElse("").trim(),
                root.texts("sources"),
                parts.time(),
                List.copyOf(parameters),
                List.copyOf(covariates),
                states,
                quantities,
                inputs,
                events,
                readouts,
                scenarios,
                defaultScenario(root, scenarios),
                switches,
                root.bilinguals("must-not-claim"));
        parts.done();
        return model;
    }

    private static Text missingTitle(Fields root) {
        root.missing("title");
        return new Text("", "");
    }

    private String defaultScenario(Fields root, Map<String, Map<String, Double>> scenarios) {
        Optional<String> name = root.text("default-scenario");
        if (name.isEmpty() && !scenarios.isEmpty()) {
            root.missing("default-scenario");
        }
        name.filter(n -> !scenarios.containsKey(n))
                .ifPresent(n -> problems.unknown(root.at("default-scenario"), "scenario", n, scenarios.keySet()));
        return name.orElse("");
    }

    private Map<String, Model.Switch> switches(Fields root) {
        Map<String, Model.Switch> switches = new LinkedHashMap<>();
        root.named("switches", "switch").forEach((name, fields) -> {
            Map<String, Double> off = fields.node("off")
                    .map(node -> values(node, fields.what()))
                    .orElseGet(() -> {
                        fields.missing("off");
                        return Map.of();
                    });
            switches.put(name, new Model.Switch(off, fields.text("about").orElse("")));
            fields.done();
        });
        return switches;
    }

    /** Values of parameters: {@code {kR: 0}}. */
    private Map<String, Double> values(Yaml node, String what) {
        Map<String, Double> values = new LinkedHashMap<>();
        if (!(node instanceof Yaml.Mapping mapping)) {
            problems.error(node.position(), what + " is not a mapping", "a mapping of parameters to values is needed");
            return values;
        }
        Fields fields = new Fields(mapping, problems, what);
        for (Yaml.Entry entry : mapping.entries()) {
            String name = entry.key().text();
            Optional<Parameter> known =
                    parameters.stream().filter(p -> p.name().equals(name)).findFirst();
            if (known.isEmpty()) {
                problems.unknown(
                        entry.key().position(),
                        "parameter",
                        name,
                        parameters.stream().map(Parameter::name).toList());
            }
            fields.number(name).ifPresent(value -> {
                values.put(name, value);
                known.flatMap(Parameter::range)
                        .filter(range -> what.startsWith("scenario") && !range.contains(value))
                        .ifPresent(range -> problems.error(
                                entry.value().position(),
                                what + ": " + name + " is " + value,
                                "it must lie in its range " + range));
            });
        }
        return values;
    }

    private void defineNames() {
        for (ModelParts.Part part : parts.parameters()) {
            Parameter parameter = Parameter.read(part.name(), part.fields(), part.strictness());
            parts.library().checkSources(parameter.sources(), part.fields().at("source"), problems);
            scope.define(part.name(), new Symbol.OfParameter(parameters.size()), parameter.unit());
            parameters.add(parameter);
        }
        for (ModelParts.Part part : parts.covariates()) {
            covariate(part);
        }
        for (ModelParts.Part part : parts.states()) {
            Unit unit = Unit.read(part.fields(), "unit");
            stateIndex.put(part.name(), stateUnits.size());
            scope.define(part.name(), new Symbol.OfState(stateUnits.size()), unit);
            stateUnits.add(unit);
        }
        int quantity = 0;
        for (ModelParts.Part part : parts.quantities()) {
            scope.define(part.name(), new Symbol.OfQuantity(quantity++), Unit.read(part.fields(), "unit"));
        }
        for (ModelParts.Part part : parts.inputs()) {
            Map<String, Unit> units = new LinkedHashMap<>();
            part.fields()
                    .named("fields", "field")
                    .forEach((name, fields) -> units.put(name, Unit.read(fields, "unit")));
            scope.input(part.name(), units);
        }
    }

    private void covariate(ModelParts.Part part) {
        Parameter value = Parameter.read(part.name(), withoutAbout(part), Strictness.USER);
        scope.define(part.name(), new Symbol.OfCovariate(covariates.size()), value.unit());
        covariates.add(new Model.Covariate(
                part.name(),
                value.value(),
                value.unit(),
                value.range(),
                part.fields().text("about").orElse("")));
    }

    private Fields withoutAbout(ModelParts.Part part) {
        List<Yaml.Entry> kept = part.fields().mapping().entries().stream()
                .filter(e -> !e.key().text().equals("about"))
                .toList();
        return new Fields(
                new Yaml.Mapping(kept, part.fields().position()),
                problems,
                part.fields().what());
    }

    private Model.Input input(ModelParts.Part part) {
        int index = parts.inputs().indexOf(part);
        List<Model.Field> fields = new ArrayList<>();
        part.fields().named("fields", "field").forEach((name, each) -> {
            fields.add(new Model.Field(
                    name, Unit.read(each, "unit"), each.number("default").orElse(0.0), Parameter.readRange(each)));
            each.done();
        });
        List<Model.Add> adds = assignments(part, "adds", OptionalInt.of(index));
        part.fields().text("about");
        return new Model.Input(
                part.name(), fields, adds, part.fields().text("about").orElse(""));
    }

    private List<Model.Add> assignments(ModelParts.Part part, String key, OptionalInt input) {
        List<Model.Add> adds = new ArrayList<>();
        for (Yaml.Entry entry : part.fields().entries(key)) {
            String target = part.prefix() + entry.key().text();
            Integer state = stateIndex.get(target);
            if (state == null) {
                problems.unknown(
                        entry.key().position(),
                        "state",
                        entry.key().text(),
                        stateIndex.keySet().stream().sorted().toList());
                continue;
            }
            syntax(entry.value(), part, "what " + part.fields().what() + " gives " + target)
                    .ifPresent(s -> adds.add(new Model.Add(
                            state,
                            expression(s, part, stateUnits.get(state), "what is given to " + target, input),
                            s.words())));
        }
        return adds;
    }

    private Optional<Syntax> syntax(Yaml node, ModelParts.Part part, String what) {
        return SyntaxReader.read(node, problems, what);
    }

    private Expression expression(Syntax syntax, ModelParts.Part part, Unit unit, String what, OptionalInt input) {
        scope.inside(part.prefix());
        Expression expression = scope.of(syntax, unit, what, input);
        scope.inside("");
        return expression;
    }

    /** The expression under a key of a part; a constant 0, and a problem, if it is missing or wrong. */
    private Written written(ModelParts.Part part, String key, Unit unit) {
        Optional<Yaml> node = part.fields().node(key);
        if (node.isEmpty()) {
            part.fields().missing(key);
            return new Written(new Expression.Constant(0, unit), "0");
        }
        return syntax(node.get(), part, part.fields().what())
                .map(s -> new Written(expression(s, part, unit, part.fields().what(), OptionalInt.empty()), s.words()))
                .orElse(new Written(new Expression.Constant(0, unit), "0"));
    }

    private record Written(Expression expression, String words) {}

    private Model.Quantity quantity(ModelParts.Part part) {
        Unit unit = Unit.read(part.fields(), "unit");
        Written equation = written(part, "equation", unit);
        return new Model.Quantity(
                part.name(),
                unit,
                equation.expression(),
                equation.words(),
                part.fields().text("about").orElse(""));
    }

    private Model.State state(ModelParts.Part part) {
        Unit unit = stateUnits.get(parts.states().indexOf(part));
        Written equation = written(part, "equation", unit.per(parts.time()));
        double scale = part.fields().number("scale").orElse(1.0);
        if (scale <= 0) {
            problems.error(
                    part.fields().at("scale"), part.fields().what() + ": the scale " + scale, "it must be above 0");
        }
        return new Model.State(
                part.name(),
                unit,
                written(part, "start", unit).expression(),
                scale,
                equation.expression(),
                equation.words(),
                part.fields().text("about").orElse(""));
    }

    private Model.Event event(ModelParts.Part part) {
        Fields fields = part.fields();
        if (fields.has("at") == fields.has("when")) {
            problems.error(
                    fields.position(),
                    fields.what() + " has " + (fields.has("at") ? "both" : "neither") + " of 'at' and 'when'",
                    "an event happens at a time or when a condition becomes true");
        }
        Optional<Expression> at =
                fields.node("at").map(node -> written(part, "at", parts.time()).expression());
        scope.inside(part.prefix());
        Optional<Syntax> condition = fields.node("when").flatMap(node -> syntax(node, part, fields.what()));
        Optional<Expression.Condition> when = condition.map(scope::condition);
        scope.inside("");
        List<Model.Add> sets = assignments(part, "set", OptionalInt.empty());
        fields.text("about");
        return new Model.Event(
                part.name(), at, when, sets, condition.map(Syntax::words).orElse(""));
    }

    private Model.Readout readout(ModelParts.Part part) {
        Fields fields = part.fields();
        Unit unit = Unit.read(fields, "unit");
        Written equation = written(part, "equation", unit);
        Optional<Range> range = Parameter.readRange(fields);
        if (!fields.has("range")) {
            fields.missing("range");
        }
        Optional<Parameter> mcid = fields.fields("mcid", fields.what() + ", mcid")
                .map(inner -> Parameter.read("mcid", inner, part.strictness()));
        mcid.ifPresent(m -> parts.library().checkSources(m.sources(), fields.at("mcid"), problems));
        mcid.filter(m -> !m.unit().commensurable(unit))
                .ifPresent(m -> problems.error(
                        fields.at("mcid"), fields.what() + ": mcid in " + m.unit(), "the unit " + unit + " is needed"));
        return new Model.Readout(
                part.name(),
                fields.bilingual("label").orElse(new Text(part.name(), part.name())),
                fields.choice("kind", Model.Kind.class).orElse(Model.Kind.CONTINUOUS),
                unit,
                range.orElse(new Range(0, 1)),
                fields.choice("better", Model.Better.class).orElse(Model.Better.LOW),
                mcid,
                equation.expression(),
                equation.words(),
                fields.text("about").orElse(""),
                fields.position());
    }
}
