package org.blastema.trial;

/**
 * Cost of one patient in one arm.
 *
 * @param mean over patients of all trials
 * @param p05 5 % quantile
 * @param p95 95 % quantile
 * @param currency currency code, for example USD
 * @param year price year
 */
public record CostSummary(double mean, double p05, double p95, String currency, int year) {}
