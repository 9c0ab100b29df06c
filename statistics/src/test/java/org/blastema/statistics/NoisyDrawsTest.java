package org.blastema.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Values 0 and 4 have the variance 8, of which noise may be none, a part or all. */
final class NoisyDrawsTest {
    private static NoisyDraws draws(double squaredError) {
        return new NoisyDraws(List.of(0.0, 4.0), List.of(squaredError, squaredError));
    }

    @Test
    void noiseIsTakenOutOfTheVariance() {
        assertThat(draws(6).share()).isCloseTo(0.25, within(1e-15));
        assertThat(draws(6).withoutNoise()).containsExactly(1.0, 3.0);
        assertThat(draws(0).withoutNoise()).containsExactly(0.0, 4.0);
        assertThat(draws(9).withoutNoise()).containsExactly(2.0, 2.0);
    }

    @Test
    void theMiddleLiesBetweenTheDraws() {
        assertThat(draws(6).interval95()).contains(new Interval(1 + 2 * 0.025, 1 + 2 * 0.975));
        assertThat(new NoisyDraws(List.of(1.0), List.of(0.0)).interval95()).isEmpty();
    }
}
