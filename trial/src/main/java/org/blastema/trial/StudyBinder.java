package org.blastema.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Range;
import org.blastema.core.Strictness;
import org.blastema.core.Text;
import org.blastema.core.Unit;
import org.blastema.core.Yaml;
import org.blastema.model.Library;
import org.blastema.model.Model;

/** Binds a study's node tree. What it refers to is bound with it; problems of all files are collected. */
final class StudyBinder {
    static final List<String> KEYS = List.of(
            "study",
            "title",
            "question",
            "context-of-use",
            "model",
            "population",
            "covariates",
            "patients",
            "trials",
            "twins",
            "seed",
            "alpha",
            "horizon",
            "visits",
            "timecourse",
            "endpoints",
            "design",
            "eligibility",
            "drop-out",
            "arms",
            "groups",
            "reference",
            "contrasts",
            "switches",
            "settings",
            "parameters",
            "data-conflicts",
            "scenario",
            "scenarios",
            "must-not-claim",
            "not-modelled",
            "put-in",
            "practices",
            "words",
            "published",
            "followed");

    private static final int MOST_PATIENTS = 1 << 24;
    private static final int MOST_ARMS = 254;

    private final References references;
    private final Problems problems;
    private final Measure measure;
    private final Fields fields;

    StudyBinder(Yaml.Mapping tree, References references, Problems problems) {
        this.references = references;
        this.problems = problems;
        this.measure = new Measure(problems);
        this.fields = new Fields(tree, problems, "the study");
    }

    /** The study; what could not be bound is noted and stands in it by a default. */
    Study bind() {
        String name = fields.requiredText("study");
        String modelName = fields.requiredText("model");
        Optional<Model> model = references.model(fields.at("model"), modelName);
        double horizon = days("horizon").orElse(0.0);
        List<Visit> visits =
                ascending("visits", horizon).stream().map(Visit::at).toList();
        List<Double> grid = ascending("timecourse", horizon);
        DropOutReader dropOuts = new DropOutReader(references, problems, measure, strictness());
        StudyParameters parameters = new StudyParameters(references, problems);
        DesignReader designs = new DesignReader(references, problems, strictness());
        List<Study.Arm> arms = arms(model, dropOuts, designs, horizon, visits);
        List<String> names = arms.stream().map(Study.Arm::name).toList();
        Study study = new Study(
                name,
                fields.bilingual("title").orElse(new Text(name, name)),
                fields.bilingual("question"),
                fields.bilingual("context-of-use"),
                modelName,
                population(),
                whole(fields, "patients", 0, 1, MOST_PATIENTS),
                whole(fields, "trials", 1, 1, MOST_PATIENTS),
                whole(fields, "twins", 200, 0, MOST_PATIENTS),
                seed(),
                alpha(),
                horizon,
                visits,
                grid,
                endpoints(model, visits),
                designs.study(fields),
                eligibility(fields, model).orElseGet(LinkedHashMap::new),
                dropOuts.read(fields, horizon, visits),
                arms,
                fields.choice("groups", Study.Groups.class).orElse(Study.Groups.PARALLEL),
                reference(names),
                contrasts(names),
                switches(),
                DesignReader.settings(fields),
                parameters.values(fields),
                parameters.restated(fields),
                conflicts(names),
                scenario(model),
                scenarios(model),
                fields.bilinguals("must-not-claim"),
                Model.Omission.list(fields),
                fields.bilinguals("put-in"),
                new PracticeReader(references, problems, strictness()).read(fields, names),
                Study.Words.read(fields),
                fields.sequence("published"),
                fields.sequence("followed"));
        fields.done();
        StudyChecks.check(study, fields, references, problems);
        return study;
    }

    private Population population() {
        String name = fields.requiredText("population");
        Optional<Yaml.Mapping> file = name.isEmpty()
                ? Optional.empty()
                : references.document(fields.at("population"), "population", name, List.of("populations"));
        Population read = file.map(tree ->
                        new PopulationReader(references, problems, Library.strictness(tree.position())).read(tree))
                .orElseGet(() -> new Population(name, new Text(name, name), "", List.of(), List.of(), List.of()));
        return new PopulationReader(references, problems, strictness()).replace(read, fields);
    }

    private int whole(Fields of, String key, int otherwise, int least, int most) {
        if (!of.has(key) && otherwise < least) {
            of.missing(key);
        }
        int value = of.integer(key).orElse(Math.max(otherwise, least));
        if (value < least || value > most) {
            problems.error(of.at(key), "'" + key + "' is " + value, "it must lie in " + least + " to " + most);
        }
        return value;
    }

