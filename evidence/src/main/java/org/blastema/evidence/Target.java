package org.blastema.evidence;

import org.blastema.core.Range;
import org.blastema.model.Model;

/**
 * A published number and its place in the study of its trial.
 *
 * @param scored what is scored
 * @param arm place of the arm in the study
 * @param endpoint place of the endpoint
 * @param visit place of the visit
 * @param n people behind the number
 * @param range of the readout; 0 to 1 for a share
 * @param better which end of the readout is better
 * @param waits whether the readout is a time to an event: a share is then of those whose event came before the visit
 */
record Target(Scored scored, int arm, int endpoint, int visit, int n, Range range, Model.Better better, boolean waits) {

    Outcome outcome() {
        return scored.outcome();
    }

    /** The published number. */
    double observed() {
        return outcome().value().orElseThrow();
    }

    /** What a simulated trial prints in the place of the published number. */
    PrintedNumber printed() {
        return new PrintedNumber(
                arm, endpoint, visit, outcome().kind(), outcome().statistic(), better, waits);
    }

    /** Which end of the published number is better. */
    Model.Better betterNumber() {
        return printed().betterNumber();
    }

    /** Factor from the unit of the endpoint to a scale of 100. */
    double perScale() {
        return 100 / (range.high() - range.low());
    }
}
