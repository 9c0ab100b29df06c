package org.blastema.trial;

import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.model.Model;
import org.blastema.statistics.Interval;

/**
 * How often something went wrong in one arm, all trials. A patient counts once, however often it happened to him.
 *
 * @param term the event
 * @param serious whether it is a serious one
 * @param related how surely it comes from what was given; absent where the product does not say
 * @param atRisk patients to whom it could have come
 * @param count patients with it
 * @param n patients looked at
 * @param rate count / n
 * @param ci95 exact (Clopper-Pearson) interval of the rate: how well the run knows it
 * @param prediction95 2.5 % to 97.5 % quantile of the trials' rates: where the rate of one trial of this size may fall; absent for one trial
 * @param noticed share of all patients whose event a trial or a registry hears of
 * @param day mean days from treatment to it; absent where it never happened
 * @param duration mean days that it lasts; absent where it never happened or nobody says
 * @param lots how many lots of the product it struck
 * @param lotsGiven how many lots were given; each trial has one where the product does not say
 * @param difference against the reference arm; absent in that arm and for what the treatment cannot bring
 */
public record AdverseEventSummary(
        String term,
        boolean serious,
        Optional<Model.Related> related,
        long atRisk,
        long count,
        long n,
        double rate,
        Interval ci95,
        Optional<Interval> prediction95,
        double noticed,
        OptionalDouble day,
        OptionalDouble duration,
        long lots,
        long lotsGiven,
        Optional<HarmDifference> difference) {

    /** The rule of three: the rate that n patients without it cannot exclude (95 %, one-sided); absent where it was seen or could not come. */
    public OptionalDouble noneSeenUpTo() {
        return count == 0 && atRisk > 0 ? OptionalDouble.of(Math.min(1, 3.0 / n)) : OptionalDouble.empty();
    }
}
