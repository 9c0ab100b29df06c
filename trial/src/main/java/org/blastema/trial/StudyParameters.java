package org.blastema.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.blastema.core.Fields;
import org.blastema.core.Parameter;
import org.blastema.core.Problems;
import org.blastema.core.Yaml;
import org.blastema.model.Library;

/** Binds the parameters that a study changes: a number moves the value and keeps the spreads around it, a mapping restates all of it. */
final class StudyParameters {
    private final References references;
    private final Problems problems;

    StudyParameters(References references, Problems problems) {
        this.references = references;
        this.problems = problems;
    }

    /** Values by name. */
    SequencedMap<String, Double> values(Fields study) {
        SequencedMap<String, Double> values = new LinkedHashMap<>();
        study.fields("parameters", "parameters").ifPresent(inside -> {
            for (Yaml.Entry entry : inside.mapping().entries()) {
                String name = entry.key().text();
                if (!(entry.value() instanceof Yaml.Mapping)) {
                    inside.number(name).ifPresent(value -> values.put(name, value));
                }
            }
        });
        return values;
    }

    /** Parameters given in full. */
    List<Parameter> restated(Fields study) {
        List<Parameter> restated = new ArrayList<>();
        for (Yaml.Entry entry : study.entries("parameters")) {
            if (entry.value() instanceof Yaml.Mapping full) {
                String name = entry.key().text();
                Fields fields = new Fields(full, problems, "parameter " + name);
                Parameter parameter = Parameter.read(name, fields, Library.strictness(full.position()));
                references.sources(fields.at("source"), parameter.sources());
                restated.add(parameter);
            }
        }
        return List.copyOf(restated);
    }
}
