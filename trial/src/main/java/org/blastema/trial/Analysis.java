package org.blastema.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.blastema.core.Failure;
import org.blastema.statistics.PairMoments;

/**
 * The planned analysis of a run: results of tasks in, summary out. Blocks merge in index order in a binary tree; each trial
 * is analysed by itself (parallel groups, ANCOVA adjusted for the baseline, patients with a value at the visit; paired groups, the
 * mean difference of the same persons), and what the trials say is summarised over trials.
 */
public final class Analysis {
    /** Share of failed patients over which a run is not believed. */
    public static final double MOST_FAILED = 0.01;

    private static final int LISTED = 20;
    private static final String CONFLICT = "data conflict";

    private final Plan plan;
    private final List<Study.Contrast> contrasts;
    /** [arm][endpoint][visit], the run's scenario. */
    private final List<ArmSeries> arms = new ArrayList<>();
    /** By scenario [contrast][endpoint][visit]. */
    private final List<List<ContrastSeries>> differences = new ArrayList<>();

    private final Tree<List<List<PairMoments>>> trial = new Tree<>(Sums::merge);
    private final Tree<List<ArmSums>> all = new Tree<>(Sums::add);
    private final List<HarmSeries> harms;
    private final PairedAnalysis paired;
    private final TwinEffects twins;
    private final List<PracticeSeries> practices;
    private final List<PatientFailure> failures = new ArrayList<>();
    private final long[] responders;
    private long failed;
    private long simulated;

    private Analysis(Plan plan) {
        this.plan = plan;
        this.twins = new TwinEffects(plan);
        this.practices = IntStream.range(0, plan.study().practices().size())
                .mapToObj(index -> new PracticeSeries(plan, index))
                .toList();
        this.contrasts = plan.contrasts();
        this.harms = plan.arms().stream()
                .map(arm -> new HarmSeries(arm.terms().size()))
                .toList();
        this.paired = new PairedAnalysis(plan);
        int cells = plan.endpoints().size() * plan.visits().size();
        IntStream.range(0, plan.arms().size() * cells).forEach(i -> arms.add(new ArmSeries()));
        this.responders = new long[arms.size()];
        Map<Double, Double> critical = ContrastSeries.criticalValues();
        for (int s = 0; s < plan.scenarios().size(); s++) {
            differences.add(IntStream.range(0, contrasts.size() * cells)
                    .mapToObj(i -> new ContrastSeries(plan.study().alpha(), critical))
                    .toList());
        }
    }

    /**
     * Analyses a finished run, and the one that continues it where its tasks were run too.
     *
     * @throws Failure if over 1 % of the patients failed, with the first of them
     */
    public static Summary summarise(Plan plan, RunStore store) {
        Summary own = summarise(
                plan, IntStream.range(0, plan.tasks()).mapToObj(store::load).iterator());
        return WholeRun.later(plan, store).map(own::with).orElse(own);
    }

    /**
     * Analyses results.
     *
     * @param results of all tasks, in the order of their index; read once
     * @throws Failure if over 1 % of the patients failed, with the first of them
     */
    public static Summary summarise(Plan plan, Iterator<TaskResult> results) {
        Analysis analysis = new Analysis(plan);
        while (results.hasNext()) {
            analysis.add(results.next());
        }
        analysis.refuseFailures();
        return analysis.summary();
    }

    private void add(TaskResult result) {
        failed += result.failures().size();
        result.failures().stream().limit(Math.max(0, LISTED - failures.size())).forEach(failures::add);
        if (result.ofTwins()) {
            twins.add(result);
            simulated += result.twins().stream().mapToLong(TwinRows::persons).sum();
            return;
        }
        simulated += result.rows().stream().mapToLong(ArmRows::patients).sum()
                * plan.scenarios().size();
        trial.add(result.sums().pairs());
        all.add(result.sums().arms());
        count(result.sums().arms());
        IntStream.range(0, harms.size())
                .forEach(a -> harms.get(a).add(result.sums().arms().get(a)));
        practices.forEach(each -> each.add(result));
        paired.add(result);
        if ((result.task() + 1) % plan.blocks() == 0) {
            trial.take().ifPresent(this::analyse);
            harms.forEach(HarmSeries::close);
            practices.forEach(each -> each.close(result.trial()));
            paired.close();
        }
    }

    private void count(List<ArmSums> block) {
        int cells = plan.endpoints().size() * plan.visits().size();
        for (int i = 0; i < responders.length; i++) {
            responders[i] += block.get(i / cells).responders().get(i % cells);
        }
    }

    private void analyse(List<List<PairMoments>> scenarios) {
        List<PairMoments> own = scenarios.get(plan.headline());
        for (int i = 0; i < arms.size(); i++) {
            arms.get(i).add(own.get(i), responders[i]);
        }
        Arrays.fill(responders, 0);
        if (!plan.study().paired()) {
            compare(scenarios);
        }
    }

