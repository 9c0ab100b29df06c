package org.blastema.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.blastema.core.Fields;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Strictness;
import org.blastema.core.Unit;
import org.blastema.core.Yaml;
import org.blastema.model.Library;

/** Binds the experiments of a claim file. */
final class ExperimentReader {
    private final Library library;
    private final Problems problems;
    private final Strictness strictness;

    ExperimentReader(Library library, Problems problems, Strictness strictness) {
        this.library = library;
        this.problems = problems;
        this.strictness = strictness;
    }

    /** Those of a claim, in the order of its file. */
    List<Claim.Experiment> read(Fields claim) {
        SequencedMap<String, List<Claim.Harm>> harms = harms(claim);
        List<Claim.Experiment> experiments = new ArrayList<>();
        for (Fields each : claim.list("experiments", "experiment")) {
            experiments.add(experiment(each, harms));
            each.done();
        }
        once(experiments.stream().map(Claim.Experiment::name).toList(), claim.at("experiments"), "experiment");
        return List.copyOf(experiments);
    }

    private void once(List<String> names, Position at, String kind) {
        for (int i = 0; i < names.size(); i++) {
            if (names.indexOf(names.get(i)) < i) {
                problems.error(at, "the " + kind + " '" + names.get(i) + "' a second time", "names differ");
            }
        }
    }

    /** What kind an experiment is, its own key tells. */
    private Claim.Experiment experiment(Fields fields, SequencedMap<String, List<Claim.Harm>> harms) {
        if (fields.has("varies")) {
            return variation(fields);
        }
        if (fields.has("told")) {
            return stories(fields);
        }
        if (fields.has("happens")) {
            return occurrence(fields);
        }
        if (fields.has("places")) {
            return lookup(fields);
        }
        return fields.has("study") ? comparison(fields) : rate(fields, harms);
    }

    private Claim.Question question(Fields fields) {
        return new Claim.Question(
                fields.requiredText("study"),
                fields.requiredText("arm"),
                fields.requiredText("versus"),
                fields.texts("beside"),
                fields.requiredText("endpoint"),
                fields.requiredNumber("month"),
                fields.text("scenario"),
                laid(fields),
                fields.mapping());
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
                fields.flag("by-assumption").orElse(false),
                question(fields),
                fields.bilingual("says"),
                mid(fields),
                List.copyOf(variants),
                fields.texts("flip"));
    }

    private Claim.Variation variation(Fields fields) {
        return new Claim.Variation(
                fields.requiredText("name"),
                fields.requiredBilingual("label"),
                fields.flag("decides").orElse(true),
                fields.flag("by-assumption").orElse(false),
                question(fields),
                fields.requiredChoice("varies", Claim.Varies.class, Claim.Varies.OUTCOME),
                limit(fields));
    }

    private Claim.Stories stories(Fields fields) {
        Parameter told = needed(fields, "told", this::share, 0.5);
        if (!(told.value() > 0 && told.value() < 1)) {
            problems.error(told.position(), "told is " + told.value(), "some tell and some do not: between 0 and 1");
        }
        Parameter above = limit(fields);
        if (!above.unit().equals(Unit.ONE) || above.value() < 1) {
            problems.error(
                    above.position(),
                    "above is " + above.value() + " " + above.unit().code(),
                    "how many times likelier, a number of 1 or more without a unit");
        }
        return new Claim.Stories(
                fields.requiredText("name"),
                fields.requiredBilingual("label"),
                fields.flag("decides").orElse(true),
                question(fields),
                told,
                above);
    }

    private Claim.Occurrence occurrence(Fields fields) {
        List<Claim.Wanted> wanted = Stream.of(Claim.Wanted.values())
                .filter(each -> fields.has(Fields.word(each)))
                .toList();
        if (wanted.size() != 1) {
            problems.error(
                    fields.position(),
                    wanted.size() + " limits",
                    "a harm has one limit",
                    Stream.of(Claim.Wanted.values()).map(Fields::word).toArray(String[]::new));
        }
        Claim.Wanted first = wanted.isEmpty() ? Claim.Wanted.SHARE_BELOW : wanted.getFirst();
        Parameter limit = wanted.isEmpty()
                ? Parameter.absent("limit", 1, Unit.ONE, fields.position())
                : needed(fields, Fields.word(first), first == Claim.Wanted.SHARE_BELOW ? this::share : this::plain, 1);
        boolean beyond = first == Claim.Wanted.RATIO_ABOVE ? limit.value() < 1 : limit.value() > 1;
        if (beyond || !(limit.value() > 0)) {
            problems.error(
                    limit.position(),
                    Fields.word(first) + " is " + limit.value(),
                    first == Claim.Wanted.RATIO_ABOVE ? "it is 1 or more" : "it lies above 0 and is 1 at most");
        }
        List<String> happens = fields.texts("happens");
        return new Claim.Occurrence(
                fields.requiredText("name"),
                fields.requiredBilingual("label"),
                fields.flag("decides").orElse(true),
                fields.flag("by-assumption").orElse(false),
                question(fields),
                happens.equals(List.of("serious")) ? List.of() : happens,
                first,
                limit);
    }

    private Parameter limit(Fields fields) {
        return needed(fields, "above", this::parameter, 1);
    }

    private Parameter needed(Fields fields, String key, BiFunction<String, Fields, Parameter> read, double otherwise) {
        Optional<Fields> inside = fields.fields(key, key);
        if (inside.isEmpty()) {
            fields.missing(key);
        }
        return inside.map(each -> read.apply(key, each))
                .orElseGet(() -> Parameter.absent(key, otherwise, Unit.ONE, fields.position()));
    }

    private Claim.Lookup lookup(Fields fields) {
        List<Claim.Place> places = new ArrayList<>();
        for (Fields each : fields.list("places", "place")) {
            places.add(new Claim.Place(each.requiredText("country"), each.texts("products"), each.mapping()));
            each.done();
        }
        if (places.isEmpty()) {
            problems.error(fields.at("places"), "no place", "a lookup names at least one country");
        }
        return new Claim.Lookup(
                fields.requiredText("name"),
                fields.requiredBilingual("label"),
                fields.flag("decides").orElse(true),
                List.copyOf(places));
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
        Claim.Rate rate = new Claim.Rate(
                fields.requiredText("name"),
                fields.requiredBilingual("label"),
                fields.flag("decides").orElse(true),
                fields.flag("by-assumption").orElse(false),
                groups.getOrDefault(group, List.of()),
                fields.requiredChoice("counted", Claim.Counted.class, Claim.Counted.ANY),
                needed(fields, "below", this::share, 1));
        if (rate.harms().stream().noneMatch(rate::counts)) {
            problems.error(
                    fields.at("counted"),
                    "no harm of the group '" + group + "' counts",
                    "a share of nothing would be below any limit; name the harm, or say that it is not modelled");
        }
        return rate;
    }
}
