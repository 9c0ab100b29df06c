package org.blastema.evidence;

import org.blastema.model.Model;

/**
 * A number that a trial prints of one arm, endpoint and visit of its study.
 *
 * @param arm place of the arm in the study
 * @param endpoint place of the endpoint
 * @param visit place of the visit
 * @param kind a value at the visit, a change from baseline or a share of the people
 * @param statistic mean or median over the people
 * @param better which end of the readout is better
 * @param waits whether the readout is a time to an event: a share is then of those whose event came before the visit
 */
record PrintedNumber(
        int arm,
        int endpoint,
        int visit,
        Outcome.Kind kind,
        Outcome.Statistic statistic,
        Model.Better better,
        boolean waits) {

    /** Which end of the number is better: of an event, many have it soon where few days are good. */
    Model.Better betterNumber() {
        if (kind != Outcome.Kind.SHARE) {
            return better;
        }
        return waits && better == Model.Better.HIGH ? Model.Better.LOW : Model.Better.HIGH;
    }
}
