package org.blastema.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.blastema.core.Fields;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Yaml;
import org.blastema.model.Model;

/**
 * Reads the rivals of a calibration.
 *
 * @param own name of the calibration, which stands for the model's own mechanism
 * @param model whose parameters they set; empty where it could not be read
 */
record RivalsReader(String own, Optional<Model> model, Problems problems) {

    SequencedMap<String, Calibration.Rival> read(Fields file) {
        SequencedMap<String, Calibration.Rival> rivals = new LinkedHashMap<>();
        file.named("rivals", "rival").forEach((name, each) -> {
            if (name.equals(own)) {
                problems.error(
                        each.position(),
                        "the rival " + name + " has the name of the calibration",
                        "that name stands for the model's own mechanism");
            }
            rivals.put(name, new Calibration.Rival(each.requiredBilingual("title"), fixed(name, each)));
            each.done();
        });
        return rivals;
    }

    private List<Calibration.Fixed> fixed(String name, Fields rival) {
        List<Calibration.Fixed> fixed = new ArrayList<>();
        Optional<Fields> set = rival.fields("parameters", "what " + name + " sets");
        if (set.isEmpty() || set.get().mapping().entries().isEmpty()) {
            rival.missing("parameters");
            return fixed;
        }
        for (Yaml.Entry entry : set.get().mapping().entries()) {
            String parameter = entry.key().text();
            double value = set.get().requiredNumber(parameter);
            model.flatMap(known -> fixed(known, parameter, value, set.get().at(parameter)))
                    .ifPresent(fixed::add);
        }
        return List.copyOf(fixed);
    }

    private Optional<Calibration.Fixed> fixed(Model known, String name, double value, Position at) {
        Optional<Parameter> parameter = known.parameters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        if (parameter.isEmpty()) {
            problems.unknown(
                    at,
                    "parameter of model " + known.name(),
                    name,
                    known.parameters().stream().map(Parameter::name).toList());
        }
        if (held(known, name)) {
            problems.error(
                    at,
                    "the rival sets " + name + ", as a scenario or a setting of a study does",
                    "what a study fixes no draw reaches; a rival sets parameters that no scenario and no setting has");
        }
        parameter
                .flatMap(Parameter::range)
                .filter(range -> !range.contains(value))
                .ifPresent(range -> problems.error(at, name + " is " + value, "its range is " + range));
        return parameter.map(each -> new Calibration.Fixed(each, value));
    }

    private static boolean held(Model known, String name) {
        return Stream.concat(
                        known.scenarios().values().stream(),
                        known.settings().values().stream().flatMap(setting -> setting.choices().values().stream()))
                .anyMatch(values -> values.containsKey(name));
    }
}
