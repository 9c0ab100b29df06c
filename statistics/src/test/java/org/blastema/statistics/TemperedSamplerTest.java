package org.blastema.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.blastema.core.Chance;
import org.blastema.core.Gaussian;
import org.junit.jupiter.api.Test;

/** On a linear normal model of three parameters, whose posterior is known in closed form. */
class TemperedSamplerTest {
    /** Six numbers, each a sum of the parameters in these parts, measured with standard deviation {@link #SD}. */
    private static final double[][] PARTS = {{1, 0, 0}, {1, 1, 0}, {0, 1, 0.5}, {0.2, 0, 1}, {0, -1, 1}, {0.5, 0.5, 0.5}
    };

    private static final double SD = 0.5;

    private static ToDoubleFunction<double[]> likelihood(double[] seen) {
        return at -> {
            double log = -PARTS.length * Math.log(SD * Math.sqrt(2 * Math.PI));
            for (int i = 0; i < seen.length; i++) {
                double z = (seen[i] - expected(i, at)) / SD;
                log -= z * z / 2;
            }
            return log;
        };
    }

    private static double expected(int i, double[] at) {
        double sum = 0;
        for (int d = 0; d < 3; d++) {
            sum += PARTS[i][d] * at[d];
        }
        return sum;
    }

    @Test
    void oneParameterHasThePosteriorOfTheFormula() {
        // Prior N(0, 1), one number 2 seen with SD 0.5: precision 1 + 4, mean 8 / 5; evidence N(2; 0, 1.25).
        TemperedSampler.Island island = TemperedSampler.run(
                at -> -Math.log(SD * Math.sqrt(2 * Math.PI)) - Math.pow((2 - at[0]) / SD, 2) / 2, 1, 4000, 7, 0);
        Moments moments = Moments.of(
                Arrays.stream(island.draws()).mapToDouble(draw -> draw[0]).toArray());
        assertThat(moments.mean()).isCloseTo(1.6, within(0.03));
        assertThat(moments.sd()).isCloseTo(Math.sqrt(0.2), within(0.02));
        assertThat(island.logEvidence()).isCloseTo(-Math.log(2 * Math.PI * 1.25) / 2 - 4 / 2.5, within(0.06));
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        ToDoubleFunction<double[]> likelihood = likelihood(new double[] {1, 0, 0, 1, 0, 1});
        assertThat(TemperedSampler.run(likelihood, 3, 60, 1, 4).draws())
                .isDeepEqualTo(TemperedSampler.run(likelihood, 3, 60, 1, 4).draws());
        assertThat(TemperedSampler.run(likelihood, 3, 60, 1, 5).draws()[0])
                .isNotEqualTo(TemperedSampler.run(likelihood, 3, 60, 1, 4).draws()[0]);
    }

    @Test
    void ranksOfTheTruthOfTwoHundredFitsAreEven() {
        int fits = 200;
        int particles = 100;
        double[][] ranks = new double[3][fits];
        for (int fit = 0; fit < fits; fit++) {
            double[] truth = normals(fit, 3, 1);
            double[] noise = normals(fit, PARTS.length, 2);
            double[] seen = new double[PARTS.length];
            for (int i = 0; i < seen.length; i++) {
                seen[i] = expected(i, truth) + SD * noise[i];
            }
            for (double[] draw :
                    TemperedSampler.run(likelihood(seen), 3, particles, 11, fit).draws()) {
                for (int d = 0; d < 3; d++) {
                    ranks[d][fit] += draw[d] < truth[d] ? 1.0 / particles : 0;
                }
            }
        }
        for (double[] each : ranks) {
            assertThat(Evenness.p(each, 10)).isGreaterThan(0.01);
        }
    }

    private static double[] normals(int fit, int count, int purpose) {
        double[] normals = new double[count];
        Arrays.setAll(normals, i -> Gaussian.quantile(new Chance(3).uniform(fit, i, 0, purpose)));
        return normals;
    }
}
