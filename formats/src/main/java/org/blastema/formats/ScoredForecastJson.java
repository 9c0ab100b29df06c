package org.blastema.formats;

import java.util.Locale;
import org.blastema.core.Fields;
import org.blastema.evidence.ScoredForecast;

/** A sealed forecast beside what was published, as JSON: a key without meaning is absent. */
public final class ScoredForecastJson {
    private ScoredForecastJson() {}

    public static JsonObject of(SealedForecast sealed, ScoredForecast scored) {
        return new JsonObject()
                .put("study", sealed.forecast().study())
                .put("registration", sealed.forecast().registration())
                .put("sha256", sealed.sha256())
                .put("sealed", sealed.date())
                .put("simulated", true)
                .put("coverage", scored.coverage().map(ValidationJson::coverage))
                .put("rows", scored.arms().stream().map(ValidationJson::row).toList())
                .put(
                        "conclusions",
                        scored.conclusions().stream()
                                .map(ScoredForecastJson::conclusion)
                                .toList())
                .put(
                        "left_out",
                        scored.leftOut().stream()
                                .map(ScoredForecastJson::leftOut)
                                .toList());
    }

    private static JsonObject conclusion(ScoredForecast.Conclusion each) {
        return new JsonObject()
                .put("arm", each.row().arm())
                .put("versus", each.row().versus())
                .put("endpoint", each.row().endpoint())
                .put("month", SummaryJson.month(each.row().visit().month()))
                .put("observed", each.difference())
                .put("observed_ci95", each.ci95())
                .put("mean", each.row().mean())
                .put("low", each.row().most().low())
                .put("high", each.row().most().high())
                .put("inside", each.inside())
                .put("crps", each.crps())
                .put("found_share", each.row().found())
                .put("expected", each.row().expected())
                .put("found", each.found())
                .put("concluded_so_share", each.share())
                .put("as_forecast", each.asForecast())
                .put("knowledge", Fields.word(each.knowledge()));
    }

    private static JsonObject leftOut(ScoredForecast.LeftOut each) {
        return new JsonObject()
                .put("arm", each.outcome().arm())
                .put("endpoint", each.outcome().endpoint())
                .put("kind", Fields.word(each.outcome().kind()))
                .put("month", each.outcome().month())
                .put("reason", each.reason().name().toLowerCase(Locale.ROOT));
    }
}
