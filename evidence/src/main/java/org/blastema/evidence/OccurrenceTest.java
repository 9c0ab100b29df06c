package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.blastema.core.Elementary;
import org.blastema.model.Model;
import org.blastema.statistics.Interval;
import org.blastema.statistics.NoisyDraws;
import org.blastema.trial.ArmPlan;
import org.blastema.trial.ArmRows;
import org.blastema.trial.Plan;
import org.blastema.trial.SharedDraw;
import org.blastema.trial.TaskResult;

/** How many people of an arm have a harm, over draws of knowledge. Shares of rare harms need many persons: see {@link PairedStudy#forHarms}. */
final class OccurrenceTest {
    private final Claim.Occurrence asked;
    private final PairedStudy study;
    private final Simulations simulations;

    OccurrenceTest(Claim.Occurrence asked, PairedStudy study, Simulations simulations) {
        this.asked = asked;
        this.study = study;
        this.simulations = simulations;
    }

    ClaimResult.Occurred run() {
        Plan plan = study.plan();
        List<boolean[][]> marked = marked(plan, simulations.persons(plan));
        int arm = study.arms().indexOf(asked.question().arm());
        int versus = study.arms().indexOf(asked.question().versus());
        boolean share = asked.wanted() == Claim.Wanted.SHARE_BELOW;
        NoisyDraws draws = share ? PersonShares.of(marked, arm) : PersonShares.ratios(marked, arm, versus);
        Interval interval = share ? draws.interval95().orElseThrow() : VariationTest.interval(draws);
        double mean = draws.moments().mean();
        Verdict byInterval = verdict(interval);
        VarianceShares variance = variance(plan, draws);
        return new ClaimResult.Occurred(
                asked,
                study.effort(),
                PersonShares.of(marked, arm).moments().mean(),
                PersonShares.of(marked, versus).moments().mean(),
                share ? mean : Elementary.exp(mean),
                interval,
                byInterval,
                Verdict.decided(byInterval, asked.assumed(), variance.unmeasured()),
                variance.list(),
                variance.unmeasured(),
                study.titles());
    }

    private Verdict verdict(Interval interval) {
        double limit = asked.limit().value();
        return switch (asked.wanted()) {
            case SHARE_BELOW -> Verdict.ofShare(interval, limit);
            case RATIO_ABOVE -> Verdict.ofRatio(interval, limit);
            case RATIO_BELOW -> Verdict.ofRatio(new Interval(1 / interval.high(), 1 / interval.low()), 1 / limit);
        };
    }

    /** [arm][person] who has a harm that counts, draw by draw. */
    private List<boolean[][]> marked(Plan plan, List<TaskResult> tasks) {
        Map<Integer, List<TaskResult>> draws = new TreeMap<>();
        tasks.forEach(task ->
                draws.computeIfAbsent(task.trial(), _ -> new ArrayList<>()).add(task));
        List<boolean[][]> marked = new ArrayList<>();
        for (List<TaskResult> draw : draws.values()) {
            boolean[][] arms = new boolean[study.arms().size()][];
            for (int arm = 0; arm < arms.length; arm++) {
                arms[arm] = marked(plan, draw, plan.place(study.arms().get(arm)));
            }
            marked.add(arms);
        }
        return marked;
    }

    private boolean[] marked(Plan plan, List<TaskResult> draw, int place) {
        List<Boolean> counts =
                plan.arms().get(place).terms().stream().map(this::counts).toList();
        boolean[] marked = new boolean
                [draw.stream()
                        .mapToInt(task -> task.rows().get(place).patients())
                        .sum()];
        int first = 0;
        for (TaskResult task : draw) {
            ArmRows rows = task.rows().get(place);
            ArmRows.Events events = rows.events();
            for (int i = 0; i < events.size(); i++) {
                marked[first + events.patient()[i]] |= counts.get(events.term()[i]);
            }
            first += rows.patients();
        }
        return marked;
    }

    private boolean counts(ArmPlan.Term term) {
        boolean anyway = term.related().filter(Model.Related.UNRELATED::equals).isPresent();
        return asked.happens().isEmpty()
                ? term.serious() && !anyway
                : asked.happens().contains(term.name());
    }

    private VarianceShares variance(Plan plan, NoisyDraws draws) {
        VarianceShares variance = new VarianceShares(draws.values(), draws.share());
        String arm = asked.question().arm();
        Stream.concat(
                        SharedDraw.of(plan, arm).stream(),
                        SharedDraw.ofHarms(plan, arm, study.studies().library()).stream())
                .forEach(each -> variance.add(each.parameter(), each.uniforms()));
        return variance;
    }
}
