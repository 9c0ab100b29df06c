package org.blastema.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Intervals;
import org.blastema.statistics.Moments;

/** The differences of paired groups over the trials; of parallel groups there are none. */
final class PairedAnalysis {
    private final Plan plan;
    private final List<Study.Contrast> contrasts;
    private final int cells;
    private final Tree<List<List<Moments>>> trial = new Tree<>(Sums::join);
    /** By scenario [contrast][endpoint][visit], then the trials. */
    private final List<List<List<Moments>>> trials = new ArrayList<>();

    PairedAnalysis(Plan plan) {
        this.plan = plan;
        this.contrasts = plan.study().paired() ? plan.contrasts() : List.of();
        this.cells = plan.endpoints().size() * plan.visits().size();
        for (int s = 0; s < plan.scenarios().size(); s++) {
            trials.add(IntStream.range(0, contrasts.size() * cells)
                    .<List<Moments>>mapToObj(i -> new ArrayList<>())
                    .toList());
        }
    }

    /** The next block of a trial. */
    void add(TaskResult block) {
        trial.add(block.sums().paired());
    }

    /** The trial has all its blocks. */
    void close() {
        trial.take().ifPresent(scenarios -> {
            for (int s = 0; s < trials.size(); s++) {
                for (int i = 0; i < trials.get(s).size(); i++) {
                    trials.get(s).get(i).add(scenarios.get(s).get(i));
                }
            }
        });
    }

    /** Every difference that any trial has, in the order of scenarios, contrasts, endpoints and visits. */
    List<PairedDifferences> differences() {
        List<PairedDifferences> all = new ArrayList<>();
        for (int s = 0; s < trials.size(); s++) {
            for (int i = 0; i < trials.get(s).size(); i++) {
                if (any(s, i)) {
                    all.add(differences(s, i));
                }
            }
        }
        return all;
    }

    private boolean any(int scenario, int cell) {
        return trials.get(scenario).get(cell).stream().anyMatch(each -> each.n() > 0);
    }

    private PairedDifferences differences(int scenario, int cell) {
        List<Moments> each = trials.get(scenario).get(cell);
        return new PairedDifferences(
                plan.scenarios().get(scenario),
                contrasts.get(cell / cells),
                plan.endpoints().get(cell % cells / plan.visits().size()),
                plan.visits().get(cell % plan.visits().size()),
                each.stream()
                        .map(moments -> moments.n() > 0 ? moments.mean() : Double.NaN)
                        .toList(),
                each.stream().map(moments -> moments.variance() / moments.n()).toList());
    }

    /**
     * The contrasts of a scenario.
     *
     * @param labels what must stand beside a contrast
     */
    List<ContrastSummary> summaries(int scenario, java.util.function.Function<Study.Contrast, List<String>> labels) {
        List<ContrastSummary> summaries = new ArrayList<>();
        for (int i = 0; i < trials.get(scenario).size(); i++) {
            if (any(scenario, i)) {
                PairedDifferences found = differences(scenario, i);
                summaries.add(new ContrastSummary(
                        found.contrast().arm(),
                        found.contrast().versus(),
                        found.endpoint().name(),
                        found.endpoint().unit(),
                        found.visit().day(),
                        found.visit().month(),
                        found.moments().mean(),
                        ci95(found, trials.get(scenario).get(i).getLast()),
                        found.interval95(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        labels.apply(found.contrast())));
            }
        }
        return summaries;
    }

    /** Over the trials; of one trial over its persons. */
    private Optional<Interval> ci95(PairedDifferences found, Moments last) {
        return plan.trials() > 1
                ? found.ci95()
                : Optional.of(Intervals.mean(last, 0.95)).filter(each -> Double.isFinite(each.low()));
    }
}
