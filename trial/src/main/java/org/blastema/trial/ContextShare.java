package org.blastema.trial;

/**
 * Of each 10 units gained in an arm, how many the reference arm gains too: 10 x (mean change of the reference) / (mean
 * change of the arm). Both changes are means over trials; the spread is over trials.
 *
 * @param arm the treated arm
 * @param reference the reference arm
 * @param endpoint name of the readout
 * @param day days since treatment
 * @param month the same in months
 * @param ofTen the share times 10; may leave 0..10 where the arm does worse than the reference
 * @param low 2.5 % quantile over trials; equals ofTen with one trial
 * @param high 97.5 % quantile over trials; equals ofTen with one trial
 */
public record ContextShare(
        String arm,
        String reference,
        String endpoint,
        double day,
        double month,
        double ofTen,
        double low,
        double high) {}
