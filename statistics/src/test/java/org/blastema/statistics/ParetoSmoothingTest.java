package org.blastema.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ParetoSmoothingTest {
    /** Quantiles of a generalised Pareto distribution of shape k and scale 1 at the middles of n equal parts. */
    private static double[] pareto(double k, int n) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> (Math.pow(1 - (i + 0.5) / n, -k) - 1) / k);
        return values;
    }

    @Test
    void theFitFindsTheShapeOfAParetoTail() {
        for (double k : new double[] {0.2, 0.5, 0.9}) {
            double[] fit = ParetoSmoothing.fit(pareto(k, 2000));
            assertThat(fit[0]).isCloseTo(k, within(0.03));
            assertThat(fit[1]).isCloseTo(1, within(0.05));
        }
    }

    @Test
    void aHeavyTailIsSeenAndALightOneNot() {
        double[] heavy = Arrays.stream(pareto(1.2, 1000))
                .map(value -> Math.log(1 + value))
                .toArray();
        double[] light = Arrays.stream(pareto(0.1, 1000))
                .map(value -> Math.log(1 + value))
                .toArray();
        assertThat(ParetoSmoothing.of(heavy).k()).isGreaterThan(0.7);
        assertThat(ParetoSmoothing.of(light).k()).isLessThan(0.5);
    }

    @Test
    void equalRatiosGiveEqualWeightsAndNoShape() {
        ParetoSmoothing equal = ParetoSmoothing.of(new double[100]);
        assertThat(equal.weights()).containsOnly(new double[] {0.01}, within(1e-15));
        assertThat(equal.k()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void weightsSumToOneAndKeepTheirOrder() {
        double[] log = {
            0, 3, 1, -2, 5, 2, 2.5, -1, 0.5, 4, -3, 6, 1.5, -4, 3.5, 2.2, 0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9, 1.1
        };
        double[] weights = ParetoSmoothing.of(log).weights();
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
        assertThat(weights[11]).isEqualTo(Arrays.stream(weights).max().orElseThrow());
        assertThat(weights[4]).isGreaterThan(weights[9]);
    }
}
