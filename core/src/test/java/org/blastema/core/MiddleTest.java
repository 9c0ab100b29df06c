package org.blastema.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A distribution without its chance. */
final class MiddleTest {
    private static double middle(Distribution distribution, double value, double u) {
        return distribution.middle().apply(value, u);
    }

    @Test
    void everyDrawIsTheMedian() {
        for (double u : new double[] {1e-12, 0.3, 0.5, 1 - 1e-12}) {
            assertThat(middle(new Distribution.Normal(3), 7, u)).isEqualTo(7);
            assertThat(middle(new Distribution.Lognormal(0.8), 7, u)).isEqualTo(7);
            assertThat(middle(new Distribution.Uniform(2, 6), 7, u)).isEqualTo(4);
            assertThat(middle(new Distribution.Triangular(0, 0, 1), 7, u))
                    .as("half of the area of a falling triangle")
                    .isCloseTo(1 - Math.sqrt(0.5), within(1e-15));
            assertThat(middle(new Distribution.Beta(2, 2), 7, u)).isCloseTo(0.5, within(1e-12));
            assertThat(middle(new Distribution.Drawn("mine", List.of(9.0, 1.0, 5.0), true), 7, u))
                    .isEqualTo(5);
        }
    }

    @Test
    void aChoiceHasNoneAndStays() {
        Distribution choice = new Distribution.Choice(List.of(0.0, 1.0, 2.0), List.of(1.0, 1.0, 1.0));
        assertThat(choice.middle()).isEqualTo(choice);
    }

    @Test
    void aSpreadOfUnknownSizeHasTheMedianSize() {
        Distribution.Drawn sizes = new Distribution.Drawn("mine", List.of(9.0, 1.0, 5.0), false);
        Distribution.DrawnSize drawn = new Distribution.DrawnSize(new Distribution.Normal(2), sizes);
        assertThat(drawn.inMiddle()).isEqualTo(new Distribution.Normal(5));
    }
}
