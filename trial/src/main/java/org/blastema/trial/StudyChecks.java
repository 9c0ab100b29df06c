package org.blastema.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Level;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Unit;
import org.blastema.model.Model;

/** Rules that hold between the parts of a study. */
final class StudyChecks {
    private final Study study;
    private final Fields fields;
    private final Problems problems;
    private final References references;
    private final Map<String, Model> models = new LinkedHashMap<>();
    /** Those of the patients and those of their harms. */
    private final Map<String, Model> all = new LinkedHashMap<>();

    private StudyChecks(Study study, Fields fields, References references, Problems problems) {
        this.study = study;
        this.fields = fields;
        this.problems = problems;
        this.references = references;
        references.model(fields.at("model"), study.model()).ifPresent(model -> models.put(model.name(), model));
        for (Study.Arm arm : study.arms()) {
            if (!models.containsKey(arm.product().model())) {
                references
                        .model(fields.at("arms"), arm.product().model())
                        .ifPresent(model -> models.put(model.name(), model));
            }
        }
        all.putAll(models);
        study.arms().stream()
                .flatMap(arm -> arm.product().risk().stream())
                .flatMap(risk -> references.model(fields.at("arms"), risk.model()).stream())
                .forEach(model -> all.put(model.name(), model));
    }

    static void check(Study study, Fields fields, References references, Problems problems) {
        StudyChecks checks = new StudyChecks(study, fields, references, problems);
        checks.sizes();
        checks.arms();
        checks.groups();
        checks.population();
        checks.switches();
        checks.settings();
        DesignChecks.check(study, checks.models, problems);
        checks.parameters();
        checks.economics();
        checks.parts();
    }

    static List<String> readouts(Model model) {
        return model.readouts().stream().map(Model.Readout::name).toList();
    }

    private void sizes() {
        notEmpty("arms", study.arms().isEmpty());
        notEmpty("endpoints", study.endpoints().isEmpty());
        notEmpty("visits", study.visits().isEmpty());
        Set<String> seen = new HashSet<>();
        for (Study.Endpoint endpoint : study.endpoints()) {
            if (!seen.add(endpoint.readout())) {
                problems.error(
                        fields.at("endpoints"),
                        "the endpoint '" + endpoint.readout() + "' a second time",
                        "endpoints of a study differ");
            }
        }
    }

    private void notEmpty(String key, boolean empty) {
        if (empty && fields.has(key) && fields.sequence(key).isEmpty()) {
            problems.error(fields.at(key), "no " + key, "a study needs at least one");
        }
    }

    private void arms() {
        for (Study.Arm arm : study.arms()) {
            for (Product.Dosing dose : arm.product().doses()) {
                if (study.horizon() > 0 && dose.day() > study.horizon()) {
                    problems.error(
                            dose.position(),
                            "a dose at day " + Decimal.plain(dose.day()),
                            "it must not lie after the horizon, day " + Decimal.plain(study.horizon()));
                }
            }
            Model model = models.get(arm.product().model());
            if (model != null) {
                measured(arm, model);
            }
        }
    }

    /** In paired groups the first arm decides who is eligible, and a practice of parallel groups does not apply. */
    private void groups() {
        if (!study.paired()) {
            return;
        }
        study.arms().stream()
                .filter(arm -> arm.eligibility().isPresent())
                .forEach(arm -> problems.error(
                        fields.at("arms"),
                        "the arm '" + arm.name() + "' has an eligibility of its own in paired groups",
                        "the same persons stand in every arm; the study's eligibility holds for all"));
        if (!study.equalArms()) {
            problems.error(
                    fields.at("arms"),
                    "arms of different size in paired groups",
                    "the same persons stand in every arm; the study's number of patients holds for all");
        }
        if (!study.practices().isEmpty()) {
            problems.error(
                    fields.at("practices"),
                    "practices in paired groups",
                    "what is done with the results of trials needs parallel groups");
        }
    }

