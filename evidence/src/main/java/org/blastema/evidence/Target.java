package org.blastema.evidence;

import java.util.List;
import org.blastema.core.Range;
import org.blastema.model.Model;
import org.blastema.trial.Plan;
import org.blastema.trial.RunStore;

/**
 * A published number and its place in the study of its trial.
 *
 * @param scored what is scored
 * @param arm place of the arm in the study
 * @param endpoint place of the endpoint; -1 where people with a harm are counted
 * @param visit place of the visit
 * @param n people behind the number
 * @param range of the readout; 0 to 1 for a share
 * @param better which end of the readout is better
 * @param waits whether the readout is a time to an event: a share is then of those whose event came before the visit
 * @param terms places of the arm's harms of which the people have one; empty where the number is of a readout
 */
record Target(
        Scored scored,
        int arm,
        int endpoint,
        int visit,
        int n,
        Range range,
        Model.Better better,
        boolean waits,
        List<Integer> terms) {

    Outcome outcome() {
        return scored.outcome();
    }

    /** The published number. */
    double observed() {
        return outcome().value().orElseThrow();
    }

    /** Whether people with a harm are counted. */
    boolean counted() {
        return !terms.isEmpty();
    }

    /** What each simulated trial prints in the place of the published number, NaN where it has none. */
    double[] each(Plan plan, RunStore store) {
        return counted()
                ? new HarmShares(plan, store, arm, visit, terms).each()
                : new TrialResults(plan, store, printed()).each();
    }

    /** The standard deviation between people in each simulated trial, of a number that counts no harms. */
    double[] spreads(Plan plan, RunStore store) {
        return new TrialResults(plan, store, printed()).spreads();
    }

    private PrintedNumber printed() {
        return new PrintedNumber(
                arm, endpoint, visit, outcome().kind(), outcome().statistic(), better, waits);
    }

    /** Which end of the published number is better. */
    Model.Better betterNumber() {
        return counted() ? Model.Better.LOW : printed().betterNumber();
    }

    /** Factor from the unit of the endpoint to a scale of 100. */
    double perScale() {
        return 100 / (range.high() - range.low());
    }
}
