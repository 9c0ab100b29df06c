package org.blastema.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.blastema.formats.JsonObject;
import org.blastema.formats.SummaryJson;
import org.blastema.model.Model;
import org.blastema.trial.Plan;
import org.blastema.trial.RunStore;
import org.blastema.trial.Study;
import org.blastema.trial.TwinRows;

/**
 * Of 100 invented people, who are treated with an arm and with the reference by the same chance: how many gain enough because of the
 * arm, anyway, not at all, or with the reference alone.
 */
final class OfAHundred {
    private static final int DOTS = 100;

    private final Subject run;
    private final RunStore store;
    private final Plan plan;

    OfAHundred(Subject run, RunStore store) {
        this.run = run;
        this.store = store;
        plan = run.plan();
    }

    /** Absent without twins or where the study does not say who gains enough. */
    Optional<JsonObject> json() {
        Optional<Study.Responder> responder = run.study().endpoints().getFirst().responder();
        if (plan.twins() == 0 || responder.isEmpty()) {
            return Optional.empty();
        }
        int[][] counts = counts(responder.get().gain());
        List<JsonObject> arms = new ArrayList<>();
        for (int arm = 0; arm < counts.length; arm++) {
            if (arm != reference() && IntStream.of(counts[arm]).sum() > 0) {
                int[] dots = dots(counts[arm]);
                arms.add(new JsonObject()
                        .put("arm", plan.arms().get(arm).name())
                        .put("because", dots[0])
                        .put("anyway", dots[1])
                        .put("not", dots[2])
                        .put("lost", dots[3]));
            }
        }
        return Optional.of(new JsonObject()
                .put("month", SummaryJson.month(run.primaryVisit().month()))
                .put("persons", plan.twins())
                .put("arms", arms));
    }

    private int reference() {
        return plan.place(run.study().reference());
    }

    /** [arm][because, anyway, not, lost], persons with both values. */
    private int[][] counts(double gain) {
        int[][] counts = new int[plan.arms().size()][4];
        for (int task = plan.firstTwins(); task < plan.tasks(); task++) {
            List<TwinRows> rows = store.load(task).twins();
            TwinRows reference = rows.get(reference());
            for (int arm = 0; arm < counts.length; arm++) {
                for (int i = 0; i < reference.persons(); i++) {
                    double with = gain(rows.get(arm), i);
                    double without = gain(reference, i);
                    if (Double.isFinite(with) && Double.isFinite(without)) {
                        boolean better = with >= gain;
                        boolean anyway = without >= gain;
                        counts[arm][better ? anyway ? 1 : 0 : anyway ? 3 : 2]++;
                    }
                }
            }
        }
        return counts;
    }

    private double gain(TwinRows rows, int person) {
        int visit = plan.visits().indexOf(run.primaryVisit());
        int endpoints = plan.endpoints().size();
        double change =
                rows.values()[person * endpoints * plan.visits().size() + visit] - rows.baseline()[person * endpoints];
        return run.primary().better() == Model.Better.LOW ? -change : change;
    }

    /** Whole numbers that sum to 100, by largest remainder. */
    static int[] dots(int[] counts) {
        int sum = Math.max(1, IntStream.of(counts).sum());
        int[] dots = IntStream.of(counts).map(count -> DOTS * count / sum).toArray();
        int missing =
                IntStream.of(counts).sum() == 0 ? 0 : DOTS - IntStream.of(dots).sum();
        IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -(DOTS * counts[i] % sum)))
                .limit(missing)
                .forEach(i -> dots[i]++);
        return dots;
    }
}
