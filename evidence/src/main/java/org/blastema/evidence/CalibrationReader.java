package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Distribution;
import org.blastema.core.Fields;
import org.blastema.core.InvalidInput;
import org.blastema.core.Level;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Spread;
import org.blastema.core.Text;
import org.blastema.core.Unit;
import org.blastema.core.Yaml;
import org.blastema.model.Checker;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.blastema.model.Posterior;

/** Reads the target of a calibration and refuses what cannot be calibrated. */
public final class CalibrationReader {
    private static final String KIND = "calibrations";
    private static final int FEWEST_TRIALS = 400;
    private static final int MOST_TRIALS = 100_000;

    private final Library library;
    private final Fields file;
    private final Problems problems;

    private CalibrationReader(Library library, Yaml.Mapping tree, Problems problems) {
        this.library = library;
        this.problems = problems;
        this.file = new Fields(tree, problems, "the calibration");
    }

    /**
     * The target of a name.
     *
     * @throws InvalidInput with every problem
     */
    public static Calibration read(Library library, String name) {
        Yaml.Mapping tree =
                library.document(KIND, name).orElseThrow(() -> library.unknown(KIND, name, new Position(name, 1, 1)));
        Problems problems = new Problems();
        Calibration read = new CalibrationReader(library, tree, problems).bind();
        problems.throwIfFailed();
        return read;
    }

    /** A checker that knows calibrations beside what it knew. */
    static Checker with(Checker checker) {
        return checker.with(
                "calibration", (library, tree, problems) -> new CalibrationReader(library, tree, problems).bind());
    }

    private Calibration bind() {
        String name = file.requiredText("calibration");
        Text title = file.requiredBilingual("title");
        String area = file.requiredText("area");
        String modelName = file.requiredText("model");
        Optional<Model> model = model(modelName);
        List<FreeParameter> free = free(model);
        List<Calibration.Weighted> exceptions = exceptions(area, free.size());
        int trials = file.integer("trials").orElse(1000);
        if (trials < FEWEST_TRIALS || trials > MOST_TRIALS) {
            problems.error(
                    file.at("trials"),
                    trials + " trials",
                    "a round simulates " + FEWEST_TRIALS + " to " + MOST_TRIALS + " of each published trial");
        }
        Calibration read = new Calibration(
                name,
                title,
                area,
                modelName,
                free,
                exceptions,
                trials,
                file.integer("seed").orElse(1),
                new RivalsReader(name, model, problems).read(file));
        file.done();
        return read;
    }

