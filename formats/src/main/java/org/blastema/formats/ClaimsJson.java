package org.blastema.formats;

import java.util.List;
import java.util.Optional;
import org.blastema.core.Fields;
import org.blastema.core.Parameter;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.Verdict;

/** What the experiments say of claims, in the shape of the contract: a key without meaning is absent. */
public final class ClaimsJson {
    private ClaimsJson() {}

    public static JsonObject of(List<ClaimResult> results) {
        return new JsonObject()
                .put("claims", results.stream().map(ClaimsJson::claim).toList());
    }

    private static JsonObject claim(ClaimResult result) {
        Claim claim = result.claim();
        JsonObject json = new JsonObject()
                .put("id", claim.id())
                .put("title", text(claim.title()))
                .put("simulation", result.verdict().map(Verdict::word))
                .put("evidence", words(claim.evidence().verdict()))
                .put("certainty", words(claim.evidence().certainty()))
                .put("evidence_about", text(claim.evidence().about()))
                .put("sources", claim.evidence().sources());
        if (!result.modified().isEmpty()) {
            json.put("mark", "MODIFIED").put("modifications", result.modified());
        }
        return json.put("simulated", true)
                .put("put_in", texts(claim.putIn()))
                .put("came_out", cameOut(result))
                .put("flip", flip(result))
                .put("must_not_claim", texts(claim.mustNotClaim()));
    }

    private static String words(Enum<?> word) {
        return Fields.word(word).replace('-', ' ');
    }

    private static JsonObject text(Text text) {
        return new JsonObject().put("en", text.en()).put("ar", text.ar());
    }

    private static List<JsonObject> texts(List<Text> texts) {
        return texts.stream().map(ClaimsJson::text).toList();
    }

    private static JsonObject cameOut(ClaimResult result) {
        JsonObject json = new JsonObject();
        if (!result.comparisons().isEmpty()) {
            boolean withheld = !result.modified().isEmpty();
            json.put(
                    "experiments",
                    result.comparisons().stream()
                            .map(each -> compared(each, withheld))
                            .toList());
        }
        if (!result.rates().isEmpty()) {
            json.put("rates", result.rates().stream().map(ClaimsJson::rated).toList());
        }
        return json.put("designs", result.designs().map(ClaimsJson::designs));
    }

    private static JsonObject compared(ClaimResult.Compared each, boolean withheld) {
        Claim.Comparison asked = each.experiment();
        JsonObject json = new JsonObject()
                .put("name", asked.name())
                .put("label", text(asked.label()))
                .put("decides", asked.decides())
                .put(
                        "simulation",
                        withheld ? Optional.empty() : Optional.of(each.verdict().word()))
                .put(
                        "by_interval",
                        withheld
                                ? Optional.empty()
                                : Optional.of(each.byInterval().word()))
                .put("study", asked.study())
                .put("arm", asked.arm())
                .put("versus", asked.versus())
                .put("endpoint", asked.endpoint())
                .put("month", asked.month())
                .put("unit", each.unit())
                .put("draws", each.draws())
                .put("persons", each.persons());
        measured(json, each.found());
        return json.put("mid", mid(asked.mid()))
                .put("variance", each.shares().stream().map(ClaimsJson::share).toList())
                .put("variance_without_data", each.unmeasured())
                .put("flips", each.flips().stream().map(ClaimsJson::flip).toList())
                .put(
                        "variants",
                        each.variants().stream().map(ClaimsJson::varied).toList())
                .put("beside", each.beside().stream().map(ClaimsJson::beside).toList());
    }

    private static void measured(JsonObject json, ClaimResult.Measured found) {
        json.put("difference", found.difference())
                .put("interval95", found.interval())
                .put("change", found.change())
                .put("versus_change", found.versusChange())
                .put("responders", found.responders())
                .put("versus_responders", found.versusResponders())
                .put("number_needed_to_treat", found.numberNeededToTreat());
    }

    private static JsonObject mid(Claim.Mid mid) {
        Parameter limit = mid.limit();
        return new JsonObject()
                .put("value", limit.value())
                .put("unit", limit.unit().code())
                .put("threshold", Fields.word(mid.threshold()))
                .put("source", limit.sources())
                .put("knowledge", limit.knowledge().map(Fields::word))
                .put("note", limit.note());
    }

    private static JsonObject share(ClaimResult.Share share) {
        return new JsonObject()
                .put("parameter", share.parameter())
                .put("share", share.share())
                .put("without_data", share.unmeasured());
    }

    private static JsonObject flip(ClaimResult.Flip flip) {
        return new JsonObject()
                .put("parameter", flip.parameter())
                .put("unit", flip.unit())
                .put("from", flip.from())
                .put("at", flip.at())
                .put("within_range", flip.at().isPresent())
                .put("range", List.of(flip.range().low(), flip.range().high()))
                .put("standard_deviations", flip.deviations())
                .put("simulation", flip.verdict().word());
    }

    /** The nearest flip of the first experiment that decides; of a rate, the limit at which the verdict would be another. */
    private static Optional<JsonObject> flip(ClaimResult result) {
        Optional<JsonObject> nearest = result.comparisons().stream()
                .filter(each -> each.experiment().decides())
                .findFirst()
                .flatMap(ClaimResult.Compared::nearestFlip)
                .map(ClaimsJson::flip);
        return nearest.or(() -> result.rates().stream()
                .filter(each -> each.experiment().decides())
                .findFirst()
                .map(each -> new JsonObject()
                        .put("limit_of", each.experiment().name())
                        .put("from", each.experiment().below().value())
                        .put("at", each.flip())));
    }

    private static JsonObject varied(ClaimResult.Varied each) {
        return new JsonObject()
                .put("name", each.variant().name())
                .put("label", text(each.variant().label()))
                .put("difference", each.difference())
                .put("interval95", each.interval())
                .put("simulation", each.verdict().word());
    }

    private static JsonObject beside(ClaimResult.Beside each) {
        JsonObject json = new JsonObject().put("arm", each.arm());
        measured(json, each.found());
        return json.put("simulation", each.verdict().word());
    }

    private static JsonObject rated(ClaimResult.Rated each) {
        Claim.Rate asked = each.experiment();
        return new JsonObject()
                .put("name", asked.name())
                .put("label", text(asked.label()))
                .put("decides", asked.decides())
                .put("simulation", each.verdict().word())
                .put("by_interval", each.byInterval().word())
                .put("counted", Fields.word(asked.counted()))
                .put("share", each.mean())
                .put("interval95", each.interval())
                .put("below", asked.below().value())
                .put("variance", each.shares().stream().map(ClaimsJson::share).toList())
                .put("variance_without_data", each.unmeasured());
    }

    private static JsonObject designs(ClaimResult.DesignsFound found) {
        return new JsonObject()
                .put("unit", found.unit())
                .put("patients", found.patients())
                .put("trials", found.trials())
                .put("rows", found.rows().stream().map(ClaimsJson::design).toList())
                .put("share_not_the_cells", found.notTheCells())
                .put("share_not_the_cells_interval95", found.notTheCellsInterval());
    }

    private static JsonObject design(ClaimResult.DesignFound row) {
        return new JsonObject()
                .put("label", text(row.label()))
                .put("controlled", row.controlled())
                .put("effect", row.effect())
                .put("prediction95", row.trials());
    }
}
