package org.blastema.trial;

import org.blastema.statistics.Interval;

/**
 * How often something went wrong in one arm, all trials.
 *
 * @param term the event
 * @param serious whether it is a serious one
 * @param count patients with it
 * @param n patients looked at
 * @param rate count / n
 * @param ci95 exact (Clopper-Pearson) interval of the rate
 */
public record AdverseEventSummary(String term, boolean serious, long count, long n, double rate, Interval ci95) {}
