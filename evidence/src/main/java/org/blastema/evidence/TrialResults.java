package org.blastema.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.blastema.model.Model;
import org.blastema.statistics.Ancova;
import org.blastema.statistics.Estimate;
import org.blastema.statistics.Moments;
import org.blastema.statistics.PairMoments;
import org.blastema.statistics.Quantiles;
import org.blastema.trial.ArmRows;
import org.blastema.trial.Plan;
import org.blastema.trial.RunStore;
import org.blastema.trial.Study;

/** What each simulated trial of a study would have printed for one arm, endpoint and visit. */
final class TrialResults {
    private final Plan plan;
    private final RunStore store;
    private final PrintedNumber number;

    TrialResults(Plan plan, RunStore store, PrintedNumber number) {
        this.plan = plan;
        this.store = store;
        this.number = number;
    }

    /** One number a trial in the order of trials, without those in which nobody came to the visit. */
    double[] all() {
        return Arrays.stream(each()).filter(Double::isFinite).toArray();
    }

    /** One number a trial in the order of trials, NaN where nobody came to the visit. */
    double[] each() {
        return IntStream.range(0, plan.trials()).mapToDouble(this::trial).toArray();
    }

    /** The difference from another arm by the planned analysis, one number a trial, without trials in which there is none. */
    double[] differences(int versus) {
        return against(versus).stream()
                .mapToDouble(Estimate::value)
                .filter(Double::isFinite)
                .toArray();
    }

    /** The planned analysis against another arm, one a trial in the order of trials, NaN throughout where there is none. */
    List<Estimate> against(int versus) {
        return IntStream.range(0, plan.trials())
                .mapToObj(trial -> Ancova.difference(
                        moments(trial, versus),
                        moments(trial, number.arm()),
                        plan.study().alpha()))
                .toList();
    }

    /** Baseline and value of those of an arm who came to the visit. */
    private PairMoments moments(int trial, int arm) {
        List<ArmRows> blocks = blocks(trial, arm);
        return PairMoments.of(
                blocks.stream().flatMapToDouble(this::baselines).toArray(),
                blocks.stream().flatMapToDouble(this::values).toArray());
    }

    private List<ArmRows> blocks(int trial, int arm) {
        return IntStream.range(0, plan.blocks())
                .mapToObj(block ->
                        store.load(trial * plan.blocks() + block).rows().get(arm))
                .toList();
    }

    /** The standard deviation between people of what is averaged, one a trial in the order of trials, NaN where fewer than two came. */
    double[] spreads() {
        return IntStream.range(0, plan.trials())
                .mapToDouble(trial -> Moments.of(people(trial)).sd())
                .toArray();
    }

    private double[] people(int trial) {
        return blocks(trial, number.arm()).stream()
                .flatMapToDouble(this::people)
                .toArray();
    }

    private double trial(int trial) {
        double[] people = people(trial);
        if (people.length == 0) {
            return Double.NaN;
        }
        return number.statistic() == Outcome.Statistic.MEDIAN
                ? Quantiles.of(people, 0.5)
                : Moments.of(people).mean();
    }

    /** What is averaged over the people of one block who came to the visit; of a share, 1 for a responder or an event. */
    private DoubleStream people(ArmRows rows) {
        double[] baselines = baselines(rows).toArray();
        double[] values = values(rows).toArray();
        return IntStream.range(0, rows.patients())
                .mapToDouble(i -> measured(baselines[i], values[i]))
                .filter(Double::isFinite);
    }

    private DoubleStream baselines(ArmRows rows) {
        int endpoints = plan.endpoints().size();
        return IntStream.range(0, rows.patients()).mapToDouble(i -> rows.baseline()[i * endpoints + number.endpoint()]);
    }

    private DoubleStream values(ArmRows rows) {
        int columns = plan.endpoints().size() * plan.visits().size();
        int column = number.endpoint() * plan.visits().size() + number.visit();
        return IntStream.range(0, rows.patients()).mapToDouble(i -> rows.values()[i * columns + column]);
    }

    private double measured(double baseline, double value) {
        return switch (number.kind()) {
            case VALUE -> value;
            case CHANGE -> value - baseline;
            case SHARE -> share(baseline, value);
            case DIFFERENCE, FINDING -> throw new IllegalStateException("no number of one arm: " + number);
        };
    }

    private double share(double baseline, double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        if (number.waits()) {
            return value < plan.visits().get(number.visit()).day() ? 1 : 0;
        }
        return responds(value - baseline);
    }

    private double responds(double change) {
        Study.Responder responder =
                plan.study().endpoints().get(number.endpoint()).responder().orElseThrow();
        double gain = number.better() == Model.Better.LOW ? -change : change;
        return gain >= responder.gain() ? 1 : 0;
    }
}
