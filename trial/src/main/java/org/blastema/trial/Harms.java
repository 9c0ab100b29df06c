package org.blastema.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.core.Range;
import org.blastema.statistics.Histogram;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Intervals;
import org.blastema.statistics.Moments;

/** What went wrong in an arm, and what it cost. */
final class Harms {
    private Harms() {}

    /**
     * The harms of an arm.
     *
     * @param index of the arm
     * @param sums by arm
     * @param series by arm
     */
    static List<AdverseEventSummary> of(Plan plan, int index, List<ArmSums> sums, List<HarmSeries> series) {
        List<ArmPlan.Term> terms = plan.arms().get(index).terms();
        List<AdverseEventSummary> summaries = new ArrayList<>();
        for (int term = 0; term < terms.size() && sums.get(index).solved() > 0; term++) {
            summaries.add(summary(
                    plan, index, terms.get(term), sums, series.get(index).prediction95(term)));
        }
        return summaries;
    }

    private static AdverseEventSummary summary(
            Plan plan, int index, ArmPlan.Term term, List<ArmSums> sums, Optional<Interval> prediction95) {
        ArmSums own = sums.get(index);
        HarmSums.OfTerm harm =
                own.harms().terms().get(plan.arms().get(index).terms().indexOf(term));
        long n = own.solved();
        long count = harm.patients();
        return new AdverseEventSummary(
                term.name(),
                term.serious(),
                term.related(),
                harm.atRisk(),
                count,
                n,
                (double) count / n,
                Intervals.proportion(count, n, 0.95),
                prediction95,
                (double) harm.noticed() / n,
                mean(harm.days()),
                mean(harm.durations()),
                harm.lots().struck(),
                lots(plan, index),
                term.mayBeBrought() ? difference(plan, index, term.name(), count, sums) : Optional.empty());
    }

    private static OptionalDouble mean(Moments moments) {
        return moments.n() == 0 ? OptionalDouble.empty() : OptionalDouble.of(moments.mean());
    }

    private static long lots(Plan plan, int index) {
        int perLot = plan.setup(index).product().patientsPerLot().orElse(Integer.MAX_VALUE);
        return (long) plan.trials() * Math.ceilDivExact(plan.patients(index), perLot);
    }

    /** Against the reference arm. An arm whose product does not name a harm has none. */
    private static Optional<HarmDifference> difference(
            Plan plan, int index, String term, long count, List<ArmSums> sums) {
        String reference = plan.study().reference();
        int other = plan.place(reference);
        if (other < 0 || other == index || sums.get(other).solved() == 0) {
            return Optional.empty();
        }
        int place = plan.arms().get(other).terms().stream()
                .map(ArmPlan.Term::name)
                .toList()
                .indexOf(term);
        long others = place < 0 ? 0 : sums.get(other).harms().terms().get(place).patients();
        return Optional.of(HarmDifference.of(
                reference,
                count,
                sums.get(index).solved(),
                others,
                sums.get(other).solved()));
    }

    /** Patients with any harm, or with a serious one; absent for an arm whose product names none. */
    static Optional<HarmTotal> total(Plan plan, int index, ArmSums sums, boolean serious) {
        boolean none = plan.arms().get(index).terms().isEmpty() || sums.solved() == 0;
        long count = serious ? sums.harms().serious() : sums.harms().any();
        return none ? Optional.empty() : Optional.of(HarmTotal.of(count, sums.solved()));
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
