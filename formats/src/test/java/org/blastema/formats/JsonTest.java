package org.blastema.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.statistics.Interval;
import org.junit.jupiter.api.Test;

final class JsonTest {
    @Test
    void leavesOutWhatHasNoMeaning() {
        JsonObject json = new JsonObject()
                .put("a", Optional.empty())
                .put("b", Double.NaN)
                .put("c", OptionalDouble.of(0.5))
                .put("d", new Interval(1, 2))
                .put("e", new Interval(Double.NaN, Double.NaN))
                .put("f", List.of("خ", 3L, true))
                .put("g", -0.0);
        assertThat(Json.compact(json)).isEqualTo("{\"c\":0.5,\"d\":[1.0,2.0],\"f\":[\"خ\",3,true],\"g\":0.0}");
    }

    @Test
    void numbersReadBackAsTheSame() {
        for (double number : new double[] {0.1, 1.0 / 3, 1e300, 4.9e-324, 123456789.123}) {
            String text = Json.compact(new JsonObject().put("x", number));
            assertThat(Double.parseDouble(text.substring(5, text.length() - 1))).isEqualTo(number);
        }
    }

    @Test
    void wholeMonthsAreWrittenWhole() {
        assertThat(SummaryJson.month(6.0)).isEqualTo(6L);
        assertThat(SummaryJson.month(1.5)).isEqualTo(1.5);
    }
}
