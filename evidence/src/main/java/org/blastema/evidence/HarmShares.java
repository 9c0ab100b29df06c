package org.blastema.evidence;

import java.util.List;
import java.util.stream.IntStream;
import org.blastema.trial.ArmRows;
import org.blastema.trial.Plan;
import org.blastema.trial.RunStore;

/**
 * What each simulated trial of a study would have printed of a harm: the share of an arm's patients to whom it came before a visit and of
 * whom the trial, or the registry, heard it. Whoever left is counted, as those are who are counted when they are enrolled.
 *
 * @param arm place of the arm
 * @param visit place of the visit
 * @param terms places of the arm's harms; a patient with several of them counts once
 */
record HarmShares(Plan plan, RunStore store, int arm, int visit, List<Integer> terms) {
    /** One share a trial in the order of trials, 0 to 1; NaN where no patient could be solved. */
    double[] each() {
        return IntStream.range(0, plan.trials()).mapToDouble(this::trial).toArray();
    }

    private double trial(int trial) {
        long people = 0;
        long harmed = 0;
        for (int block = 0; block < plan.blocks(); block++) {
            ArmRows rows = store.load(trial * plan.blocks() + block).rows().get(arm);
            people += IntStream.range(0, rows.patients())
                    .filter(i -> !rows.failed()[i])
                    .count();
            harmed += harmed(rows.events());
        }
        return people == 0 ? Double.NaN : (double) harmed / people;
    }

    private long harmed(ArmRows.Events events) {
        double day = plan.visits().get(visit).day();
        return IntStream.range(0, events.size())
                .filter(i -> terms.contains(events.term()[i]))
                .filter(i -> events.noticed()[i] && events.day()[i] < day)
                .map(i -> events.patient()[i])
                .distinct()
                .count();
    }
}
