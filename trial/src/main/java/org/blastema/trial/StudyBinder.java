package org.blastema.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Position;
import org.blastema.core.Problems;
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
            "economics",
            "parts",
            "continues",
            "published",
            "followed");

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
        List<Study.Endpoint> endpoints = endpoints(model, visits);
        DesignReader designs = new DesignReader(references, problems, strictness());
        ArmReader reader = new ArmReader(references, problems, model, dropOuts, designs);
        List<Study.Arm> arms = reader.arms(fields, horizon, visits);
        List<String> names = reader.names();
        Problems later = new Problems();
        Study study = new Study(
                name,
                fields.bilingual("title").orElse(new Text(name, name)),
                fields.bilingual("question"),
                fields.bilingual("context-of-use"),
                modelName,
                population(),
                ArmReader.patients(fields, problems),
                ArmReader.whole(fields, problems, "trials", 1, 1),
                ArmReader.whole(fields, problems, "twins", 200, 0),
                seed(),
                alpha(),
                horizon,
                visits,
                grid,
                endpoints,
                designs.study(fields),
                reader.eligibility(fields).orElseGet(LinkedHashMap::new),
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
                new PracticeReader(references, problems, strictness()).read(fields, names, followed(model, endpoints)),
                Study.Words.read(fields),
                fields.fields("economics", "the economics")
                        .filter(each -> !EconomicsReader.none(each))
                        .map(each -> new EconomicsReader(references, problems, strictness(), each).read(measure)),
                fields.fields("economics", "the economics")
                        .filter(EconomicsReader::none)
                        .map(EconomicsReader::whyNone),
                fields.fields("parts", "the parts").map(Parts::read),
                new ContinuationReader(references.into(later), later, fields).read(names, scenario(model)),
                fields.sequence("published"),
                fields.sequence("followed"));
        fields.done();
        StudyChecks.check(study, fields, references, problems);
        // What continues a faulty study has the same faults, which are told once.
        if (!problems.failed()) {
            problems.addAll(later.list());
        }
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

    private static Map<String, Model.Readout> followed(Optional<Model> model, List<Study.Endpoint> endpoints) {
        Map<String, Model.Readout> followed = new LinkedHashMap<>();
        model.ifPresent(known -> endpoints.stream()
                .map(each -> known.readout(each.readout()))
                .filter(place -> place >= 0)
                .map(place -> known.readouts().get(place))
                .forEach(readout -> followed.put(readout.name(), readout)));
        return followed;
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
