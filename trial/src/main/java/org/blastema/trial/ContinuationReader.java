package org.blastema.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.blastema.core.Fields;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Yaml;

/**
 * Binds {@code continues}: another study of the library, with the people, the seed, the scenario and the changes of this one, tells what
 * follows for the same arms.
 */
final class ContinuationReader {
    /** What the study that goes on has from the one that it continues, not of its own. */
    private static final List<String> SHARED =
            List.of("population", "covariates", "seed", "eligibility", "switches", "parameters", "reference");

    /** What it does not need. */
    private static final String[] LEFT_OUT = {
        "drop-out",
        "contrasts",
        "data-conflicts",
        "practices",
        "economics",
        "parts",
        "published",
        "followed",
        "continues"
    };

    private static final int TRIALS = 40;
    private static final int PATIENTS = 6;
    private static final int MOST = 100_000;

    private final References references;
    private final Problems problems;
    private final Fields study;

    ContinuationReader(References references, Problems problems, Fields study) {
        this.references = references;
        this.problems = problems;
        this.study = study;
    }

    /**
     * The continuation; empty where there is none or its study is not known.
     *
     * @param arms names of the arms of this study
     * @param scenario the scenario of this study
     */
    Optional<Study.Continuation> read(List<String> arms, String scenario) {
        Optional<Yaml> node = study.node("continues");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof Yaml.Scalar name) {
            return file(name.position(), name.text())
                    .map(tree ->
                            bound(new Options(TRIALS, PATIENTS, Map.of(), List.of(), List.of()), tree, arms, scenario));
        }
        return study.fields("continues", "the continuation").flatMap(inside -> {
            String name = inside.requiredText("study");
            Options options = options(inside);
            inside.done();
            return name.isEmpty()
                    ? Optional.empty()
                    : file(inside.at("study"), name).map(tree -> bound(options, tree, arms, scenario));
        });
    }

    /**
     * @param arms name in the continued study of an arm, by its name here
     * @param visits as they stand in the file; all of the continued study where there are none
     * @param endpoints readouts; all of the continued study where there are none
     */
    private record Options(
            int trials, int patients, Map<String, Yaml.Scalar> arms, List<Yaml> visits, List<Yaml.Scalar> endpoints) {}

    private Options options(Fields inside) {
        Map<String, Yaml.Scalar> arms = new LinkedHashMap<>();
        for (Yaml.Entry entry : inside.entries("arms")) {
            if (entry.value() instanceof Yaml.Scalar name) {
                arms.put(entry.key().text(), name);
            } else {
                problems.error(entry.value().position(), "arms: no name", "an arm goes on as one arm, by its name");
            }
        }
        List<Yaml.Scalar> endpoints = inside.sequence("endpoints").stream()
                .filter(Yaml.Scalar.class::isInstance)
                .map(Yaml.Scalar.class::cast)
                .toList();
        return new Options(
                size(inside, "trials", TRIALS, 2),
                size(inside, "patients", PATIENTS, 1),
                arms,
                inside.sequence("visits"),
                endpoints);
    }

    private int size(Fields inside, String key, int otherwise, int least) {
        int value = inside.integer(key).orElse(otherwise);
        if (value < least || value > MOST) {
            problems.error(inside.at(key), "'" + key + "' is " + value, "it must lie in " + least + " to " + MOST);
        }
        return value;
    }

    private Optional<Yaml.Mapping> file(Position at, String name) {
        return references.document(at, "study", name, List.of("studies"));
    }

    private Study.Continuation bound(Options options, Yaml.Mapping file, List<String> arms, String scenario) {
        Position at = study.at("continues");
        Yaml.Mapping tree = file.without(LEFT_OUT);
        for (String key : SHARED) {
            Optional<Yaml> own = study.node(key);
            tree = own.isPresent() ? tree.with(key, own.get()) : tree.without(key);
        }
        Yaml.Scalar only = new Yaml.Scalar(scenario, false, at);
        tree = tree.with("scenario", only)
                .with("scenarios", new Yaml.Sequence(List.of(only), at))
                .with("trials", new Yaml.Scalar(Integer.toString(options.trials()), true, at))
                .with("patients", new Yaml.Scalar(Integer.toString(options.patients()), true, at))
                .with("twins", new Yaml.Scalar("0", true, at))
                .with("arms", arms(file, options, arms, at));
        if (!options.visits().isEmpty()) {
            tree = tree.with("visits", new Yaml.Sequence(options.visits(), at));
        }
        if (!options.endpoints().isEmpty()) {
            tree = tree.with("endpoints", endpoints(file, options.endpoints(), at));
        }
        Study bound = new StudyBinder(tree, references, problems).bind();
        check(bound, at);
        return new Study.Continuation(bound, tree, effect(file));
    }

    private void check(Study later, Position at) {
        if (!later.paired()) {
            problems.error(
                    at,
                    "the study " + later.name() + " has parallel groups",
                    "what follows is told of the same persons in every arm",
                    "groups: paired");
        }
        String model = study.text("model").orElse("");
        boolean extended = later.model().equals(model)
                || references.model(at, later.model()).stream()
                        .anyMatch(wider -> wider.extended().contains(model));
        if (!extended) {
            problems.error(
                    at,
                    "the study " + later.name() + " has the model " + later.model(),
                    "it must have this study's model, or one that extends it",
                    model);
        }
    }

    /** The arms of this study, each with what its fellow in the continued study gets. */
    private Yaml arms(Yaml.Mapping file, Options options, List<String> arms, Position at) {
        Map<String, Yaml> products = new LinkedHashMap<>();
        for (Yaml each : file.sequence("arms").items()) {
            if (each instanceof Yaml.Mapping arm) {
                arm.get("product")
                        .ifPresent(product -> products.put(text(arm.get("name").orElse(product)), product));
            }
        }
        options.arms().keySet().stream()
                .filter(arm -> !arms.contains(arm))
                .forEach(arm -> problems.unknown(at, "arm", arm, arms));
        List<Yaml> all = new ArrayList<>();
        for (String arm : arms) {
            Yaml.Scalar fellow = options.arms().getOrDefault(arm, new Yaml.Scalar(arm, true, at));
            Yaml product = products.get(fellow.text());
            if (product == null) {
                problems.unknown(fellow.position(), "arm of the continued study", fellow.text(), products.keySet());
            } else {
                all.add(new Yaml.Mapping(List.of(), at)
                        .with("name", new Yaml.Scalar(arm, false, at))
                        .with("product", product));
            }
        }
        return new Yaml.Sequence(all, at);
    }

    private Yaml endpoints(Yaml.Mapping file, List<Yaml.Scalar> wanted, Position at) {
        Map<String, Yaml> known = new LinkedHashMap<>();
        for (Yaml each : file.sequence("endpoints").items()) {
            if (each instanceof Yaml.Mapping endpoint) {
                endpoint.get("readout")
                        .ifPresent(readout -> known.put(text(readout), endpoint.without("primary-visit")));
            }
        }
        List<Yaml> all = new ArrayList<>();
        for (Yaml.Scalar each : wanted) {
            Yaml endpoint = known.get(each.text());
            if (endpoint == null) {
                problems.unknown(each.position(), "endpoint of the continued study", each.text(), known.keySet());
            } else {
                all.add(endpoint);
            }
        }
        return new Yaml.Sequence(all, at);
    }

    /** The main effect of the continued study's economics. */
    private static Optional<String> effect(Yaml.Mapping file) {
        return file.get("economics")
                .filter(Yaml.Mapping.class::isInstance)
                .map(Yaml.Mapping.class::cast)
                .flatMap(economics -> economics.get("effect"))
                .map(effect ->
                        effect instanceof Yaml.Sequence all && !all.items().isEmpty()
                                ? text(all.items().getFirst())
                                : text(effect))
                .filter(name -> !name.isEmpty());
    }

    private static String text(Yaml node) {
        return node instanceof Yaml.Scalar scalar ? scalar.text() : "";
    }
}
