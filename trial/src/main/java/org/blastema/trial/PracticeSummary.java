package org.blastema.trial;

import java.util.OptionalDouble;
import org.blastema.core.Text;

/**
 * What becomes of the trials of two arms under a practice. Differences are arm minus versus, in the unit of the primary endpoint.
 *
 * @param arm the arm that is hoped to be better
 * @param versus the other
 * @param label words of the practice
 * @param trials how many were done
 * @param positive share that found the arm better at the level of the study
 * @param stoppedEarly share that stopped before its last look
 * @param meanStopped mean difference of these
 * @param mean mean difference of all
 * @param printed share that was printed
 * @param meanPrinted mean difference of these
 * @param looksPositive share of these that reads as positive
 */
public record PracticeSummary(
        String arm,
        String versus,
        Text label,
        long trials,
        double positive,
        double stoppedEarly,
        OptionalDouble meanStopped,
        double mean,
        double printed,
        OptionalDouble meanPrinted,
        double looksPositive) {}
