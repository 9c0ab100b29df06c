package org.blastema.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.blastema.core.Gaussian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class GroupSequentialTest {
    private static void bounds(GroupSequential found, double... published) {
        assertThat(found.bounds()).hasSize(published.length);
        for (int k = 0; k < published.length; k++) {
            assertThat(found.bounds().get(k)).as("look " + (k + 1)).isCloseTo(published[k], within(0.0011));
        }
    }

    /** Printed in the tables of O'Brien and Fleming 1979, Pocock 1977, and Lan and DeMets 1983. */
    @Test
    void theBoundsAreThoseThatWerePublished() {
        bounds(GroupSequential.classical(5, 0.05, 0), 4.562, 3.226, 2.634, 2.281, 2.040);
        bounds(GroupSequential.classical(5, 0.05, 0.5), 2.413, 2.413, 2.413, 2.413, 2.413);
        bounds(GroupSequential.spending(5, 0.05, Spending.OBRIEN_FLEMING), 4.877, 3.357, 2.680, 2.290, 2.031);
    }

    /** Armitage, McPherson and Rowe 1969: a test at 5 % repeated without any adjustment. */
    @ParameterizedTest
    @CsvSource({"1, 0.050", "2, 0.083", "3, 0.107", "4, 0.126", "5, 0.142", "10, 0.193"})
    void lookingAgainRaisesTheErrorAsPublished(int looks, double error) {
        assertThat(GroupSequential.constant(looks, -Gaussian.quantile(0.025)).crossed(0))
                .isCloseTo(error, within(0.0006));
    }

    @ParameterizedTest
    @EnumSource(Spending.class)
    void theLevelIsSpentLookByLookAndAllOfIt(Spending spending) {
        GroupSequential four = GroupSequential.spending(4, 0.05, spending);
        double[] crossing = four.crossing(0);
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            sum += crossing[k];
            assertThat(sum).isCloseTo(spending.spent(0.05, (k + 1) / 4.0), within(1e-9));
        }
        assertThat(four.crossed(0)).isCloseTo(0.05, within(1e-9));
        assertThat(GroupSequential.spending(10, 0.05, spending).crossed(0)).isCloseTo(0.05, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Spending.class)
    void oneLookIsThePlainTest(Spending spending) {
        GroupSequential one = GroupSequential.spending(1, 0.05, spending);
        assertThat(one.bounds().getFirst()).isCloseTo(1.959963984540054, within(1e-9));
        assertThat(one.drift(0.8)).isCloseTo(1.959963984540054 + 0.8416212335729143, within(1e-4));
        assertThat(one.expectedShare(2)).isEqualTo(1);
        assertThat(one.inflation(0.05, 0.8)).isCloseTo(1, within(1e-12));
    }

    /** Two looks by a double integral: |Z1| under its bound and |Z2| over its own, the plain sum over a fine grid. */
    @Test
    void twoLooksAreTheDoubleIntegral() {
        GroupSequential two = new GroupSequential(List.of(2.2, 2.1));
        double drift = 2.5;
        double root = Math.sqrt(0.5);
        double second = 0;
        int steps = 20_000;
        for (int i = 0; i < steps; i++) {
            double s = root * 2.2 * (2 * (i + 0.5) / steps - 1);
            double z = (s - drift / 2) / root;
            double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / root;
            double middle = s + drift / 2;
            double over = Gaussian.cdf((middle - 2.1) / root) + Gaussian.cdf((-2.1 - middle) / root);
            second += density * over * 2 * root * 2.2 / steps;
        }
        double mean = drift * root;
        double first = Gaussian.cdf(mean - 2.2) + Gaussian.cdf(-2.2 - mean);
        assertThat(two.crossing(drift)).containsExactly(new double[] {first, second}, within(1e-8));
        assertThat(two.expectedShare(drift)).isCloseTo(1 - first / 2, within(1e-12));
    }

    @Test
    void pocockEndsSoonerAndCostsMore() {
        GroupSequential early = GroupSequential.spending(5, 0.05, Spending.POCOCK);
        GroupSequential late = GroupSequential.spending(5, 0.05, Spending.OBRIEN_FLEMING);
        assertThat(early.inflation(0.05, 0.8)).isGreaterThan(late.inflation(0.05, 0.8));
        assertThat(late.inflation(0.05, 0.8)).isGreaterThan(1);
        assertThat(early.expectedShare(4)).isLessThan(late.expectedShare(4));
        assertThat(late.expectedShare(20)).isCloseTo(0.2, within(1e-3));
        assertThat(early.crossing(-3)).containsExactly(early.crossing(3), within(1e-12));
    }

    /** Jennison and Turnbull 2000, tables 2.2 and 2.4: largest sample over the fixed one, K = 5, level 0.05, power 0.8. */
    @Test
    void theCostOfLookingIsAsPublished() {
        assertThat(GroupSequential.classical(5, 0.05, 0.5).inflation(0.05, 0.8)).isCloseTo(1.229, within(0.001));
        assertThat(GroupSequential.classical(5, 0.05, 0).inflation(0.05, 0.8)).isCloseTo(1.028, within(0.001));
    }

    @Test
    void noLookAndTooManyAreRefused() {
        assertThatThrownBy(() -> GroupSequential.constant(0, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GroupSequential.constant(11, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
