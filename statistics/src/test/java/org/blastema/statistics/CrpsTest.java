package org.blastema.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.blastema.core.Gaussian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CrpsTest {
    @Test
    void ofASampleByHand() {
        assertThat(Crps.ofSample(new double[] {3}, 5)).isEqualTo(2);
        // mean |x - y| = (1 + 1) / 2 = 1; mean |x - x'| = (0 + 2 + 2 + 0) / 4 = 1
        assertThat(Crps.ofSample(new double[] {2, 0}, 1)).isEqualTo(0.5);
        // mean |x - y| = (4 + 3 + 0) / 3; mean |x - x'| = 2 (1 + 4 + 3) / 9
        assertThat(Crps.ofSample(new double[] {0, 4, 1}, 4)).isCloseTo(7.0 / 3 - 8.0 / 9, within(1e-15));
        assertThatThrownBy(() -> Crps.ofSample(new double[0], 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofASampleEqualsTheSumOverAllPairs() {
        double[] sample = new Random(3).doubles(301, -20, 60).toArray();
        double error = 0;
        double spread = 0;
        for (double x : sample) {
            error += Math.abs(x - 11);
            for (double other : sample) {
                spread += Math.abs(x - other);
            }
        }
        double n = sample.length;
        assertThat(Crps.ofSample(sample, 11)).isCloseTo(error / n - spread / (2 * n * n), within(1e-10));
    }

    /** The score is the integral of (F(x) - 1{x >= y})^2. */
    @ParameterizedTest
    @CsvSource({"0, 1, 0", "0, 1, 1.7", "-12, 7.5, -30", "3, 0.2, 3.1", "5, 0, 7"})
    void ofANormalEqualsTheIntegral(double mean, double sd, double observed) {
        double low = Math.min(mean - 12 * sd, observed);
        double high = Math.max(mean + 12 * sd, observed);
        double sum = below(mean, sd, low, observed) + above(mean, sd, observed, high);
        assertThat(Crps.ofNormal(mean, sd, observed)).isCloseTo(sum, within(1e-7));
    }

    private static double below(double mean, double sd, double from, double to) {
        return integral(from, to, x -> square(cdf(mean, sd, x)));
    }

    private static double above(double mean, double sd, double from, double to) {
        return integral(from, to, x -> square(1 - cdf(mean, sd, x)));
    }

    private static double cdf(double mean, double sd, double x) {
        return sd == 0 ? (x >= mean ? 1 : 0) : Gaussian.cdf((x - mean) / sd);
    }

    private static double square(double x) {
        return x * x;
    }

    private static double integral(double from, double to, java.util.function.DoubleUnaryOperator f) {
        int steps = 200_000;
        double step = (to - from) / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += f.applyAsDouble(from + (i + 0.5) * step) * step;
        }
        return sum;
    }

    @Test
    void aWiderForecastThatHoldsTheSameScoresWorse() {
        assertThat(Crps.ofNormal(0, 40, 1)).isGreaterThan(Crps.ofNormal(0, 4, 1));
        double[] sample = new Random(8).doubles(100_000).map(Gaussian::quantile).toArray();
        assertThat(Crps.ofSample(sample, 0.4)).isCloseTo(Crps.ofNormal(0, 1, 0.4), within(3e-3));
    }
}
