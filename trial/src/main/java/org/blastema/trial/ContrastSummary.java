package org.blastema.trial;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.statistics.Interval;

/**
 * One arm against another at one visit: of parallel groups adjusted for the baseline by ANCOVA, of paired groups the difference of the
 * same persons.
 *
 * @param arm the arm
 * @param versus what it is compared with
 * @param endpoint name of the readout
 * @param unit UCUM code
 * @param day days since treatment
 * @param month the same in months
 * @param difference arm less versus: mean over trials of the difference
 * @param ci95 95 % interval of it: t over trials, with one trial its own
 * @param prediction95 2.5 and 97.5 % quantiles of the trials' differences, of paired groups without the noise of
 *     the persons ({@link PairedDifferences#interval95}); absent with one trial
 * @param power share of trials with p under alpha; absent with one trial and for paired groups
 * @param p of the one trial; absent with more and for paired groups
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
