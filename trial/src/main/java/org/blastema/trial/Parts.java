package org.blastema.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.blastema.core.Fields;
import org.blastema.core.Problems;
import org.blastema.core.Unit;
import org.blastema.model.Model;

/**
 * An endpoint that is the sum of others, each a readout of its own. That they add up is for the model to see to.
 *
 * @param whole the sum
 * @param of what it is made of, in the order in which it is told; at least two
 */
public record Parts(String whole, List<String> of) {
    private static final int FEWEST = 2;

    public Parts {
        of = List.copyOf(of);
    }

    static Parts read(Fields fields) {
        if (!fields.has("of")) {
            fields.missing("of");
        }
        Parts parts = new Parts(fields.requiredText("whole"), fields.texts("of"));
        fields.done();
        return parts;
    }

    /** All are endpoints of the study in one unit, and none stands twice. */
    void check(Study study, Model model, Fields fields, Problems problems) {
        List<String> all = new ArrayList<>(List.of(whole));
        all.addAll(of);
        if (fields.has("of") && of.size() < FEWEST || new HashSet<>(all).size() < all.size()) {
            problems.error(
                    fields.at("of"),
                    "the parts of '" + whole + "' are " + String.join(", ", of),
                    "a whole has at least two parts, and none of them is the whole or stands twice");
        }
        List<String> endpoints =
                study.endpoints().stream().map(Study.Endpoint::readout).toList();
        for (String name : all) {
            String key = name.equals(whole) ? "whole" : "of";
            if (!name.isEmpty() && !endpoints.contains(name)) {
                problems.unknown(fields.at(key), "endpoint of the study", name, endpoints);
            } else if (model.readout(name) >= 0 && model.readout(whole) >= 0) {
                Unit own = model.readouts().get(model.readout(name)).unit();
                Unit needed = model.readouts().get(model.readout(whole)).unit();
                if (!own.equals(needed)) {
                    problems.error(
                            fields.at(key),
                            "the part " + name + " is in " + own.code(),
                            "the whole is in " + needed.code(),
                            needed.code());
                }
            }
        }
    }
}
