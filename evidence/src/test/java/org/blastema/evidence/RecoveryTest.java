package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RecoveryTest {
    /** 200 fits of one parameter: some ranks of 0, the others even between 0.03 and 0.97. */
    private static Recovery missing(int fits) {
        double[][] ranks = IntStream.range(0, 200)
                .mapToObj(i -> new double[] {i < fits ? 0 : 0.03 + 0.94 * (i - fits + 0.5) / (200 - fits)})
                .toArray(double[][]::new);
        return new Recovery(new double[200][1], new double[200][1], ranks);
    }

    @Test
    void intervalsThatHoldTheTruthTooSeldomAreNoRecovery() {
        assertThat(missing(12).covered(0, 0.95)).isEqualTo(0.94);
        assertThat(missing(12).recovered()).isTrue();
        // 23 of 200 outside where 10 are expected: rarer than 1 in 1000, though the ranks are even enough.
        assertThat(missing(23).evenness(0)).isGreaterThan(0.005);
        assertThat(missing(23).recovered()).isFalse();
    }

    @Test
    void unevenRanksAreNoRecovery() {
        double[][] aside = IntStream.range(0, 200)
                .mapToObj(i -> new double[] {0.04 + 0.5 * i / 200})
                .toArray(double[][]::new);
        Recovery recovery = new Recovery(new double[200][1], new double[200][1], aside);
        assertThat(recovery.covered(0, 0.95)).isEqualTo(1);
        assertThat(recovery.recovered()).isFalse();
    }
}
