package org.blastema.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.core.Range;
import org.blastema.statistics.Histogram;
import org.blastema.statistics.Moments;

/** Courses over time from the sums of a run. */
final class Curves {
    private Curves() {}

    static List<Curve> of(Plan plan, List<ArmSums> sums) {
        List<Curve> curves = new ArrayList<>();
        for (int a = 0; a < sums.size(); a++) {
            for (int e = 0; e < plan.endpoints().size(); e++) {
                Optional<Range> range = plan.setup(a).range(e);
                if (range.isPresent() && plan.timecourse().length > 0) {
                    curves.add(curve(plan, a, e, range.get(), sums.get(a)));
                }
            }
        }
        return curves;
    }

    /** Day by which half have had an event, to a bin; empty where the visit or the end of the course comes first. */
    static OptionalDouble median(Plan plan, int arm, int endpoint, ArmSums sums, Visit visit) {
        int last = plan.timecourse().length - 1;
        Optional<Range> range = plan.setup(arm).range(endpoint);
        if (last < 0 || range.isEmpty()) {
            return OptionalDouble.empty();
        }
        double median =
                histogram(sums, endpoint * (last + 1) + last, range.get()).quantile(0.5);
        double bin = (range.get().high() - range.get().low()) / ArmAdder.BINS;
        double end = Math.min(visit.day(), plan.timecourse()[last]);
        return median + bin < Math.min(end, range.get().high()) // what lies beyond the range is counted in its last bin
                ? OptionalDouble.of(median)
                : OptionalDouble.empty();
    }

    private static Histogram histogram(ArmSums sums, int at, Range range) {
        return sums.spread().get(at).histogram(range.low(), range.high(), ArmAdder.BINS);
    }

    private static Curve curve(Plan plan, int arm, int endpoint, Range range, ArmSums sums) {
        double[] days = plan.timecourse();
        double[][] columns = new double[7][days.length];
        for (int k = 0; k < days.length; k++) {
            int at = endpoint * days.length + k;
            Moments moments = sums.course().get(at);
            Histogram histogram = histogram(sums, at, range);
            columns[0][k] = moments.mean();
            columns[1][k] = moments.sd();
            columns[2][k] = histogram.quantile(0.05);
            columns[3][k] = histogram.quantile(0.25);
            columns[4][k] = histogram.quantile(0.5);
            columns[5][k] = histogram.quantile(0.75);
            columns[6][k] = histogram.quantile(0.95);
        }
        ArmPlan.Followed readout = plan.endpoints().get(endpoint);
        return new Curve(
                plan.arms().get(arm).name(),
                readout.name(),
                readout.unit(),
                days,
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                columns[4],
                columns[5],
                columns[6]);
    }
}
