package org.blastema.formats;

import java.util.Locale;
import org.blastema.core.Fields;
import org.blastema.evidence.BlindingError;
import org.blastema.evidence.Coverage;
import org.blastema.evidence.NullTrial;
import org.blastema.evidence.PeopleSpread;
import org.blastema.evidence.Scored;
import org.blastema.evidence.ScoredArm;
import org.blastema.evidence.Validation;

/** A validation in the shape of the contract: a block without arms is absent. */
public final class ValidationJson {
    private ValidationJson() {}

    public static JsonObject of(Validation validation) {
        JsonObject json = new JsonObject();
        for (Scored.Block block : validation.blocks()) {
            JsonObject areas = new JsonObject();
            validation
                    .areas()
                    .forEach(area -> validation
                            .coverage(block, area)
                            .ifPresent(coverage -> areas.put(area, coverage(coverage))));
            json.put(
                    word(block),
                    coverage(validation.coverage(block).orElseThrow()).put("areas", areas));
        }
        validation.leaveOneOut().ifPresent(all -> {
            JsonObject areas = new JsonObject();
            validation
                    .areas()
                    .forEach(area ->
                            validation.leaveOneOut(area).ifPresent(coverage -> areas.put(area, coverage(coverage))));
            json.put("leave_one_out", coverage(all).put("areas", areas));
        });
        return json.put(
                        "blinding",
                        validation.byBlinding().stream()
                                .map(ValidationJson::blinding)
                                .toList())
                .put(
                        "spreads",
                        validation.spreads().stream()
                                .map(ValidationJson::spread)
                                .toList())
                .put("nulls", validation.nulls().size())
                .put("nulls_positive", validation.nullsPositive())
                .put("nulls_undecided", validation.nullsUndecided())
                .put("rows", validation.arms().stream().map(ValidationJson::row).toList())
                .put(
                        "leave_one_out_rows",
                        validation.leftOut().stream().map(ValidationJson::row).toList())
                .put(
                        "null_rows",
                        validation.nulls().stream().map(ValidationJson::without).toList())
                .put("simulated", true);
    }

    static String word(Scored.Block block) {
        return block.name().toLowerCase(Locale.ROOT);
    }

    static JsonObject coverage(Coverage coverage) {
        return new JsonObject()
                .put("arms", coverage.arms())
                .put("inside", coverage.inside())
                .put("inside95", coverage.share())
                .put("inside95_ci95", coverage.ci95())
                .put("published_better_by", coverage.betterBy())
                .put("crps", coverage.compared().map(Coverage.Compared::crps).orElse(coverage.crps()))
                .put("crps_reference", coverage.compared().map(Coverage.Compared::reference))
                .put("crps_better_by_ci95", coverage.compared().flatMap(Coverage.Compared::betterBy95))
                .put(
                        "crps_arms",
                        coverage.compared().map(Coverage.Compared::arms).orElse(coverage.arms()))
                .put("crps_all", coverage.crps())
                .put("hardly_outside", coverage.hardlyOutside())
                .put("reported_only", coverage.few());
    }

    private static JsonObject blinding(BlindingError error) {
        return new JsonObject()
                .put("area", error.area())
                .put("blinding", error.group().name().toLowerCase(Locale.ROOT))
                .put("trials", error.trials())
                .put("arms", error.coverage().arms())
                .put("inside", error.coverage().inside())
                .put("published_better_by", error.coverage().betterBy())
                .put("absolute_error", error.size())
                .put("reported_only", error.few());
    }

    private static JsonObject spread(PeopleSpread spread) {
        return new JsonObject()
                .put("area", spread.area())
                .put("trial", spread.trial())
                .put("arm", spread.arm())
                .put("endpoint", spread.endpoint())
                .put("kind", Fields.word(spread.kind()))
                .put("month", SummaryJson.month(spread.month()))
                .put("n", spread.n())
                .put("sd", spread.published())
                .put("sd_simulated", spread.simulated())
                .put("ratio", spread.ratio());
    }

    static JsonObject row(ScoredArm arm) {
        return new JsonObject()
                .put("area", arm.area())
                .put("trial", arm.trial())
                .put("arm", arm.arm())
                .put("endpoint", arm.endpoint())
                .put("kind", Fields.word(arm.kind()))
                .put("statistic", Fields.word(arm.statistic()))
                .put("day", arm.day())
                .put("month", SummaryJson.month(arm.month()))
                .put("observed", arm.observed())
                .put("mean", arm.mean())
                .put("low", arm.low())
                .put("high", arm.high())
                .put("inside", arm.inside())
                .put("crps", arm.crps())
                .put("crps_reference", arm.reference())
                .put("knowledge", Fields.word(arm.knowledge()))
                .put("block", word(arm.block()));
    }

    private static JsonObject without(NullTrial trial) {
        return new JsonObject()
                .put("area", trial.area())
                .put("trial", trial.trial())
                .put("arm", trial.arm())
                .put("versus", trial.versus())
                .put("endpoint", trial.endpoint())
                .put("month", SummaryJson.month(trial.month()))
                .put("forecast", trial.known())
                .put("difference", trial.difference())
                .put("prediction95", trial.prediction95())
                .put("power", trial.power())
                .put("power95", trial.power95())
                .put("positive", trial.positive())
                .put("undecided", trial.undecided())
                .put("why", trial.why())
                .put("knowledge", Fields.word(trial.knowledge()));
    }
}
