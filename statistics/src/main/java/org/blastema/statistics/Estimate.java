package org.blastema.statistics;

/**
 * An estimate with its interval.
 *
 * @param low lower end of the interval, {@code high} the upper
 * @param p two-sided, of the hypothesis that the true value is 0
 */
public record Estimate(double value, double low, double high, double standardError, double p) {}
