package org.blastema.trial;

import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.model.Model;

/** What is chosen of the settings of a model. */
final class Settings {
    private Settings() {}

    /** Values of the parameters under choices; a setting that is not named is as the model has it. */
    static Map<String, Double> values(Model model, Map<String, String> choices) {
        Map<String, Double> values = new TreeMap<>();
        model.settings()
                .forEach((name, setting) -> values.putAll(
                        setting.choices().getOrDefault(choices.getOrDefault(name, setting.usual()), Map.of())));
        return values;
    }

    /** A choice must be one of the model. */
    static void check(Model model, Position at, SequencedMap<String, String> chosen, Problems problems) {
        chosen.forEach((name, choice) -> {
            Optional<Model.Setting> known = Optional.ofNullable(model.settings().get(name));
            if (known.isEmpty()) {
                problems.unknown(
                        at,
                        "setting of model " + model.name(),
                        name,
                        model.settings().keySet());
            } else if (!known.get().choices().containsKey(choice)) {
                problems.unknown(
                        at,
                        "choice of the setting " + name,
                        choice,
                        known.get().choices().keySet());
            }
        });
    }
}
