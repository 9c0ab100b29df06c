package org.blastema.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.blastema.core.Chance;
import org.blastema.core.Gaussian;
import org.junit.jupiter.api.Test;

class SyntheticLikelihoodTest {
    private static double normal(int i, int purpose) {
        return Gaussian.quantile(new Chance(5).uniform(i, 0, 0, purpose));
    }

    /** Two numbers of 4000 trials: 2 + x + x squared and 3 - y, with SD 1 and 0.5 and correlation 0.6 of what is left. */
    private static SyntheticLikelihood learnt() {
        int n = 4000;
        double[][] scores = new double[n][2];
        double[][] printed = new double[n][2];
        for (int i = 0; i < n; i++) {
            double x = normal(i, 1);
            double y = normal(i, 2);
            double e = normal(i, 3);
            scores[i] = new double[] {x, y};
            printed[i] = new double[] {2 + x + x * x + e, 3 - y + 0.5 * (0.6 * e + 0.8 * normal(i, 4))};
        }
        return SyntheticLikelihood.learn(scores, printed);
    }

    @Test
    void meansFollowTheParameters() {
        assertThat(learnt().mean(new double[] {1, -1})).containsExactly(new double[] {4, 4}, within(0.15));
        assertThat(learnt().mean(new double[] {-1, 1})).containsExactly(new double[] {2, 2}, within(0.15));
    }

    @Test
    void theSpreadOfOneNumberFollowsTheParameters() {
        int n = 4000;
        double[][] scores = new double[n][1];
        double[][] printed = new double[n][1];
        for (int i = 0; i < n; i++) {
            scores[i][0] = normal(i, 1);
            printed[i][0] = Math.exp(scores[i][0] / 2) * normal(i, 2);
        }
        SyntheticLikelihood one = SyntheticLikelihood.learn(scores, printed);
        assertThat(one.sd(new double[] {1})[0]).isCloseTo(Math.exp(0.5), within(0.1));
        assertThat(one.sd(new double[] {-1})[0]).isCloseTo(Math.exp(-0.5), within(0.05));
    }

    /**
     * The likeliest spreads know more than the mean logarithms of squares: of 28 coefficients from 800 trials each is off by
     * 1 / sqrt(2 x 800) = 0.025 on average, where the logarithms leave 0.039.
     */
    @Test
    void spreadsAreTheLikeliest() {
        int n = 800;
        double[][] scores = new double[n][6];
        double[][] printed = new double[n][1];
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < 6; d++) {
                scores[i][d] = normal(i, 10 + d);
            }
            printed[i][0] = Math.exp(0.2 * scores[i][0]) * normal(i, 20);
        }
        SyntheticLikelihood learnt = SyntheticLikelihood.learn(scores, printed);
        double square = 0;
        for (int i = 0; i < n; i++) {
            double off = Math.log(learnt.sd(scores[i])[0]) - 0.2 * scores[i][0];
            square += off * off / n;
        }
        assertThat(Math.sqrt(square)).isLessThan(1.3 * Math.sqrt(28.0 / (2 * n)));
    }

    @Test
    void theDensityIsThatOfTheTwoTurnedNumbers() {
        double[] at = {0, 0};
        SyntheticLikelihood learnt = learnt();
        // At 0 the two numbers have SD 1 and 0.5 and covariance 0.3: their determinant is 0.16, at their means the
        // density 1 / (2 pi 0.4).
        assertThat(learnt.log(at, learnt.mean(at))).isCloseTo(-Math.log(2 * Math.PI * 0.4), within(0.1));
        // One standard deviation of the sum alone, (1 + 0.6 + 0.25) / 2 its variance: the turned numbers' correlation
        // is -0.375 / sqrt(0.925 x 0.325).
        double[] sd = learnt.sd(at);
        double aside = Math.sqrt(0.5) * sd[0];
        double[] mean = learnt.mean(at);
        double less = learnt.log(at, mean) - learnt.log(at, new double[] {mean[0] + aside, mean[1] + aside});
        assertThat(less).isCloseTo(0.5 / (1 - 0.375 * 0.375 / (0.925 * 0.325)), within(0.05));
        assertThat(sd[0]).isCloseTo(Math.sqrt(0.925), within(0.05));
    }
}
