package org.blastema.trial;

/**
 * What an arm does to the same person beyond the reference arm: differences between twins, who share all chance.
 *
 * @param arm the arm
 * @param versus the reference arm
 * @param endpoint name of the readout
 * @param day days since treatment
 * @param month the same in months
 * @param persons how many persons have both values
 * @param mean mean difference, unit of the endpoint
 * @param sd standard deviation
 * @param p05 5 % quantile
 * @param p50 median
 * @param p95 95 % quantile
 * @param better share of persons for whom the arm is better than the reference
 */
public record IndividualEffect(
        String arm,
        String versus,
        String endpoint,
        double day,
        double month,
        long persons,
        double mean,
        double sd,
        double p05,
        double p50,
        double p95,
        double better) {}
