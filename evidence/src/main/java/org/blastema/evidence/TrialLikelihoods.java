package org.blastema.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The likelihoods of the trials of a calibration at any place of the free parameters. Immutable. */
final class TrialLikelihoods {
    private final List<PrintedTrial> trials;
    private final List<LearntTrial> learnt;
    private final List<Double> weights;

    private TrialLikelihoods(List<PrintedTrial> trials, List<LearntTrial> learnt, List<Double> weights) {
        this.trials = trials;
        this.learnt = learnt;
        this.weights = weights;
    }

    /**
     * Learns them.
     *
     * @param scores normal scores of the free parameters of each simulated trial
     * @param from the first simulated trial that is used
     */
    static TrialLikelihoods learn(Calibration calibration, List<PrintedTrial> trials, double[][] scores, int from) {
        List<LearntTrial> learnt = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (PrintedTrial trial : trials) {
            learnt.add(trial.learn(scores, from));
            weights.add(trial.targets().stream()
                    .mapToDouble(calibration::weight)
                    .average()
                    .orElseThrow());
        }
        return new TrialLikelihoods(List.copyOf(trials), List.copyOf(learnt), List.copyOf(weights));
    }

    int size() {
        return trials.size();
    }

    /** What was published, [trial][row]. */
    double[][] published() {
        return trials.stream().map(PrintedTrial::observed).toArray(double[][]::new);
    }

    /** Logarithm of the likelihood of one trial. */
    double log(int trial, double[] scores, double[] observed) {
        return weights.get(trial) * learnt.get(trial).log(scores, observed);
    }

    /** Of all trials but one; none is left out with -1. */
    double log(double[] scores, double[][] observed, int without) {
        return IntStream.range(0, observed.length)
                .filter(trial -> trial != without)
                .mapToDouble(trial -> log(trial, scores, observed[trial]))
                .sum();
    }

    /**
     * How far new simulated trials lie from what is expected of them, in standard deviations.
     *
     * @param printed of the same trials under other draws
     * @param scores of these draws
     * @return mean square over all numbers; 1 where the likelihood describes them
     */
    double meanSquare(List<PrintedTrial> printed, double[][] scores) {
        double sum = 0;
        int n = 0;
        for (int trial = 0; trial < learnt.size(); trial++) {
            for (int i = 0; i < scores.length; i++) {
                if (printed.get(trial).complete(i)) {
                    double[] z = learnt.get(trial)
                            .standard(scores[i], printed.get(trial).as(i));
                    sum += Arrays.stream(z).map(each -> each * each).sum();
                    n += z.length;
                }
            }
        }
        return sum / n;
    }
}