    /**
     * An arm must measure what its patients are screened on. An arm whose model lacks the primary endpoint shows its harms and its cost
     * alone, so others do not lean on it: it is not the reference, loses nobody by disappointment, and no practice is about it.
     */
    private void measured(Study.Arm arm, Model model) {
        List<String> needed = new ArrayList<>(study.eligibility(arm).keySet());
        if (!study.endpoints().isEmpty() && leanedOn(arm)) {
            needed.add(study.endpoints().getFirst().readout());
        }
        Model main = models.get(study.model());
        for (String name : new TreeSet<>(needed)) {
            if (model.readout(name) < 0 && main != null && main.readout(name) >= 0) {
                problems.unknown(fields.at("arms"), "readout of model " + model.name(), name, readouts(model));
            }
        }
        for (Study.Endpoint endpoint : study.endpoints()) {
            int own = model.readout(endpoint.readout());
            int mains = main == null ? -1 : main.readout(endpoint.readout());
            if (main != null && own >= 0 && mains >= 0) {
                sameUnit(
                        "readout " + endpoint.readout() + " of arm " + arm.name(),
                        model.readouts().get(own).unit(),
                        main.readouts().get(mains).unit());
            }
        }
    }

    private boolean leanedOn(Study.Arm arm) {
        return arm.name().equals(study.reference())
                || arm.dropOut()
                        .or(study::dropOut)
                        .filter(each -> each.disappointment().isPresent())
                        .isPresent()
                || study.practices().stream()
                        .anyMatch(each -> List.of(each.arm(), each.versus()).contains(arm.name()));
    }

    private void sameUnit(String what, Unit seen, Unit needed) {
        if (!seen.equals(needed)) {
            problems.error(
                    fields.at("arms"),
                    what + " has unit " + seen.code() + " (dimension " + seen.dimension() + ")",
                    "the study's model has it in " + needed.code() + " (dimension " + needed.dimension() + ")",
                    needed.code());
        }
    }

    private void economics() {
        Model main = models.get(study.model());
        if (main != null) {
            study.economics()
                    .ifPresent(asked -> fields.fields("economics", "the economics")
                            .ifPresent(inside -> EconomicsChecks.check(study, asked, inside, problems, main)));
        }
    }

    private void parts() {
        Model main = models.get(study.model());
        if (main != null) {
            study.parts()
                    .ifPresent(parts -> fields.fields("parts", "the parts")
                            .ifPresent(inside -> parts.check(study, main, inside, problems)));
        }
    }

    private void population() {
        String model = study.population().model();
        Model main = models.get(study.model());
        boolean extended = main != null && main.extended().contains(model);
        if (!model.isEmpty() && !study.model().isEmpty() && !model.equals(study.model()) && !extended) {
            problems.error(
                    fields.at("population"),
                    "the population " + study.population().name() + " fills the model " + model,
                    "it must fill the study's model",
                    study.model());
        }
        if (onePerson(study.population())) {
            problems.error(
                    fields.at("population"),
                    "everybody in the population " + study.population().name() + " is the same person",
                    "this is no predictor for one person: at least one covariate has a spread at level patient");
        }
        for (Parameter covariate : study.population().covariates()) {
            for (Model each : all.values()) {
                for (Model.Covariate own : each.covariates()) {
                    if (own.name().equals(covariate.name())) {
                        sameUnit("covariate " + own.name() + " of the population", covariate.unit(), own.unit());
                    }
                }
            }
        }
    }

    private static boolean onePerson(Population population) {
        return !population.covariates().isEmpty()
                && population.covariates().stream()
                        .flatMap(each -> each.spreads().stream())
                        .noneMatch(spread -> spread.level() == Level.PATIENT);
    }

    private void switches() {
        Set<String> known = new TreeSet<>(EngineSwitch.names());
        all.values().forEach(model -> known.addAll(model.switches().keySet()));
        for (String name : study.switches().keySet()) {
            if (!known.contains(name)) {
                problems.unknown(fields.at("switches"), "switch", name, known);
            }
        }
    }

