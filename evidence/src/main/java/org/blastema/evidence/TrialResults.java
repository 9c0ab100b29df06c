package org.blastema.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.blastema.model.Model;
import org.blastema.statistics.Moments;
import org.blastema.statistics.Quantiles;
import org.blastema.trial.ArmRows;
import org.blastema.trial.Plan;
import org.blastema.trial.RunStore;
import org.blastema.trial.Study;

/** What each simulated trial of a study would have printed for one arm, endpoint and visit. */
final class TrialResults {
    private final Plan plan;
    private final RunStore store;
    private final Target target;

    TrialResults(Plan plan, RunStore store, Target target) {
        this.plan = plan;
        this.store = store;
        this.target = target;
    }

    /** One number a trial in the order of trials, without those in which nobody came to the visit. */
    double[] all() {
        return Arrays.stream(each()).filter(Double::isFinite).toArray();
    }

    /** One number a trial in the order of trials, NaN where nobody came to the visit. */
    double[] each() {
        return IntStream.range(0, plan.trials()).mapToDouble(this::trial).toArray();
    }

    private double trial(int trial) {
        List<double[]> blocks = new ArrayList<>();
        for (int block = 0; block < plan.blocks(); block++) {
            blocks.add(people(store.load(trial * plan.blocks() + block).rows().get(target.arm())));
        }
        double[] people = blocks.stream().flatMapToDouble(Arrays::stream).toArray();
        if (people.length == 0) {
            return Double.NaN;
        }
        return target.outcome().statistic() == Outcome.Statistic.MEDIAN
                ? Quantiles.of(people, 0.5)
                : Moments.of(people).mean();
    }

    /** What is averaged over the people of one block who came to the visit; of a share, 1 for a responder or an event. */
    private double[] people(ArmRows rows) {
        int endpoints = plan.endpoints().size();
        int columns = endpoints * plan.visits().size();
        int column = target.endpoint() * plan.visits().size() + target.visit();
        return IntStream.range(0, rows.patients())
                .mapToDouble(i -> measured(
                        rows.baseline()[i * endpoints + target.endpoint()], rows.values()[i * columns + column]))
                .filter(Double::isFinite)
                .toArray();
    }

    private double measured(double baseline, double value) {
        return switch (target.outcome().kind()) {
            case VALUE -> value;
            case CHANGE -> value - baseline;
            case SHARE -> share(baseline, value);
            case DIFFERENCE, FINDING -> throw new IllegalStateException("not scored: " + target.outcome());
        };
    }

    private double share(double baseline, double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        if (target.waits()) {
            return value < plan.visits().get(target.visit()).day() ? 1 : 0;
        }
        return responds(value - baseline);
    }

    private double responds(double change) {
        Study.Responder responder =
                plan.study().endpoints().get(target.endpoint()).responder().orElseThrow();
        double gain = target.better() == Model.Better.LOW ? -change : change;
        return gain >= responder.gain() ? 1 : 0;
    }
}
