package org.blastema.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Screening by elementary effects, on functions whose answers are known. */
final class MorrisTest {
    private static final int TRAJECTORIES = 40;

    private static List<ElementaryEffects> screened(int dimensions, ToDoubleFunction<double[]> function) {
        MorrisPoints points = new MorrisPoints(7, TRAJECTORIES, dimensions);
        double[][] effects = new double[dimensions][TRAJECTORIES];
        for (int r = 0; r < TRAJECTORIES; r++) {
            double[] values = new double[dimensions + 1];
            for (int step = 0; step <= dimensions; step++) {
                values[step] = function.applyAsDouble(point(points, r, step, dimensions));
            }
            for (int d = 0; d < dimensions; d++) {
                int step = points.when(r, d);
                effects[d][r] = points.effect(r, d, values[step - 1], values[step]);
            }
        }
        return Arrays.stream(effects).map(ElementaryEffects::of).toList();
    }

    private static double[] point(MorrisPoints points, int trajectory, int step, int dimensions) {
        return IntStream.range(0, dimensions)
                .mapToDouble(d -> points.at(trajectory, step, d))
                .toArray();
    }

    @Test
    void aLineHasItsCoefficientsAndNoSpread() {
        List<ElementaryEffects> found = screened(3, x -> 3 * x[0] - 2 * x[1]);
        assertThat(found.get(0).size()).isCloseTo(3, within(1e-12));
        assertThat(found.get(1).size()).isCloseTo(2, within(1e-12));
        assertThat(found.get(1).mean()).isCloseTo(-2, within(1e-12));
        assertThat(found.get(2).size()).isZero();
        assertThat(found).allSatisfy(each -> assertThat(each.spread()).isCloseTo(0, within(1e-12)));
    }

    /** x y: the effect of x is y, one of 1/8 .. 7/8, with mean 1/2 and variance 5/64. */
    @Test
    void whatMultipliesHasASpread() {
        ElementaryEffects first = screened(2, x -> x[0] * x[1]).getFirst();
        assertThat(first.size()).isCloseTo(0.5, within(0.1));
        assertThat(first.spread()).isCloseTo(Math.sqrt(5.0 / 64), within(0.06));
    }

    @Test
    void whatChangesItsSignIsNotMissed() {
        // 4 (x - 1/2) (y - 1/2): effects of either sign
        ElementaryEffects first =
                screened(2, x -> 4 * (x[0] - 0.5) * (x[1] - 0.5)).getFirst();
        assertThat(Math.abs(first.mean())).isLessThan(0.5);
        assertThat(first.size()).isBetween(0.5, 1.5);
    }

    @Test
    void eachStepMovesOneCoordinateByHalfAndStaysInside() {
        MorrisPoints points = new MorrisPoints(3, 50, 6);
        for (int r = 0; r < 50; r++) {
            for (int step = 1; step <= 6; step++) {
                double[] before = point(points, r, step - 1, 6);
                double[] after = point(points, r, step, 6);
                int s = step;
                int trajectory = r;
                assertThat(IntStream.range(0, 6)
                                .filter(d -> before[d] != after[d])
                                .toArray())
                        .containsExactly(IntStream.range(0, 6)
                                .filter(d -> points.when(trajectory, d) == s)
                                .toArray());
                assertThat(after).containsAnyOf(0.125, 0.375, 0.625, 0.875);
                assertThat(IntStream.range(0, 6)
                                .mapToDouble(d -> Math.abs(before[d] - after[d]))
                                .sum())
                        .isEqualTo(MorrisPoints.STEP);
            }
        }
    }

    /** Every level is a start equally often, and every place in the order falls to each coordinate. */
    @Test
    void startsAndOrdersAreEven() {
        MorrisPoints points = new MorrisPoints(5, 4000, 4);
        for (int d = 0; d < 4; d++) {
            int dimension = d;
            long low = IntStream.range(0, 4000)
                    .filter(r -> points.at(r, 0, dimension) == 0.125)
                    .count();
            long first = IntStream.range(0, 4000)
                    .filter(r -> points.when(r, dimension) == 1)
                    .count();
            assertThat(low).isBetween(880L, 1120L);
            assertThat(first).isBetween(880L, 1120L);
        }
    }

    /**
     * The function of 20 inputs of Morris 1991, section 5: the first ten matter, of these the first seven with curvature or together with
     * others, the eighth to tenth along a line, the rest hardly.
     */
    @Test
    void theFunctionOfMorrisIsSortedAsPublished() {
        SplittableRandom chance = new SplittableRandom(1);
        double[] one = new double[20];
        double[][] two = new double[20][20];
        for (int i = 0; i < 20; i++) {
            one[i] = i < 10 ? 20 : chance.nextGaussian();
            for (int j = i + 1; j < 20; j++) {
                two[i][j] = j < 6 ? -15 : chance.nextGaussian();
            }
        }
        List<ElementaryEffects> found = screened(20, x -> morris(x, one, two));
        double[] sizes = found.stream().mapToDouble(ElementaryEffects::size).toArray();
        double[] spreads = found.stream().mapToDouble(ElementaryEffects::spread).toArray();
        double least = Arrays.stream(sizes, 0, 10).min().orElseThrow();
        double most = Arrays.stream(sizes, 10, 20).max().orElseThrow();
        assertThat(least).isGreaterThan(most);
        assertThat(Arrays.stream(spreads, 0, 7).min().orElseThrow())
                .isGreaterThan(Arrays.stream(spreads, 7, 10).max().orElseThrow());
        assertThat(Arrays.stream(sizes, 7, 10))
                .allSatisfy(size -> assertThat(size).isCloseTo(40, within(5.0)));
    }

    private static double morris(double[] x, double[] one, double[][] two) {
        double[] w = new double[20];
        Arrays.setAll(w, i -> i == 2 || i == 4 || i == 6 ? 2 * (1.1 * x[i] / (x[i] + 0.1) - 0.5) : 2 * (x[i] - 0.5));
        double sum = 0;
        for (int i = 0; i < 20; i++) {
            sum += one[i] * w[i];
            for (int j = i + 1; j < 20; j++) {
                sum += two[i][j] * w[i] * w[j];
                for (int l = j + 1; l < 5; l++) {
                    sum -= 10 * w[i] * w[j] * w[l];
                }
            }
        }
        return sum + 5 * w[0] * w[1] * w[2] * w[3];
    }
}
