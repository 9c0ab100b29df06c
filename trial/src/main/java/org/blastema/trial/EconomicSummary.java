package org.blastema.trial;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * Cost-effectiveness of the arms.
 *
 * @param asked what the study asks
 * @param effectDiscount yearly, as the model has it in this run
 * @param costDiscount yearly, as the model has it in this run
 * @param priceYears years of the products' prices, ascending; they are not adjusted
 * @param prices what the product of each arm is bought for, 0 where the model's costs hold it; an arm whose price is not known is absent
 * @param draws draws of what is not known
 * @param pairs every scenario, effect and pair of arms, in the order of the study
 */
public record EconomicSummary(
        Economics asked,
        double effectDiscount,
        double costDiscount,
        List<Integer> priceYears,
        SequencedMap<String, Double> prices,
        int draws,
        List<EconomicPair> pairs) {
    private static final int STEPS = 40;

    /** Thresholds of an acceptability curve: from 0 to twice the highest threshold of the study in equal steps. */
    public List<Double> curve() {
        double last = 2 * asked.thresholds().getLast().value();
        return IntStream.rangeClosed(0, STEPS).mapToObj(i -> last * i / STEPS).toList();
    }

    /** Mean of the main effect of an arm at the horizon; absent where the arm has none. */
    OptionalDouble effect(List<ArmSummary> arms, String arm) {
        return mean(arms, arm, asked.effects().getFirst());
    }

    /** Mean of all that an arm costs up to the horizon, its product and what the model counts; absent where either is not known. */
    OptionalDouble cost(List<ArmSummary> arms, String arm) {
        OptionalDouble counted = mean(arms, arm, asked.cost());
        return counted.isPresent() && prices.containsKey(arm)
                ? OptionalDouble.of(prices.get(arm) + counted.getAsDouble())
                : OptionalDouble.empty();
    }

    private OptionalDouble mean(List<ArmSummary> arms, String arm, String readout) {
        return arms.stream()
                .filter(each -> each.name().equals(arm))
                .flatMap(each -> each.endpoints().stream())
                .filter(each -> each.name().equals(readout)
                        && each.day() == asked.horizon().day())
                .mapToDouble(EndpointSummary::mean)
                .findFirst();
    }

    /** The pairs of one scenario and one effect. */
    public List<EconomicPair> pairs(String scenario, String effect) {
        return pairs.stream()
                .filter(each ->
                        each.scenario().equals(scenario) && each.effect().equals(effect))
                .toList();
    }
}
