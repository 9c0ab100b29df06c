package org.blastema.formats;

import java.util.List;
import org.blastema.core.Fields;
import org.blastema.evidence.InputGroup;
import org.blastema.evidence.ResearchValue;
import org.blastema.evidence.Sensitivity;

/** Where the spread of a result comes from, as JSON: a key without meaning is absent. */
public final class SensitivityJson {
    private SensitivityJson() {}

    /**
     * @param research worth of finding out, by threshold; empty where the study has no costs beside effects
     */
    public static JsonObject of(Sensitivity found, List<ResearchValue> research) {
        JsonObject json = of(found);
        return research.isEmpty()
                ? json
                : json.put(
                        "research",
                        research.stream().map(SensitivityJson::research).toList());
    }

    private static JsonObject research(ResearchValue found) {
        List<JsonObject> numbers = found.numbers().stream()
                .map(each -> new JsonObject().put("parameter", each.parameter()).put("value", each.value()))
                .toList();
        return new JsonObject()
                .put("threshold", found.threshold())
                .put("currency", found.currency())
                .put("draws", found.draws())
                .put("perfect_information", found.perfect())
                .put("partial_information", numbers);
    }

    private static JsonObject of(Sensitivity found) {
        return AskedResultJson.of(found.asked())
                .put("persons", found.persons())
                .put("replicates", found.replicates())
                .put("failed_share", found.failed())
                .put("change", quantity(found.change()))
                .put("benefit", quantity(found.benefit()));
    }

    private static JsonObject quantity(Sensitivity.Quantity quantity) {
        List<JsonObject> groups = quantity.groups().stream()
                .map(each -> share("group", word(each.of()), each))
                .toList();
        List<JsonObject> parameters = quantity.parameters().stream()
                .map(each -> share("parameter", each.of(), each))
                .toList();
        JsonObject json = new JsonObject()
                .put("mean", quantity.values().mean())
                .put("sd", quantity.values().sd());
        return groups.isEmpty() ? json : json.put("groups", groups).put("parameters", parameters);
    }

    private static String word(InputGroup group) {
        return Fields.word(group);
    }

    private static JsonObject share(String kind, String name, Sensitivity.Share<?> share) {
        return new JsonObject()
                .put(kind, name)
                .put("first", share.first())
                .put("first_ci95", share.first95())
                .put("total", share.total())
                .put("total_ci95", share.total95());
    }
}
