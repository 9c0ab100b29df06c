package org.blastema.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.blastema.core.Fields;
import org.blastema.core.InvalidInput;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Strictness;
import org.blastema.core.Text;
import org.blastema.core.Unit;
import org.blastema.core.Yaml;
import org.blastema.model.Checker;
import org.blastema.model.Library;
import org.blastema.trial.StudyReader;

/** Binds a claim file, {@code claims/ID.yaml}. */
public final class ClaimReader {
    private final Library library;
    private final Problems problems;
    private final Strictness strictness;

    private ClaimReader(Library library, Problems problems, Strictness strictness) {
        this.library = library;
        this.problems = problems;
        this.strictness = strictness;
    }

    /**
     * A claim of the library by its name.
     *
     * @param studies where the claim and its studies are read
     * @param id its name
     * @throws InvalidInput with every problem of the file and of the studies that it uses, or for an unknown name
     */
    public static Claim read(StudyReader studies, String id) {
        Library library = studies.library();
        Yaml.Mapping file =
                library.document("claims", id).orElseThrow(() -> library.unknown("claims", id, new Position(id, 1, 1)));
        Problems problems = new Problems();
        Claim claim = read(studies, file, problems);
        problems.throwIfFailed();
        return claim;
    }

    /** A checker that knows claims beside studies and what they need. */
    static Checker with(Checker checker) {
        return checker.with("claim", (library, file, problems) -> read(new StudyReader(library), file, problems));
    }

    private static Claim read(StudyReader studies, Yaml.Mapping file, Problems problems) {
        Claim claim = new ClaimReader(studies.library(), problems, Library.strictness(file.position())).claim(file);
        if (!problems.failed()) {
            new ClaimChecks(studies, problems).check(claim);
        }
        return claim;
    }

    private Claim claim(Yaml.Mapping file) {
        Fields fields = new Fields(file, problems, "the claim");
        SequencedMap<String, List<Claim.Harm>> harms = harms(fields);
        List<Claim.Experiment> experiments = new ArrayList<>();
        for (Fields each : fields.list("experiments", "experiment")) {
            experiments.add(each.has("study") ? comparison(each) : rate(each, harms));
            each.done();
        }
        if (experiments.isEmpty()) {
            problems.error(
                    fields.at("experiments"), "a claim without an experiment", "at least one experiment is needed");
        } else if (experiments.stream().noneMatch(Claim.Experiment::decides)) {
            problems.error(fields.at("experiments"), "no experiment decides", "the verdict rests on at least one");
        }
        once(experiments.stream().map(Claim.Experiment::name).toList(), fields.at("experiments"), "experiment");
        Claim claim = new Claim(
                fields.requiredText("claim"),
                fields.requiredBilingual("title"),
                fields.fields("evidence", "evidence").map(this::evidence).orElseGet(() -> {
                    fields.missing("evidence");
                    return new Claim.Evidence(
                            Claim.Support.UNSUPPORTED, Claim.Certainty.VERY_LOW, new Text("", ""), List.of());
                }),
                fields.bilinguals("put-in"),
                List.copyOf(experiments),
                fields.fields("designs", "designs").map(this::designs),
                fields.bilinguals("must-not-claim"));
        if (claim.putIn().isEmpty()) {
            problems.error(fields.at("put-in"), "nothing put in", "a claim says what its experiments assume");
        }
        fields.done();
        return claim;
    }

    private void once(List<String> names, Position at, String kind) {
        for (int i = 0; i < names.size(); i++) {
            if (names.indexOf(names.get(i)) < i) {
                problems.error(at, "the " + kind + " '" + names.get(i) + "' a second time", "names differ");
            }
        }
    }

    private Claim.Evidence evidence(Fields fields) {
        Claim.Evidence evidence = new Claim.Evidence(
                fields.requiredChoice("verdict", Claim.Support.class, Claim.Support.UNSUPPORTED),
                fields.requiredChoice("certainty", Claim.Certainty.class, Claim.Certainty.VERY_LOW),
                fields.requiredBilingual("about"),
                fields.texts("source"));
        if (evidence.sources().isEmpty()) {
            fields.missing("source");
        }
        library.checkSources(evidence.sources(), fields.at("source"), problems);
        fields.done();
        return evidence;
    }

    private Claim.Comparison comparison(Fields fields) {
        List<Claim.Variant> variants = new ArrayList<>();
        for (Fields each : fields.list("variants", "variant")) {
            variants.add(variant(each));
        }
        once(variants.stream().map(Claim.Variant::name).toList(), fields.at("variants"), "variant");
        return new Claim.Comparison(
                fields.requiredText("name"),
                fields.requiredBilingual("label"),
                fields.flag("decides").orElse(true),
                fields.requiredText("study"),
                fields.requiredText("arm"),
                fields.requiredText("versus"),
                fields.texts("beside"),
                fields.requiredText("endpoint"),
                fields.requiredNumber("month"),
                fields.text("scenario"),
                laid(fields),
                mid(fields),
                List.copyOf(variants),
                fields.texts("flip"),
                fields.mapping());
    }

    private static Yaml.Mapping laid(Fields fields) {
        return fields.fields("with", "with")
                .map(Fields::mapping)
                .orElseGet(() -> new Yaml.Mapping(List.of(), fields.position()));
    }

