package org.blastema.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.blastema.core.Failure;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.statistics.Ancova;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Intervals;
import org.blastema.statistics.Moments;
import org.blastema.trial.Plan;

/** Tells the power of a study's planned analysis by size, and the size for a power, from simulated trials. */
public final class DesignEngine {
    private static final double LEVEL = 0.95;
    private static final String NULL = "null";

    private final Plan plan;
    private final DesignQuestion question;
    private final SimulatedTrials trials;
    private final SimulatedTrials middle;
    /** Those of the arms asked that have the endpoint, by their place among the simulated arms. */
    private final List<Integer> arms;

    private DesignEngine(Plan plan, DesignQuestion question, SimulatedTrials trials, SimulatedTrials middle) {
        this.plan = plan;
        this.question = question;
        this.trials = trials;
        this.middle = middle;
        int headline = plan.scenarios().indexOf(plan.scenario());
        this.arms = IntStream.rangeClosed(1, question.arms().size())
                .filter(arm -> trials.measured(arm, headline) && trials.measured(0, headline))
                .boxed()
                .toList();
    }

    /**
     * Simulates and tells; the same whatever the number of threads.
     *
     * @throws Failure if over 1 % of the patients failed, or if it is interrupted
     * @throws InvalidInput if no arm, or not the reference, has the endpoint
     */
    public static DesignFound of(Plan plan, DesignQuestion question, int threads) {
        return new DesignEngine(
                        plan,
                        question,
                        SimulatedTrials.of(plan, question, threads),
                        SimulatedTrials.inMiddle(plan, question, threads))
                .found();
    }

    private DesignFound found() {
        String endpoint = plan.endpoints().get(question.endpoint()).name();
        if (arms.isEmpty()) {
            throw new InvalidInput(
                    new Position(plan.name(), 1, 1),
                    "no arm has a value of " + endpoint + " beside the reference",
                    "both must have the endpoint; name others with --arm or --endpoint");
        }
        List<String> names = plan.scenarios();
        Optional<LookedTrials> looked =
                question.test().looks() == 1 ? Optional.empty() : Optional.of(new LookedTrials(trials, question));
        List<Integer> most = looked.isEmpty()
                ? List.of()
                : arms.stream()
                        .map(arm -> looked.get()
                                .most(needed(trials, arm, names.indexOf(plan.scenario()))
                                        .size()))
                        .toList();
        List<DesignFound.Scenario> scenarios = new ArrayList<>();
        for (int s = 0; s < names.size(); s++) {
            scenarios.add(new DesignFound.Scenario(names.get(s), arms(s, looked, most)));
        }
        return new DesignFound(
                plan.name(),
                plan.scenario(),
                plan.seed(),
                plan.study().reference(),
                endpoint,
                plan.endpoints().get(question.endpoint()).unit(),
                plan.visits().get(question.visit()).month(),
                question.test(),
                question.effort(),
                scenarios,
                plan.study().eligibility(),
                trials.screened(names.indexOf(plan.scenario())),
                apart(),
                looked.map(LookedTrials::bounds),
                trials.failed(),
                plan.modified());
    }

    private String name(int arm) {
        return plan.arms().get(question.arms().get(arm - 1)).name();
    }

    private List<DesignFound.Arm> arms(int scenario, Optional<LookedTrials> looked, List<Integer> most) {
        List<List<DesignFound.Point>> points = points(scenario);
        List<DesignFound.Arm> found = new ArrayList<>();
        for (int a = 0; a < arms.size(); a++) {
            int arm = arms.get(a);
            int place = a;
            found.add(new DesignFound.Arm(
                    name(arm),
                    difference(trials, arm, scenario),
                    plan.scenarios().get(scenario).equals(NULL) && moved(arm, scenario),
                    points.get(a),
                    needed(trials, arm, scenario),
                    new DesignFound.Middle(difference(middle, arm, scenario), needed(middle, arm, scenario)),
                    looked.map(each -> each.looked(arm, scenario, most.get(place)))));
        }
        return found;
    }

    private double difference(SimulatedTrials of, int arm, int scenario) {
        return mean(of.fits(arm, scenario, question.effort().most()));
    }

    /** Whether any other scenario makes this arm another. */
    private boolean moved(int arm, int scenario) {
        return IntStream.range(0, plan.scenarios().size()).anyMatch(other -> trials.differ(arm, scenario, other));
    }

    /** [arm][size]. */
    private List<List<DesignFound.Point>> points(int scenario) {
        List<List<DesignFound.Point>> points = new ArrayList<>();
        arms.forEach(arm -> points.add(new ArrayList<>()));
        for (int size : question.effort().sizes()) {
            List<List<Ancova.Fit>> fits =
                    arms.stream().map(arm -> trials.fits(arm, scenario, size)).toList();
            List<Optional<DesignFound.Share>> holm = holm(fits);
            for (int a = 0; a < arms.size(); a++) {
                points.get(a)
                        .add(new DesignFound.Point(
                                size,
                                power(fits.get(a)),
                                power(middle.fits(arms.get(a), scenario, size)),
                                holm.get(a)));
            }
        }
        return points;
    }

