package org.blastema.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.blastema.core.Failure;
import org.blastema.core.InvalidInput;
import org.blastema.core.Level;
import org.blastema.core.Position;
import org.blastema.statistics.Intervals;
import org.blastema.statistics.Moments;
import org.blastema.statistics.SobolIndex;
import org.blastema.trial.Analysis;
import org.blastema.trial.Plan;
import org.blastema.trial.SamePersons;

/** Asks where the spread of a person's result comes from: Sobol indices over independent scramblings of the same points. */
public final class SensitivityEngine {
    /** Independent scramblings. */
    public static final int REPLICATES = 16;

    private static final int TOLD = 10;
    private static final double LEVEL = 0.95;

    private final Plan plan;
    private final SensitivityQuestion question;
    private final int persons;
    private final SamePersons cohort;
    private final List<SamePersons.Input> inputs;
    private final Map<Integer, InputGroup> groups = new TreeMap<>();

    private SensitivityEngine(Plan plan, SensitivityQuestion question, int persons) {
        this.plan = plan;
        this.question = question;
        this.persons = persons;
        this.cohort = new SamePersons(
                plan, List.of(question.arm(), question.versus()), question.endpoint(), question.visit());
        this.inputs = cohort.inputs();
        inputs.forEach(input -> groups.put(input.purpose(), InputGroup.of(input.level())));
    }

    /**
     * Simulates and tells; the same whatever the number of threads.
     *
     * @param persons of one replicate, a power of 2
     * @throws Failure if over 1 % of the persons failed, or if it is interrupted
     * @throws InvalidInput if an arm lacks the endpoint
     */
    public static Sensitivity of(Plan plan, SensitivityQuestion question, int persons, int threads) {
        return new SensitivityEngine(plan, question, persons).sensitivity(threads);
    }

    private Sensitivity sensitivity(int threads) {
        List<SamePersons.Input> unknown =
                inputs.stream().filter(each -> each.level() == Level.KNOWLEDGE).toList();
        List<InputGroup> drawn = Arrays.stream(InputGroup.values())
                .filter(group -> group == InputGroup.NOISE || groups.containsValue(group))
                .toList();
        List<IntPredicate> mixtures = new ArrayList<>(List.of(purpose -> false, purpose -> true));
        drawn.forEach(group -> mixtures.add(purpose -> groups.getOrDefault(purpose, InputGroup.NOISE) == group));
        unknown.forEach(input -> mixtures.add(purpose -> purpose == input.purpose()));
        List<double[][]> found = simulate(mixtures, threads);
        return tell(
                quantity(change(found, mixtures.size()), drawn, unknown),
                quantity(benefit(found, mixtures.size()), drawn, unknown),
                failed(plan, question, found, persons));
    }

    private Sensitivity tell(Sensitivity.Quantity change, Sensitivity.Quantity benefit, double failed) {
        return new Sensitivity(AskedResult.of(plan, question), persons, REPLICATES, change, benefit, failed);
    }

    /** Replicate by replicate, mixture by mixture, the changes [arm][person]. */
    private List<double[][]> simulate(List<IntPredicate> mixtures, int threads) {
        MixedPoints points = new MixedPoints(inputs, persons, plan.seed());
        List<Callable<double[][]>> tasks = new ArrayList<>();
        for (int replicate = 0; replicate < REPLICATES; replicate++) {
            int scramble = replicate;
            mixtures.forEach(mixture -> tasks.add(() -> cohort.changes(points.source(scramble, mixture), persons)));
        }
        return Tasks.all(tasks, threads);
    }

    /**
     * Share of the persons who have no value.
     *
     * @param found changes [arm][person]
     * @throws Failure if it is over 1 %
     * @throws InvalidInput if an arm lacks the endpoint
     */
    static double failed(Plan plan, SensitivityQuestion question, List<double[][]> found, int persons) {
        for (int side = 0; side < 2; side++) {
            int arm = side;
            long lost = found.stream()
                    .flatMapToDouble(each -> Arrays.stream(each[arm]))
                    .filter(Double::isNaN)
                    .count();
            if (lost == (long) found.size() * persons) {
                String name = plan.arms()
                        .get(arm == 0 ? question.arm() : question.versus())
                        .name();
                throw new InvalidInput(
                        new Position(plan.name(), 1, 1),
                        "the arm " + name + " gives no value of "
                                + plan.endpoints().get(question.endpoint()).name(),
                        "both arms must have the endpoint; name others with --arm, --versus or --endpoint");
            }
        }
        double share = found.stream()
                        .flatMapToDouble(each -> Arrays.stream(SamePersons.benefit(each)))
                        .filter(Double::isNaN)
                        .count()
                / ((double) found.size() * persons);
        if (share > Analysis.MOST_FAILED) {
            throw new Failure("the equations of " + Math.round(100 * share) + " of 100 persons could not be solved");
        }
        return share;
    }

    /** [replicate][mixture][person]. */
    private static double[][][] change(List<double[][]> found, int mixtures) {
        return shaped(found.stream().map(each -> each[0]), mixtures);
    }

    private static double[][][] benefit(List<double[][]> found, int mixtures) {
        return shaped(found.stream().map(SamePersons::benefit), mixtures);
    }

    private static double[][][] shaped(Stream<double[]> found, int mixtures) {
        List<double[]> all = found.toList();
        double[][][] shaped = new double[REPLICATES][mixtures][];
        for (int i = 0; i < all.size(); i++) {
            shaped[i / mixtures][i % mixtures] = all.get(i);
        }
        return shaped;
    }

    private Sensitivity.Quantity quantity(
            double[][][] values, List<InputGroup> drawn, List<SamePersons.Input> unknown) {
        Moments all =
                Arrays.stream(values).map(replicate -> Moments.of(replicate[0])).reduce(Moments.NONE, Moments::merge);
        if (!varies(all)) {
            return new Sensitivity.Quantity(all, List.of(), List.of());
        }
        List<Sensitivity.Share<InputGroup>> shares = new ArrayList<>();
        for (int g = 0; g < drawn.size(); g++) {
            shares.add(share(drawn.get(g), values, 2 + g));
        }
        List<Sensitivity.Share<String>> parameters = new ArrayList<>();
        for (int k = 0; k < unknown.size(); k++) {
            parameters.add(share(unknown.get(k).name(), values, 2 + drawn.size() + k));
        }
        parameters.sort(Comparator.comparingDouble((Sensitivity.Share<String> each) -> each.total())
                .reversed());
        return new Sensitivity.Quantity(
                all,
                shares,
                parameters.stream().filter(each -> each.total() > 0).limit(TOLD).toList());
    }

    /** Whether values differ by more than the rounding of a difference. */
    private static boolean varies(Moments values) {
        return values.sd() > 1e-9 * Math.max(1, Math.abs(values.mean()));
    }

    private static <T> Sensitivity.Share<T> share(T of, double[][][] values, int mixture) {
        double[] first = new double[REPLICATES];
        double[] total = new double[REPLICATES];
        for (int r = 0; r < REPLICATES; r++) {
            SobolIndex index = SobolIndex.of(values[r][0], values[r][1], values[r][mixture]);
            first[r] = index.first();
            total[r] = index.total();
        }
        Moments alone = Moments.of(first);
        Moments together = Moments.of(total);
        return new Sensitivity.Share<>(
                of, alone.mean(), Intervals.mean(alone, LEVEL), together.mean(), Intervals.mean(together, LEVEL));
    }
}