    private Claim.Mid mid(Fields fields) {
        Optional<Fields> inside = fields.fields("mid", "mid");
        if (inside.isEmpty()) {
            fields.missing("mid");
            return new Claim.Mid(Parameter.absent("mid", 1, Unit.ONE, fields.position()), Claim.Threshold.CHOSEN);
        }
        Claim.Threshold threshold =
                inside.get().requiredChoice("threshold", Claim.Threshold.class, Claim.Threshold.CHOSEN);
        Parameter limit = parameter("mid", inside.get());
        if (!(limit.value() > 0)) {
            problems.error(inside.get().at("value"), "a least difference of " + limit.value(), "it is positive");
        }
        return new Claim.Mid(limit, threshold);
    }

    private Claim.Variant variant(Fields fields) {
        Claim.Variant variant = new Claim.Variant(
                fields.requiredText("name"),
                fields.requiredBilingual("label"),
                laid(fields),
                fields.fields("shift", "shift").map(inside -> parameter("shift", inside)));
        fields.done();
        if (variant.with().entries().isEmpty() && variant.shift().isEmpty()) {
            problems.error(fields.position(), "a variant that changes nothing", "it needs 'with' or 'shift'");
        }
        return variant;
    }

    private Parameter parameter(String name, Fields fields) {
        Parameter parameter = Parameter.read(name, fields, strictness);
        library.checkSources(parameter.sources(), fields.at("source"), problems);
        return parameter;
    }

    private SequencedMap<String, List<Claim.Harm>> harms(Fields fields) {
        SequencedMap<String, List<Claim.Harm>> groups = new LinkedHashMap<>();
        for (Map.Entry<String, Fields> group : fields.named("harms", "harms").entrySet()) {
            List<Claim.Harm> harms = new ArrayList<>();
            for (Fields each : group.getValue().list("events", "harm")) {
                harms.add(harm(each));
            }
            group.getValue().done();
            groups.put(group.getKey(), List.copyOf(harms));
        }
        return groups;
    }

    private Claim.Harm harm(Fields fields) {
        String term = fields.requiredText("term");
        Optional<Fields> probability = fields.fields("probability", "probability of " + term);
        if (probability.isEmpty()) {
            fields.missing("probability");
        }
        Claim.Harm harm = new Claim.Harm(
                term,
                fields.requiredBilingual("label"),
                fields.flag("serious").orElse(false),
                fields.flag("systemic").orElse(false),
                probability
                        .map(inside -> share(term + ".probability", inside))
                        .orElseGet(() -> Parameter.absent(term, 1, Unit.ONE, fields.position())),
                fields.fields("ratio", "ratio of " + term).map(inside -> plain(term + ".ratio", inside)),
                fields.fields("odds-ratio", "odds ratio of " + term)
                        .map(inside -> plain(term + ".odds-ratio", inside)));
        fields.done();
        return harm;
    }

    /** A parameter without dimension. */
    private Parameter plain(String name, Fields fields) {
        Parameter parameter = parameter(name, fields);
        if (!parameter.unit().equals(Unit.ONE)) {
            problems.error(
                    fields.at("unit"),
                    name + " has unit " + parameter.unit().code(),
                    "it is a share or a factor, without a unit",
                    Unit.ONE.code());
        }
        return parameter;
    }

    private Parameter share(String name, Fields fields) {
        Parameter share = plain(name, fields);
        if (!(share.value() >= 0 && share.value() <= 1)) {
            problems.error(fields.at("value"), name + " is " + share.value(), "a share of people lies in 0 to 1");
        }
        return share;
    }

    private Claim.Rate rate(Fields fields, SequencedMap<String, List<Claim.Harm>> groups) {
        String group = fields.requiredText("harms");
        if (!group.isEmpty() && !groups.containsKey(group)) {
            problems.unknown(fields.at("harms"), "group of harms", group, groups.sequencedKeySet());
        }
        Optional<Fields> below = fields.fields("below", "below");
        if (below.isEmpty()) {
            fields.missing("below");
        }
        Claim.Rate rate = new Claim.Rate(
                fields.requiredText("name"),
                fields.requiredBilingual("label"),
                fields.flag("decides").orElse(true),
                groups.getOrDefault(group, List.of()),
                fields.requiredChoice("counted", Claim.Counted.class, Claim.Counted.ANY),
                below.map(inside -> share("below", inside))
                        .orElseGet(() -> Parameter.absent("below", 1, Unit.ONE, fields.position())));
        if (rate.harms().stream().noneMatch(rate::counts)) {
            problems.error(
                    fields.at("counted"),
                    "no harm of the group '" + group + "' counts",
                    "a share of nothing would be below any limit; name the harm, or say that it is not modelled");
        }
        return rate;
    }

    private Claim.Designs designs(Fields fields) {
        List<Claim.Design> rows = new ArrayList<>();
        for (Fields each : fields.list("rows", "design")) {
            rows.add(new Claim.Design(each.requiredBilingual("label"), each.requiredText("arm"), each.text("versus")));
            each.done();
        }
        Claim.Designs designs = new Claim.Designs(
                fields.requiredText("study"),
                fields.requiredText("endpoint"),
                fields.requiredNumber("month"),
                List.copyOf(rows),
                fields.mapping());
        fields.done();
        if (rows.isEmpty() || rows.getFirst().versus().isPresent() || rows.size() < 2) {
            problems.error(
                    fields.at("rows"),
                    rows.size() + " designs",
                    "the first is a change without a control, and at least one with a control stands beside it");
        }
        return designs;
    }
}
