package org.blastema.formats;

import org.blastema.core.Fields;
import org.blastema.evidence.Screening;
import org.blastema.statistics.ElementaryEffects;

/** What each drawn number moves, as JSON: a key without meaning is absent. */
public final class ScreeningJson {
    private ScreeningJson() {}

    public static JsonObject of(Screening found) {
        return AskedResultJson.of(found.asked())
                .put("trajectories", found.trajectories())
                .put("failed_share", found.failed())
                .put("fixed", found.fixed())
                .put("idle", found.idle().size())
                .put("inputs", found.inputs().stream().map(ScreeningJson::input).toList());
    }

    private static JsonObject input(Screening.Effect each) {
        return new JsonObject()
                .put("parameter", each.name())
                .put("level", Fields.word(each.level()))
                .put("change", effects(each.change()))
                .put("benefit", effects(each.benefit()));
    }

    private static JsonObject effects(ElementaryEffects each) {
        return new JsonObject()
                .put("mu_star", each.size())
                .put("mu_star_ci95", each.size95())
                .put("mu", each.mean())
                .put("sigma", each.spread());
    }
}
