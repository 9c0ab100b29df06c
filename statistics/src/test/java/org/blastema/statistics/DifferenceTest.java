package org.blastema.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class DifferenceTest {
    /** From the exact intervals 0.0371 to 0.2405 (of 5 in 45) and 0.0006 to 0.1177 (of 1 in 45). */
    @Test
    void isPutTogetherFromTheTwoExactIntervals() {
        Interval one = Intervals.proportion(5, 45, 0.95);
        Interval two = Intervals.proportion(1, 45, 0.95);
        double d = 4.0 / 45;
        Interval difference = Intervals.difference(5, 45, 1, 45, 0.95);
        assertThat(difference.low())
                .isCloseTo(
                        d - Math.sqrt(Math.pow(5.0 / 45 - one.low(), 2) + Math.pow(two.high() - 1.0 / 45, 2)),
                        within(1e-12));
        assertThat(difference.low()).isCloseTo(-0.0319, within(5e-4));
        assertThat(difference.high()).isCloseTo(0.2201, within(5e-4));
    }

    @Test
    void turnsItsSignWithTheSides() {
        Interval there = Intervals.difference(30, 100, 10, 200, 0.95);
        Interval back = Intervals.difference(10, 200, 30, 100, 0.95);
        assertThat(there.low()).isEqualTo(-back.high());
        assertThat(there.high()).isEqualTo(-back.low());
        assertThat(there.low()).isPositive();
    }

    @Test
    void staysWithinWhatADifferenceCanBe() {
        Interval none = Intervals.difference(0, 10, 0, 10, 0.95);
        assertThat(none.low()).isEqualTo(-none.high()).isGreaterThan(-1);
        Interval all = Intervals.difference(10, 10, 0, 10, 0.95);
        assertThat(all.high()).isEqualTo(1);
    }
}
