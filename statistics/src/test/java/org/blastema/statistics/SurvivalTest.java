package org.blastema.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Against what the package survival of R prints for its data set aml (acute myelogenous leukaemia, Miller 1997, Survival Analysis, page
 * 49): survfit, survdiff and coxph with {@code Surv(time, status) ~ x}. The first eleven were maintained.
 */
final class SurvivalTest {
    private static final double[] TIMES = {
        9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45
    };
    private static final int[] STATUS = {1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1};
    private static final int MAINTAINED = 11;

    private static boolean[] events() {
        boolean[] events = new boolean[STATUS.length];
        for (int i = 0; i < events.length; i++) {
            events[i] = STATUS[i] == 1;
        }
        return events;
    }

    private static boolean[] group(boolean maintained) {
        boolean[] group = new boolean[STATUS.length];
        for (int i = 0; i < group.length; i++) {
            group[i] = i < MAINTAINED == maintained;
        }
        return group;
    }

    private static double[][] indicator() {
        double[][] x = new double[STATUS.length][1];
        for (int i = MAINTAINED; i < x.length; i++) {
            x[i][0] = 1;
        }
        return x;
    }

    @Test
    void survfitOfTheMaintained() {
        List<KaplanMeier.Step> steps = KaplanMeier.of(
                java.util.Arrays.copyOf(TIMES, MAINTAINED), java.util.Arrays.copyOf(events(), MAINTAINED));
        double[][] printed = {
            {9, 11, 1, 0.909, 0.0867},
            {13, 10, 1, 0.818, 0.1163},
            {18, 8, 1, 0.716, 0.1397},
            {23, 7, 1, 0.614, 0.1526},
            {31, 5, 1, 0.491, 0.1642},
            {34, 4, 1, 0.368, 0.1627},
            {48, 2, 1, 0.184, 0.1535}
        };
        assertThat(steps).hasSize(printed.length);
        for (int i = 0; i < printed.length; i++) {
            KaplanMeier.Step step = steps.get(i);
            assertThat(new double[] {step.time(), step.atRisk(), step.events()})
                    .containsExactly(printed[i][0], printed[i][1], printed[i][2]);
            assertThat(step.share()).isCloseTo(printed[i][3], within(0.0005));
            assertThat(step.standardError()).isCloseTo(printed[i][4], within(0.00005));
        }
    }

    /** Four people, two events together, then one last seen at the time of the last event: 1/2, then 1/4. */
    @Test
    void tiesAndTheLastSeenByHand() {
        List<KaplanMeier.Step> steps =
                KaplanMeier.of(new double[] {1, 1, 2, 2}, new boolean[] {true, true, true, false});
        assertThat(steps.stream().map(KaplanMeier.Step::share)).containsExactly(0.5, 0.25);
        assertThat(steps.getFirst().standardError()).isCloseTo(Math.sqrt(0.5 * 0.5 / 4), within(1e-15));
        assertThat(KaplanMeier.of(new double[] {1}, new boolean[] {true}))
                .singleElement()
                .satisfies(step -> assertThat(step.standardError()).isNaN());
    }

    @Test
    void survdiff() {
        LogRank maintained = LogRank.of(TIMES, events(), group(true));
        LogRank others = LogRank.of(TIMES, events(), group(false));
        assertThat(maintained.observed()).isEqualTo(7);
        assertThat(maintained.expected()).isCloseTo(10.69, within(0.005));
        assertThat(others.observed()).isEqualTo(11);
        assertThat(others.expected()).isCloseTo(7.31, within(0.005));
        assertThat(maintained.p()).isCloseTo(0.0653, within(0.00005));
        assertThat(others.chiSquared()).isCloseTo(maintained.chiSquared(), within(1e-12));
    }

    @Test
    void coxph() {
        CoxRegression.Fit fit = CoxRegression.fit(TIMES, events(), indicator());
        assertThat(fit.converged()).isTrue();
        assertThat(fit.coefficients()[0]).isCloseTo(0.9155, within(0.00005));
        assertThat(fit.standardErrors()[0]).isCloseTo(0.5119, within(0.00005));
        assertThat(fit.likelihoodRatio()).isCloseTo(3.38, within(0.005));
    }

    /** A covariate turned and doubled has the coefficient turned and halved, beside one that is constant within the other. */
    @Test
    void coefficientsFollowTheScaleOfTheirCovariates() {
        double[][] two = new double[TIMES.length][];
        double[][] other = new double[TIMES.length][];
        for (int i = 0; i < two.length; i++) {
            double x = indicator()[i][0];
            double z = i * 7 % 5;
            two[i] = new double[] {x, z};
            other[i] = new double[] {-2 * x, z + x};
        }
        CoxRegression.Fit first = CoxRegression.fit(TIMES, events(), two);
        CoxRegression.Fit second = CoxRegression.fit(TIMES, events(), other);
        assertThat(second.logLikelihood()).isCloseTo(first.logLikelihood(), within(1e-9));
        assertThat(second.coefficients()[1]).isCloseTo(first.coefficients()[1], within(1e-8));
        assertThat(-2 * second.coefficients()[0] + second.coefficients()[1])
                .isCloseTo(first.coefficients()[0], within(1e-8));
    }

    @Test
    void withoutALargestLikelihoodItSaysSo() {
        double[] times = {1, 2, 3, 4};
        boolean[] events = {true, true, true, true};
        double[][] same = {{1, 1}, {0, 0}, {1, 1}, {0, 0}};
        assertThat(CoxRegression.fit(times, events, same).converged()).isFalse();
        double[][] parted = {{1}, {1}, {0}, {0}};
        assertThat(CoxRegression.fit(times, events, parted).converged()).isFalse();
    }

    @Test
    void arraysThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> KaplanMeier.of(new double[2], new boolean[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogRank.of(new double[2], new boolean[2], new boolean[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CoxRegression.fit(new double[2], new boolean[2], new double[2][0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
