package org.blastema.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The patients of one arm in one block, in every scenario. Filled patient by patient; once it is full nobody changes it. */
final class ArmBlock {
    final int trial;
    final int first;
    final List<Columns> scenarios = new ArrayList<>();
    final double[] covariates;
    final double[] cost;
    final List<PatientFailure> failures = new ArrayList<>();
    /** [scenario][patient]: how many candidates came before the one who took the place. */
    final int[][] taken;
    /** Whether the places were filled here, not by the persons of another arm. */
    final boolean leads;

    /** [scenario][patient] as enrolled; empty where nothing is kept. */
    private final Enrolment[][] enrolments;

    final EventColumns events = new EventColumns();
    /** [term], patients to whom it could have come. */
    final long[] atRisk;

    private ArmBlock(Plan plan, ArmSetup setup, int trial, int first, int[][] taken, boolean leads) {
        int patients = taken[0].length;
        this.trial = trial;
        this.first = first;
        this.taken = taken;
        this.leads = leads;
        for (int s = 0; s < taken.length; s++) {
            int grid = s == plan.headline() ? plan.timecourse().length : 0;
            scenarios.add(
                    new Columns(patients, plan.endpoints().size(), plan.visits().size(), grid));
        }
        enrolments = new Enrolment[leads && keeps(plan, setup) ? taken.length : 0][patients];
        covariates = new double[patients * setup.covariates().size()];
        cost = new double[patients];
        atRisk = new long[setup.hazards().stream().mapToInt(Hazard::terms).sum()];
        Arrays.fill(cost, Double.NaN);
    }

    /** A block whose places are open. */
    static ArmBlock open(Plan plan, ArmSetup setup, int trial, int first, int patients) {
        return new ArmBlock(plan, setup, trial, first, new int[plan.scenarios().size()][patients], true);
    }

    /** A block whose places are those of another arm. */
    static ArmBlock following(Plan plan, ArmSetup setup, ArmBlock leader) {
        return new ArmBlock(plan, setup, leader.trial, leader.first, leader.taken, false);
    }

    /** Whether arms that follow shall not enrol the persons again: where they have a past that takes long to solve. */
    private static boolean keeps(Plan plan, ArmSetup setup) {
        return plan.study().paired() && setup.model().model().begins().isPresent();
    }

    /** Notes a patient as the subject in hand was enrolled, where that is kept. */
    void enrolled(int scenario, int patient, Subject subject) {
        if (enrolments.length > 0) {
            enrolments[scenario][patient] = subject.enrolment();
        }
    }

    /** How a patient was enrolled in a scenario, where that was kept. */
    Optional<Enrolment> enrolment(int scenario, int patient) {
        return enrolments.length > 0 ? Optional.ofNullable(enrolments[scenario][patient]) : Optional.empty();
    }

    int patients() {
        return cost.length;
    }

    /** How many numbers it holds, about. */
    long numbers() {
        long columns = scenarios.stream().mapToLong(Columns::columns).sum();
        long enrolled = Arrays.stream(enrolments)
                .flatMap(Arrays::stream)
                .filter(Objects::nonNull)
                .mapToLong(Enrolment::numbers)
                .sum();
        return patients() * (columns + taken.length + 1) + covariates.length + enrolled;
    }
}
