package org.blastema.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Range;
import org.blastema.statistics.Histogram;
import org.blastema.statistics.Intervals;

/** What went wrong in an arm, and what it cost. */
final class Harms {
    private Harms() {}

    static List<AdverseEventSummary> of(ArmSetup setup, ArmSums sums) {
        List<AdverseEventSummary> summaries = new ArrayList<>();
        long n = sums.solved();
        for (int term = 0; term < sums.events().size() && n > 0; term++) {
            Product.AdverseEvent event = setup.product().adverseEvents().get(term);
            long count = sums.events().get(term);
            summaries.add(new AdverseEventSummary(
                    event.term(), event.serious(), count, n, (double) count / n, Intervals.proportion(count, n, 0.95)));
        }
        return summaries;
    }

    static Optional<CostSummary> cost(ArmSetup setup, ArmSums sums) {
        if (setup.product().costs().isEmpty() || sums.cost().n() == 0) {
            return Optional.empty();
        }
        Product.Costs costs = setup.product().costs().get();
        double mean = sums.cost().mean();
        Optional<Range> range = setup.costRange();
        double low = mean;
        double high = mean;
        if (range.isPresent()) {
            Histogram histogram =
                    sums.costs().histogram(range.get().low(), range.get().high(), ArmAdder.COST_BINS);
            low = histogram.quantile(0.05);
            high = histogram.quantile(0.95);
        }
        return Optional.of(new CostSummary(mean, low, high, costs.currency(), costs.year()));
    }
}
