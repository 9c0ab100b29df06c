package org.blastema.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.InvalidInput;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Range;
import org.blastema.core.Text;
import org.blastema.core.Unit;
import org.blastema.core.Yaml;

/** Reads a model and those it includes; finds every problem in one pass. */
public final class ModelReader {
    private final ModelParts parts;
    private final boolean posteriors;
    private final Problems problems;
    private final Scope scope;
    private final ExpressionReader reader;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Model.Covariate> covariates = new ArrayList<>();
    private final List<Model.Table> tables = new ArrayList<>();
    private final Map<String, Integer> stateIndex = new HashMap<>();
    private final List<Unit> stateUnits = new ArrayList<>();
    private final List<Constant> constants = new ArrayList<>();

    /** An expression that must be the same for a person at all times. */
    private record Constant(Expression expression, Position at, String what) {}

    private ModelReader(ModelParts parts, boolean posteriors, Problems problems) {
        this.parts = parts;
        this.posteriors = posteriors;
        this.problems = problems;
        scope = new Scope(parts.time(), problems);
        reader = new ExpressionReader(scope, problems);
    }

    /**
     * Reads a model of the library.
     *
     * @throws InvalidInput with every problem, if one is an error
     */
    public static Model read(Library library, String name) {
        return named(library, name, true);
    }

    private static Model named(Library library, String name, boolean posteriors) {
        Position command = new Position(name, 1, 1);
        Yaml.Mapping document =
                library.document("models", name).orElseThrow(() -> library.unknown("models", name, command));
        Problems problems = new Problems();
        Model model = read(library, document, posteriors, problems);
        problems.throwIfFailed();
        return model;
    }

    /**
     * Reads a model in a file of the user, who may include models of the library.
     *
     * @throws InvalidInput with every problem, if one is an error
     */
    public static Model read(Library library, Path file) {
        Yaml.Mapping document = library.document(file);
        Problems problems = new Problems();
        Model model = read(library, document, problems);
        problems.throwIfFailed();
        return model;
    }

    /** Reads a model from a document; the caller looks at the problems. */
    public static Model read(Library library, Yaml.Mapping document, Problems problems) {
        return read(library, document, true, problems);
    }

    /**
     * Reads a model of the library as it was before any calibration.
     *
     * @throws InvalidInput with every problem, if one is an error
     */
    public static Model before(Library library, String name) {
        return named(library, name, false);
    }

    private static Model read(Library library, Yaml.Mapping document, boolean posteriors, Problems problems) {
        return new ModelReader(ModelParts.collect(library, document, problems), posteriors, problems).model();
    }

    private Model model() {
        defineNames();
        List<Model.Input> inputs = parts.inputs().stream().map(this::input).toList();
        List<Model.Quantity> quantities =
                parts.quantities().stream().map(this::quantity).toList();
        QuantityOrder order = new QuantityOrder(quantities, parts.quantities(), problems);
        List<Model.State> states = parts.states().stream().map(this::state).toList();
        List<Model.Event> events = parts.events().stream().map(this::event).toList();
        List<Model.Readout> readouts =
                parts.readouts().stream().map(this::readout).toList();
        Optional<Model.Begin> begins = begins();
        Optional<Model.Risk> risk = new RiskReader(parts, reader, problems).read();
        risk.flatMap(Model.Risk::course)
                .ifPresent(course -> constants.add(
                        new Constant(course.until().expression(), parts.root().at("course"), "the course, until")));
        if (order.sound()) {
            constants.forEach(each -> order.refuseChanging(each.expression(), each.at(), each.what()));
        }
        Fields root = parts.root();
        SettingsReader settings = new SettingsReader(parts.settings(), parameters, problems);
        Map<String, Map<String, Double>> scenarios = settings.scenarios();
        Model model = new Model(
                root.requiredText("model"),
                parts.extended(),
                root.bilingual("title").orElseGet(() -> missingTitle(root)),
                root.text("about").orElse("").trim(),
                parts.sources(),
                parts.time(),
                begins,
                List.copyOf(parameters),
                parts.correlations(parameters),
                List.copyOf(covariates),
                List.copyOf(tables),
                states,
                quantities,
                inputs,
                events,
                readouts,
                risk,
                scenarios,
                settings.scenarioWords(scenarios),
                settings.defaultScenario(scenarios),
                settings.switches(),
                settings.settings(),
                settings.design(scenarios),
                parts.mustNotClaim(),
                parts.notModelled());
        parts.settings().forEach(file -> file.node("posterior"));
        Model known = posteriors ? Posterior.named(parts.settings(), parts.library(), model, problems) : model;
        parts.done();
        return known;
    }

