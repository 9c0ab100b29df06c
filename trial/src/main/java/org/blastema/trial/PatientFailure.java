package org.blastema.trial;

/**
 * A patient whose equations could not be solved. The others go on.
 *
 * @param trial index of the replicate trial, -1 for the twins
 * @param scenario name of the scenario
 * @param arm name of the arm
 * @param patient index of the patient
 * @param what what was wrong, with the time, the state and the step
 */
public record PatientFailure(int trial, String scenario, String arm, int patient, String what) {
    /** One line for people. */
    public String words() {
        String who = trial < 0 ? "twin " + patient : "trial " + trial + ", patient " + patient;
        return who + ", arm " + arm + ", scenario " + scenario + ": " + what;
    }
}
