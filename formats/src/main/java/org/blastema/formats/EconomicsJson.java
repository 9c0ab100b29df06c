package org.blastema.formats;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.core.Fields;
import org.blastema.core.Parameter;
import org.blastema.statistics.NetBenefit;
import org.blastema.trial.EconomicPair;
import org.blastema.trial.EconomicSummary;

/** The block {@code economics} of summary.json: a key without meaning is absent. */
public final class EconomicsJson {
    private final EconomicSummary summary;
    private final String scenario;

    private EconomicsJson(EconomicSummary summary, String scenario) {
        this.summary = summary;
        this.scenario = scenario;
    }

    /**
     * @param scenario the run's; its pairs have a curve and other prices, those of the other scenarios do not
     */
    static JsonObject of(EconomicSummary summary, String scenario) {
        return new EconomicsJson(summary, scenario).json();
    }

    private JsonObject json() {
        return new JsonObject()
                .put("perspective", Fields.word(summary.asked().perspective()))
                .put("currency", summary.asked().currency())
                .put("year", summary.asked().year())
                .put("price_years", summary.priceYears())
                .put("horizon_day", summary.asked().horizon().day())
                .put(
                        "horizon_month",
                        SummaryJson.month(summary.asked().horizon().month()))
                .put("discount_effect", summary.effectDiscount())
                .put("discount_cost", summary.costDiscount())
                .put("effects", summary.asked().effects())
                .put("cost", summary.asked().cost())
                .put("draws", summary.draws())
                .put("thresholds", thresholds())
                .put("curve_thresholds", summary.curve())
                .put("pairs", summary.pairs().stream().map(this::pair).toList());
    }

    private List<Double> thresholds() {
        return summary.asked().thresholds().stream().map(Parameter::value).toList();
    }

    private JsonObject pair(EconomicPair pair) {
        NetBenefit gains = pair.gains();
        JsonObject json = new JsonObject()
                .put("scenario", pair.scenario())
                .put("effect", pair.effect())
                .put("arm", pair.arm())
                .put("versus", pair.versus())
                .put("price", inCosts(pair) ? OptionalDouble.empty() : pair.price())
                .put("price_in_costs", inCosts(pair) ? Optional.of(true) : Optional.empty())
                .put("gain", gains.effect())
                .put("gain95", gains.effect95())
                .put("gain_uncertain", pair.gainUncertain());
        pair.own().ifPresent(worth -> worth(json, worth));
        pair.unpriced()
                .ifPresent(free -> json.put(
                        "highest_price",
                        thresholds().stream().map(free::monetary).toList()));
        pair.patient()
                .ifPresent(patient -> json.put(
                        "views",
                        new JsonObject()
                                .put("patient", worth(new JsonObject(), patient))
                                .put(
                                        "payer",
                                        worth(new JsonObject(), pair.payer().orElseThrow()))));
        if (pair.scenario().equals(scenario)) {
            own(json, pair);
        }
        return json;
    }

    /** Whether the model's costs hold what the arm is bought for. */
    private boolean inCosts(EconomicPair pair) {
        return summary.asked().priceInModel().contains(pair.arm())
                && pair.price().equals(OptionalDouble.of(0));
    }

    /** What is given in the run's scenario alone. */
    private void own(JsonObject json, EconomicPair pair) {
        pair.own()
                .ifPresent(worth -> json.put(
                        "acceptability",
                        summary.curve().stream().map(worth::probability).toList()));
        pair.unpriced()
                .filter(worth -> !pair.prices().isEmpty())
                .ifPresent(worth -> json.put(
                        "prices",
                        pair.prices().stream()
                                .map(price -> worth(new JsonObject().put("price", price), worth.dearer(price)))
                                .toList()));
    }

    private JsonObject worth(JsonObject json, NetBenefit worth) {
        return json.put("cost", worth.cost())
                .put("cost95", worth.cost95())
                .put("verdict", Fields.word(EconomicPair.Verdict.of(worth)))
                .put("icer", EconomicPair.ratio(worth))
                .put("at", thresholds().stream().map(each -> at(worth, each)).toList());
    }

    private static JsonObject at(NetBenefit worth, double threshold) {
        return new JsonObject()
                .put("threshold", threshold)
                .put("net_monetary_benefit", worth.monetary(threshold))
                .put("net_monetary_benefit95", worth.monetary95(threshold))
                .put("net_health_benefit", worth.health(threshold))
                .put("probability", worth.probability(threshold))
                .put("perfect_information", worth.perfectInformation(threshold));
    }
}
