package org.blastema.evidence;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.blastema.core.Failure;
import org.blastema.statistics.Ancova;
import org.blastema.statistics.Intervals;
import org.blastema.statistics.PairMoments;
import org.blastema.trial.Analysis;
import org.blastema.trial.PatientFailure;
import org.blastema.trial.Plan;
import org.blastema.trial.TrialPatients;

/** The replicate trials of a question at its largest size, and the planned analysis of the first patients of each. */
final class SimulatedTrials {
    private final List<TrialPatients.Trial> trials;
    private final double failed;
    private final Map<Double, Map<Double, Double>> critical = new ConcurrentHashMap<>();

    private SimulatedTrials(List<TrialPatients.Trial> trials, double failed) {
        this.trials = trials;
        this.failed = failed;
    }

    /**
     * Simulates; the same whatever the number of threads.
     *
     * @throws Failure if over 1 % of the patients failed, with the first of them, or if it is interrupted
     */
    static SimulatedTrials of(Plan plan, DesignQuestion question, int threads) {
        return of(plan, question, threads, TrialPatients::new);
    }

    /** The same trials where every number that is not known has its middle value; a choice stays drawn. */
    static SimulatedTrials inMiddle(Plan plan, DesignQuestion question, int threads) {
        return of(plan, question, threads, TrialPatients::inMiddle);
    }

    /** Who stands in the trials. */
    private interface Patients {
        TrialPatients of(Plan plan, List<Integer> arms, int endpoint, int visit);
    }

    private static SimulatedTrials of(Plan plan, DesignQuestion question, int threads, Patients who) {
        List<Integer> arms = Stream.concat(Stream.of(question.reference()), question.arms().stream())
                .toList();
        int many = question.effort().trials();
        TrialPatients.Trial[] found = new TrialPatients.Trial[many];
        AtomicInteger next = new AtomicInteger();
        Callable<Boolean> work = () -> {
            TrialPatients patients = who.of(plan, arms, question.endpoint(), question.visit());
            for (int trial = next.getAndIncrement(); trial < many; trial = next.getAndIncrement()) {
                found[trial] = patients.trial(trial, question.effort().most());
            }
            return true;
        };
        Tasks.all(Collections.nCopies(threads, work), threads);
        List<PatientFailure> failures =
                Arrays.stream(found).flatMap(each -> each.failed().stream()).toList();
        double simulated = (double) many
                * arms.size()
                * question.effort().most()
                * plan.scenarios().size();
        if (failures.size() > Analysis.MOST_FAILED * simulated) {
            throw new Failure("the equations of " + failures.size()
                    + " simulated patients could not be solved, more than 1 %; the first is "
                    + failures.getFirst().words());
        }
        return new SimulatedTrials(List.of(found), failures.size() / simulated);
    }

    /** Share of the patients whose equations could not be solved. */
    double failed() {
        return failed;
    }

    /** Screened for each who was enrolled, in all arms and trials; 1 or more. */
    double screened(int scenario) {
        long screened = 0;
        long enrolled = 0;
        for (TrialPatients.Trial trial : trials) {
            for (List<TrialPatients.Pairs> arm : trial.pairs()) {
                screened += arm.get(scenario).screened();
                enrolled += arm.get(scenario).values().length;
            }
        }
        return (double) screened / enrolled;
    }

    int trials() {
        return trials.size();
    }

    /** Whether an arm, 0 being the reference, has any value. */
    boolean measured(int arm, int scenario) {
        return trials.stream()
                .anyMatch(trial ->
                        Arrays.stream(pairs(trial, arm, scenario).values()).anyMatch(Double::isFinite));
    }

    /** Whether an arm shows other values in one scenario than in another. */
    boolean differ(int arm, int scenario, int other) {
        return trials.stream()
                .anyMatch(trial -> !Arrays.equals(
                        pairs(trial, arm, scenario).values(),
                        pairs(trial, arm, other).values()));
    }

    /** The planned analysis of each trial, that of its first patients of an arm against as many of the reference. */
    List<Ancova.Fit> fits(int arm, int scenario, int size) {
        return trials.stream()
                .map(trial -> Ancova.fit(
                        moments(pairs(trial, 0, scenario), size), moments(pairs(trial, arm, scenario), size)))
                .toList();
    }

    private static TrialPatients.Pairs pairs(TrialPatients.Trial trial, int arm, int scenario) {
        return trial.pairs().get(arm).get(scenario);
    }

    private static PairMoments moments(TrialPatients.Pairs pairs, int size) {
        return PairMoments.of(Arrays.copyOf(pairs.baseline(), size), Arrays.copyOf(pairs.values(), size));
    }

    /** Whether p is under the level; what has no spread is under it unless it is 0. */
    boolean significant(Ancova.Fit fit, double level) {
        if (!(fit.standardError() > 0)) {
            return fit.value() != 0;
        }
        double limit = critical.computeIfAbsent(level, each -> new ConcurrentHashMap<>())
                .computeIfAbsent(fit.degrees(), degrees -> Intervals.tQuantile(1 - level / 2, degrees));
        return Math.abs(fit.t()) > limit;
    }

    /** p of a trial. */
    static double p(Ancova.Fit fit) {
        if (!(fit.standardError() > 0)) {
            return fit.value() == 0 ? 1 : 0;
        }
        return Intervals.twoSided(fit.t(), fit.degrees());
    }
}
