package org.blastema.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.blastema.core.Chance;
import org.blastema.core.Gaussian;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;

final class BinomialLikelihoodTest {
    private static final int TRIALS = 2000;
    private static final int PEOPLE = 40;

    private static double normal(int i, int purpose) {
        return Gaussian.quantile(new Chance(9).uniform(i, 0, 0, purpose));
    }

    /** Trials whose chance has the logit level + x - 0.2 y y; each share is the chance itself, so that nothing but the prior is between. */
    private static BinomialLikelihood learnt(double level) {
        double[][] scores = new double[TRIALS][2];
        double[] shares = new double[TRIALS];
        for (int i = 0; i < TRIALS; i++) {
            scores[i] = new double[] {normal(i, 1), normal(i, 2)};
            shares[i] = logistic(level + scores[i][0] - 0.2 * scores[i][1] * scores[i][1]);
        }
        return BinomialLikelihood.learn(scores, shares, PEOPLE);
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    @Test
    void theChanceFollowsTheParameters() {
        BinomialLikelihood learnt = learnt(-2);
        assertThat(learnt.chance(new double[] {0, 0})).isCloseTo(logistic(-2), within(1e-3));
        assertThat(learnt.chance(new double[] {1, 2})).isCloseTo(logistic(-1.8), within(1e-3));
        assertThat(learnt.chance(new double[] {-2, -1})).isCloseTo(logistic(-4.2), within(1e-3));
    }

    @Test
    void everyCountHasItsBinomialProbability() {
        BinomialLikelihood learnt = learnt(-2);
        double[] at = {0.5, -1};
        BinomialDistribution known = new BinomialDistribution(PEOPLE, learnt.chance(at));
        double sum = 0;
        for (int count = 0; count <= PEOPLE; count++) {
            double log = learnt.log(at, (double) count / PEOPLE);
            assertThat(log).isCloseTo(known.logProbability(count), within(1e-9));
            sum += Math.exp(log);
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    /** Eight people, a quarter harmed in every trial: two of eight have 28 x 0.25^2 x 0.75^6 = 0.311. */
    @Test
    void twoOfEightByHand() {
        double[][] scores = new double[50][1];
        Arrays.setAll(scores, i -> new double[] {normal(i, 3)});
        double[] shares = new double[50];
        Arrays.fill(shares, 0.25);
        BinomialLikelihood learnt = BinomialLikelihood.learn(scores, shares, 8);
        assertThat(learnt.log(new double[] {0}, 0.25)).isCloseTo(Math.log(0.3114624), within(1e-3));
        // Half of eight lie 2 above the expected 2, whose standard deviation is the root of 8 x 0.25 x 0.75.
        assertThat(learnt.standard(new double[] {0}, 0.5)).isCloseTo(2 / Math.sqrt(1.5), within(0.01));
    }

    /** 50 trials of 8 people without an event are 0 of 400; half an event more is 1.25 of 1,000. */
    @Test
    void whatNobodySawHasAChance() {
        double[][] scores = new double[50][1];
        Arrays.setAll(scores, i -> new double[] {normal(i, 3)});
        BinomialLikelihood learnt = BinomialLikelihood.learn(scores, new double[50], 8);
        assertThat(learnt.chance(new double[] {0})).isBetween(3e-4, 1.25e-3);
        assertThat(learnt.log(new double[] {0}, 0)).isBetween(-0.011, 0.0);
        assertThat(learnt.log(new double[] {3}, 0.125)).isLessThan(-3);
    }
}
