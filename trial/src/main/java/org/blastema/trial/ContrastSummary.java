package org.blastema.trial;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.statistics.Interval;

/**
 * One arm against another at one visit, parallel groups, adjusted for the baseline by ANCOVA.
 *
 * @param arm the arm
 * @param versus what it is compared with
 * @param endpoint name of the readout
 * @param unit UCUM code
 * @param day days since treatment
 * @param month the same in months
 * @param difference arm less versus: mean over trials of the adjusted difference
 * @param ci95 95 % interval of it: t over trials, with one trial its own
 * @param prediction95 2.5 and 97.5 % quantiles of the trials' differences; absent with one trial
 * @param power share of trials with p under alpha; absent with one trial
 * @param p of the one trial; absent with more
 * @param labels what must stand beside it, for example "data conflict"
 */
public record ContrastSummary(
        String arm,
        String versus,
        String endpoint,
        String unit,
        double day,
        double month,
        double difference,
        Optional<Interval> ci95,
        Optional<Interval> prediction95,
        OptionalDouble power,
        OptionalDouble p,
        List<String> labels) {}