    private long seed() {
        String text = fields.text("seed").orElse("1");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            problems.error(fields.at("seed"), "the seed \"" + text + "\"", "a seed is a whole number of 64 bits");
            return 1;
        }
    }

    private double alpha() {
        double alpha = fields.number("alpha").orElse(0.05);
        if (!(alpha > 0 && alpha < 1)) {
            problems.error(fields.at("alpha"), "alpha is " + Decimal.plain(alpha), "it lies between 0 and 1");
        }
        return alpha;
    }

    private Optional<Double> days(String key) {
        Optional<Yaml> node = fields.node(key);
        if (node.isEmpty()) {
            fields.missing(key);
        }
        Optional<Double> day = node.flatMap(each -> measure.in(Unit.parse("d"), each));
        day.filter(value -> !(value > 0))
                .ifPresent(value -> problems.error(
                        fields.at(key),
                        "'" + key + "' is day " + Decimal.plain(value),
                        "it must lie after the treatment"));
        return day;
    }

    private List<Double> ascending(String key, double horizon) {
        if (!fields.has(key) && key.equals("visits")) {
            fields.missing(key);
        }
        List<Double> days = new ArrayList<>();
        for (Yaml node : fields.sequence(key)) {
            measure.in(Unit.parse("d"), node).ifPresent(day -> {
                if (day < 0 || day == 0 && key.equals("visits")) {
                    problems.error(
                            node.position(), key + ": day " + Decimal.plain(day), "visits lie after the treatment");
                } else if (horizon > 0 && day > horizon) {
                    problems.error(
                            node.position(),
                            key + ": day " + Decimal.plain(day),
                            "it must not lie after the horizon, day " + Decimal.plain(horizon));
                } else if (!days.isEmpty() && day <= days.getLast()) {
                    problems.error(node.position(), key + ": day " + Decimal.plain(day), "days must ascend");
                } else {
                    days.add(day);
                }
            });
        }
        return List.copyOf(days);
    }

    private List<Study.Arm> arms(
            Optional<Model> model, DropOutReader dropOuts, DesignReader designs, double horizon, List<Visit> visits) {
        if (!fields.has("arms")) {
            fields.missing("arms");
        }
        List<Study.Arm> arms = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Map<String, Optional<Product>> products = new LinkedHashMap<>();
        for (Fields each : fields.list("arms", "arm")) {
            String product = each.requiredText("product");
            String name = each.text("name").orElse(product);
            OptionalInt patients = each.has("patients")
                    ? OptionalInt.of(whole(each, "patients", 1, 1, MOST_PATIENTS))
                    : OptionalInt.empty();
            Optional<SequencedMap<String, Range>> eligibility = eligibility(each, model);
            Optional<Study.DropOut> dropOut = dropOuts.read(each, horizon, visits);
            Optional<Design> design = designs.arm(each);
            SequencedMap<String, String> settings = DesignReader.settings(each);
            Optional<Study.Step> step = step(each, seen);
            each.done();
            if (!seen.add(name)) {
                problems.error(each.position(), "the arm '" + name + "' a second time", "names of arms differ");
            }
            Position at = each.at("product");
            Optional<Product> known = products.containsKey(product) ? products.get(product) : product(at, product);
            products.put(product, known);
            known.ifPresent(bound -> arms.add(
                    new Study.Arm(name, solved(bound, model), patients, eligibility, dropOut, design, settings, step)));
        }
        if (arms.size() > MOST_ARMS) {
            problems.error(fields.at("arms"), arms.size() + " arms", "a study has at most " + MOST_ARMS + " arms");
        }
        return List.copyOf(arms);
    }

    /** A product of a model that the study's model extends is solved with the study's. */
    private static Product solved(Product product, Optional<Model> model) {
        return model.filter(wider -> wider.extended().contains(product.model()))
                .map(wider -> product.within(wider.name()))
                .orElse(product);
    }

    /** What an arm adds to one that stands before it. */
    private Optional<Study.Step> step(Fields arm, Set<String> before) {
        return arm.fields("step", "step").map(inside -> {
            Optional<String> after = inside.text("after");
            after.ifPresent(name -> known(inside.at("after"), name, List.copyOf(before)));
            Text label = inside.bilingual("label").orElseGet(() -> {
                inside.missing("label");
                return new Text("", "");
            });
            inside.done();
            return new Study.Step(after, label);
        });
    }

    private Optional<Product> product(Position at, String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return references
                .document(at, "product", name, Likeness.KINDS)
                .map(tree -> new ProductReader(references, problems, Library.strictness(tree.position())).read(tree));
    }

    private List<Study.Endpoint> endpoints(Optional<Model> model, List<Visit> visits) {
        if (!fields.has("endpoints")) {
            fields.missing("endpoints");
        }
        List<Study.Endpoint> endpoints = new ArrayList<>();
        for (Fields each : fields.list("endpoints", "endpoint")) {
            endpoints.add(new EndpointReader(references, problems, measure).read(each, model, visits));
        }
        return List.copyOf(endpoints);
    }

    private Optional<SequencedMap<String, Range>> eligibility(Fields of, Optional<Model> model) {
        return of.fields("eligibility", "eligibility").map(inside -> {
            SequencedMap<String, Range> ranges = new LinkedHashMap<>();
            for (Yaml.Entry entry : inside.mapping().entries()) {
                String readout = entry.key().text();
                model.filter(known -> known.readout(readout) < 0)
                        .ifPresent(known -> problems.unknown(
                                entry.key().position(), "readout", readout, StudyChecks.readouts(known)));
                List<Double> ends = inside.numbers(readout);
                if (ends.size() == 2 && ends.get(0) < ends.get(1)) {
                    ranges.put(readout, new Range(ends.get(0), ends.get(1)));
                } else {
                    problems.error(
                            entry.value().position(),
                            "eligibility " + readout + ": " + ends,
                            "a range is [low, high] with low below high");
                }
            }
            return ranges;
        });
    }

    private Strictness strictness() {
        return Library.strictness(fields.position());
    }

    private String reference(List<String> arms) {
        String name = fields.requiredText("reference");
        known(fields.at("reference"), name, arms);
        return name;
    }

    private void known(Position at, String arm, List<String> arms) {
        if (!arm.isEmpty() && !arms.contains(arm)) {
            problems.unknown(at, "arm", arm, arms);
        }
    }

    private List<Study.Contrast> contrasts(List<String> arms) {
        List<Study.Contrast> contrasts = new ArrayList<>();
        for (Fields each : fields.list("contrasts", "contrast")) {
            String arm = each.requiredText("arm");
            String versus = each.requiredText("versus");
            known(each.at("arm"), arm, arms);
            known(each.at("versus"), versus, arms);
            each.done();
            if (arm.equals(versus)) {
                problems.error(each.position(), arm + " against itself", "a contrast is between two arms");
            }
            contrasts.add(new Study.Contrast(arm, versus));
        }
        return List.copyOf(contrasts);
    }

    private SequencedMap<String, Boolean> switches() {
        SequencedMap<String, Boolean> switches = new LinkedHashMap<>();
        fields.fields("switches", "switches").ifPresent(inside -> {
            for (Yaml.Entry entry : inside.mapping().entries()) {
                String name = entry.key().text();
                inside.flag(name).ifPresent(on -> switches.put(name, on));
            }
        });
        return switches;
    }

    private List<Study.DataConflict> conflicts(List<String> arms) {
        List<Study.DataConflict> conflicts = new ArrayList<>();
        for (Fields each : fields.list("data-conflicts", "data conflict")) {
            List<String> names = each.texts("arms");
            names.forEach(arm -> known(each.at("arms"), arm, arms));
            conflicts.add(new Study.DataConflict(names, each.bilingual("note")));
            each.done();
        }
        return List.copyOf(conflicts);
    }

    private String scenario(Optional<Model> model) {
        String name =
                fields.text("scenario").orElse(model.map(Model::defaultScenario).orElse(""));
        model.ifPresent(known -> scenario(fields.at("scenario"), name, known));
        return name;
    }

    private void scenario(Position at, String name, Model model) {
        if (!model.scenarios().containsKey(name)
                && !(model.scenarios().isEmpty() && name.equals(model.defaultScenario()))) {
            problems.unknown(at, "scenario", name, model.scenarios().keySet());
        }
    }

    private List<String> scenarios(Optional<Model> model) {
        List<String> given = fields.has("scenarios")
                ? fields.texts("scenarios")
                : model.map(known -> List.copyOf(known.scenarios().keySet())).orElse(List.of());
        List<String> all = new ArrayList<>(given);
        model.ifPresent(known -> given.forEach(name -> scenario(fields.at("scenarios"), name, known)));
        if (new HashSet<>(given).size() < given.size()) {
            problems.error(fields.at("scenarios"), "scenarios " + given, "a scenario stands once");
        }
        String run = scenario(model);
        if (!all.contains(run)) {
            all.add(run);
        }
        return Collections.unmodifiableList(all);
    }
}
