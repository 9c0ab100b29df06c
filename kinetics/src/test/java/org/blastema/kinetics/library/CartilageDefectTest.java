package org.blastema.kinetics.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lumped model of a focal defect against the tables that came with it. */
final class CartilageDefectTest {
    private static final double[] DAYS = {30, 90, 180, 365, 547, 730};

    private final LibraryModel model = new LibraryModel("cartilage-defect");

    @ParameterizedTest
    @CsvSource({
        "0, 0.25, no-growth-factors, .062 .223 .435 .709 .848 .921",
        "0.25, 0, no-growth-factors, .040 .178 .376 .655 .810 .896",
        "0.25, 0, growth-factors, .058 .250 .480 .751 .878 .940",
        "0.125, 0.125, growth-factors, .060 .251 .481 .752 .878 .940"
    })
    void matrixGrowsAsInTheTable(double stemCells, double chondrocytes, String scenario, String matrix) {
        double[] expected = Arrays.stream(matrix.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(matrix(stemCells, chondrocytes, scenario, DAYS)).containsExactly(expected, within(6e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.25, no-growth-factors, 551",
        "0.25, 0, no-growth-factors, 619",
        "0, 0.10, no-growth-factors, 567",
        "0, 0.50, no-growth-factors, 539",
        "0.25, 0, growth-factors, 495",
        "0.125, 0.125, growth-factors, 494"
    })
    void matrixIsMatureOnItsDay(double stemCells, double chondrocytes, String scenario, int day) {
        double[] days = IntStream.rangeClosed(1, 730).asDoubleStream().toArray();
        double[] matrix = matrix(stemCells, chondrocytes, scenario, days);
        int first = IntStream.range(0, days.length)
                .filter(i -> matrix[i] >= 0.85)
                .findFirst()
                .orElseThrow();
        assertThat(days[first]).isCloseTo(day, within(1.0));
    }

    private double[] matrix(double stemCells, double chondrocytes, String scenario, double[] days) {
        Map<String, Double> values = new HashMap<>(model.model().scenarios().get(scenario));
        values.put("S_start", stemCells);
        values.put("K_start", chondrocytes);
        var course = model.solve(values, List.of(), days);
        return IntStream.range(0, days.length)
                .mapToDouble(k -> course.state(k, model.state("m")))
                .toArray();
    }
}
