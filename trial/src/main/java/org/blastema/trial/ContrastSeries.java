package org.blastema.trial;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.statistics.Ancova;
import org.blastema.statistics.Estimate;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Intervals;
import org.blastema.statistics.PairMoments;

/** One contrast at one visit over the trials: the planned analysis of each. */
final class ContrastSeries {
    private final double alpha;
    private final Map<Double, Double> critical;
    private final Series difference = new Series();
    private PairMoments lastReference = PairMoments.NONE;
    private PairMoments lastTreated = PairMoments.NONE;
    private int significant;
    private int analysed;

    /**
     * @param alpha two-sided level of the planned test
     * @param critical remembers critical values by degrees of freedom
     */
    ContrastSeries(double alpha, Map<Double, Double> critical) {
        this.alpha = alpha;
        this.critical = critical;
    }

    static Map<Double, Double> criticalValues() {
        return new HashMap<>();
    }

    /** The next trial. */
    void add(PairMoments reference, PairMoments treated) {
        lastReference = reference;
        lastTreated = treated;
        Ancova.Fit fit = Ancova.fit(reference, treated);
        difference.add(fit.value());
        if (Double.isFinite(fit.value())) {
            analysed++;
            significant += significant(fit) ? 1 : 0;
        }
    }

    /** p under alpha, without computing p. */
    private boolean significant(Ancova.Fit fit) {
        if (!(fit.standardError() > 0)) {
            return fit.value() != 0;
        }
        double limit = critical.computeIfAbsent(fit.degrees(), degrees -> Intervals.tQuantile(1 - alpha / 2, degrees));
        return Math.abs(fit.t()) > limit;
    }

    /** Whether any trial could be analysed. */
    boolean any() {
        return analysed > 0;
    }

    ContrastSummary summary(
            Study.Contrast contrast, ArmPlan.Followed endpoint, Visit visit, int trials, List<String> labels) {
        Estimate single = Ancova.difference(lastReference, lastTreated, 0.05);
        boolean many = trials > 1;
        Optional<Interval> ci95 = many
                ? difference.ci95()
                : Optional.of(new Interval(single.low(), single.high())).filter(each -> Double.isFinite(each.low()));
        return new ContrastSummary(
                contrast.arm(),
                contrast.versus(),
                endpoint.name(),
                endpoint.unit(),
                visit.day(),
                visit.month(),
                difference.moments().mean(),
                ci95,
                many ? difference.prediction95() : Optional.empty(),
                many ? OptionalDouble.of((double) significant / analysed) : OptionalDouble.empty(),
                many || !Double.isFinite(single.p()) ? OptionalDouble.empty() : OptionalDouble.of(single.p()),
                labels);
    }
}
