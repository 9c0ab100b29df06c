package org.blastema.trial;

/**
 * A readout of one arm over time: all patients of all trials of the run's scenario, without drop-out and without
 * measurement noise. Arrays are [timecourse].
 *
 * @param arm name of the arm
 * @param readout name of the readout
 * @param unit UCUM code
 * @param day days since treatment
 * @param mean mean over patients
 * @param sd standard deviation over patients
 * @param p05 quantiles over patients, from a histogram of fixed bins
 * @param p25 25 %
 * @param p50 50 %
 * @param p75 75 %
 * @param p95 95 %
 */
@SuppressWarnings("ArrayRecordComponent") // rows by the million; nobody compares them as values
public record Curve(
        String arm,
        String readout,
        String unit,
        double[] day,
        double[] mean,
        double[] sd,
        double[] p05,
        double[] p25,
        double[] p50,
        double[] p75,
        double[] p95) {}
