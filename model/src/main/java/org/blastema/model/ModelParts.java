package org.blastema.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.blastema.core.Fields;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Strictness;
import org.blastema.core.Text;
import org.blastema.core.Unit;
import org.blastema.core.Yaml;

/** The named parts of a model file and of those that it includes, before any name is resolved. */
final class ModelParts {
    /**
     * @param name with the prefix of its include
     * @param prefix empty for the model itself, else {@code "p."}
     */
    record Part(String name, String prefix, Fields fields, Strictness strictness) {}

    static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_]*";

    /** A harm is called in words: no expression names it. */
    private static final String TERM = ".+";

    private static final String NAME_WITH_DASHES = "[\\p{L}_][\\p{L}\\p{N}_-]*";
    private static final int MOST_FILES = 200;

    private final Library library;
    private final Problems problems;
    private final Fields root;
    private final Unit time;
    private final List<Part> parameters = new ArrayList<>();
    private final List<Part> covariates = new ArrayList<>();
    private final List<Part> tables = new ArrayList<>();
    private final List<Part> states = new ArrayList<>();
    private final List<Part> quantities = new ArrayList<>();
    private final List<Part> inputs = new ArrayList<>();
    private final List<Part> events = new ArrayList<>();
    private final List<Part> readouts = new ArrayList<>();
    private final List<Part> harms = new ArrayList<>();
    private final Map<String, Position> names = new HashMap<>();
    private final List<Fields> files = new ArrayList<>();
    private final List<String> prefixes = new ArrayList<>();
    private final List<String> extended = new ArrayList<>();
    private final List<Text> mustNotClaim = new ArrayList<>();
    private final List<Model.Omission> notModelled = new ArrayList<>();
    private final Set<String> sources = new LinkedHashSet<>();

    private ModelParts(Library library, Yaml.Mapping document, Problems problems) {
        this.library = library;
        this.problems = problems;
        root = new Fields(document, problems, "model");
        time = Unit.read(root, "time");
    }

    static ModelParts collect(Library library, Yaml.Mapping document, Problems problems) {
        ModelParts parts = new ModelParts(library, document, problems);
        parts.file(parts.root, "", List.of(parts.root.text("model").orElse("")));
        return parts;
    }

    private void file(Fields file, String prefix, List<String> chain) {
        files.add(file);
        prefixes.add(prefix);
        Strictness strictness = Library.strictness(file.position());
        library.checkSources(file.texts("sources"), file.at("sources"), problems);
        sources.addAll(file.texts("sources"));
        mustNotClaim.addAll(file.bilinguals("must-not-claim"));
        notModelled.addAll(Model.Omission.list(file));
        gather(file, "parameters", "parameter", prefix, strictness, parameters);
        gather(file, "covariates", "covariate", prefix, strictness, covariates);
        gather(file, "tables", "table", prefix, strictness, tables);
        gather(file, "states", "state", prefix, strictness, states);
        gather(file, "quantities", "quantity", prefix, strictness, quantities);
        gather(file, "inputs", "input", prefix, strictness, inputs);
        for (Fields event : file.list("events", "event")) {
            String name = event.requiredText("name");
            add(name, event, prefix, strictness, NAME, events);
        }
        gather(file, "readouts", "readout", prefix, strictness, readouts);
        if (prefix.isEmpty()) {
            gather(file, "harms", "harm", prefix, strictness, harms);
        } else {
            file.node("harms");
        }
        for (Fields include : file.list("include", "include")) {
            include(include, prefix, chain);
        }
    }

    private void include(Fields include, String prefix, List<String> chain) {
        String name = include.requiredText("model");
        Optional<String> as = include.text("as");
        include.node("with");
        include.done();
        List<String> longer = new ArrayList<>(chain);
        longer.add(name);
        if (as.isPresent() && !as.get().matches(NAME)) {
            problems.error(
                    include.at("as"),
                    "the prefix '" + as.get() + "'",
                    "a prefix begins with a letter and holds letters, digits and _");
            return;
        }
        if (files.size() > MOST_FILES) {
            problems.error(
                    include.at("model"),
                    "more than " + MOST_FILES + " includes",
                    "a model includes at most " + MOST_FILES + " files, counting those that they include");
            return;
        }
        if (chain.contains(name)) {
            problems.error(
                    include.at("model"),
                    "the models include each other: " + String.join(" > ", longer),
                    "an include must not lead back to itself");
            return;
        }
        Optional<Yaml.Mapping> document = library.document("models", name);
        if (document.isEmpty()) {
            problems.unknown(include.at("model"), "model", name, library.names("models"));
            return;
        }
        Fields file = new Fields(document.get(), problems, "model " + name);
        Unit inner = Unit.read(file, "time");
        if (!inner.equals(time)) {
            problems.error(
                    include.at("model"),
                    "the model " + name + " counts time in " + inner,
                    "an included model must count time in " + time);
        }
        file.text("model");
        List.of(
                        "title",
                        "about",
                        "begins",
                        "scenarios",
                        "scenario-words",
                        "default-scenario",
                        "switches",
                        "settings",
                        "design",
                        "posterior",
                        "course")
                .forEach(file::node);
        if (as.isEmpty() && prefix.isEmpty()) {
            extended.add(name);
        }
        String outer = prefix;
        String inside = prefix + as.map(p -> p + ".").orElse("");
        file(file, inside, longer);
        include.entries("with").forEach(each -> put(each, name, inside, outer));
    }

    /**
     * Puts an expression of the including file in the place of a parameter of the included one. The parameter stays as {@code own_NAME}
     * where the expression uses it; else nothing of it is left, neither in a list of numbers nor among the draws.
     */
    private void put(Yaml.Entry given, String model, String prefix, String outside) {
        String name = given.key().text();
        Optional<Part> replaced = parameters.stream()
                .filter(part -> part.name().equals(prefix + name))
                .findFirst();
        if (replaced.isEmpty()) {
            List<String> known = parameters.stream()
                    .map(Part::name)
                    .filter(each -> each.startsWith(prefix))
                    .map(each -> each.substring(prefix.length()))
                    .toList();
            problems.unknown(given.key().position(), "parameter of model " + model, name, known);
            return;
        }
        Part own = replaced.get();
        Part kept = new Part(prefix + "own_" + name, prefix, own.fields(), own.strictness());
        if (names(given.value(), kept.name().substring(outside.length()))) {
            parameters.set(parameters.indexOf(own), kept);
            names.put(kept.name(), own.fields().position());
        } else {
            parameters.remove(own);
        }
        List<Yaml.Entry> entries = new ArrayList<>();
        own.fields().node("unit").ifPresent(unit -> entries.add(entry("unit", unit)));
        entries.add(entry("equation", given.value()));
        Yaml.Mapping quantity = new Yaml.Mapping(entries, given.value().position());
        quantities.add(new Part(
                own.name(),
                outside,
                new Fields(quantity, problems, "what stands for " + own.name()),
                own.strictness()));
    }

    /** Whether an expression, as it is written, has a name in it. */
    private static boolean names(Yaml expression, String name) {
        String letter = "[\\p{L}\\p{N}_.]";
        return expression instanceof Yaml.Scalar scalar
                && Pattern.compile("(?<!" + letter + ")" + Pattern.quote(name) + "(?!" + letter + ")")
                        .matcher(scalar.text())
                        .find();
    }

    private static Yaml.Entry entry(String key, Yaml value) {
        return new Yaml.Entry(new Yaml.Scalar(key, true, value.position()), value);
    }

    private void gather(Fields file, String key, String kind, String prefix, Strictness strictness, List<Part> into) {
        String rule = switch (kind) {
            case "readout" -> NAME_WITH_DASHES;
            case "harm" -> TERM;
            default -> NAME;
        };
        file.named(key, kind).forEach((name, fields) -> add(name, fields, prefix, strictness, rule, into));
    }

    private void add(String name, Fields fields, String prefix, Strictness strictness, String rule, List<Part> into) {
        String full = prefix + name;
        checkName(name, fields, rule, problems);
        Position other = names.put(full, fields.position());
        if (other != null) {
            problems.error(
                    fields.position(),
                    "the name '" + full + "' stands twice, also at " + other,
                    "names must be unique in a model");
        }
        into.add(new Part(full, prefix, fields, strictness));
    }

    /** Reports a name that expressions could not use, or would read as something else. */
    static void checkName(String name, Fields fields, String rule, Problems problems) {
        if (!name.matches(rule) || Scope.RESERVED.contains(name)) {
            problems.error(
                    fields.position(),
                    "the name '" + name + "'",
                    "a name begins with a letter, holds letters, digits and _, and is no word of the language: "
                            + String.join(" ", Scope.RESERVED));
        }
    }

    /** Reports keys that nobody asked for. */
    void done() {
        files.forEach(Fields::done);
        List.of(tables, states, quantities, inputs, events, readouts, harms)
                .forEach(list -> list.forEach(part -> part.fields().done()));
    }

    /** The files whose scenarios and switches are the model's: those that it extends, the farthest first, then itself. */
    List<Fields> settings() {
        List<Fields> own = new ArrayList<>();
        for (int i = files.size() - 1; i >= 0; i--) {
            if (prefixes.get(i).isEmpty()) {
                own.add(files.get(i));
            }
        }
        return own;
    }

    List<String> extended() {
        return List.copyOf(extended);
    }

    /** Those of all files, each pair once. */
    List<Model.Correlation> correlations(List<Parameter> parameters) {
        CorrelationsReader reader = new CorrelationsReader(parameters, problems);
        for (int i = 0; i < files.size(); i++) {
            reader.read(files.get(i), prefixes.get(i));
        }
        return reader.pairs(root);
    }

    List<Text> mustNotClaim() {
        return mustNotClaim;
    }

    List<Model.Omission> notModelled() {
        return notModelled;
    }

    List<String> sources() {
        return List.copyOf(sources);
    }

    /** Whether a name of the model, in full, is one of its parts. */
    boolean has(String name) {
        return names.containsKey(name);
    }

    Library library() {
        return library;
    }

    Fields root() {
        return root;
    }

    Unit time() {
        return time;
    }

    List<Part> parameters() {
        return parameters;
    }

    List<Part> covariates() {
        return covariates;
    }

    List<Part> tables() {
        return tables;
    }

    List<Part> states() {
        return states;
    }

    List<Part> quantities() {
        return quantities;
    }

    List<Part> inputs() {
        return inputs;
    }

    List<Part> events() {
        return events;
    }

    List<Part> readouts() {
        return readouts;
    }

    List<Part> harms() {
        return harms;
    }
}
