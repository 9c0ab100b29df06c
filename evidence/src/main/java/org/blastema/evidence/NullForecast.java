package org.blastema.evidence;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.blastema.model.Model;
import org.blastema.statistics.Estimate;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Intervals;
import org.blastema.statistics.Moments;
import org.blastema.statistics.Quantiles;
import org.blastema.trial.Plan;
import org.blastema.trial.RunStore;

/** Holds simulated trials against a published one of their size that found no difference. */
final class NullForecast {
    private final Plan plan;
    private final RunStore store;
    private final UnaryOperator<double[]> weighed;

    /** @param weighed takes one number a simulated trial, NaN for none, as often as the trial counts */
    NullForecast(Plan plan, RunStore store, UnaryOperator<double[]> weighed) {
        this.plan = plan;
        this.store = store;
        this.weighed = weighed;
    }

    /** @param known whether the numbers of the model are drawn from the posterior of the area */
    NullTrial of(String area, NullResult row, boolean known) {
        List<Estimate> trials = new TrialResults(plan, store, number(row)).against(plan.place(row.versus()));
        double[] differences =
                weighed.apply(trials.stream().mapToDouble(Estimate::value).toArray());
        double[] found = weighed.apply(trials.stream().mapToDouble(this::found).toArray());
        return new NullTrial(
                area,
                row.trial(),
                row.arm(),
                row.versus(),
                row.endpoint(),
                row.month(),
                known,
                Moments.of(differences).mean(),
                new Interval(Quantiles.of(differences, 0.025), Quantiles.of(differences, 0.975)),
                Moments.of(found).mean(),
                Intervals.proportion(Math.round(DoubleStream.of(found).sum()), found.length, 0.95),
                row.knowledge(),
                row.why());
    }

    /** 1 for a trial whose planned test finds a difference, 0 for another, NaN where it cannot be made. */
    private double found(Estimate trial) {
        if (!Double.isFinite(trial.value())) {
            return Double.NaN;
        }
        return trial.p() < plan.study().alpha() ? 1 : 0;
    }

    private PrintedNumber number(NullResult row) {
        List<String> endpoints =
                plan.endpoints().stream().map(each -> each.name()).toList();
        return new PrintedNumber(
                plan.place(row.arm()),
                endpoints.indexOf(row.endpoint()),
                Targets.visit(plan, row.month()),
                Outcome.Kind.DIFFERENCE,
                Outcome.Statistic.MEAN,
                Model.Better.LOW,
                false);
    }
}