    private void compare(List<List<PairMoments>> scenarios) {
        int cells = plan.endpoints().size() * plan.visits().size();
        for (int s = 0; s < scenarios.size(); s++) {
            for (int i = 0; i < differences.get(s).size(); i++) {
                Study.Contrast contrast = contrasts.get(i / cells);
                differences
                        .get(s)
                        .get(i)
                        .add(
                                scenarios.get(s).get(plan.place(contrast.versus()) * cells + i % cells),
                                scenarios.get(s).get(plan.place(contrast.arm()) * cells + i % cells));
            }
        }
    }

    private void refuseFailures() {
        if (failed <= MOST_FAILED * simulated) {
            return;
        }
        StringBuilder list = new StringBuilder();
        failures.stream().limit(5).forEach(each -> list.append("\n  ").append(each.words()));
        throw new Failure("the equations of " + failed + " of " + simulated
                + " simulated patients could not be solved, more than 1 %; the first are:" + list);
    }

    private Summary summary() {
        List<ArmSums> sums = all.take().orElse(List.of());
        SequencedMap<String, List<ContrastSummary>> scenarios = new LinkedHashMap<>();
        for (int s = 0; s < plan.scenarios().size(); s++) {
            scenarios.put(
                    plan.scenarios().get(s),
                    plan.study().paired() ? paired.summaries(s, this::labels) : contrasts(differences.get(s)));
        }
        List<ArmSummary> armSummaries = new ArrayList<>();
        for (int a = 0; a < sums.size(); a++) {
            armSummaries.add(arm(a, sums));
        }
        return new Summary(
                plan.name(),
                plan.seed(),
                plan.scenario(),
                plan.patients(),
                plan.trials(),
                plan.modified(),
                armSummaries,
                scenarios.getOrDefault(plan.scenario(), List.of()),
                paired.differences(),
                Collections.unmodifiableSequencedMap(scenarios),
                contextShares(),
                practices.stream().map(PracticeSeries::summary).toList(),
                EconomicAnalysis.of(plan, paired.differences()),
                Optional.empty(),
                twins.effects(),
                Curves.of(plan, sums),
                List.copyOf(failures),
                failed,
                simulated);
    }

    private ArmSummary arm(int index, List<ArmSums> all) {
        ArmSums sums = all.get(index);
        List<EndpointSummary> endpoints = new ArrayList<>();
        int visits = plan.visits().size();
        int cells = plan.endpoints().size() * visits;
        for (int i = 0; i < cells; i++) {
            ArmSeries series = arms.get(index * cells + i);
            if (series.n() > 0) {
                boolean waits = plan.setup(index).waits(i / visits);
                boolean asked = waits
                        || plan.study().endpoints().get(i / visits).responder().isPresent();
                long count = sums.responders().get(i);
                Visit visit = plan.visits().get(i % visits);
                endpoints.add(series.summary(
                        plan.endpoints().get(i / visits),
                        plan.setup(index).kind(i / visits),
                        visit,
                        plan.trials(),
                        asked ? OptionalDouble.of((double) count / series.n()) : OptionalDouble.empty(),
                        count,
                        waits ? Curves.median(plan, index, i / visits, sums, visit) : OptionalDouble.empty()));
            }
        }
        return new ArmSummary(
                plan.arms().get(index).name(),
                plan.patients(index),
                sums.failed(),
                endpoints,
                Harms.of(plan, index, all, harms),
                Harms.total(plan, index, sums, false),
                Harms.total(plan, index, sums, true),
                Harms.cost(plan.setup(index), sums));
    }

    private List<ContrastSummary> contrasts(List<ContrastSeries> series) {
        List<ContrastSummary> summaries = new ArrayList<>();
        int visits = plan.visits().size();
        int cells = plan.endpoints().size() * visits;
        for (int i = 0; i < series.size(); i++) {
            if (series.get(i).any()) {
                Study.Contrast contrast = contrasts.get(i / cells);
                summaries.add(series.get(i)
                        .summary(
                                contrast,
                                plan.endpoints().get(i % cells / visits),
                                plan.visits().get(i % visits),
                                plan.trials(),
                                labels(contrast)));
            }
        }
        return List.copyOf(summaries);
    }

    /** A contrast between two arms whose comparison the evidence does not settle is labelled. */
    private List<String> labels(Study.Contrast contrast) {
        boolean conflict = plan.study().dataConflicts().stream()
                .anyMatch(each ->
                        each.arms().contains(contrast.arm()) && each.arms().contains(contrast.versus()));
        return conflict ? List.of(CONFLICT) : List.of();
    }

    private List<ContextShare> contextShares() {
        List<ContextShare> shares = new ArrayList<>();
        int visits = plan.visits().size();
        int cells = plan.endpoints().size() * visits;
        String reference = plan.study().reference();
        for (ArmPlan arm : plan.arms()) {
            boolean compared = !arm.name().equals(reference)
                    && arms.get(plan.place(arm.name()) * cells).n() > 0;
            for (int v = 0; v < visits && compared; v++) {
                shares.add(new ShareOfGain(
                                arms.get(plan.place(reference) * cells + v).change(),
                                arms.get(plan.place(arm.name()) * cells + v).change(),
                                plan.trials())
                        .named(
                                arm.name(),
                                reference,
                                plan.endpoints().getFirst().name(),
                                plan.visits().get(v)));
            }
        }
        return shares;
    }
}
