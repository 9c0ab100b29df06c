package org.blastema.trial;

import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.statistics.Interval;

/**
 * One endpoint of one arm at one visit, patients who still take part.
 *
 * @param name name of the readout
 * @param kind continuous, proportion, time-to-event or count
 * @param unit UCUM code of the values
 * @param day days since treatment
 * @param month the same in months
 * @param n patients with a value at the visit, all trials
 * @param baselineMean mean over trials of the mean at baseline
 * @param mean mean over trials of the mean at the visit
 * @param sd standard deviation between patients of one trial (root of the variance pooled over trials)
 * @param meanChange mean over trials of the mean change from baseline
 * @param ci95 95 % t interval of the mean change: over trials, with one trial over its patients
 * @param prediction95 2.5 and 97.5 % quantiles of the trials' mean changes; absent with one trial
 * @param responders share of the patients with a value at the visit who gained what the study asks for; for a time to an event
 *     the cumulative incidence, and every mean is then of the days to the event or to the visit, whichever is first
 * @param respondersCi95 95 % interval of that share, exact in one trial, a t interval over several
 * @param median day by which half of all patients have had the event, drop-out left out; only for a time to an event, and only
 *     where that is before the visit
 */
public record EndpointSummary(
        String name,
        String kind,
        String unit,
        double day,
        double month,
        long n,
        double baselineMean,
        double mean,
        double sd,
        double meanChange,
        Optional<Interval> ci95,
        Optional<Interval> prediction95,
        OptionalDouble responders,
        Optional<Interval> respondersCi95,
        OptionalDouble median) {}
