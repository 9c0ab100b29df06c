package org.blastema.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.blastema.core.Chance;
import org.blastema.core.Failure;
import org.blastema.core.InvalidInput;
import org.blastema.core.Level;
import org.blastema.core.Parameter;
import org.blastema.core.Philox;
import org.blastema.core.Purpose;
import org.blastema.core.Uniforms;
import org.blastema.statistics.ElementaryEffects;
import org.blastema.statistics.MorrisPoints;
import org.blastema.trial.Plan;
import org.blastema.trial.SamePersons;

/**
 * Moves one drawn number after the other, by half of its distribution, in persons of chance (Morris 1991). A trajectory is a person; what
 * is not moved, such as noise and later candidates for the place, is the same along it.
 */
public final class ScreeningEngine {
    /** The first counter word of the seed of the chance. */
    private static final int SCREENING = new Purpose(Level.KNOWLEDGE, "screening").code();

    private final Plan plan;
    private final SensitivityQuestion question;
    private final int trajectories;
    private final SamePersons cohort;
    private final List<SamePersons.Input> inputs;
    private final Map<Integer, Integer> dimensions = new LinkedHashMap<>();
    private final MorrisPoints points;
    private final Chance chance;

    private ScreeningEngine(Plan plan, SensitivityQuestion question, int trajectories) {
        this.plan = plan;
        this.question = question;
        this.trajectories = trajectories;
        this.cohort = new SamePersons(
                plan, List.of(question.arm(), question.versus()), question.endpoint(), question.visit());
        this.inputs = cohort.inputs().stream().filter(Screening::movable).toList();
        inputs.forEach(input -> dimensions.put(input.purpose(), dimensions.size()));
        int seed = (int) plan.seed();
        this.chance = new Chance(Philox.block(SCREENING, 0, 0, 0, seed, (int) (plan.seed() >>> 32)));
        this.points = new MorrisPoints(
                Philox.block(SCREENING, 1, 0, 0, seed, (int) (plan.seed() >>> 32)),
                trajectories,
                Math.max(1, inputs.size()));
    }

    /**
     * Simulates and tells; the same whatever the number of threads.
     *
     * @param trajectories 2 or more
     * @throws Failure if over 1 % of the persons failed, or if it is interrupted
     * @throws InvalidInput if an arm lacks the endpoint
     */
    public static Screening of(Plan plan, SensitivityQuestion question, int trajectories, int threads) {
        return new ScreeningEngine(plan, question, trajectories).screening(threads);
    }

    private Screening screening(int threads) {
        List<Callable<double[][]>> steps = new ArrayList<>();
        for (int step = 0; step <= inputs.size(); step++) {
            int after = step;
            steps.add(() -> cohort.changes(source(after), trajectories));
        }
        List<double[][]> found = Tasks.all(steps, threads);
        double failed = SensitivityEngine.failed(plan, question, found, trajectories);
        List<Screening.Effect> effects = IntStream.range(0, inputs.size())
                .mapToObj(d -> effect(d, found))
                .sorted(Screening.ORDER)
                .toList();
        return new Screening(AskedResult.of(plan, question), trajectories, effects, fixed(), failed);
    }

    /** The uniforms after a step of every trajectory; the number of the trajectory is that of the trial asked for. */
    private Uniforms source(int step) {
        return (trial, unit, occasion, purpose) -> {
            Integer dimension = occasion == 0 ? dimensions.get(purpose) : null;
            return dimension == null
                    ? chance.uniform(trial, unit, occasion, purpose)
                    : points.at(trial, step, dimension);
        };
    }

    private Screening.Effect effect(int dimension, List<double[][]> found) {
        SamePersons.Input input = inputs.get(dimension);
        return new Screening.Effect(
                input.name(),
                input.level(),
                effects(dimension, found, changes -> changes[0]),
                effects(dimension, found, SamePersons::benefit));
    }

    private ElementaryEffects effects(int dimension, List<double[][]> found, Function<double[][], double[]> quantity) {
        return ElementaryEffects.of(IntStream.range(0, trajectories)
                .mapToDouble(r -> {
                    int step = points.when(r, dimension);
                    return points.effect(
                            r, dimension, quantity.apply(found.get(step - 1))[r], quantity.apply(found.get(step))[r]);
                })
                .toArray());
    }

    /** Numbers of the two arms without a spread, each once. */
    private int fixed() {
        return (int) Stream.of(question.arm(), question.versus())
                .flatMap(arm -> plan.parameters(plan.arms().get(arm).name()).stream())
                .filter(each -> each.spreads().isEmpty())
                .map(Parameter::name)
                .distinct()
                .count();
    }
}
