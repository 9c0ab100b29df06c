package org.blastema.trial;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.blastema.core.Chance;
import org.blastema.core.Level;
import org.blastema.core.Purpose;
import org.blastema.model.Model;
import org.blastema.statistics.Ancova;
import org.blastema.statistics.Intervals;
import org.blastema.statistics.Moments;
import org.blastema.statistics.PairMoments;

/** A practice over the trials: each is looked at, stopped, printed or not. */
final class PracticeSeries {
    private static final int PRINTING = 0;
    private static final int CHOOSING = 1;

    private final Plan plan;
    private final Study.Practice practice;
    private final Purpose purpose;
    private final int[] arms;
    private final int visit;
    private final int looks;
    private final double sign;
    private final int[] outcomes;
    private final PairMoments[][][] parts;
    private Moments all = Moments.NONE;
    private Moments stopped = Moments.NONE;
    private Moments printed = Moments.NONE;
    private long positive;
    private long readsPositive;

    PracticeSeries(Plan plan, int index) {
        this.plan = plan;
        this.practice = plan.study().practices().get(index);
        this.purpose = purpose(index);
        this.arms = new int[] {plan.place(practice.versus()), plan.place(practice.arm())};
        this.visit = plan.study()
                .endpoints()
                .getFirst()
                .primaryVisit()
                .map(each -> plan.visits().indexOf(each))
                .orElse(plan.visits().size() - 1);
        this.looks = practice.looks().map(Study.Looks::count).orElse(1);
        this.outcomes = practice.choice()
                .map(choice -> choice.readouts().stream()
                        .mapToInt(name -> place(plan, name))
                        .toArray())
                .orElse(new int[] {0});
        this.sign = plan.setup(arms[0]).better(outcomes[0]) == Model.Better.LOW ? -1 : 1;
        this.parts = new PairMoments[outcomes.length][2][looks];
        clear();
    }

    private static int place(Plan plan, String readout) {
        return plan.study().endpoints().stream()
                .map(Study.Endpoint::readout)
                .toList()
                .indexOf(readout);
    }

    /** The chance of printing belongs to the trial. */
    static Purpose purpose(int index) {
        return new Purpose(Level.TRIAL, "practice " + index);
    }

    private void clear() {
        for (PairMoments[][] outcome : parts) {
            Arrays.fill(outcome[0], PairMoments.NONE);
            Arrays.fill(outcome[1], PairMoments.NONE);
        }
    }

    /** A block of the trial; each look sees an equal share of the patients by their index. */
    void add(TaskResult block) {
        for (int side = 0; side < 2; side++) {
            ArmRows rows = block.rows().get(arms[side]);
            for (int look = 0; look < looks; look++) {
                int from = Math.max(0, bound(arms[side], look) - block.first());
                int to = Math.min(rows.patients(), bound(arms[side], look + 1) - block.first());
                for (int outcome = 0; from < to && outcome < outcomes.length; outcome++) {
                    PairMoments[] seen = parts[outcome][side];
                    seen[look] = seen[look].merge(pairs(rows, from, to, outcomes[outcome]));
                }
            }
        }
    }

    /** Patients of an arm before a look. */
    private int bound(int arm, int look) {
        return (int) ((long) plan.patients(arm) * look / looks);
    }

    private PairMoments pairs(ArmRows rows, int from, int to, int endpoint) {
        int endpoints = plan.endpoints().size();
        int visits = plan.visits().size();
        double[] x = new double[to - from];
        double[] y = new double[to - from];
        for (int i = from; i < to; i++) {
            x[i - from] = rows.failed()[i] ? Double.NaN : rows.baseline()[i * endpoints + endpoint];
            y[i - from] = rows.values()[(i * endpoints + endpoint) * visits + visit];
        }
        return PairMoments.of(x, y);
    }

    /** The trial has all its blocks. */
    void close(int trial) {
        PairMoments[][] seen = new PairMoments[outcomes.length][2];
        for (PairMoments[] each : seen) {
            Arrays.fill(each, PairMoments.NONE);
        }
        for (int look = 1; look <= looks; look++) {
            for (int outcome = 0; outcome < outcomes.length; outcome++) {
                seen[outcome][0] = seen[outcome][0].merge(parts[outcome][0][look - 1]);
                seen[outcome][1] = seen[outcome][1].merge(parts[outcome][1][look - 1]);
            }
            Ancova.Fit fit = told(trial, seen);
            int at = look;
            boolean early = look < looks
                    && practice.looks()
                            .map(each -> sign * fit.t() > each.at(at))
                            .orElse(false);
            if (early || look == looks) {
                end(trial, fit, early, at);
                break;
            }
        }
        clear();
    }

    /** The outcome that looks best, where the trial chooses; else the first. */
    private Ancova.Fit told(int trial, PairMoments[][] seen) {
        Ancova.Fit told = Ancova.fit(seen[0][0], seen[0][1]);
        boolean chooses = practice.choice()
                .map(choice -> uniform(trial, CHOOSING) < choice.share())
                .orElse(false);
        for (int outcome = 1; chooses && outcome < outcomes.length; outcome++) {
            Ancova.Fit other = Ancova.fit(seen[outcome][0], seen[outcome][1]);
            told = sign * other.t() > sign * told.t() ? other : told;
        }
        return told;
    }

    private double uniform(int trial, int step) {
        return new Chance(plan.seed()).uniform(trial, 0, step, purpose.code());
    }

    private void end(int trial, Ancova.Fit fit, boolean early, int look) {
        if (!Double.isFinite(fit.value())) {
            return;
        }
        double limit = practice.looks()
                .map(each -> each.at(look))
                .orElseGet(() -> Intervals.tQuantile(1 - plan.study().alpha() / 2, fit.degrees()));
        boolean won = sign * fit.t() > limit;
        all = all.merge(Moments.of(fit.value()));
        positive += won ? 1 : 0;
        if (early) {
            stopped = stopped.merge(Moments.of(fit.value()));
        }
        print(trial, fit.value(), won);
    }

    private void print(int trial, double difference, boolean won) {
        double uniform = uniform(trial, PRINTING);
        Study.Printing printing = practice.printing().orElse(new Study.Printing(1, 1, 0));
        boolean dressed = !won && uniform < printing.dressed();
        boolean told = won ? uniform < printing.positive() : uniform < printing.dressed() + printing.plain();
        if (told) {
            printed = printed.merge(Moments.of(difference));
            readsPositive += won || dressed ? 1 : 0;
        }
    }

    PracticeSummary summary() {
        double trials = all.n();
        return new PracticeSummary(
                practice.arm(),
                practice.versus(),
                practice.label(),
                all.n(),
                positive / trials,
                stopped.n() / trials,
                mean(stopped),
                all.mean(),
                printed.n() / trials,
                mean(printed),
                printed.n() == 0 ? 0 : readsPositive / (double) printed.n());
    }

    private static OptionalDouble mean(Moments moments) {
        return moments.n() == 0 ? OptionalDouble.empty() : OptionalDouble.of(moments.mean());
    }
}
