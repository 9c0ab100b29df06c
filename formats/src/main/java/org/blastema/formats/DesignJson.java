package org.blastema.formats;

import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.blastema.core.Fields;
import org.blastema.core.Range;
import org.blastema.evidence.DesignFound;

/** What size a trial needs, as JSON: a key without meaning, such as a size that is not reached, is absent. */
public final class DesignJson {
    private DesignJson() {}

    /**
     * @param enriched the same trial of fewer of those whom the study takes
     */
    public static JsonObject of(DesignFound found, List<DesignFound> enriched) {
        JsonObject json = of(found);
        return enriched.isEmpty()
                ? json
                : json.put("enriched", enriched.stream().map(DesignJson::of).toList());
    }

    private static JsonObject of(DesignFound found) {
        JsonObject json = new JsonObject()
                .put("study", found.study())
                .put("seed", found.seed())
                .put("scenario", found.scenario());
        if (!found.modified().isEmpty()) {
            json.put("mark", "MODIFIED").put("modifications", found.modified());
        }
        json.put("simulated", true)
                .put("reference", found.reference())
                .put("endpoint", found.endpoint())
                .put("unit", found.unit())
                .put("month", found.month())
                .put("alpha", found.test().alpha())
                .put("power", found.test().power())
                .put("trials", found.effort().trials())
                .put("sizes", found.effort().sizes())
                .put("failed_share", found.failed())
                .put("eligibility", eligibility(found.eligibility()))
                .put("screened_per_enrolled", found.screened())
                .put("enrolled_share", 1 / found.screened())
                .put(
                        "scenarios",
                        found.scenarios().stream().map(DesignJson::scenario).toList())
                .put("apart", found.apart().stream().map(DesignJson::apart).toList());
        found.looks()
                .ifPresent(each ->
                        json.put("looks", bounds(each, Fields.word(found.test().spending()))));
        return json;
    }

    /** What may be measured at screening, by readout. */
    static JsonObject eligibility(SequencedMap<String, Range> eligibility) {
        JsonObject json = new JsonObject();
        eligibility.forEach((readout, range) -> json.put(readout, ForecastJson.ends(range)));
        return json;
    }

    private static JsonObject scenario(DesignFound.Scenario scenario) {
        List<JsonObject> arms = scenario.arms().stream().map(DesignJson::arm).toList();
        return new JsonObject().put("scenario", scenario.name()).put("arms", arms);
    }

    private static JsonObject arm(DesignFound.Arm arm) {
        JsonObject json = new JsonObject()
                .put("arm", arm.name())
                .put("difference", arm.difference())
                .put("type_one", arm.nothing())
                .put("points", arm.points().stream().map(DesignJson::point).toList());
        needed(json, "patients", arm.needed().size());
        needed(json, "patients_low", arm.needed().low());
        needed(json, "patients_high", arm.needed().high());
        arm.needed().power().ifPresent(power -> json.put("patients_power_ci95", power.ci95()));
        json.put("difference_middle", arm.middle().difference());
        needed(json, "patients_middle", arm.middle().needed().size());
        needed(json, "patients_middle_low", arm.middle().needed().low());
        needed(json, "patients_middle_high", arm.middle().needed().high());
        arm.looks().ifPresent(looks -> json.put("looks", looked(looks)));
        return json;
    }

    private static void needed(JsonObject json, String key, OptionalInt size) {
        size.ifPresent(each -> json.put(key, each));
    }

    private static JsonObject point(DesignFound.Point point) {
        JsonObject json = new JsonObject()
                .put("patients", point.size())
                .put("power", point.power().value())
                .put("power_ci95", point.power().ci95())
                .put("power_middle", point.middle().value())
                .put("power_middle_ci95", point.middle().ci95());
        point.holm().ifPresent(holm -> json.put("power_holm", holm.value()).put("power_holm_ci95", holm.ci95()));
        return json;
    }

    private static JsonObject looked(DesignFound.Looked looked) {
        return new JsonObject()
                .put("patients_at_most", looked.most())
                .put("power", looked.power().value())
                .put("power_ci95", looked.power().ci95())
                .put("expected_share", looked.share())
                .put("expected_share_ci95", looked.share95());
    }

    private static JsonObject apart(DesignFound.Apart apart) {
        JsonObject json = new JsonObject()
                .put("arm", apart.arm())
                .put("one", apart.one())
                .put("other", apart.other())
                .put("right_share", apart.right().value())
                .put("right_share_ci95", apart.right().ci95());
        needed(json, "patients", apart.needed());
        return json;
    }

    private static JsonObject bounds(DesignFound.Bounds bounds, String spending) {
        return new JsonObject()
                .put("spending", spending)
                .put("bounds", bounds.bounds())
                .put("nominal", bounds.nominal())
                .put("spent", bounds.spent())
                .put("inflation", bounds.inflation())
                .put("expected_share", bounds.expected())
                .put("expected_share_null", bounds.expectedNull());
    }
}
