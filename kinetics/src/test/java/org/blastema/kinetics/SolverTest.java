package org.blastema.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SolverTest {
    private static final double[] NONE = {};

    private static Stream<Arguments> methodsAndProblems() {
        return Stream.of(Method.values())
                .flatMap(method -> Problem.battery().stream().map(problem -> Arguments.of(method, problem)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("methodsAndProblems")
    void everyMethodSolvesEveryProblem(Method method, Problem problem) {
        double[] times = {0, 0.1 * problem.end(), 0.37 * problem.end(), problem.end()};
        for (double tolerance : new double[] {1e-4, 1e-6, 1e-8}) {
            Trajectory course = solver(problem.model(), tolerance, method).solve(NONE, List.of(), times);
            for (int k = 0; k < times.length; k++) {
                double[] exact = problem.exact().at(times[k]);
                for (int i = 0; i < exact.length; i++) {
                    assertThat(course.state(k, i)).isCloseTo(exact[i], within(300 * tolerance));
                }
            }
        }
    }

    @Test
    void automaticChoiceIsImplicitWhereEquationsAreStiff() {
        Problem stiff = Problem.battery().getLast();
        int explicit = solver(stiff.model(), 1e-6, Method.TSIT5)
                .solve(NONE, List.of(), new double[] {3})
                .steps();
        int chosen = solver(stiff.model(), 1e-6, Method.AUTO)
                .solve(NONE, List.of(), new double[] {3})
                .steps();
        assertThat(explicit).isGreaterThan(800);
        assertThat(chosen).isLessThan(200);
    }

    /** A rate that grows: the explicit method must notice on the way. */
    @Test
    void stiffnessThatAppearsLaterIsNoticed() {
        Model model = Problem.model("states: {y: {unit: '1', start: 1, equation: -exp(t) * (y - 1)}}\n");
        Trajectory course = solver(model, 1e-6, Method.AUTO).solve(NONE, List.of(), new double[] {11});
        assertThat(course.steps()).isLessThan(2_000);
        assertThat(course.state(0, 0)).isCloseTo(1, within(1e-6));
    }

    /** Reference values at t = 40 of Robertson's reaction (Hairer and Wanner 1996). */
    @Test
    void robertson() {
        Model model = Problem.model("""
                states:
                  a: {unit: '1', start: 1, scale: 1e-4, equation: -0.04 * a + 1e4 * b * c}
                  b: {unit: '1', start: 0, scale: 1e-6, equation: 0.04 * a - 1e4 * b * c - 3e7 * b^2}
                  c: {unit: '1', start: 0, scale: 1e-4, equation: 3e7 * b^2}
                """);
        Trajectory course = solver(model, 1e-8, Method.AUTO).solve(NONE, List.of(), new double[] {40});
        assertThat(course.state(0, 0)).isCloseTo(0.7158270688, within(1e-7));
        assertThat(course.state(0, 1)).isCloseTo(9.185534765e-6, within(1e-11));
        assertThat(course.state(0, 2)).isCloseTo(0.2841637457, within(1e-7));
    }

    @Test
    void agreesWithAnotherLibraryOnAnEccentricOrbit() {
        Model model = Problem.model("""
                states:
                  x: {unit: '1', start: 0.4, equation: u}
                  y: {unit: '1', start: 0, equation: v}
                  u: {unit: '1', start: 0, equation: "-x / pow(x^2 + y^2, 1.5)"}
                  v: {unit: '1', start: 2, equation: "-y / pow(x^2 + y^2, 1.5)"}
                """);
        Trajectory ours = solver(model, 1e-9, Method.AUTO).solve(NONE, List.of(), new double[] {5});
        OrdinaryDifferentialEquation orbit = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return 4;
            }

            @Override
            public double[] computeDerivatives(double t, double[] y) {
                double r3 = Math.pow(y[0] * y[0] + y[1] * y[1], 1.5);
                return new double[] {y[2], y[3], -y[0] / r3, -y[1] / r3};
            }
        };
        double[] theirs = new DormandPrince853Integrator(1e-10, 1, 1e-12, 1e-12)
                .integrate(orbit, new ODEState(0, new double[] {0.4, 0, 0, 2}), 5)
                .getPrimaryState();
        for (int i = 0; i < 4; i++) {
            assertThat(ours.state(0, i)).isCloseTo(theirs[i], within(1e-6));
        }
    }

    private static final String DOSED = """
            inputs:
              dose: {fields: {amount: {unit: '1', default: 0, range: [-100, 100]}}, adds: {y: amount}}
            states: {y: {unit: '1', start: 0, equation: -y}}
            quantities: {memory: {unit: '1', equation: "sum_over(dose, amount * exp(-since))"}, peak: {unit: '1', equation: "max_over(dose, amount - since)"}}
            readouts:
              level: {kind: continuous, unit: '1', range: [0, 100], better: low, equation: memory}
              top: {kind: continuous, unit: '1', range: [0, 100], better: low, equation: peak}
            """;

    @ParameterizedTest
    @EnumSource(Method.class)
    void dosesAreJumpsThatAddUp(Method method) {
        List<Dose> doses = List.of(new Dose(0, 0, new double[] {2}), new Dose(1.5, 0, new double[] {3}));
        double[] times = {0, 1, 1.5, 4};
        Trajectory course = solver(Problem.model(DOSED), 1e-9, method).solve(NONE, doses, times);
        double[] exact = {2, 2 * Math.exp(-1), 2 * Math.exp(-1.5) + 3, 2 * Math.exp(-4) + 3 * Math.exp(-2.5)};
        double[] out = new double[2];
        for (int k = 0; k < times.length; k++) {
            assertThat(course.state(k, 0)).isCloseTo(exact[k], within(1e-7));
            course.readouts(k, NONE, out);
            assertThat(out[0]).isCloseTo(exact[k], within(1e-12));
        }
        course.readouts(1, NONE, out);
        assertThat(out[1]).as("the second dose does not act before it is given").isEqualTo(1);
        course.readouts(3, NONE, out);
        assertThat(out[1]).isEqualTo(0.5);
    }

    /** What was given and does not fade is computed once for each input; the greatest rate, and the sum of rates, until the next one. */
    @ParameterizedTest
    @EnumSource(Method.class)
    void whatWasGivenHoldsUntilTheNextDose(Method method) {
        Model model = Problem.model("""
                inputs:
                  dose: {fields: {speed: {unit: '1', default: 0, range: [0, 100]}}, adds: {z: speed}}
                states:
                  x: {unit: '1', start: 0, equation: "max_over(dose, speed)"}
                  y: {unit: '1', start: 0, equation: "sum_over(dose, 2 * speed)"}
                  z: {unit: '1', start: 0, equation: "0"}
                """);
        List<Dose> doses = List.of(new Dose(1, 0, new double[] {2}), new Dose(3, 0, new double[] {5}));
        Solver solver = solver(model, 1e-9, method);
        for (int person = 0; person < 2; person++) {
            Trajectory course = solver.solve(NONE, doses, new double[] {0.5, 2, 4});
            double[][] exact = {{0, 0}, {2, 4}, {9, 22}};
            for (int k = 0; k < 3; k++) {
                assertThat(course.state(k, 0)).isCloseTo(exact[k][0], within(1e-12));
                assertThat(course.state(k, 1)).isCloseTo(exact[k][1], within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void ballBouncesAtTheExactTimes(Method method) {
        Model ball = Problem.model("""
                states:
                  h: {unit: '1', start: 1, equation: v}
                  v: {unit: '1', start: 0, equation: -2}
                events: [{name: bounce, when: h <= 0, set: {v: -0.5 * v, h: 0}}]
                """);
        Trajectory course = solver(ball, 1e-8, method).solve(NONE, List.of(), new double[] {0.5, 1.5, 2.25});
        assertThat(course.state(0, 0)).isCloseTo(0.75, within(1e-7));
        assertThat(course.state(1, 0))
                .as("after the first bounce at t = 1 with speed 1")
                .isCloseTo(0.25, within(1e-7));
        assertThat(course.state(2, 0))
                .as("after the second at t = 2 with speed 1/2")
                .isCloseTo(0.5 * 0.25 - 0.0625, within(1e-7));
    }

    @Test
    void eventsAtOneTimeFireInTheirOrder() {
        Model model = Problem.model("""
                states: {y: {unit: '1', start: 1, equation: 0 * y}}
                events:
                  - {name: first, at: 2, set: {y: y + 1}}
                  - {name: second, at: 2, set: {y: 10 * y}}
                """);
        Trajectory course = solver(model, 1e-6, Method.AUTO).solve(NONE, List.of(), new double[] {1.9, 2, 3});
        assertThat(course.state(0, 0)).isEqualTo(1);
        assertThat(course.state(1, 0)).isEqualTo(20);
        assertThat(course.state(2, 0)).isEqualTo(20);
    }

    @Test
    void failureNamesTimeStateAndStep() {
        Model model = Problem.model("states: {y: {unit: '1', start: 1, equation: y^2}}\n");
        assertThatThrownBy(() -> solver(model, 1e-6, Method.AUTO).solve(NONE, List.of(), new double[] {2}))
                .isInstanceOf(NumericalFailure.class)
                .hasMessageContaining("time 1")
                .hasMessageContaining("state y")
                .hasMessageContaining("step");
    }

    @Test
    void resultDoesNotDependOnEarlierSolves() {
        Model knee = ModelReader.read(Library.packaged(), "knee");
        CompiledModel compiled = CompiledModel.generate(knee);
        double[] values = nominal(knee);
        double[] other = values.clone();
        other[knee.parameter("kp")] = 9;
        double[] times = {1, 30, 365};
        Solver fresh = new Solver(compiled, Tolerances.of(knee, 1e-5), Method.AUTO);
        double[] expected =
                flat(fresh.solve(values, injection(), times), knee.states().size());
        Solver used = new Solver(compiled, Tolerances.of(knee, 1e-5), Method.AUTO);
        used.solve(other, List.of(), new double[] {700});
        used.solve(other, injection(), times);
        assertThat(flat(used.solve(values, injection(), times), knee.states().size()))
                .containsExactly(expected);
    }

    @Test
    void solvesWithoutAllocating() {
        Model knee = ModelReader.read(Library.packaged(), "knee");
        Solver solver = new Solver(CompiledModel.generate(knee), Tolerances.of(knee, 1e-5), Method.AUTO);
        double[] values = nominal(knee);
        double[] times = {1, 30, 365, 730};
        List<Dose> doses = injection();
        long steps = 0;
        for (int i = 0; i < 2_000; i++) {
            solver.solve(values, doses, times);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 200; i++) {
            steps += solver.solve(values, doses, times).steps();
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat((double) bytes / steps).isLessThan(1.0);
    }

    /** Growth from 5 days before time 0; no dose, no event and no second start changes it on the way. */
    @Test
    void historyBeforeTimeZeroIsFollowed() {
        Model model = Problem.model("""
                begins: -before
                parameters: {before: {value: 5, unit: "1", source: blastema-knee, knowledge: assumed}}
                inputs: {i: {fields: {a: {unit: "1"}}, adds: {y: a}}}
                events: [{name: e, at: -3, set: {z: 7}}, {name: w, when: y > 1.2, set: {z: 9}}]
                states:
                  y: {unit: "1", start: 1, equation: 0.1 * y}
                  z: {unit: "1", start: 0, equation: "0"}
                  s: {unit: "1", start: 0, equation: t}
                """);
        Solver solver = solver(model, 1e-9, Method.AUTO);
        double[] values = {5};
        double[] enrolled = new double[3];
        solver.enrol(values, enrolled);
        assertThat(enrolled[0]).isCloseTo(Math.exp(0.5), within(1e-7));
        assertThat(enrolled[1]).isZero();
        assertThat(enrolled[2]).isCloseTo(-12.5, within(1e-7));
        Trajectory course = solver.solve(values, List.of(new Dose(0, 0, new double[] {1})), new double[] {0, 2});
        assertThat(course.state(0, 0)).isCloseTo(Math.exp(0.5) + 1, within(1e-7));
        assertThat(course.state(0, 1)).isEqualTo(7);
        assertThat(course.state(1, 0)).isCloseTo((Math.exp(0.5) + 1) * Math.exp(0.2), within(1e-7));
        assertThat(course.state(1, 2)).isCloseTo(-12.5 + 2, within(1e-7));
        solver.enrol(new double[] {-4}, enrolled);
        assertThat(enrolled).containsExactly(1, 0, 0);
        assertThatThrownBy(() -> solver.enrol(new double[] {Double.NaN}, enrolled))
                .isInstanceOf(NumericalFailure.class)
                .hasMessageContaining("not finite");
    }

    private static List<Dose> injection() {
        return List.of(new Dose(0, 0, new double[] {5e7, 0, 8}));
    }

    private static double[] nominal(Model model) {
        return Stream.concat(
                        model.parameters().stream().map(p -> p.value()),
                        model.covariates().stream().map(c -> c.value()))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double[] flat(Trajectory course, int states) {
        double[] all = new double[course.points() * states];
        for (int i = 0; i < all.length; i++) {
            all[i] = course.state(i / states, i % states);
        }
        return all;
    }

    private static Solver solver(Model model, double tolerance, Method method) {
        return new Solver(CompiledModel.generate(model), Tolerances.of(model, tolerance), method);
    }
}
