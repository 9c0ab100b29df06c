package org.blastema.formats;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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
                .put("simulation", simulation(result))
                .put("evidence", words(claim.evidence().verdict()))
                .put("certainty", words(claim.evidence().certainty()))
                .put("evidence_about", text(claim.evidence().about()))
                .put("sources", claim.evidence().sources());
        if (!result.modified().isEmpty()) {
            json.put("mark", "MODIFIED").put("modifications", result.modified());
        }
        boolean simulated = !result.found().stream().allMatch(ClaimResult.LookedUp.class::isInstance);
        return json.put("simulated", simulated)
                .put("not_tested", result.claim().untested().map(ClaimsJson::text))
                .put("put_in", texts(claim.putIn()))
                .put("came_out", cameOut(result))
                .put("flip", flip(result))
                .put("must_not_claim", texts(claim.mustNotClaim()));
    }

    private static Optional<String> simulation(ClaimResult result) {
        return result.claim().untested().isPresent()
                ? Optional.of(ClaimResult.UNTESTED)
                : result.verdict().map(Verdict::word);
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
        list(json, "experiments", result, ClaimResult.Compared.class, ClaimsJson::compared);
        list(json, "rates", result, ClaimResult.Rated.class, ClaimsJson::rated);
        list(json, "variations", result, ClaimResult.Varying.class, ClaimsJson::varying);
        list(json, "stories", result, ClaimResult.Told.class, ClaimsJson::story);
        list(json, "occurrences", result, ClaimResult.Occurred.class, ClaimsJson::occurred);
        list(json, "lookups", result, ClaimResult.LookedUp.class, ClaimsJson::lookedUp);
        return json.put("designs", result.designs().map(ClaimsJson::designs));
    }

    private static <T extends ClaimResult.Found> void list(
            JsonObject json, String key, ClaimResult result, Class<T> kind, BiFunction<T, Boolean, JsonObject> shape) {
        List<T> found = result.found(kind);
        if (!found.isEmpty()) {
            json.put(
                    key,
                    found.stream()
                            .map(each -> shape.apply(each, !result.modified().isEmpty()))
                            .toList());
        }
    }

    private static JsonObject compared(ClaimResult.Compared each, boolean withheld) {
        Claim.Comparison asked = each.experiment();
        JsonObject json = head(each, withheld).put("by_interval", told(each.byInterval(), withheld));
        question(json, asked.question());
        json.put("unit", each.unit()).put("draws", each.draws()).put("persons", each.persons());
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

    private static void question(JsonObject json, Claim.Question question) {
        json.put("study", question.study())
                .put("arm", question.arm())
                .put("versus", question.versus())
                .put("endpoint", question.endpoint())
                .put("month", question.month());
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
        return nearest.or(() -> result.found(ClaimResult.Rated.class).stream()
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

    private static JsonObject head(ClaimResult.Found each, boolean withheld) {
        Claim.Experiment asked = each.experiment();
        return new JsonObject()
                .put("name", asked.name())
                .put("label", text(asked.label()))
                .put("decides", asked.decides())
                .put("simulation", told(each.verdict(), withheld));
    }

    /** No verdict is given where the library was changed. */
    private static Optional<String> told(Verdict verdict, boolean withheld) {
        return withheld ? Optional.empty() : Optional.of(verdict.word());
    }

    private static JsonObject rated(ClaimResult.Rated each, boolean withheld) {
        Claim.Rate asked = each.experiment();
        return head(each, withheld)
                .put("by_interval", told(each.byInterval(), withheld))
                .put("counted", Fields.word(asked.counted()))
                .put("share", each.mean())
                .put("interval95", each.interval())
                .put("below", asked.below().value())
                .put("variance", each.shares().stream().map(ClaimsJson::share).toList())
                .put("variance_without_data", each.unmeasured());
    }

    private static JsonObject varying(ClaimResult.Varying each, boolean withheld) {
        JsonObject json = head(each, withheld).put("by_interval", told(each.byInterval(), withheld));
        question(json, each.experiment().question());
        return json.put("varies", Fields.word(each.experiment().varies()))
                .put("unit", each.unit())
                .put("draws", each.effort().draws())
                .put("persons", each.effort().persons())
                .put("value", each.value())
                .put("interval95", each.interval())
                .put("above", each.experiment().above().value())
                .put("variance", each.shares().stream().map(ClaimsJson::share).toList())
                .put("variance_without_data", each.unmeasured());
    }

    private static JsonObject story(ClaimResult.Told each, boolean withheld) {
        JsonObject json = head(each, withheld);
        question(json, each.experiment().question());
        JsonObject tellers = new JsonObject();
        each.tellers().forEach(tellers::put);
        return json.put("told", each.experiment().told().value())
                .put("draws", each.effort().draws())
                .put("persons", each.effort().persons())
                .put("likelihood_ratio", each.ratio())
                .put("interval95", each.interval())
                .put("above", each.experiment().above().value())
                .put("anyway_of_100", each.anyway())
                .put("tellers", tellers);
    }

    private static JsonObject occurred(ClaimResult.Occurred each, boolean withheld) {
        Claim.Occurrence asked = each.experiment();
        JsonObject json = head(each, withheld).put("by_interval", told(each.byInterval(), withheld));
        question(json, asked.question());
        return json.put("happens", asked.happens().isEmpty() ? List.of("serious") : asked.happens())
                .put("wanted", Fields.word(asked.wanted()))
                .put("limit", asked.limit().value())
                .put("draws", each.effort().draws())
                .put("persons", each.effort().persons())
                .put("share", each.share())
                .put("versus_share", each.versusShare())
                .put("value", each.value())
                .put("interval95", each.interval())
                .put("variance", each.shares().stream().map(ClaimsJson::share).toList())
                .put("variance_without_data", each.unmeasured());
    }

    private static JsonObject lookedUp(ClaimResult.LookedUp each, boolean withheld) {
        return head(each, withheld)
                .put(
                        "places",
                        each.places().stream()
                                .map(place -> new JsonObject()
                                        .put("country", text(place.country()))
                                        .put("authorised", place.authorised()))
                                .toList());
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
