package org.blastema.trial;

/**
 * The patients of one arm in one block, in the order of their index. All arrays are row-major with the patient slowest.
 * A missing value is NaN.
 *
 * @param failed [patients] true where a solution failed; such a patient has covariates and baseline only
 * @param covariates [patients][covariates of the plan]
 * @param baseline [patients][endpoints of the plan], unit of the endpoint
 * @param values [patients][endpoints][visits], unit of the endpoint; NaN after drop-out
 * @param cost [patients], currency of the arm; NaN where the arm has no costs
 * @param events what happened, ordered by patient, then term
 */
@SuppressWarnings("ArrayRecordComponent") // rows by the million; nobody compares them as values
public record ArmRows(
        boolean[] failed, double[] covariates, double[] baseline, double[] values, double[] cost, Events events) {
    /**
     * Adverse events, one an index.
     *
     * @param patient index of the patient within the block
     * @param term index into the adverse events of the arm
     * @param day days since treatment
     * @param duration days; NaN where nobody says
     * @param noticed whether a trial or a registry hears of it
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Events(int[] patient, int[] term, double[] day, double[] duration, boolean[] noticed) {
        /** How many events there are. */
        public int size() {
            return patient.length;
        }
    }

    /** How many patients the block has in this arm. */
    public int patients() {
        return failed.length;
    }
}
