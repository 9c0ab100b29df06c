package org.blastema.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blastema.statistics.Moments;
import org.blastema.statistics.PairMoments;

/** Runs tasks one after the other. Belongs to one thread. */
final class Worker {
    private final Plan plan;
    private final List<ArmCohort> cohorts = new ArrayList<>();
    private final TwinCohort twins;
    private final SharedArms shared;
    private final Ticker ticker;

    /**
     * @param shared what other plans have simulated already
     */
    Worker(Plan plan, SharedArms shared, Ticker ticker) {
        this.plan = plan;
        this.shared = shared;
        this.ticker = ticker;
        this.twins = new TwinCohort(plan);
        for (int a = 0; a < plan.arms().size(); a++) {
            cohorts.add(new ArmCohort(plan, plan.setup(a)));
        }
    }

    /**
     * Runs a task.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    TaskResult run(int task) throws InterruptedException {
        int parallel = plan.firstTwins();
        if (task >= parallel) {
            int first = (task - parallel) * Plan.BLOCK;
            return twins.run(task, first, Math.min(Plan.BLOCK, plan.twins() - first), ticker);
        }
        return parallel(task, task / plan.blocks(), task % plan.blocks());
    }

    private TaskResult parallel(int task, int trial, int block) throws InterruptedException {
        int first = block * Plan.BLOCK;
        List<ArmRows> rows = new ArrayList<>();
        List<PatientFailure> failures = new ArrayList<>();
        List<ArmSums> sums = new ArrayList<>();
        List<List<PairMoments>> pairs = new ArrayList<>();
        plan.scenarios().forEach(scenario -> pairs.add(new ArrayList<>()));
        for (int a = 0; a < cohorts.size(); a++) {
            ArmCohort cohort = cohorts.get(a);
            simulate(a, trial, block);
            for (int s = 0; s < pairs.size(); s++) {
                pairs.get(s).addAll(pairs(cohort.columns(s)));
            }
            ArmRows armRows = cohort.rows();
            rows.add(armRows);
            sums.add(new ArmAdder(plan, plan.setup(a))
                    .sums(cohort.columns(plan.headline()), armRows, cohort.atRisk(), trial, first));
            failures.addAll(cohort.failures());
        }
        return new TaskResult(task, trial, first, rows, List.of(), failures, new Sums(pairs, sums, paired()));
    }

    /** An arm's patients of a block; what another plan has found of them is taken. */
    private void simulate(int arm, int trial, int block) throws InterruptedException {
        ArmCohort cohort = cohorts.get(arm);
        ArmCohort leader = cohorts.getFirst();
        boolean follows = arm > 0 && plan.study().paired();
        int first = block * Plan.BLOCK;
        Optional<ArmBlock> known =
                follows ? shared.followed(plan.hash(arm), leader.block()) : shared.led(plan.hash(arm), trial, first);
        if (known.isPresent()) {
            cohort.take(known.get(), ticker);
            return;
        }
        if (follows) {
            cohort.follow(leader, ticker);
        } else {
            cohort.run(trial, first, plan.patients(arm, block), ticker);
        }
        shared.keep(plan.hash(arm), cohort.block());
    }

    /** By scenario, for each contrast, endpoint and visit, what the same persons differ by. */
    private List<List<Moments>> paired() {
        List<List<Moments>> scenarios = new ArrayList<>();
        List<Study.Contrast> contrasts = plan.study().paired() ? plan.contrasts() : List.of();
        for (int s = 0; s < plan.scenarios().size(); s++) {
            List<Moments> moments = new ArrayList<>();
            for (Study.Contrast contrast : contrasts) {
                moments.addAll(cohorts.get(plan.place(contrast.arm()))
                        .columns(s)
                        .less(cohorts.get(plan.place(contrast.versus())).columns(s)));
            }
            scenarios.add(moments);
        }
        return scenarios;
    }

    private List<PairMoments> pairs(Columns columns) {
        List<PairMoments> pairs = new ArrayList<>();
        int visits = plan.visits().size();
        for (int i = 0; i < columns.values.length; i++) {
            pairs.add(PairMoments.of(columns.baseline[i / visits], columns.values[i]));
        }
        return pairs;
    }
}
