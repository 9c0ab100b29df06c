package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Unit;
import org.junit.jupiter.api.Test;

/** Whose the variance over draws is, where most of it comes from two numbers together: on a grid of both, so that nothing is chance. */
final class VarianceSharesTest {
    private static final int SIDE = 60;

    private final List<Double> one = new ArrayList<>();
    private final List<Double> other = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    VarianceSharesTest() {
        for (int i = 0; i < SIDE; i++) {
            for (int k = 0; k < SIDE; k++) {
                double u = (i + 0.5) / SIDE;
                double v = (k + 0.5) / SIDE;
                one.add(u);
                other.add(v);
                values.add(u + 4 * (u - 0.5) * (v - 0.5));
            }
        }
    }

    private static Parameter parameter(String name, boolean calibrate) {
        return new Parameter(
                name,
                1,
                Unit.parse("mm"),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                calibrate,
                "",
                new Position("p.yaml", 1, 1));
    }

    private VarianceShares shares(boolean oneUnmeasured) {
        VarianceShares shares = new VarianceShares(values, 1);
        shares.add(parameter("one", oneUnmeasured), one);
        shares.add(parameter("other", !oneUnmeasured), other);
        return shares;
    }

    /** Alone the first has 3 of 7 parts: 1/12 of variance beside 1/9 that both have together. It is all that is seen. */
    @Test
    void whatNumbersDoTogetherGoesWithWhatTheyDoAlone() {
        assertThat(shares(true).list())
                .singleElement()
                .satisfies(each -> assertThat(each.share()).isCloseTo(3.0 / 7, within(0.02)));
        assertThat(shares(true).unmeasured()).isEqualTo(1);
        assertThat(shares(false).unmeasured()).isZero();
    }

    @Test
    void whereNothingIsSeenNothingIsWithoutData() {
        VarianceShares shares = new VarianceShares(values, 1);
        shares.add(parameter("other", true), other);
        assertThat(shares.list()).isEmpty();
        assertThat(shares.unmeasured()).isZero();
    }
}
