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
 */
record Target(Scored scored, int arm, int endpoint, int visit, int n, Range range, Model.Better better) {

    Outcome outcome() {
        return scored.outcome();
    }

    /** The published number. */
    double observed() {
        return outcome().value().orElseThrow();
    }

    /** Factor from the unit of the endpoint to a scale of 100. */
    double perScale() {
        return 100 / (range.high() - range.low());
    }
}