    private void settings() {
        Map<String, Set<String>> known = new LinkedHashMap<>();
        all.values()
                .forEach(model -> model.settings()
                        .forEach((name, setting) -> known.computeIfAbsent(name, any -> new TreeSet<>())
                                .addAll(setting.choices().keySet())));
        setting(fields.at("settings"), study.settings(), known);
        study.arms().forEach(arm -> setting(fields.at("arms"), arm.settings(), known));
    }

    private void setting(Position at, Map<String, String> chosen, Map<String, Set<String>> known) {
        chosen.forEach((name, choice) -> {
            Set<String> choices = known.getOrDefault(name, Set.of());
            if (!known.containsKey(name)) {
                problems.unknown(at, "setting", name, known.keySet());
            } else if (!choices.contains(choice)) {
                problems.unknown(at, "choice of the setting " + name, choice, choices);
            }
        });
    }

    private void parameters() {
        Set<String> known = new TreeSet<>();
        all.values().forEach(model -> model.parameters().forEach(each -> known.add(each.name())));
        Position at = fields.at("parameters");
        study.parameters().forEach((name, value) -> {
            if (!known.contains(name)) {
                unknown(at, name, known);
            }
            all.values().forEach(model -> parameter(at, model, name, value));
        });
        for (Parameter given : study.restated()) {
            if (!known.contains(given.name())) {
                unknown(given.position(), given.name(), known);
            }
            all.values().stream()
                    .filter(model -> model.parameter(given.name()) >= 0)
                    .forEach(model -> {
                        Unit unit = model.parameters()
                                .get(model.parameter(given.name()))
                                .unit();
                        references.sameUnit(given.position(), "parameter " + given.name(), given.unit(), unit);
                        fixed(given.position(), model, given.name(), given.value());
                    });
        }
    }

    /** On the command line a key alone stands for a parameter too, so that both are near. */
    private void unknown(Position at, String name, Set<String> parameters) {
        if (!at.file().startsWith(Edits.PLACE)) {
            problems.unknown(at, "parameter", name, parameters);
            return;
        }
        Set<String> near = new TreeSet<>(parameters);
        near.addAll(StudyBinder.KEYS);
        problems.error(
                at,
                "unknown parameter '" + name + "'",
                "'./blastema show models/" + study.model() + "' names those of the study's model; its keys are "
                        + String.join(", ", StudyBinder.KEYS),
                Problems.nearest(name, near).toArray(String[]::new));
    }

    private void parameter(Position at, Model model, String name, double value) {
        if (model.parameter(name) < 0) {
            return;
        }
        Parameter parameter = model.parameters().get(model.parameter(name));
        if (parameter.range().isPresent() && !parameter.range().get().contains(value)) {
            problems.error(
                    at,
                    name + " = " + Decimal.plain(value),
                    "it must lie in its range " + parameter.range().get());
        }
        fixed(at, model, name, value);
    }

    /** What a scenario that is run or a switch that is off sets cannot be set. */
    private void fixed(Position at, Model model, String name, double value) {
        boolean inScenario = model.scenarios().entrySet().stream()
                .filter(each -> each.getKey().equals(study.scenario())
                        || study.scenarios().contains(each.getKey()))
                .anyMatch(each -> each.getValue().containsKey(name));
        if (inScenario) {
            problems.error(
                    at,
                    name + " = " + Decimal.plain(value),
                    "the scenario sets " + name + "; choose the scenario instead");
        }
        model.settings().forEach((word, each) -> {
            if (each.choices().values().stream().anyMatch(choice -> choice.containsKey(name))) {
                problems.error(
                        at,
                        name + " = " + Decimal.plain(value),
                        "the setting " + word + " sets " + name + "; choose it under settings instead");
            }
        });
        model.design().forEach((role, moved) -> {
            if (moved.filter(name::equals).isPresent()) {
                problems.error(at, name + " = " + Decimal.plain(value), "the design of the study sets " + name);
            }
        });
        model.switches().forEach((word, each) -> {
            if (!study.on(word) && each.off().containsKey(name)) {
                problems.error(
                        at, name + " = " + Decimal.plain(value), "the switch " + word + ", which is off, sets " + name);
            }
        });
    }
}