    /** That of the model, else that of a model which it extends. */
    private Optional<Model.Begin> begins() {
        return parts.settings().reversed().stream()
                .filter(file -> file.has("begins"))
                .findFirst()
                .flatMap(this::begins);
    }

    private Optional<Model.Begin> begins(Fields file) {
        return file.node("begins")
                .flatMap(node -> reader.syntax(node, "begins"))
                .map(syntax -> {
                    Expression time = scope.of(syntax, parts.time(), "begins", OptionalInt.empty());
                    constants.add(new Constant(time, file.at("begins"), "begins '" + syntax.words() + "'"));
                    return new Model.Begin(time, syntax.words());
                });
    }

    private static Text missingTitle(Fields root) {
        if (!root.has("title")) {
            root.missing("title");
        }
        return new Text("", "");
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
        for (ModelParts.Part part : parts.tables()) {
            new TableReader(parts.library(), problems).read(part).ifPresent(table -> {
                scope.table(table);
                tables.add(table);
            });
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
        Parameter value = Parameter.read(part.name(), withoutAbout(part), part.strictness());
        parts.library().checkSources(value.sources(), part.fields().at("source"), problems);
        scope.define(part.name(), new Symbol.OfCovariate(covariates.size()), value.unit());
        covariates.add(new Model.Covariate(
                part.name(),
                value.value(),
                value.unit(),
                value.range(),
                value.sources(),
                value.knowledge(),
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
        part.fields().named("fields", "field").forEach((name, each) -> fields.add(field(part, name, each)));
        List<Model.Add> adds = assignments(part, "adds", OptionalInt.of(index));
        return new Model.Input(
                part.name(), fields, adds, part.fields().text("about").orElse(""));
    }

    private Model.Field field(ModelParts.Part part, String name, Fields field) {
        ModelParts.checkName(name, field, ModelParts.NAME, problems);
        if (parts.has(part.prefix() + name)) {
            problems.error(
                    field.position(),
                    "the field '" + name + "' is called like another part of the model",
                    "names must be unique in a model");
        }
        double usual = field.number("default").orElse(0.0);
        Optional<Range> range = Parameter.readRange(field);
        range.filter(r -> !r.contains(usual))
                .ifPresent(r -> problems.error(
                        field.at("default"),
                        field.what() + ": the default " + Decimal.plain(usual),
                        "it must lie in its range " + r));
        Unit unit = Unit.read(field, "unit");
        field.done();
        return new Model.Field(name, unit, usual, range);
    }

    private List<Model.Add> assignments(ModelParts.Part part, String key, OptionalInt input) {
        List<Model.Add> adds = new ArrayList<>();
        for (Yaml.Entry entry : part.fields().entries(key)) {
            String target = part.prefix() + entry.key().text();
            Integer state = stateIndex.get(target);
            if (state == null) {
                problems.unknown(entry.key().position(), "state", entry.key().text(), states(part.prefix()));
                continue;
            }
            reader.syntax(entry.value(), "what " + part.fields().what() + " gives " + target)
                    .ifPresent(s -> adds.add(new Model.Add(
                            state,
                            reader.expression(s, part, stateUnits.get(state), "what is given to " + target, input),
                            s.words())));
        }
        return adds;
    }

    /** The states that a file sees, as it writes them. */
    private List<String> states(String prefix) {
        return stateIndex.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .sorted()
                .toList();
    }

    /** The same, for an expression that must not change with time. */
    private Model.Written constant(ModelParts.Part part, String key, Unit unit) {
        Model.Written written = reader.written(part, key, unit);
        String what = part.fields().what() + ", " + key + " '" + written.words() + "'";
        constants.add(new Constant(written.expression(), part.fields().at(key), what));
        return written;
    }

    private Model.Quantity quantity(ModelParts.Part part) {
        Unit unit = Unit.read(part.fields(), "unit");
        Model.Written equation = reader.written(part, "equation", unit);
        return new Model.Quantity(
                part.name(),
                unit,
                equation.expression(),
                equation.words(),
                part.fields().text("about").orElse(""));
    }

    private Model.State state(ModelParts.Part part) {
        Unit unit = stateUnits.get(parts.states().indexOf(part));
        Model.Written equation = reader.written(part, "equation", unit.per(parts.time()));
        Model.Written start = constant(part, "start", unit);
        double scale = part.fields().number("scale").orElse(1.0);
        if (scale <= 0) {
            problems.error(
                    part.fields().at("scale"), part.fields().what() + ": the scale " + scale, "it must be above 0");
        }
        return new Model.State(
                part.name(),
                unit,
                start.expression(),
                scale,
                equation.expression(),
                start.words(),
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
        Optional<Model.Written> at = fields.node("at").map(node -> constant(part, "at", parts.time()));
        Optional<ExpressionReader.Condition> when =
                fields.node("when").flatMap(node -> reader.condition(node, part.prefix(), fields.what() + ", when"));
        List<Model.Add> sets = assignments(part, "set", OptionalInt.empty());
        if (sets.isEmpty() && !fields.has("set")) {
            fields.missing("set");
        }
        return new Model.Event(
                part.name(),
                at.map(Model.Written::expression),
                when.map(ExpressionReader.Condition::condition),
                sets,
                at.map(Model.Written::words)
                        .or(() -> when.map(ExpressionReader.Condition::words))
                        .orElse(""),
                fields.text("about").orElse(""));
    }

    private Model.Readout readout(ModelParts.Part part) {
        Fields fields = part.fields();
        Unit unit = Unit.read(fields, "unit");
        Model.Written equation = reader.written(part, "equation", unit);
        Optional<Range> range = Parameter.readRange(fields);
        List.of("range", "kind", "better").stream()
                .filter(key -> !fields.has(key))
                .forEach(fields::missing);
        Optional<Parameter> mcid = fields.fields("mcid", fields.what() + ", mcid")
                .map(inner -> Parameter.read("mcid", inner, part.strictness()));
        mcid.filter(m -> m.value() <= 0)
                .ifPresent(m -> problems.error(
                        fields.at("mcid"),
                        fields.what() + ": mcid " + Decimal.plain(m.value()),
                        "a change that matters is above 0"));
        mcid.ifPresent(m -> parts.library().checkSources(m.sources(), fields.at("mcid"), problems));
        mcid.filter(m -> !m.unit().commensurable(unit))
                .ifPresent(m -> problems.error(
                        fields.at("mcid"), fields.what() + ": mcid in " + m.unit(), "the unit " + unit + " is needed"));
        Model.Kind kind = fields.choice("kind", Model.Kind.class).orElse(Model.Kind.CONTINUOUS);
        if (kind == Model.Kind.TIME_TO_EVENT && !unit.code().equals("d")) {
            problems.error(fields.at("unit"), fields.what() + " is in " + unit, "a time to an event is in days", "d");
        }
        return new Model.Readout(
                part.name(),
                fields.bilingual("label").orElse(new Text(part.name(), part.name())),
                kind,
                unit,
                fields.bilingual("unit-words"),
                range.orElse(new Range(0, 1)),
                fields.choice("better", Model.Better.class).orElse(Model.Better.LOW),
                mcid,
                equation.expression(),
                equation.words(),
                fields.text("about").orElse(""),
                fields.position());
    }
}
