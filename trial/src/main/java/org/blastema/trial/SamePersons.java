package org.blastema.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.blastema.core.Level;
import org.blastema.core.Uniforms;

/**
 * What single persons change by in some arms of a plan when their uniforms come from any source. Each stands in a trial of its own, is
 * screened as a twin is and is in every arm with the same uniforms. Immutable; shared by threads.
 */
public final class SamePersons {
    private final Plan plan;
    private final List<Integer> arms;
    private final int endpoint;
    private final int visit;

    /**
     * @param arms places of the arms in the plan
     * @param endpoint place of the endpoint in the plan
     * @param visit place of the visit in the plan
     */
    public SamePersons(Plan plan, List<Integer> arms, int endpoint, int visit) {
        this.plan = plan;
        this.arms = List.copyOf(arms);
        this.endpoint = endpoint;
        this.visit = visit;
    }

    /**
     * A spread that moves these arms.
     *
     * @param name full name of the parameter, {@code model.parameter}
     * @param level at which it is drawn
     * @param purpose the code with which its uniform is asked for
     */
    public record Input(String name, Level level, int purpose) {}

    /** The spreads of these arms, each once, in the order of the arms and their models. */
    public List<Input> inputs() {
        Map<Integer, Input> inputs = new LinkedHashMap<>();
        for (int arm : arms) {
            DrawPlan draws = plan.setup(arm).draws();
            for (int s = 0; s < draws.slots(); s++) {
                DrawPlan.Slot slot = draws.slot(s);
                String name = draws.variable(slot.variable()).name();
                inputs.putIfAbsent(slot.purpose(), new Input(name, slot.level(), slot.purpose()));
            }
        }
        return List.copyOf(inputs.values());
    }

    /** The full names of all numbers that these arms take, each once: those of their models, then of their people, then the others. */
    public List<String> numbers() {
        return arms.stream()
                .map(arm -> plan.setup(arm).draws())
                .flatMap(draws -> IntStream.range(0, draws.variables())
                        .mapToObj(v -> draws.variable(v).name()))
                .distinct()
                .toList();
    }

    /**
     * Simulates persons 0 to {@code persons} - 1; the number of the person is the number of the trial that the source is asked for.
     *
     * @return change of the endpoint from the baseline, [arm][person]; NaN for one whose equations could not be solved
     * @throws InterruptedException when the thread is interrupted
     */
    public double[][] changes(Uniforms source, int persons) throws InterruptedException {
        return changes(new TwinCohort(plan, arms, setup -> new Draws(setup.draws(), source)), persons);
    }

    /** Change of each person in the first arm less that in the second. */
    public static double[] benefit(double[][] changes) {
        return less(changes[0], changes[1]);
    }

    /** What some have more than others, person by person. */
    public static double[] less(double[] some, double[] others) {
        double[] less = new double[some.length];
        Arrays.setAll(less, i -> some[i] - others[i]);
        return less;
    }

    /** The same persons with a number of every arm, as it was drawn, multiplied by a factor and held to its range. */
    public double[][] changes(Uniforms source, int persons, String number, double factor) throws InterruptedException {
        return changes(
                new TwinCohort(plan, arms, setup -> new Draws(setup.draws().scaled(number, factor), source)), persons);
    }

    private double[][] changes(TwinCohort cohort, int persons) throws InterruptedException {
        TaskResult result = cohort.run(0, 0, persons, () -> {});
        List<double[]> changes = new ArrayList<>();
        result.twins().forEach(rows -> changes.add(changes(rows)));
        return changes.toArray(double[][]::new);
    }

    private double[] changes(TwinRows rows) {
        int endpoints = plan.endpoints().size();
        int visits = plan.visits().size();
        double[] changes = new double[rows.persons()];
        for (int i = 0; i < changes.length; i++) {
            int column = i * endpoints + endpoint;
            changes[i] = rows.values()[column * visits + visit] - rows.baseline()[column];
        }
        return changes;
    }
}
