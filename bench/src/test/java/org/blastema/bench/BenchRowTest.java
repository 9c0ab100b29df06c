package org.blastema.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.blastema.formats.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BenchRowTest {
    @ParameterizedTest
    @CsvSource({"1, 10, 100, 1", "3, 3, 3, 0", "1, 100, 10000, 2", "1, 10, 1000, 1.5", "2, 1, 0.5, -0.30103"})
    void slopeIsThatOfTheLogarithms(double first, double second, double third, double slope) {
        assertThat(TrialBench.slope(rows(first, second, third))).isCloseTo(slope, within(1e-6));
    }

    private static List<BenchRow> rows(double... seconds) {
        return Arrays.stream(seconds)
                .mapToObj(value -> BenchRow.of("row", 1, "s", new double[] {value}, 0))
                .toList();
    }

    @Test
    void theValueIsTheMedian() {
        assertThat(BenchRow.of("row", 2, "s", new double[] {9, 1, 2}, 5))
                .isEqualTo(new BenchRow("row", 2, 2, "s", 3, 1, 9, 5));
        assertThat(BenchRow.of("row", 2, "s", new double[] {9, 1, 2, 4}, 5).value())
                .isEqualTo(3);
    }

    @Test
    void aRowIsOneObject() {
        BenchRow row = BenchRow.of("knee-1e4", 2, "s", new double[] {0.5, 0.25, 1}, 1_000_000);
        assertThat(Json.compact(row.json()))
                .isEqualTo("{\"name\":\"knee-1e4\",\"threads\":2,\"value\":0.5,\"unit\":\"s\",\"repeats\":3,"
                        + "\"low\":0.25,\"high\":1.0,\"heap_bytes\":1000000}");
    }
}
