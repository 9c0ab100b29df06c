package org.blastema.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            "reference",
            "contrasts",
            "switches",
            "settings",
            "parameters",
            "data-conflicts",
            "scenario",
            "scenarios",
            "must-not-claim",
            "put-in",
            "practices",
            "published",
            "followed");

    private static final int MOST_PATIENTS = 1 << 24;
    private static final int MOST_ARMS = 255;

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
                whole("patients", 0, 1, MOST_PATIENTS),
                whole("trials", 1, 1, MOST_PATIENTS),
                whole("twins", 200, 0, MOST_PATIENTS),
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
                reference(names),
                contrasts(names),
                switches(),
                settings(fields),
                parameters(),
                conflicts(names),
                scenario(model),
                scenarios(model),
                fields.bilinguals("must-not-claim"),
                fields.bilinguals("put-in"),
                new PracticeReader(references, problems, strictness()).read(fields, names),
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
        return file.map(tree ->
                        new PopulationReader(references, problems, Library.strictness(tree.position())).read(tree))
                .orElseGet(() -> new Population(name, new Text(name, name), "", List.of(), List.of(), List.of()));
    }

    private int whole(String key, int otherwise, int least, int most) {
        if (!fields.has(key) && otherwise < least) {
            fields.missing(key);
        }
        int value = fields.integer(key).orElse(Math.max(otherwise, least));
        if (value < least || value > most) {
            problems.error(fields.at(key), "'" + key + "' is " + value, "it must lie in " + least + " to " + most);
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
            Optional<SequencedMap<String, Range>> eligibility = eligibility(each, model);
            Optional<Study.DropOut> dropOut = dropOuts.read(each, horizon, visits);
            Optional<Design> design = designs.arm(each);
            SequencedMap<String, String> settings = settings(each);
            Optional<Study.Step> step = step(each, seen);
            each.done();
            if (!seen.add(name)) {
                problems.error(each.position(), "the arm '" + name + "' a second time", "names of arms differ");
            }
            Position at = each.at("product");
            Optional<Product> known = products.containsKey(product) ? products.get(product) : product(at, product);
            products.put(product, known);
            known.ifPresent(
                    bound -> arms.add(new Study.Arm(name, bound, eligibility, dropOut, design, settings, step)));
        }
        if (arms.size() > MOST_ARMS) {
            problems.error(fields.at("arms"), arms.size() + " arms", "a study has at most " + MOST_ARMS + " arms");
        }
        return List.copyOf(arms);
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
                .document(at, "product", name, List.of("products", "comparators"))
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

    private static SequencedMap<String, String> settings(Fields of) {
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        of.fields("settings", "settings").ifPresent(inside -> {
            for (Yaml.Entry entry : inside.mapping().entries()) {
                String name = entry.key().text();
                inside.text(name).ifPresent(choice -> settings.put(name, choice));
            }
        });
        return settings;
    }

    private SequencedMap<String, Double> parameters() {
        SequencedMap<String, Double> parameters = new LinkedHashMap<>();
        fields.fields("parameters", "parameters").ifPresent(inside -> {
            for (Yaml.Entry entry : inside.mapping().entries()) {
                String name = entry.key().text();
                inside.number(name).ifPresent(value -> parameters.put(name, value));
            }
        });
        return parameters;
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
