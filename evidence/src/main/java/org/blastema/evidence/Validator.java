package org.blastema.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.blastema.core.Problems;
import org.blastema.model.Library;
import org.blastema.statistics.Crps;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Moments;
import org.blastema.statistics.Quantiles;
import org.blastema.trial.Executor;
import org.blastema.trial.KeptInMemory;
import org.blastema.trial.Plan;
import org.blastema.trial.Product;
import org.blastema.trial.Progress;
import org.blastema.trial.RunStore;
import org.blastema.trial.Study;
import org.blastema.trial.WholeRun;

/** Runs the study of every scored trial at its own size and holds what was published against what its simulated trials print. */
public final class Validator {
    private final Executor executor;
    private final Progress progress;
    private final List<ScoredArm> arms = new ArrayList<>();
    private final List<ScoredArm> leftOut = new ArrayList<>();
    private final List<PeopleSpread> spreads = new ArrayList<>();
    private final List<NullTrial> nulls = new ArrayList<>();
    private final SortedMap<String, SortedMap<String, String>> inputs = new TreeMap<>();
    private final long total;
    private long done;

    private Validator(Executor executor, Progress progress, long total) {
        this.executor = executor;
        this.progress = progress;
        this.total = total;
    }

    /**
     * Validates areas.
     *
     * @param areas those with scored arms that are wanted
     * @throws org.blastema.core.InvalidInput with every problem of the lists and of the studies that they name
     * @throws InterruptedException when this thread is interrupted
     */
    public static Validation run(Library library, List<String> areas, Executor executor, Progress progress)
            throws InterruptedException {
        Problems problems = new Problems();
        List<AreaTrials> trials = areas.stream()
                .map(area -> AreaTrials.read(library, area, problems))
                .toList();
        List<LeaveOneOut> left = areas.stream()
                .flatMap(area -> LeaveOneOut.read(library.unread(), area, problems).stream())
                .toList();
        // What is known of a trial beside its numbers, and why a forecast falls short, move none of them, so they are
        // no inputs of these.
        Library beside = library.unread();
        List<TrialRecord> records = areas.stream()
                .flatMap(area -> TrialRecord.read(beside, area, problems).stream())
                .toList();
        List<Shortfall> shortfalls = areas.stream()
                .flatMap(area -> Shortfall.read(beside, area, problems).stream())
                .toList();
        problems.throwIfFailed();
        long total = Stream.concat(trials.stream(), left.stream().map(LeaveOneOut::trials))
                .flatMap(each -> each.plans().stream())
                .mapToLong(Validator::work)
                .sum();
        Validator validator = new Validator(executor, progress, total);
        progress.stage("simulate");
        for (AreaTrials each : trials) {
            validator.arms.addAll(validator.held(each, false, (plan, results) -> finite(results)));
        }
        for (LeaveOneOut each : left) {
            validator.leftOut.addAll(validator.held(each.trials(), true, each::forecast));
        }
        return new Validation(
                List.copyOf(validator.arms),
                List.copyOf(validator.leftOut),
                List.copyOf(validator.spreads),
                List.copyOf(validator.nulls),
                records,
                shortfalls,
                validator.inputs);
    }

    /** The areas that have scored arms, in alphabetical order. */
    public static List<String> areas(Library library) {
        return List.copyOf(Scored.table(library, new Problems()).areas());
    }

    private static long work(Plan plan) {
        return IntStream.range(0, plan.tasks()).mapToLong(plan::work).sum();
    }

    /**
     * Simulates the studies of an area and holds what was published against them.
     *
     * @param known whether the numbers of the models are drawn from the posterior of the area
     * @param weighed takes one number a simulated trial of a plan, NaN for none, as often as the trial counts
     * @return the scored arms
     */
    private List<ScoredArm> held(AreaTrials trials, boolean known, BiFunction<Plan, double[], double[]> weighed)
            throws InterruptedException {
        ReferenceForecast reference = new ReferenceForecast(trials.scored());
        ScoredArm[] found = new ScoredArm[trials.scored().size()];
        List<Optional<PeopleSpread>> people = new ArrayList<>(Collections.nCopies(found.length, Optional.empty()));
        NullTrial[] without = new NullTrial[trials.nulls().size()];
        for (Plan plan : trials.plans()) {
            RunStore store = simulate(plan);
            for (int i = 0; i < found.length; i++) {
                Target target = trials.scored().get(i);
                if (target.outcome().trial().equals(plan.name())) {
                    double[] results = weighed.apply(plan, target.each(plan, store));
                    found[i] = arm(trials.area(), plan, target, results, reference.crps(target));
                    people.set(i, known ? Optional.empty() : PeopleSpread.of(trials.area(), target, plan, store));
                }
            }
            for (int i = 0; i < without.length; i++) {
                NullResult row = trials.nulls().get(i);
                if (row.trial().equals(plan.name())) {
                    without[i] = new NullForecast(plan, store, results -> weighed.apply(plan, results))
                            .of(trials.area(), row, known);
                }
            }
        }
        people.forEach(each -> each.ifPresent(spreads::add));
        nulls.addAll(List.of(without));
        inputs.computeIfAbsent(trials.area(), area -> new TreeMap<>()).putAll(trials.inputs());
        return List.of(found);
    }

    private static double[] finite(double[] results) {
        return Arrays.stream(results).filter(Double::isFinite).toArray();
    }

    private RunStore simulate(Plan plan) throws InterruptedException {
        KeptInMemory store = new KeptInMemory();
        WholeRun.run(executor, plan, store, new Part());
        done += work(plan);
        return store;
    }

    /** One study among all. */
    private final class Part implements Progress {
        @Override
        public void stage(String name) {
            // All studies are one stage.
        }

        @Override
        public void advance(long inStudy, long ofStudy) {
            progress.advance(done + inStudy, total);
        }
    }

    private static ScoredArm arm(String area, Plan plan, Target target, double[] results, OptionalDouble reference) {
        Study.Arm arm = plan.study().arms().get(target.arm());
        Outcome outcome = target.outcome();
        Interval range = new Interval(Quantiles.of(results, 0.025), Quantiles.of(results, 0.975));
        return new ScoredArm(
                area,
                target.counted()
                        ? arm.product()
                                .risk()
                                .map(Product.Risk::model)
                                .orElse(plan.study().model())
                        : plan.study().model(),
                target.scored().block(),
                outcome.trial(),
                outcome.arm(),
                arm.product().name(),
                outcome.endpoint(),
                outcome.kind(),
                outcome.statistic(),
                outcome.month().orElseThrow(),
                plan.visits().get(target.visit()).day(),
                target.n(),
                target.observed(),
                Moments.of(results).mean(),
                range.low(),
                range.high(),
                range.contains(target.observed()),
                Crps.ofSample(results, target.observed()) * target.perScale(),
                reference,
                target.range(),
                target.betterNumber(),
                outcome.knowledge());
    }
}