    private Optional<Model> model(String name) {
        if (!library.names("models").contains(name)) {
            problems.unknown(file.at("model"), "model", name, library.names("models"));
            return Optional.empty();
        }
        try {
            return Optional.of(ModelReader.before(library, name));
        } catch (InvalidInput e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private List<FreeParameter> free(Optional<Model> model) {
        List<FreeParameter> free = new ArrayList<>();
        for (Fields each : file.list("free", "the free parameter")) {
            String name = each.requiredText("parameter");
            Optional<Level> between = between(each);
            Optional<Parameter> prior =
                    each.fields("prior", "the prior of " + name).map(inner -> prior(name, inner));
            each.done();
            model.flatMap(known -> own(known, name, each))
                    .flatMap(own -> bound(own, between, prior, each))
                    .ifPresent(free::add);
        }
        if (!file.has("free")) {
            file.missing("free");
        }
        if (free.stream().map(FreeParameter::column).distinct().count() < free.size()) {
            problems.error(file.at("free"), "a parameter stands twice", "a parameter is free once");
        }
        return List.copyOf(free);
    }

    private Parameter prior(String name, Fields fields) {
        Parameter read = Parameter.read(name, fields, Library.strictness(fields.position()));
        library.checkSources(read.sources(), fields.at("source"), problems);
        return read;
    }

    private Optional<Parameter> own(Model model, String name, Fields each) {
        Optional<Parameter> own = model.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
        if (own.isEmpty()) {
            problems.unknown(
                    each.at("parameter"),
                    "parameter of model " + model.name(),
                    name,
                    model.parameters().stream().map(Parameter::name).toList());
        }
        return own;
    }

    private Optional<Level> between(Fields each) {
        List<String> words = Posterior.LEVELS.stream().map(Fields::word).toList();
        Optional<Level> level = each.text("between")
                .flatMap(word -> Posterior.LEVELS.stream()
                        .filter(known -> Fields.word(known).equals(word))
                        .findFirst());
        if (each.has("between") && level.isEmpty()) {
            problems.unknown(each.at("between"), "level", each.text("between").orElse(""), words);
        }
        return level;
    }

    private Optional<FreeParameter> bound(
            Parameter own, Optional<Level> between, Optional<Parameter> given, Fields each) {
        int before = problems.size();
        Parameter prior = given.orElse(own);
        between.ifPresent(level -> size(own, level, given, each));
        Unit unit = between.flatMap(level -> Posterior.sized(own, level))
                .filter(Distribution.Lognormal.class::isInstance)
                .map(lognormal -> Unit.ONE)
                .orElse(own.unit());
        if (!prior.unit().equals(unit)) {
            problems.error(
                    prior.position(),
                    "the prior of " + own.name() + " has unit " + prior.unit().code(),
                    "the model has it in " + unit.code(),
                    unit.code());
        }
        spread(own, prior, each);
        range(own, prior, between.isPresent());
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new FreeParameter(own.name(), between, prior, own.note()));
    }

    private void size(Parameter own, Level level, Optional<Parameter> given, Fields each) {
        if (given.isEmpty() || Posterior.sized(own, level).isEmpty()) {
            problems.error(
                    each.position(),
                    "the spread of " + own.name() + " between " + Fields.word(level) + "s cannot be free",
                    "the model's parameter needs a normal or lognormal spread of level " + Fields.word(level)
                            + ", and the target a prior of its standard deviation or coefficient of variation");
        }
    }

    private void spread(Parameter own, Parameter prior, Fields each) {
        List<Spread> known = prior.spreads().stream()
                .filter(spread -> spread.level() == Level.KNOWLEDGE)
                .toList();
        if (known.isEmpty()) {
            problems.error(
                    each.position(),
                    own.name() + " has no spread of level knowledge",
                    "what is free needs a prior: such a spread in the model, or a 'prior' with a source here");
        }
        if (known.stream().anyMatch(spread -> spread.distribution() instanceof Distribution.Choice)) {
            problems.error(
                    each.position(),
                    own.name() + " is a choice between values",
                    "a free parameter moves without steps; weigh choices as 'rivals'");
        }
    }

    private void range(Parameter own, Parameter prior, boolean between) {
        if (between && prior.range().filter(range -> range.low() >= 0).isEmpty()) {
            problems.error(
                    prior.position(),
                    "the prior of the spread of " + own.name() + " has no range from 0 on",
                    "the size of a spread is 0 or more");
        }
        own.range().filter(allowed -> !between).ifPresent(allowed -> {
            boolean inside = prior.range()
                    .map(range -> allowed.contains(range.low()) && allowed.contains(range.high()))
                    .orElse(false);
            if (!inside) {
                problems.error(
                        prior.position(),
                        "the prior of " + own.name() + " reaches outside the model's range",
                        "its own range must lie within " + allowed);
            }
        });
    }

    private List<Calibration.Weighted> exceptions(String area, int free) {
        if (!Scored.table(library, new Problems()).areas().contains(area)) {
            problems.unknown(
                    file.at("area"),
                    "area with scored arms",
                    area,
                    Scored.table(library, new Problems()).areas());
            file.node("rows");
            return List.of();
        }
        List<Outcome> rows = Scored.read(library, area, problems).stream()
                .filter(each -> each.block() == Scored.Block.CALIBRATION)
                .map(Scored::outcome)
                .toList();
        OutcomeFinder finder = new OutcomeFinder(rows);
        List<Calibration.Weighted> exceptions = new ArrayList<>();
        for (Fields row : file.list("rows", "the row")) {
            finder.arm(row, "arm");
            exceptions.add(new Calibration.Weighted(
                    row.requiredText("trial"), row.requiredText("arm"), weight(row), row.requiredBilingual("why")));
            row.done();
        }
        long used = rows.size()
                - exceptions.stream().filter(each -> each.weight() == 0).count();
        if (used < 2L * free) {
            problems.error(
                    file.at("free"),
                    free + " free parameters and " + used + " rows of trials",
                    "each free parameter needs two rows at least; with fewer the answer would be the prior");
        }
        return List.copyOf(exceptions);
    }

    private double weight(Fields row) {
        double weight = row.requiredNumber("weight");
        if (!(weight >= 0 && weight <= 1)) {
            problems.error(row.at("weight"), "the weight " + weight, "a weight is 0 to 1");
        }
        return weight;
    }
}
