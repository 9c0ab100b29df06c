package org.blastema.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.blastema.core.Parameter;
import org.blastema.model.Model;

/** The parameters of a model as an arm has them. */
final class ArmParameters {
    private ArmParameters() {}

    /** A model's parameters, those of the product and of the study in their place, in the model's order. */
    static List<Parameter> stated(Study study, Model model, List<Parameter> product) {
        Map<String, Parameter> own = new TreeMap<>();
        product.forEach(each -> own.put(each.name(), each));
        study.restated().forEach(each -> own.put(each.name(), each));
        return model.parameters().stream()
                .map(each -> own.getOrDefault(each.name(), each))
                .toList();
    }

    /**
     * The model's parameters, those of the product and of the study in their place; the study's values, the settings and the switches act
     * on all.
     *
     * @param product parameters that the product puts in place of the model's
     * @param choices of the model's settings
     */
    static List<Variable> of(Study study, Model model, List<Parameter> product, Map<String, String> choices) {
        Map<String, Double> off = Settings.values(model, choices); // a switch has the last word
        model.switches().forEach((name, each) -> {
            if (!study.on(name)) {
                off.putAll(each.off());
            }
        });
        List<Variable> variables = new ArrayList<>();
        for (Parameter parameter : stated(study, model, product)) {
            Variable variable = Variable.of(model.name(), parameter);
            Double changed = study.parameters().get(parameter.name());
            if (changed != null) {
                variable = variable.around(changed);
            }
            Double fixed = off.get(parameter.name());
            variables.add(fixed == null ? variable : variable.fixed(fixed));
        }
        return variables;
    }
}
