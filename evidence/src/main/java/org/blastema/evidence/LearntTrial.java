package org.blastema.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.blastema.statistics.BinomialLikelihood;
import org.blastema.statistics.SyntheticLikelihood;

/**
 * How likely what one trial printed is at any place of the free parameters. Its counts of people with a harm are binomial, each by itself:
 * of 0, 1 or 4 people a normal distribution says nothing true. Its other numbers are normal together.
 */
final class LearntTrial {
    private final int[] numbers;
    private final int[] counts;
    private final Optional<SyntheticLikelihood> normal;
    private final List<BinomialLikelihood> binomial;

    private LearntTrial(
            int[] numbers, int[] counts, Optional<SyntheticLikelihood> normal, List<BinomialLikelihood> binomial) {
        this.numbers = numbers;
        this.counts = counts;
        this.normal = normal;
        this.binomial = binomial;
    }

    /**
     * Learns it.
     *
     * @param targets the rows of the trial
     * @param scores of the free parameters, [simulated trial][parameter]
     * @param printed [simulated trial][row], no NaN
     */
    static LearntTrial learn(List<Target> targets, double[][] scores, double[][] printed) {
        int[] numbers = rows(targets, false);
        int[] counts = rows(targets, true);
        Optional<SyntheticLikelihood> normal = numbers.length == 0
                ? Optional.empty()
                : Optional.of(SyntheticLikelihood.learn(
                        scores,
                        Arrays.stream(printed).map(each -> taken(each, numbers)).toArray(double[][]::new)));
        List<BinomialLikelihood> binomial = IntStream.of(counts)
                .mapToObj(row -> BinomialLikelihood.learn(
                        scores,
                        Arrays.stream(printed).mapToDouble(each -> each[row]).toArray(),
                        targets.get(row).n()))
                .toList();
        return new LearntTrial(numbers, counts, normal, binomial);
    }

    private static int[] rows(List<Target> targets, boolean counted) {
        return IntStream.range(0, targets.size())
                .filter(row -> targets.get(row).counted() == counted)
                .toArray();
    }

    private static double[] taken(double[] all, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> all[row]).toArray();
    }

    /** Logarithm of the likelihood of what was printed, in the order of the rows. */
    double log(double[] scores, double[] printed) {
        double log =
                normal.map(each -> each.log(scores, taken(printed, numbers))).orElse(0.0);
        for (int i = 0; i < counts.length; i++) {
            log += binomial.get(i).log(scores, printed[counts[i]]);
        }
        return log;
    }

    /** How far what was printed lies from what is expected, in standard deviations; the counts stand last. */
    double[] standard(double[] scores, double[] printed) {
        return DoubleStream.concat(
                        normal.stream()
                                .flatMapToDouble(each -> Arrays.stream(each.standard(scores, taken(printed, numbers)))),
                        IntStream.range(0, counts.length)
                                .mapToDouble(i -> binomial.get(i).standard(scores, printed[counts[i]])))
                .toArray();
    }
}
