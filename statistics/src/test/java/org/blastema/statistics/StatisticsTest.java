package org.blastema.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatisticsTest {
    private static final double[] VALUES = new Random(1).doubles(1000, -3, 9).toArray();

    @Test
    void momentsByHandAndMerged() {
        Moments four = Moments.of(2, 4, Double.NaN, 4, 6);
        assertThat(four.n()).isEqualTo(4);
        assertThat(four.mean()).isEqualTo(4);
        assertThat(four.variance()).isEqualTo(8.0 / 3);
        Moments whole = Moments.of(VALUES);
        for (int cut : new int[] {0, 1, 333, 999}) {
            Moments parts =
                    Moments.of(Arrays.copyOf(VALUES, cut)).merge(Moments.of(Arrays.copyOfRange(VALUES, cut, 1000)));
            assertThat(parts.mean()).isCloseTo(whole.mean(), within(1e-12));
            assertThat(parts.variance()).isCloseTo(whole.variance(), within(1e-11));
        }
        assertThat(Moments.of(1).variance()).isNaN();
    }

    @Test
    void pairMomentsMergeAndGiveTheChange() {
        double[] y = Arrays.stream(VALUES).map(x -> 0.5 * x + Math.sin(x)).toArray();
        PairMoments whole = PairMoments.of(VALUES, y);
        PairMoments parts = PairMoments.of(Arrays.copyOf(VALUES, 400), Arrays.copyOf(y, 400))
                .merge(PairMoments.of(Arrays.copyOfRange(VALUES, 400, 1000), Arrays.copyOfRange(y, 400, 1000)));
        assertThat(parts.sxy()).isCloseTo(whole.sxy(), within(1e-9));
        double[] change =
                IntStream.range(0, 1000).mapToDouble(i -> y[i] - VALUES[i]).toArray();
        assertThat(whole.change().mean()).isCloseTo(Moments.of(change).mean(), within(1e-12));
        assertThat(whole.change().variance()).isCloseTo(Moments.of(change).variance(), within(1e-10));
        assertThat(whole.y()).isEqualTo(new Moments(1000, whole.meanY(), whole.syy()));
    }

    @Test
    void ancovaEqualsLeastSquaresWithAnIndicator() {
        Random random = new Random(5);
        int n = 47;
        double[][] x = new double[n][2];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i][0] = i < 20 ? 0 : 1;
            x[i][1] = 60 + 14 * random.nextGaussian();
            y[i] = 10 + 0.6 * x[i][1] - 7 * x[i][0] + 15 * random.nextGaussian();
        }
        OLSMultipleLinearRegression exact = new OLSMultipleLinearRegression();
        exact.newSampleData(y, x);
        Estimate ours = Ancova.difference(pairs(x, y, 0, 20), pairs(x, y, 20, n), 0.05);
        double error = exact.estimateRegressionParametersStandardErrors()[1];
        assertThat(ours.value()).isCloseTo(exact.estimateRegressionParameters()[1], within(1e-10));
        assertThat(ours.standardError()).isCloseTo(error, within(1e-10));
        assertThat(ours.high() - ours.low()).isCloseTo(2 * 2.015367574 * error, within(1e-6)); // t, 44 df
        assertThat(ours.p()).isCloseTo(Intervals.twoSided(ours.value() / error, 44), within(1e-12));
    }

    private static PairMoments pairs(double[][] x, double[] y, int from, int to) {
        double[] base = IntStream.range(from, to).mapToDouble(i -> x[i][1]).toArray();
        return PairMoments.of(base, Arrays.copyOfRange(y, from, to));
    }

    @Test
    void ancovaWithoutEnoughPatientsGivesNoNumber() {
        assertThat(Ancova.difference(PairMoments.NONE, PairMoments.of(VALUES, VALUES), 0.05)
                        .value())
                .isNaN();
    }

    /** Published values of the exact interval. */
    @ParameterizedTest
    @CsvSource({"0, 10, 0, 0.3085", "10, 10, 0.6915, 1", "1, 20, 0.0013, 0.2487", "15, 50, 0.1786, 0.4461"})
    void exactIntervalOfAProportion(long k, long n, double low, double high) {
        Interval interval = Intervals.proportion(k, n, 0.95);
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
        assertThatThrownBy(() -> Intervals.proportion(n + 1, n, 0.95)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tInterval() {
        Interval interval = Intervals.mean(Moments.of(1, 2, 3, 4, 5), 0.95);
        assertThat(interval.low()).isCloseTo(3 - 2.776445105 * Math.sqrt(0.5), within(1e-8));
        assertThat(Intervals.mean(Moments.of(1), 0.95).low()).isNaN();
    }

    @Test
    void histogramQuantilesAndMerge() {
        Histogram whole = new Histogram(0, 100, 1000);
        Histogram half = new Histogram(0, 100, 1000);
        for (int i = 0; i < 10_000; i++) {
            double value = 100 * (i + 0.5) / 10_000;
            (i % 2 == 0 ? whole : half).add(value);
        }
        whole.add(Double.NaN);
        whole.merge(half);
        assertThat(whole.n()).isEqualTo(10_000);
        assertThat(whole.quantile(0.25)).isCloseTo(25, within(0.1));
        assertThat(whole.quantile(0.975)).isCloseTo(97.5, within(0.1));
        whole.add(-5);
        whole.add(105);
        assertThat(whole.counts()[0]).isEqualTo(11);
        assertThat(whole.counts()[999]).isEqualTo(11);
        assertThat(new Histogram(0, 1, 2).quantile(0.5)).isNaN();
        assertThatThrownBy(() -> whole.merge(new Histogram(0, 50, 1000))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void quantileOfType7() {
        assertThat(Quantiles.of(new double[] {4, 1, 3, 2}, 0.25)).isEqualTo(1.75);
        assertThat(Quantiles.of(new double[] {4, 1, 3, 2}, 1)).isEqualTo(4);
    }

    @Test
    void treeDependsOnTheLengthAlone() {
        List<String> letters = List.of("a", "b", "c", "d", "e", "f", "g");
        assertThat(Fold.tree(letters, (x, y) -> "(" + x + y + ")")).isEqualTo("(((ab)(cd))((ef)g))");
        List<Moments> blocks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            blocks.add(Moments.of(Arrays.copyOfRange(VALUES, 100 * i, 100 * (i + 1))));
        }
        assertThat(Fold.tree(blocks, Moments::merge)).isEqualTo(Fold.tree(List.copyOf(blocks), Moments::merge));
    }
}
