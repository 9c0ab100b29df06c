package org.blastema.formats;

import org.blastema.evidence.AskedResult;

/** Which result of a person is told, as the first keys of an object. */
final class AskedResultJson {
    private AskedResultJson() {}

    static JsonObject of(AskedResult asked) {
        JsonObject json = new JsonObject()
                .put("study", asked.study())
                .put("seed", asked.seed())
                .put("scenario", asked.scenario());
        if (!asked.modified().isEmpty()) {
            json.put("mark", "MODIFIED").put("modifications", asked.modified());
        }
        return json.put("simulated", true)
                .put("arm", asked.arm())
                .put("versus", asked.versus())
                .put("endpoint", asked.endpoint())
                .put("unit", asked.unit())
                .put("month", asked.month());
    }
}
