package org.blastema.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.blastema.core.Parameter;

/**
 * Costs beside effects, from the differences of the same persons under each draw of what is not known. The price of a product is taken
 * as it stands in its file and not drawn: who buys knows the price, and others are asked by the study.
 */
final class EconomicAnalysis {
    private final Plan plan;
    private final Economics asked;
    private final List<PairedDifferences> differences;

    private EconomicAnalysis(Plan plan, Economics asked, List<PairedDifferences> differences) {
        this.plan = plan;
        this.asked = asked;
        this.differences = differences;
    }

    /** Absent where the study does not ask, or one trial tells nothing of what is not known. */
    static Optional<EconomicSummary> of(Plan plan, List<PairedDifferences> differences) {
        return plan.study()
                .economics()
                .filter(asked -> plan.trials() > 1)
                .map(asked -> new EconomicAnalysis(plan, asked, differences).summary());
    }

    private EconomicSummary summary() {
        List<EconomicPair> pairs = new ArrayList<>();
        for (String effect : asked.effects()) {
            for (PairedDifferences gain : differences) {
                if (gain.endpoint().name().equals(effect)
                        && gain.visit().day() == asked.horizon().day()) {
                    pairs.add(pair(gain));
                }
            }
        }
        List<Integer> years = plan.study().arms().stream()
                .flatMap(arm -> arm.product().costs().stream())
                .map(Product.Costs::year)
                .distinct()
                .sorted()
                .toList();
        return new EconomicSummary(
                asked,
                value(asked.effectDiscount()),
                value(asked.costDiscount()),
                years,
                prices(),
                plan.trials(),
                List.copyOf(pairs));
    }

    private EconomicPair pair(PairedDifferences gain) {
        OptionalDouble other = price(gain.contrast().versus());
        List<Double> unpriced = other.isEmpty()
                ? List.of()
                : cost(gain).stream().map(each -> each - other.getAsDouble()).toList();
        boolean asksPrices = asked.priceArms().contains(gain.contrast().arm());
        return new EconomicPair(
                gain.scenario(),
                gain.endpoint().name(),
                gain.contrast().arm(),
                gain.contrast().versus(),
                price(gain.contrast().arm()),
                gain.effects(),
                unpriced,
                pocket(gain.contrast()),
                asksPrices ? asked.prices().stream().map(Parameter::value).toList() : List.of());
    }

    /** What the person treated pays more for the arm than for the other. */
    private OptionalDouble pocket(Study.Contrast contrast) {
        OptionalDouble own = pocket(contrast.arm());
        OptionalDouble other = pocket(contrast.versus());
        return asked.outOfPocket().isEmpty() || own.isEmpty() || other.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(own.getAsDouble() - other.getAsDouble());
    }

    private OptionalDouble pocket(String arm) {
        return asked.outOfPocket().contains(arm) ? price(arm) : OptionalDouble.of(0);
    }

    /** More cost by each draw without that of the products. */
    private List<Double> cost(PairedDifferences gain) {
        return differences.stream()
                .filter(each -> each.endpoint().name().equals(asked.cost())
                        && each.visit().day() == gain.visit().day())
                .filter(each -> each.scenario().equals(gain.scenario()))
                .filter(each -> each.contrast().equals(gain.contrast()))
                .findFirst()
                .map(PairedDifferences::effects)
                .orElse(List.of());
    }

    private SequencedMap<String, Double> prices() {
        SequencedMap<String, Double> prices = new LinkedHashMap<>();
        plan.study().arms().forEach(arm -> price(arm.name()).ifPresent(price -> prices.put(arm.name(), price)));
        return prices;
    }

    /** The sum of the items as the file states them; nothing where the model's costs hold it all. */
    private OptionalDouble price(String arm) {
        Optional<Product.Costs> costs =
                plan.study().arms().get(plan.place(arm)).product().costs();
        if (costs.isPresent()) {
            return OptionalDouble.of(costs.get().items().stream()
                    .mapToDouble(item -> item.price().value())
                    .sum());
        }
        return asked.priceInModel().contains(arm) ? OptionalDouble.of(0) : OptionalDouble.empty();
    }

    private double value(String parameter) {
        Double set = plan.study().parameters().get(parameter);
        return set != null
                ? set
                : plan.parameters(plan.study().reference()).stream()
                        .filter(each -> each.name().equals(parameter))
                        .findFirst()
                        .orElseThrow()
                        .value();
    }
}
