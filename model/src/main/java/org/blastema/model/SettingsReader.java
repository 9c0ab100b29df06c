package org.blastema.model;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Text;
import org.blastema.core.Yaml;

/** Reads the scenarios, switches, settings and the design section of a model: values that its parameters take instead of their own. */
final class SettingsReader {
    private static final String NOTHING = "none";

    private final List<Fields> files;
    private final Problems problems;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();

    /**
     * @param files the model last, before it those that it extends
     */
    SettingsReader(List<Fields> files, List<Parameter> parameters, Problems problems) {
        this.files = List.copyOf(files);
        this.problems = problems;
        parameters.forEach(parameter -> this.parameters.put(parameter.name(), parameter));
    }

    /** A scenario that a model adds to one of the same name in a model that it extends keeps what it does not set itself. */
    Map<String, Map<String, Double>> scenarios() {
        Map<String, Map<String, Double>> scenarios = new LinkedHashMap<>();
        for (Fields file : files) {
            for (Yaml.Entry entry : file.entries("scenarios")) {
                String name = entry.key().text();
                scenarios
                        .computeIfAbsent(name, fresh -> new LinkedHashMap<>())
                        .putAll(values(entry.value(), "scenario " + name, true));
            }
        }
        return scenarios;
    }

    /** What a model says goes before what those say that it extends. */
    Map<String, Text> scenarioWords(Map<String, Map<String, Double>> scenarios) {
        Map<String, Text> words = new LinkedHashMap<>();
        for (Fields file : files) {
            file.fields("scenario-words", "scenario words").ifPresent(inside -> {
                for (Yaml.Entry entry : file.entries("scenario-words")) {
                    String name = entry.key().text();
                    if (!scenarios.containsKey(name)) {
                        problems.unknown(entry.key().position(), "scenario", name, scenarios.keySet());
                    }
                    inside.bilingual(name).ifPresent(text -> words.put(name, text));
                }
            });
        }
        return words;
    }

    String defaultScenario(Map<String, Map<String, Double>> scenarios) {
        Fields said = files.getLast();
        for (Fields file : files) {
            said = file.has("default-scenario") ? file : said;
        }
        Optional<String> name = said.text("default-scenario");
        if (name.isEmpty() && !scenarios.isEmpty()) {
            said.missing("default-scenario");
        }
        if (name.isPresent() && !scenarios.containsKey(name.get())) {
            problems.unknown(said.at("default-scenario"), "scenario", name.get(), scenarios.keySet());
        }
        return name.orElse("");
    }

    /** A parameter may be switched off to a value outside its range, for ranges speak of the thing switched on. */
    Map<String, Model.Switch> switches() {
        Map<String, Model.Switch> switches = new LinkedHashMap<>();
        files.forEach(file -> file.named("switches", "switch").forEach((name, fields) -> {
            if (switches.put(name, readSwitch(fields)) != null) {
                problems.error(
                        fields.position(),
                        "the switch '" + name + "' stands twice",
                        "a switch of a model that is extended is the model's own");
            }
        }));
        return switches;
    }

    private Model.Switch readSwitch(Fields fields) {
        Optional<Yaml> off = fields.node("off");
        if (off.isEmpty()) {
            fields.missing("off");
        }
        Map<String, Double> values =
                off.map(node -> values(node, fields.what(), false)).orElse(Map.of());
        Model.Switch read = new Model.Switch(values, fields.text("about").orElse(""));
        fields.done();
        return read;
    }

    Map<String, Model.Setting> settings() {
        Map<String, Model.Setting> settings = new LinkedHashMap<>();
        files.forEach(file -> file.named("settings", "setting").forEach((name, fields) -> {
            if (settings.put(name, setting(fields)) != null) {
                problems.error(
                        fields.position(),
                        "the setting '" + name + "' stands twice",
                        "a setting of a model that is extended is the model's own");
            }
        }));
        return settings;
    }

    private Model.Setting setting(Fields fields) {
        Map<String, Map<String, Double>> choices = new LinkedHashMap<>();
        if (!fields.has("choices")) {
            fields.missing("choices");
        }
        for (Yaml.Entry entry : fields.entries("choices")) {
            String choice = entry.key().text();
            choices.put(choice, values(entry.value(), fields.what() + ", " + choice, true));
        }
        String usual = fields.requiredText("default");
        if (!usual.isEmpty() && !choices.containsKey(usual)) {
            problems.unknown(fields.at("default"), "choice", usual, choices.keySet());
        }
        Model.Setting read =
                new Model.Setting(usual, choices, fields.text("about").orElse(""));
        fields.done();
        return read;
    }

    /**
     * Roles of parameters; the word {@code none} says that nothing in the model moves so. What a model says goes before what those say
     * that it extends.
     */
    Map<Model.Role, Optional<String>> design(Map<String, Map<String, Double>> scenarios) {
        Map<Model.Role, Optional<String>> design = new EnumMap<>(Model.Role.class);
        files.forEach(file -> file.fields("design", "design").ifPresent(inside -> {
            for (Model.Role role : Model.Role.values()) {
                inside.text(Fields.word(role)).ifPresent(name -> {
                    Optional<String> moved = Optional.of(name).filter(each -> !each.equals(NOTHING));
                    moved.ifPresent(each -> moved(inside.at(Fields.word(role)), each, scenarios));
                    design.put(role, moved);
                });
            }
            inside.done();
        }));
        return design;
    }

    private void moved(Position at, String name, Map<String, Map<String, Double>> scenarios) {
        if (!parameters.containsKey(name)) {
            problems.unknown(at, "parameter", name, parameters.keySet());
        } else if (scenarios.values().stream().anyMatch(each -> each.containsKey(name))) {
            problems.error(
                    at, "the design moves " + name + ", which a scenario sets", "a parameter has one master, not two");
        }
    }

    /** Values of parameters: {@code {kR: 0}}. */
    private Map<String, Double> values(Yaml node, String what, boolean inRange) {
        Map<String, Double> values = new LinkedHashMap<>();
        if (!(node instanceof Yaml.Mapping mapping)) {
            problems.error(node.position(), what + " is not a mapping", "a mapping of parameters to values is needed");
            return values;
        }
        Fields fields = new Fields(mapping, problems, what);
        for (Yaml.Entry entry : mapping.entries()) {
            String name = entry.key().text();
            Optional<Parameter> known = Optional.ofNullable(parameters.get(name));
            if (known.isEmpty()) {
                problems.unknown(entry.key().position(), "parameter", name, parameters.keySet());
            }
            fields.number(name).ifPresent(value -> {
                values.put(name, value);
                known.flatMap(Parameter::range)
                        .filter(range -> inRange && !range.contains(value))
                        .ifPresent(range -> problems.error(
                                entry.value().position(),
                                what + ": " + name + " is " + Decimal.plain(value),
                                "it must lie in its range " + range));
            });
        }
        return values;
    }
}
