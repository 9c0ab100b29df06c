package org.blastema.trial;

/**
 * A patient whose equations could not be solved. The others go on.
 *
 * @param trial index of the replicate trial, -1 for the twins
 * @param scenario name of the scenario
 * @param arm name of the arm
 * @param patient index of the patient
 * @param time days since treatment at which it failed
 * @param state name of the state that failed, empty where none can be named
 * @param step step size there, days
 * @param what what was wrong
 */
public record PatientFailure(
        int trial, String scenario, String arm, int patient, double time, String state, double step, String what) {}
