package org.blastema.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Range;
import org.blastema.model.Model;
import org.blastema.statistics.Moments;

/** Adds up the patients of one arm in one block. */
final class ArmAdder {
    /** Bins of every histogram of a readout, over the readout's range. */
    static final int BINS = 500;
    /** Bins of the costs, over all that their spreads bring. */
    static final int COST_BINS = 2000;

    private final Plan plan;
    private final ArmSetup setup;

    ArmAdder(Plan plan, ArmSetup setup) {
        this.plan = plan;
        this.setup = setup;
    }

    /**
     * @param atRisk patients to whom each harm could have come, by term
     * @param first index of the block's first patient
     */
    ArmSums sums(Columns columns, ArmRows rows, long[] atRisk, int trial, int first) {
        long failed = 0;
        for (boolean each : columns.failed) {
            failed += each ? 1 : 0;
        }
        List<Moments> course = new ArrayList<>();
        List<Counts> spread = new ArrayList<>();
        course(columns, course, spread);
        Counts costs = setup.costRange()
                .map(range -> Counts.of(rows.cost(), range.low(), range.high(), COST_BINS))
                .orElse(Counts.NONE);
        return new ArmSums(
                columns.failed.length - failed,
                failed,
                responders(columns),
                HarmAdder.of(rows.events(), atRisk, plan.arms().get(setup.index()), setup.product(), trial, first),
                Moments.of(rows.cost()),
                costs,
                course,
                spread);
    }

    private List<Long> responders(Columns columns) {
        int visits = plan.visits().size();
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < columns.values.length; i++) {
            int e = i / visits;
            Optional<Study.Responder> responder =
                    plan.study().endpoints().get(e).responder();
            int readout = setup.readouts().get(e);
            long count = 0;
            if (readout >= 0 && setup.waits(e)) {
                count = before(columns.values[i], plan.visits().get(i % visits).day());
            } else if (responder.isPresent() && readout >= 0) {
                double sign = better(readout);
                for (int p = 0; p < columns.values[i].length; p++) {
                    double gain = sign * (columns.values[i][p] - columns.baseline[e][p]);
                    count += gain >= responder.get().gain() ? 1 : 0;
                }
            }
            counts.add(count);
        }
        return counts;
    }

    /** Patients whose event came before the day. */
    private static long before(double[] days, double day) {
        return java.util.Arrays.stream(days).filter(each -> each < day).count();
    }

    private double better(int readout) {
        return setup.model().model().readouts().get(readout).better() == Model.Better.LOW ? -1 : 1;
    }

    private void course(Columns columns, List<Moments> course, List<Counts> spread) {
        int grid = plan.timecourse().length;
        for (int i = 0; i < columns.course.length; i++) {
            double[] column = columns.course[i];
            Optional<Range> range = setup.range(i / grid);
            course.add(Moments.of(column));
            spread.add(range.map(each -> Counts.of(column, each.low(), each.high(), BINS))
                    .orElse(Counts.NONE));
        }
    }
}
