package org.blastema.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the patients of replicate trials of parallel groups show of one endpoint, in some arms and every scenario. They are those of a
 * run of the study: patient by patient the same numbers, and a smaller trial has the first patients of a larger. Belongs to one thread.
 */
public final class TrialPatients {
    private final int scenarios;
    private final int endpoint;
    private final int column;
    private final List<ArmCohort> cohorts = new ArrayList<>();

    /**
     * @param arms places of the arms in the plan
     * @param endpoint place of the endpoint in the plan
     * @param visit place of the visit in the plan
     */
    public TrialPatients(Plan plan, List<Integer> arms, int endpoint, int visit) {
        this(plan, arms, endpoint, visit, ArmSetup::draws);
    }

    private TrialPatients(Plan plan, List<Integer> arms, int endpoint, int visit, Function<ArmSetup, DrawPlan> draws) {
        this.scenarios = plan.scenarios().size();
        this.endpoint = endpoint;
        this.column = endpoint * plan.visits().size() + visit;
        arms.stream()
                .map(plan::setup)
                .forEach(setup -> cohorts.add(new ArmCohort(plan, setup, plan.leaving(setup), draws.apply(setup))));
    }

    /**
     * The same patients by the same chance where every number that is not known has its middle value. A choice has no middle and is
     * drawn; how many leave stays fitted to all draws.
     */
    public static TrialPatients inMiddle(Plan plan, List<Integer> arms, int endpoint, int visit) {
        return new TrialPatients(
                plan, arms, endpoint, visit, setup -> setup.draws().middle());
    }

    /**
     * One trial.
     *
     * @param pairs [arm as asked][scenario of the plan]
     * @param failed patients whose equations could not be solved, in all scenarios
     */
    public record Trial(List<List<Pairs>> pairs, List<PatientFailure> failed) {}

    /**
     * Patients of an arm in one scenario.
     *
     * @param baseline [patient], unit of the endpoint
     * @param values [patient], NaN for one who left or failed
     * @param screened how many were screened for the places
     */
    @SuppressWarnings("ArrayRecordComponent") // rows by the million
    public record Pairs(double[] baseline, double[] values, long screened) {}

    /**
     * Simulates a replicate trial.
     *
     * @param index of the trial, 0 and on
     * @param patients of each arm
     * @throws InterruptedException when the thread is interrupted
     */
    public Trial trial(int index, int patients) throws InterruptedException {
        List<List<Pairs>> arms = new ArrayList<>();
        List<PatientFailure> failed = new ArrayList<>();
        for (ArmCohort cohort : cohorts) {
            double[][] baseline = new double[scenarios][patients];
            double[][] values = new double[scenarios][patients];
            long[] screened = new long[scenarios];
            for (int first = 0; first < patients; first += Plan.BLOCK) {
                int many = Math.min(Plan.BLOCK, patients - first);
                cohort.run(index, first, many, () -> {});
                for (int s = 0; s < scenarios; s++) {
                    screened[s] += cohort.screened(s);
                    System.arraycopy(cohort.columns(s).baseline[endpoint], 0, baseline[s], first, many);
                    System.arraycopy(cohort.columns(s).values[column], 0, values[s], first, many);
                }
                failed.addAll(cohort.failures());
            }
            List<Pairs> pairs = new ArrayList<>();
            for (int s = 0; s < scenarios; s++) {
                pairs.add(new Pairs(baseline[s], values[s], screened[s]));
            }
            arms.add(List.copyOf(pairs));
        }
        return new Trial(arms, failed);
    }
}
