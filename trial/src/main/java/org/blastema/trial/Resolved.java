package org.blastema.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Fields;
import org.blastema.core.Position;
import org.blastema.core.Yaml;

/** The study's tree with its defaults written out, keys in the order of the language. */
final class Resolved {
    private final Yaml.Mapping tree;
    private final List<Yaml.Entry> entries = new ArrayList<>();

    private Resolved(Yaml.Mapping tree) {
        this.tree = tree;
    }

    static Yaml.Mapping of(Yaml.Mapping tree, Study study) {
        Resolved resolved = new Resolved(tree);
        for (String key : StudyBinder.KEYS) {
            tree.get(key).or(() -> resolved.absent(key, study)).ifPresent(value -> resolved.put(key, value));
        }
        return new Yaml.Mapping(resolved.entries, tree.position());
    }

    private void put(String key, Yaml value) {
        entries.add(new Yaml.Entry(scalar(key), value));
    }

    private Optional<Yaml> absent(String key, Study study) {
        return switch (key) {
            case "trials" -> Optional.of(scalar(Integer.toString(study.trials())));
            case "twins" -> Optional.of(scalar(Integer.toString(study.twins())));
            case "seed" -> Optional.of(scalar(Long.toString(study.seed())));
            case "alpha" -> Optional.of(scalar(Double.toString(study.alpha())));
            case "groups" -> Optional.of(scalar(Fields.word(study.groups())));
            case "scenario" -> Optional.of(quoted(study.scenario()));
            case "scenarios" ->
                Optional.of(new Yaml.Sequence(
                        study.scenarios().stream().map(this::quoted).toList(), at()));
            case "switches" -> Optional.of(switches());
            default -> Optional.empty();
        };
    }

    private Yaml switches() {
        List<Yaml.Entry> on = EngineSwitch.names().stream()
                .map(name -> new Yaml.Entry(scalar(name), scalar("on")))
                .toList();
        return new Yaml.Mapping(on, at());
    }

    private Position at() {
        return tree.position();
    }

    private Yaml.Scalar scalar(String text) {
        return new Yaml.Scalar(text, true, at());
    }

    /** Quoted, so that a scenario named null stays a text. */
    private Yaml quoted(String text) {
        return new Yaml.Scalar(text, false, at());
    }
}
