package org.blastema.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SobolIndexTest {
    private static final int POINTS = 4096;

    /** Indices of one input, or of two at once, of a function on the unit cube. */
    private static SobolIndex index(ToDoubleFunction<double[]> function, int dimensions, int... inputs) {
        SobolPoints points = new SobolPoints(POINTS, 2 * dimensions);
        double[][] values = new double[3][POINTS];
        for (int i = 0; i < POINTS; i++) {
            double[] a = new double[dimensions];
            double[] b = new double[dimensions];
            for (int d = 0; d < dimensions; d++) {
                a[d] = points.at(5, 0, i, d);
                b[d] = points.at(5, 0, i, dimensions + d);
            }
            double[] mixed = a.clone();
            for (int input : inputs) {
                mixed[input] = b[input];
            }
            values[0][i] = function.applyAsDouble(a);
            values[1][i] = function.applyAsDouble(b);
            values[2][i] = function.applyAsDouble(mixed);
        }
        return SobolIndex.of(values[0], values[1], values[2]);
    }

    private static double ishigami(double[] u) {
        double[] x = Arrays.stream(u).map(each -> Math.PI * (2 * each - 1)).toArray();
        return Math.sin(x[0]) + 7 * Math.pow(Math.sin(x[1]), 2) + 0.1 * Math.pow(x[2], 4) * Math.sin(x[0]);
    }

    /** With a = 7, b = 0.1: V = a2/8 + b pi4/5 + b2 pi8/18 + 1/2, V1 = (1 + b pi4/5)2/2, V2 = a2/8, V13 = b2 pi8 (1/18 - 1/50). */
    @ParameterizedTest
    @CsvSource({"0, 0.313905, 0.557589", "1, 0.442411, 0.442411", "2, 0, 0.243684"})
    void ofTheFunctionOfIshigamiAndHomma(int input, double first, double total) {
        SobolIndex found = index(SobolIndexTest::ishigami, 3, input);
        assertThat(found.first()).isCloseTo(first, within(0.02));
        assertThat(found.total()).isCloseTo(total, within(0.02));
    }

    /** g = product of (|4u - 2| + a) / (1 + a): V_i = 1 / (3 (1 + a)2), V = product of (1 + V_i) - 1. */
    @Test
    void ofTheGFunction() {
        double[] a = {0, 1, 4.5, 9};
        double whole = 1;
        double[] own = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            own[i] = 1 / (3 * (1 + a[i]) * (1 + a[i]));
            whole *= 1 + own[i];
        }
        for (int i = 0; i < a.length; i++) {
            SobolIndex found = index(u -> g(u, a), a.length, i);
            assertThat(found.first()).isCloseTo(own[i] / (whole - 1), within(0.02));
            assertThat(found.total()).isCloseTo(own[i] * whole / (1 + own[i]) / (whole - 1), within(0.02));
        }
    }

    private static double g(double[] u, double[] a) {
        double product = 1;
        for (int i = 0; i < a.length; i++) {
            product *= (Math.abs(4 * u[i] - 2) + a[i]) / (1 + a[i]);
        }
        return product;
    }

    @Test
    void aGroupHoldsWhatItsMembersDoTogether() {
        SobolIndex pair = index(SobolIndexTest::ishigami, 3, 0, 2);
        assertThat(pair.first()).isCloseTo(0.557589, within(0.02));
        assertThat(pair.total())
                .as("the second input adds, it does not interact")
                .isCloseTo(0.557589, within(0.02));
    }

    @Test
    void aRowWithoutANumberIsLeftOutAndNothingIsSaidOfAConstant() {
        double[] a = {1, 3, Double.NaN, 5};
        double[] b = {2, 6, 1, Double.NaN};
        assertThat(SobolIndex.of(a, b, b))
                .isEqualTo(SobolIndex.of(new double[] {1, 3}, new double[] {2, 6}, new double[] {2, 6}));
        assertThat(SobolIndex.of(new double[3], new double[3], new double[3]).total())
                .isNaN();
    }

    @Test
    void everyScrambleFillsEveryPartOfADimensionOnce() {
        SobolPoints points = new SobolPoints(64, 30);
        for (int d = 0; d < 30; d++) {
            int[] count = new int[64];
            for (int i = 0; i < 64; i++) {
                count[(int) (64 * points.at(9, 3, i, d))]++;
            }
            assertThat(count).containsOnly(1);
        }
        assertThat(points.at(9, 3, 0, 4)).isNotEqualTo(points.at(9, 2, 0, 4)).isNotEqualTo(points.at(8, 3, 0, 4));
    }
}
