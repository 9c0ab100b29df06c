package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.blastema.trial.ArmRows;
import org.blastema.trial.Plan;
import org.blastema.trial.TaskResult;

/** What each person of a plan with paired groups changed by, arm by arm and draw by draw; the same persons in every arm. */
final class PersonChanges {
    private final Plan plan;
    private final int endpoint;
    private final int visit;
    private final List<TaskResult> tasks;

    private PersonChanges(Plan plan, int endpoint, int visit, List<TaskResult> tasks) {
        this.plan = plan;
        this.endpoint = endpoint;
        this.visit = visit;
        this.tasks = List.copyOf(tasks);
    }

    /**
     * Runs the plan.
     *
     * @throws org.blastema.core.Failure if it is interrupted
     */
    static PersonChanges of(Plan plan, Claim.Question question, Simulations simulations) {
        return new PersonChanges(
                plan, endpoint(plan, question.endpoint()), visit(plan, question.month()), simulations.persons(plan));
    }

    private static int endpoint(Plan plan, String name) {
        int at = 0;
        while (!plan.endpoints().get(at).name().equals(name)) {
            at++;
        }
        return at;
    }

    private static int visit(Plan plan, double month) {
        int at = 0;
        while (!plan.visits().get(at).isAt(month)) {
            at++;
        }
        return at;
    }

    String unit() {
        return plan.endpoints().get(endpoint).unit();
    }

    /** Changes of an arm's persons from the baseline, a list a draw; NaN for one whose solution failed. */
    List<double[]> arm(String name) {
        Map<Integer, List<double[]>> blocks = new TreeMap<>();
        for (TaskResult task : tasks) {
            blocks.computeIfAbsent(task.trial(), _ -> new ArrayList<>())
                    .add(changes(task.rows().get(plan.place(name))));
        }
        return blocks.values().stream().map(PersonChanges::joined).toList();
    }

    private double[] changes(ArmRows rows) {
        int endpoints = plan.endpoints().size();
        int visits = plan.visits().size();
        double[] changes = new double[rows.patients()];
        for (int i = 0; i < changes.length; i++) {
            double value = rows.values()[(i * endpoints + endpoint) * visits + visit];
            changes[i] = value - rows.baseline()[i * endpoints + endpoint];
        }
        return changes;
    }

    private static double[] joined(List<double[]> blocks) {
        return blocks.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
    }
}
