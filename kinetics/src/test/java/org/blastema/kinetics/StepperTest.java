package org.blastema.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.blastema.model.graph.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders of convergence of the largest error along the way, fixed steps, at their ends and inside them. */
final class StepperTest {
    private static Stream<Arguments> methodsAndProblems() {
        return Stream.of(Method.TSIT5, Method.RODAS4)
                .flatMap(method -> Problem.battery().stream()
                        .filter(problem -> !problem.name().startsWith("stiff"))
                        .map(problem -> Arguments.of(method, problem)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("methodsAndProblems")
    void orderIsThatOfTheMethod(Method method, Problem problem) {
        double slope = slope(method, problem, 1.0);
        if (method == Method.RODAS4) {
            assertThat(slope).isCloseTo(4, within(0.2));
        } else {
            // The fifth-order error of Tsit5 is so small that the sixth shows at every step above rounding.
            assertThat(slope).isBetween(4.8, 6.0);
        }
    }

    @Test
    void tsit5MeetsTheConditionsOfOrderFive() {
        double[] c = Tsit5.C;
        double[] ac = times(c);
        double[] aac = times(ac);
        double[] c2 = product(c, c);
        double[] c3 = product(c2, c);
        double[] ones = new double[c.length];
        Arrays.fill(ones, 1);
        double[][] tree = {
            ones,
            c,
            c2,
            ac,
            c3,
            product(c, ac),
            times(c2),
            aac,
            product(c2, c2),
            product(c2, ac),
            product(c, times(c2)),
            product(c, aac),
            product(ac, ac),
            times(c3),
            times(product(c, ac)),
            times(times(c2)),
            times(aac)
        };
        double[] density = {1, 2, 3, 6, 4, 8, 12, 24, 5, 10, 15, 30, 20, 20, 40, 60, 120};
        for (int i = 0; i < tree.length; i++) {
            assertThat(dot(Tsit5.A[6], tree[i])).as("tree %d", i).isCloseTo(1 / density[i], within(1e-14));
        }
    }

    /** Row sums of the tableau weighted by x. */
    private static double[] times(double[] x) {
        return Arrays.stream(Tsit5.A).mapToDouble(row -> dot(row, x)).toArray();
    }

    private static double[] product(double[] x, double[] y) {
        double[] z = new double[x.length];
        Arrays.setAll(z, i -> x[i] * y[i]);
        return z;
    }

    private static double dot(double[] row, double[] x) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += row[j] * x[j];
        }
        return sum;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("methodsAndProblems")
    void interpolantHasAtLeastOrderThree(Method method, Problem problem) {
        assertThat(slope(method, problem, 0.4)).isGreaterThan(method == Method.TSIT5 ? 3.8 : 2.8);
    }

    /** Slope of the log error against the log step over five refinements. */
    private static double slope(Method method, Problem problem, double share) {
        int[] steps = {24, 34, 48, 68, 96};
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (int n : steps) {
            double x = Math.log(problem.end() / n);
            double y = Math.log(error(method, problem, n, share));
            sumX += x;
            sumY += y;
            sumXx += x * x;
            sumXy += x * y;
        }
        int m = steps.length;
        return (m * sumXy - sumX * sumY) / (m * sumXx - sumX * sumX);
    }

    private static double error(Method method, Problem problem, int steps, double share) {
        CompiledModel compiled = CompiledModel.interpret(problem.model());
        Equations equations = compiled.equations();
        int n = problem.model().states().size();
        History history = new History(0);
        Tolerances tolerances = Tolerances.of(problem.model(), 1e-6);
        Stepper stepper = method == Method.TSIT5
                ? new Tsit5(n, equations, history, tolerances)
                : new Rodas4(compiled, equations, history, tolerances);
        double[] y = new double[n];
        equations.prepare(0, new double[0], history);
        equations.start(new double[0], y);
        stepper.begin(0, y, new double[0]);
        double h = problem.end() / steps;
        double worst = 0;
        double[] inside = new double[n];
        for (int i = 0; i < steps; i++) {
            stepper.attempt(i * h, h);
            stepper.interpolate(share, h, inside);
            double[] exact = problem.exact().at((i + share) * h);
            for (int k = 0; k < n; k++) {
                worst = Math.max(worst, Math.abs(inside[k] - exact[k]));
            }
            stepper.accept(i * h, h);
        }
        return worst;
    }
}
