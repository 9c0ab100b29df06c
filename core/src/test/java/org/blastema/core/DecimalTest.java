package org.blastema.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecimalTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "60, 60",
        "-12.5, -12.5",
        "0.85, 0.85",
        "0.0001, 0.0001",
        "0.00002, 2e-5",
        "100000, 100000",
        "5e7, 5e7",
        "-2.5e7, -2.5e7",
        "1e10, 1e10",
        "0.002380952380952381, 0.002380952380952381",
        "4.9e-324, 4.9e-324",
        "Infinity, Infinity",
        "NaN, NaN"
    })
    void numbersAsPeopleWriteThem(double value, String text) {
        assertThat(Decimal.plain(value)).isEqualTo(text);
    }

    @Test
    void everyNumberReadsBackAsItself() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value) && value != 0) {
                assertThat(Double.parseDouble(Decimal.plain(value))).isEqualTo(value);
                assertThat(Fields.parse(Decimal.plain(value))).contains(value);
            }
        }
    }
}
