package org.blastema.evidence;

import java.util.List;
import java.util.stream.IntStream;
import org.blastema.core.Problems;

/**
 * A published trial and what its simulated copies printed.
 *
 * @param trial its name
 * @param targets its rows that count
 * @param printed [simulated trial][row]; NaN where nobody came to the visit
 */
record PrintedTrial(String trial, List<Target> targets, double[][] printed) {
    /** How far beyond all simulated trials a published number may lie, as a share of their width, before it cannot be reached. */
    private static final double BEYOND = 1;

    /** What simulated trial {@code i} printed of all rows, as if it had been published. */
    double[] as(int i) {
        return printed[i].clone();
    }

    /** What was published. */
    double[] observed() {
        return targets.stream().mapToDouble(Target::observed).toArray();
    }

    boolean complete(int i) {
        return IntStream.range(0, targets.size()).allMatch(row -> Double.isFinite(printed[i][row]));
    }

    /** Learns how what is printed follows the parameters, from the simulated trials from one on. */
    LearntTrial learn(double[][] scores, int from) {
        int[] used =
                IntStream.range(from, printed.length).filter(this::complete).toArray();
        return LearntTrial.learn(
                targets,
                IntStream.of(used).mapToObj(i -> scores[i]).toArray(double[][]::new),
                IntStream.of(used).mapToObj(i -> printed[i]).toArray(double[][]::new));
    }

    /** A published number that no simulated trial comes near is a problem. */
    void reach(Problems problems) {
        for (int row = 0; row < targets.size(); row++) {
            int column = row;
            double[] all = IntStream.range(0, printed.length)
                    .mapToDouble(i -> printed[i][column])
                    .filter(Double::isFinite)
                    .toArray();
            double low = IntStream.range(0, all.length)
                    .mapToDouble(i -> all[i])
                    .min()
                    .orElse(0);
            double high = IntStream.range(0, all.length)
                    .mapToDouble(i -> all[i])
                    .max()
                    .orElse(0);
            double aside = BEYOND * (high - low);
            Target target = targets.get(row);
            if (target.observed() < low - aside
                    || target.observed() > high + aside
                    || all.length < printed.length / 2) {
                problems.error(
                        target.scored().position(),
                        "the published number " + target.observed() + " of " + trial + ", "
                                + target.outcome().arm() + " cannot be reached",
                        "over the whole prior the simulated trials print " + low + " to " + high
                                + "; a row that the model cannot make is left out under 'rows' with weight 0 and a reason");
            }
        }
    }
}
