package org.blastema.formats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.core.Fields;
import org.blastema.model.Model;
import org.blastema.trial.AdverseEventSummary;
import org.blastema.trial.ArmSummary;
import org.blastema.trial.ContrastSummary;
import org.blastema.trial.CostSummary;
import org.blastema.trial.EndpointSummary;
import org.blastema.trial.HarmDifference;
import org.blastema.trial.HarmTotal;
import org.blastema.trial.LongTerm;
import org.blastema.trial.PracticeSummary;
import org.blastema.trial.Summary;

/** summary.json of a run, in the shape of the contract: a key without meaning is absent. */
public final class SummaryJson {
    private SummaryJson() {}

    public static JsonObject of(Summary summary) {
        JsonObject json = new JsonObject().put("study", summary.study()).put("seed", summary.seed());
        json.put("scenario", summary.scenario())
                .put("patients", summary.patients())
                .put("trials", summary.trials());
        if (!summary.modified().isEmpty()) {
            json.put("mark", "MODIFIED").put("modifications", summary.modified());
        }
        json.put("simulated", true);
        json.put(
                "arms",
                summary.arms().stream()
                        .map(each -> arm(each)
                                .put("whole_cost", summary.wholeCost(each.name()))
                                .put("qaly", summary.qaly(each.name())))
                        .toList());
        json.put("contrasts", contrasts(summary.contrasts()));
        Map<String, Object> scenarios = new LinkedHashMap<>();
        summary.scenarios().forEach((name, contrasts) -> scenarios.put(name, contrasts(contrasts)));
        json.put("scenarios", scenarios);
        json.put(
                "context_shares",
                summary.contextShares().stream().map(SummaryJson::contextShare).toList());
        if (!summary.practices().isEmpty()) {
            json.put(
                    "practices",
                    summary.practices().stream().map(SummaryJson::practice).toList());
        }
        json.put("economics", summary.economics().map(found -> EconomicsJson.of(found, summary.scenario())));
        json.put("long_term", summary.longTerm().map(SummaryJson::longTerm));
        return json.put("simulated_patients", summary.simulated()).put("failed_patients", summary.failed());
    }

    /** What the study that continues this one found. */
    private static JsonObject longTerm(LongTerm later) {
        Summary found = later.summary();
        List<Number> months = found.arms().stream()
                .flatMap(arm -> arm.endpoints().stream())
                .map(EndpointSummary::month)
                .distinct()
                .sorted()
                .map(SummaryJson::month)
                .toList();
        return new JsonObject()
                .put("study", found.study())
                .put("scenario", found.scenario())
                .put("patients", found.patients())
                .put("trials", found.trials())
                .put("months", months)
                .put("arms", found.arms().stream().map(SummaryJson::arm).toList())
                .put("contrasts", contrasts(found.contrasts()))
                .put("simulated_patients", found.simulated())
                .put("failed_patients", found.failed());
    }

    private static JsonObject contextShare(org.blastema.trial.ContextShare share) {
        return new JsonObject()
                .put("arm", share.arm())
                .put("reference", share.reference())
                .put("endpoint", share.endpoint())
                .put("month", month(share.month()))
                .put("of_ten", share.ofTen())
                .put("range95", List.of(share.low(), share.high()));
    }

    /** What becomes of the trials under a practice. */
    public static JsonObject practice(PracticeSummary p) {
        return new JsonObject()
                .put("label", p.label().en())
                .put("arm", p.arm())
                .put("versus", p.versus())
                .put("trials", p.trials())
                .put("positive", p.positive())
                .put("mean", p.mean())
                .put("stopped_early", p.stoppedEarly())
                .put("mean_stopped", p.meanStopped())
                .put("printed", p.printed())
                .put("mean_printed", p.meanPrinted())
                .put("reads_positive", p.looksPositive());
    }

