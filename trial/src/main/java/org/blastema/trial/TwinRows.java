package org.blastema.trial;

/**
 * Twins of one arm in one block: the same persons, with the same chance, in every arm. A missing value is NaN.
 *
 * @param failed [persons]
 * @param baseline [persons][endpoints]
 * @param values [persons][endpoints][visits], nobody drops out
 * @param followed [followed persons][followed quantities of the arm][timecourse], the first persons of the run only
 */
@SuppressWarnings("ArrayRecordComponent") // rows by the million; nobody compares them as values
public record TwinRows(boolean[] failed, double[] baseline, double[] values, double[] followed) {
    /** How many persons the block has. */
    public int persons() {
        return failed.length;
    }
}