    private DesignFound.Share power(List<Ancova.Fit> fits) {
        return share(
                fits.stream()
                        .filter(each -> analysed(each)
                                && trials.significant(each, question.test().alpha()))
                        .count(),
                fits);
    }

    private static boolean analysed(Ancova.Fit fit) {
        return Double.isFinite(fit.value());
    }

    /** Of the trials that can be analysed; without any, nothing is known. */
    static DesignFound.Share share(long found, List<Ancova.Fit> fits) {
        long n = fits.stream().filter(DesignEngine::analysed).count();
        return n == 0
                ? new DesignFound.Share(0, new Interval(0, 1))
                : new DesignFound.Share((double) found / n, Intervals.proportion(found, n, LEVEL));
    }

    /** For each arm, how often it is found after Holm's correction over all arms asked. */
    private List<Optional<DesignFound.Share>> holm(List<List<Ancova.Fit>> fits) {
        if (fits.size() == 1) {
            return List.of(Optional.empty());
        }
        long[] found = new long[fits.size()];
        for (int trial = 0; trial < trials.trials(); trial++) {
            int at = trial;
            double[] p = fits.stream()
                    .mapToDouble(each -> analysed(each.get(at)) ? SimulatedTrials.p(each.get(at)) : 1)
                    .toArray();
            boolean[] rejected = holm(p, question.test().alpha());
            for (int a = 0; a < p.length; a++) {
                found[a] += rejected[a] ? 1 : 0;
            }
        }
        return IntStream.range(0, found.length)
                .mapToObj(a -> Optional.of(share(found[a], fits.get(a))))
                .toList();
    }

    /** What Holm 1979 rejects: from the smallest p on, each that is under alpha over how many are left, up to the first that is not. */
    static boolean[] holm(double[] p, double alpha) {
        List<Integer> order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(each -> p[each]))
                .toList();
        boolean[] rejected = new boolean[p.length];
        for (int rank = 0; rank < p.length && p[order.get(rank)] < alpha / (p.length - rank); rank++) {
            rejected[order.get(rank)] = true;
        }
        return rejected;
    }

    private DesignFound.Needed needed(SimulatedTrials of, int arm, int scenario) {
        double asked = question.test().power();
        OptionalInt enough = least(size -> power(of.fits(arm, scenario, size)).value() >= asked);
        return new DesignFound.Needed(
                enough,
                least(size -> power(of.fits(arm, scenario, size)).ci95().high() >= asked),
                least(size -> power(of.fits(arm, scenario, size)).ci95().low() >= asked),
                enough.stream()
                        .mapToObj(size -> power(of.fits(arm, scenario, size)))
                        .findFirst());
    }

    /** By halving, a size from which on a test holds that larger sizes pass more easily; absent where the largest does not. */
    private OptionalInt least(IntPredicate holds) {
        int low = 1;
        int high = question.effort().most();
        if (!holds.test(high)) {
            return OptionalInt.empty();
        }
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return OptionalInt.of(high);
    }

    private static double mean(List<Ancova.Fit> fits) {
        return Moments.of(fits.stream().mapToDouble(Ancova.Fit::value).toArray())
                .mean();
    }

    /** Every two scenarios that make an arm another. */
    private List<DesignFound.Apart> apart() {
        List<DesignFound.Apart> apart = new ArrayList<>();
        for (int arm : arms) {
            for (int one = 0; one < plan.scenarios().size(); one++) {
                for (int other = one + 1; other < plan.scenarios().size(); other++) {
                    if (trials.differ(arm, one, other)) {
                        apart.add(apart(arm, one, other));
                    }
                }
            }
        }
        return apart;
    }

    private DesignFound.Apart apart(int arm, int one, int other) {
        return new DesignFound.Apart(
                name(arm),
                plan.scenarios().get(one),
                plan.scenarios().get(other),
                right(arm, one, other, question.effort().most()),
                least(size ->
                        right(arm, one, other, size).value() >= question.test().power()));
    }

    /** The smaller share of trials on their own side of the middle. */
    private DesignFound.Share right(int arm, int one, int other, int size) {
        List<Ancova.Fit> first = trials.fits(arm, one, size);
        List<Ancova.Fit> second = trials.fits(arm, other, size);
        double middle = (mean(first) + mean(second)) / 2;
        boolean below = mean(first) < mean(second);
        DesignFound.Share left = share(below(below ? first : second, middle), first);
        DesignFound.Share over = share(
                (below ? second : first)
                        .stream().filter(each -> each.value() > middle).count(),
                second);
        return left.value() < over.value() ? left : over;
    }

    private static long below(List<Ancova.Fit> fits, double middle) {
        return fits.stream().filter(each -> each.value() < middle).count();
    }
}