    private static JsonObject arm(ArmSummary arm) {
        JsonObject json = new JsonObject().put("name", arm.name()).put("n", arm.n());
        json.put(
                "endpoints", arm.endpoints().stream().map(SummaryJson::endpoint).toList());
        json.put(
                "adverse_events",
                arm.adverseEvents().stream().map(SummaryJson::event).toList());
        json.put("any_harm", arm.anyHarm().map(SummaryJson::total));
        json.put("serious_harm", arm.seriousHarm().map(SummaryJson::total));
        return json.put("cost", arm.cost().map(SummaryJson::cost));
    }

    private static JsonObject endpoint(EndpointSummary e) {
        boolean waits = e.kind().equals(Fields.word(Model.Kind.TIME_TO_EVENT));
        return new JsonObject()
                .put("name", e.name())
                .put("kind", e.kind())
                .put("unit", e.unit())
                .put("day", e.day())
                .put("month", month(e.month()))
                .put("baseline_mean", e.baselineMean())
                .put("mean", e.mean())
                .put("sd", e.sd())
                .put("mean_change", e.meanChange())
                .put("ci95", e.ci95())
                .put("prediction95", e.prediction95())
                .put(waits ? "cumulative_incidence" : "responders", e.responders())
                .put(waits ? "cumulative_incidence_ci95" : "responders_ci95", e.respondersCi95())
                .put("median", e.median());
    }

    private static JsonObject event(AdverseEventSummary e) {
        Optional<HarmDifference> difference = e.difference();
        return modelled(
                        e,
                        new JsonObject()
                                .put("term", e.term())
                                .put("rate", e.rate())
                                .put("ci95", e.ci95())
                                .put("serious", e.serious())
                                .put("prediction95", e.prediction95())
                                .put("day", e.day())
                                .put("duration", e.duration())
                                .put("none_seen_up_to", e.noneSeenUpTo()))
                .put("versus", difference.map(HarmDifference::versus))
                .put("difference", difference.map(HarmDifference::difference))
                .put("difference_ci95", difference.map(HarmDifference::ci95))
                .put(
                        "needed_to_harm",
                        difference.map(HarmDifference::neededToHarm).orElse(OptionalDouble.empty()))
                .put("needed_to_harm_ci95", difference.flatMap(HarmDifference::neededToHarm95));
    }

    /** What the model of the harms adds, beside what the product's file says. */
    private static JsonObject modelled(AdverseEventSummary e, JsonObject json) {
        return e.related()
                .map(related -> json.put("related", Fields.word(related))
                        .put("at_risk", (double) e.atRisk() / e.n())
                        .put("noticed", e.noticed())
                        .put("lots_struck", e.lots())
                        .put("lots", e.lotsGiven()))
                .orElse(json);
    }

    private static JsonObject total(HarmTotal total) {
        return new JsonObject()
                .put("rate", total.rate())
                .put("ci95", total.ci95())
                .put("patients", total.count())
                .put("of", total.n());
    }

    private static JsonObject cost(CostSummary c) {
        return new JsonObject()
                .put("mean", c.mean())
                .put("p05", c.p05())
                .put("p95", c.p95())
                .put("currency", c.currency())
                .put("year", c.year());
    }

    private static List<JsonObject> contrasts(List<ContrastSummary> contrasts) {
        return contrasts.stream().map(SummaryJson::contrast).toList();
    }

    private static JsonObject contrast(ContrastSummary c) {
        JsonObject json = new JsonObject()
                .put("arm", c.arm())
                .put("versus", c.versus())
                .put("endpoint", c.endpoint())
                .put("day", c.day())
                .put("month", month(c.month()))
                .put("difference", c.difference())
                .put("ci95", c.ci95())
                .put("prediction95", c.prediction95())
                .put("power", c.power())
                .put("p", c.p());
        return c.labels().isEmpty() ? json : json.put("labels", c.labels());
    }

    /** A whole number of months is written as one. */
    public static Number month(double month) {
        return month == Math.rint(month) ? (Number) (long) month : (Number) month;
    }
}
