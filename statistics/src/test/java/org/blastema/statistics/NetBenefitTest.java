package org.blastema.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.blastema.core.Gaussian;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetBenefitTest {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final NetBenefit FOUR =
            new NetBenefit(new double[] {0.1, 0.3, -0.1, 0.1}, new double[] {1000, 1000, 1000, 5000});

    @Test
    void byHand() {
        assertThat(FOUR.effect()).isCloseTo(0.1, within(1e-15));
        assertThat(FOUR.cost()).isEqualTo(2000);
        // At 30 000 the draws are worth 2000, 8000, -4000 and -2000.
        assertThat(FOUR.monetary(30_000)).isCloseTo(1000, within(1e-9));
        assertThat(FOUR.health(30_000)).isCloseTo(1000.0 / 30_000, within(1e-15));
        assertThat(FOUR.probability(30_000)).isEqualTo(0.5);
        assertThat(FOUR.perfectInformation(30_000)).isCloseTo(10_000 / 4.0 - 1000, within(1e-9));
        assertThat(FOUR.monetary95(30_000).low()).isCloseTo(-4000 + 0.075 * 2000, within(1e-9));
        assertThat(FOUR.dearer(500).monetary(30_000)).isCloseTo(500, within(1e-9));
    }

    @Test
    void limitsOfTheThreshold() {
        assertThat(FOUR.monetary(0)).isEqualTo(-2000);
        assertThat(FOUR.probability(0)).isZero();
        assertThat(FOUR.perfectInformation(0)).isZero();
        assertThat(FOUR.health(0)).isNaN();
        assertThat(FOUR.probability(Double.POSITIVE_INFINITY)).isEqualTo(0.75);
        assertThat(FOUR.health(Double.POSITIVE_INFINITY)).isEqualTo(FOUR.effect());
        assertThat(FOUR.probability(1e12)).isEqualTo(FOUR.probability(Double.POSITIVE_INFINITY));
    }

    @Test
    void aDrawThatLacksEitherDoesNotCount() {
        NetBenefit some = new NetBenefit(new double[] {1, Double.NaN, 3}, new double[] {1, 1, Double.NaN});
        assertThat(some.draws()).isEqualTo(1);
        assertThat(some.monetary(2)).isEqualTo(1);
        NetBenefit none = new NetBenefit(new double[] {Double.NaN}, new double[] {1});
        assertThat(none.effect()).isNaN();
        assertThat(none.effect95().low()).isNaN();
        assertThatThrownBy(() -> new NetBenefit(new double[1], new double[2]))
                .hasMessageContaining("1 effects and 2 costs");
    }

    @Test
    void nothingIsWorthKnowingWhereNoDrawChangesTheChoice() {
        NetBenefit sure = new NetBenefit(new double[] {1, 2, 3}, new double[] {1, 1, 1});
        assertThat(sure.perfectInformation(10)).isZero();
        assertThat(sure.perfectInformation(0.1)).isZero();
        assertThat(sure.perfectInformation(0.5)).isCloseTo(1.0 / 6, within(1e-12));
        NetBenefit tie = new NetBenefit(new double[] {0, 1}, new double[] {0, 1});
        assertThat(tie.probability(1)).isZero();
    }

    /**
     * For a normal net benefit of mean m and SD s the value is s (phi(d) - d (1 - Phi(d))), d = |m| / s: the unit normal loss. The draws
     * are the quantiles at the middles of 20,000 equal shares.
     */
    @ParameterizedTest
    @CsvSource({"0, 1", "1000, 2000", "-1000, 2000", "-6000, 2000", "300, 5000"})
    void ofANormalNetBenefitItIsTheUnitNormalLoss(double mean, double sd) {
        int n = 20_000;
        double[] effects = IntStream.range(0, n)
                .mapToDouble(i -> (mean + sd * NORMAL.inverseCumulativeProbability((i + 0.5) / n)) / 50_000)
                .toArray();
        double d = Math.abs(mean) / sd;
        double loss = NORMAL.density(d) - d * NORMAL.cumulativeProbability(-d);
        assertThat(new NetBenefit(effects, new double[n]).perfectInformation(50_000))
                .isCloseTo(sd * loss, within(2e-4 * sd));
    }

    /**
     * Worth is 1 + 2x + 3e of two normal numbers: knowing x is worth 2 phi(1/2) - 1 Phi(-1/2), knowing e
     * 3 phi(1/3) - Phi(-1/3) (expected positive part of a normal number), a number that does nothing nothing.
     */
    @Test
    void whatOneNumberIsWorthIsThatOfALinearGaussianWorth() {
        int n = 40000;
        SplittableRandom random = new SplittableRandom(1);
        double[] x = new double[n];
        double[] e = new double[n];
        double[] idle = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Gaussian.quantile(random.nextDouble());
            e[i] = Gaussian.quantile(random.nextDouble());
            idle[i] = Gaussian.quantile(random.nextDouble());
        }
        double[] cost = new double[n];
        Arrays.setAll(cost, i -> -(1 + 2 * x[i] + 3 * e[i]));
        NetBenefit worth = new NetBenefit(new double[n], cost);
        assertThat(worth.partialInformation(1, x)).isCloseTo(2 * 0.352065 - 0.308538, within(0.03));
        assertThat(worth.partialInformation(1, e)).isCloseTo(3 * 0.377383 - 0.369441, within(0.03));
        assertThat(worth.partialInformation(1, idle)).isZero();
        assertThat(worth.perfectInformation(1)).isGreaterThan(worth.partialInformation(1, e));
    }

    @Test
    void drawsWithoutAValueLeaveTheirNumberOut() {
        double[] x = {-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 99};
        double[] cost = Arrays.stream(x).map(each -> -each).toArray();
        cost[11] = Double.NaN;
        NetBenefit worth = new NetBenefit(new double[12], cost);
        assertThat(worth.partialInformation(1, x)).isCloseTo(worth.perfectInformation(1), within(1e-9));
    }
}
