package org.blastema.kinetics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.blastema.model.graph.Graph;
import org.blastema.model.graph.History;
import org.blastema.model.graph.Interpreter;
import org.blastema.model.graph.Kernel;
import org.blastema.model.graph.ModelGraph;
import org.blastema.model.graph.Op;
import org.blastema.model.graph.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated code against the interpreter, bit by bit. */
final class GeneratorTest {
    private static final Op[] UNARY = {Op.NEGATE, Op.ABS, Op.SQRT, Op.EXP, Op.LOG, Op.LOG10, Op.TANH, Op.SIN, Op.COS};
    private static final Op[] BINARY = {
        Op.ADD, Op.SUBTRACT, Op.MULTIPLY, Op.DIVIDE, Op.MIN, Op.MAX, Op.POW, Op.LESS, Op.LESS_EQUAL, Op.EQUAL
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomGraphsGiveTheSameBits(int seed) {
        Random random = new Random(seed);
        Graph graph = randomGraph(random, 150 * seed);
        int[] roots =
                IntStream.range(0, 20).map(i -> random.nextInt(graph.size())).toArray();
        Schedule constants = Schedule.constants(graph, roots);
        Schedule clock = Schedule.clock(constants, roots);
        assertThat(IntStream.of(clock.nodes()).mapToObj(graph::op)).doesNotContain(Op.STATE);
        Schedule whole = Schedule.of(graph, roots);
        assertSameBits(random, whole, whole, constants, clock);
        assertSameBits(random, Schedule.beyond(graph, List.of(constants), roots), whole, constants, clock);
        assertSameBits(random, Schedule.beyond(graph, List.of(constants, clock), roots), whole, constants, clock);
    }

    /** The generated kernel of one schedule against the interpreted one of another with the same roots. */
    private static void assertSameBits(
            Random random, Schedule generated, Schedule interpreted, Schedule constants, Schedule clock) {
        Kernel code = Generator.generate(generated).get();
        Kernel oracle = new Interpreter(interpreted);
        Kernel shared = new Interpreter(constants);
        double[] values = new double[5];
        double[] y = new double[4];
        Kernel timed = new Interpreter(clock);
        double[] held = new double[constants.roots().length + clock.roots().length];
        double[] now = new double[clock.roots().length];
        double[] ours = new double[generated.roots().length];
        double[] theirs = new double[ours.length];
        History history = new History(1);
        history.add(0, 0.5, new double[] {1.5});
        history.add(0, 1.5, new double[] {-2});
        for (int i = 0; i < 300; i++) {
            fill(random, values);
            fill(random, y);
            double t = 3 * random.nextDouble();
            double given = t < 0.5 ? 0 : t < 1.5 ? 0.5 : 1.5; // a solver prepares again after each input
            shared.evaluate(given, y, values, held, new double[1], history, held);
            timed.evaluate(t, new double[0], values, held, new double[1], history, now);
            System.arraycopy(now, 0, held, constants.roots().length, now.length);
            code.evaluate(t, y, values, held, new double[] {0.25}, history, ours);
            oracle.evaluate(t, y, values, held, new double[] {0.25}, history, theirs);
            for (int k = 0; k < ours.length; k++) {
                assertThat(Double.doubleToLongBits(ours[k])).isEqualTo(Double.doubleToLongBits(theirs[k]));
            }
        }
    }

    private static void fill(Random random, double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = random.nextInt(20) == 0 ? 0 : 4 * random.nextGaussian();
        }
    }

    private static Graph randomGraph(Random random, int size) {
        Graph graph = new Graph();
        graph.leaf(Op.TIME, -1, -1);
        IntStream.range(0, 5).forEach(i -> graph.leaf(Op.VALUE, i, -1));
        IntStream.range(0, 4).forEach(i -> graph.leaf(Op.STATE, i, -1));
        int body = graph.multiply(
                graph.leaf(Op.SINCE, 0, -1), graph.add(graph.leaf(Op.FIELD, 0, 0), graph.leaf(Op.STATE, 0, -1)));
        int held = graph.multiply(graph.leaf(Op.FIELD, 0, 0), graph.leaf(Op.VALUE, 1, -1));
        graph.over(Op.SUM_OVER, body, 0);
        graph.over(Op.MAX_OVER, body, 0);
        graph.over(Op.SUM_OVER, held, 0);
        graph.over(Op.MAX_OVER, held, 0);
        int loops = graph.size();
        while (graph.size() < size + loops) {
            int x = operand(random, graph, held);
            int y = operand(random, graph, held);
            switch (random.nextInt(5)) {
                case 0 -> graph.unary(UNARY[random.nextInt(UNARY.length)], x);
                case 1 -> graph.select(x, y, operand(random, graph, held));
                case 2 -> graph.add(graph.multiply(x, y), operand(random, graph, held));
                case 3 -> graph.power(x, random.nextInt(7) - 2);
                default -> graph.binary(BINARY[random.nextInt(BINARY.length)], x, y);
            }
            graph.constantNode(random.nextGaussian());
        }
        return graph;
    }

    /** Any node but those inside the loops, which have a meaning only there. */
    private static int operand(Random random, Graph graph, int last) {
        int node;
        do {
            node = random.nextInt(graph.size());
        } while (node > 9 && node <= last);
        return node;
    }

    @ParameterizedTest
    @ValueSource(strings = {"knee", "baker-2017"})
    void modelsSolveToTheSameBits(String name) {
        Model model = ModelReader.read(Library.packaged(), name);
        double[] values = IntStream.range(
                        0, model.parameters().size() + model.covariates().size())
                .mapToDouble(i -> i < model.parameters().size()
                        ? model.parameters().get(i).value()
                        : model.covariates().get(i - model.parameters().size()).value())
                .toArray();
        double[] fields = new double[model.inputs().getFirst().fields().size()];
        fields[0] = name.equals("knee") ? 5e7 : -0.1;
        List<Dose> doses = List.of(new Dose(1, 0, fields));
        double[] times = {0.5, 1, 10, 40};
        Tolerances tolerances = Tolerances.of(model, 1e-6);
        Trajectory code =
                new Solver(CompiledModel.generate(model), tolerances, Method.AUTO).solve(values, doses, times);
        Trajectory oracle =
                new Solver(CompiledModel.interpret(model), tolerances, Method.AUTO).solve(values, doses, times);
        for (int k = 0; k < times.length; k++) {
            for (int i = 0; i < model.states().size(); i++) {
                assertThat(code.state(k, i)).isEqualTo(oracle.state(k, i));
            }
        }
    }

    /** HotSpot does not compile methods above 8000 bytes of bytecode. */
    @Test
    void methodsOfAThousandEquationsStaySmall() {
        StringBuilder states = new StringBuilder("states:\n");
        for (int i = 0; i < 1000; i++) {
            states.append("  y")
                    .append(i)
                    .append(": {unit: '1', start: 1, equation: \"exp(-y")
                    .append(i)
                    .append(") * y")
                    .append((i + 7) % 1000)
                    .append(" / (1 + y")
                    .append((i + 1) % 1000)
                    .append("^2) - ")
                    .append(i + 1)
                    .append(" * y")
                    .append(i)
                    .append("\"}\n");
        }
        ModelGraph graph = new ModelGraph(Problem.model(states.toString()));
        Schedule schedule = Schedule.of(graph.graph(), graph.rates());
        for (MethodModel method :
                ClassFile.of().parse(Generator.bytes(schedule)).methods()) {
            int size = method.code()
                    .map(code -> ((CodeAttribute) code).codeLength())
                    .orElse(0);
            assertThat(size).as(method.methodName().stringValue()).isLessThan(8000);
        }
        assertSameBits(new Random(1), graph, schedule);
    }

    private static void assertSameBits(Random random, ModelGraph graph, Schedule schedule) {
        double[] y = random.doubles(1000).toArray();
        double[] ours = new double[1000];
        double[] theirs = new double[1000];
        Generator.generate(schedule)
                .get()
                .evaluate(0, y, new double[0], new double[0], new double[0], new History(0), ours);
        new Interpreter(schedule).evaluate(0, y, new double[0], new double[0], new double[0], new History(0), theirs);
        assertThat(ours).containsExactly(theirs);
        assertThat(graph.sparsity().size()).isEqualTo(3000);
    }

    /** Symbolic derivatives against differences. */
    @Test
    void jacobianOfTheKneeModelAgreesWithDifferences() {
        Model model = ModelReader.read(Library.packaged(), "knee");
        CompiledModel compiled = CompiledModel.generate(model);
        Equations equations = compiled.equations();
        double[] values = IntStream.range(
                        0, model.parameters().size() + model.covariates().size())
                .mapToDouble(i -> i < model.parameters().size()
                        ? model.parameters().get(i).value()
                        : model.covariates().get(i - model.parameters().size()).value())
                .toArray();
        History history = new History(1);
        history.add(0, 0, new double[] {5e7, 0, 8});
        double[] y = {0.4, 0.5, 0.8, 0.9, 0.95, 0.97, 0.42, 0.99, 0.93, 0.2, 1e7, 8e6, 1e5, 0.5, 0.3};
        equations.prepare(3, values, history);
        double[] entries = new double[compiled.sparsity().size()];
        equations.jacobian(3, y, values, history, entries);
        double[][] dense = new double[y.length][y.length];
        for (int k = 0; k < entries.length; k++) {
            dense[compiled.sparsity().row(k)][compiled.sparsity().column(k)] = entries[k];
        }
        for (int j = 0; j < y.length; j++) {
            double step = 1e-6 * Math.abs(y[j]);
            double[] above = rates(equations, values, history, y, j, step);
            double[] below = rates(equations, values, history, y, j, -step);
            for (int i = 0; i < y.length; i++) {
                double difference = (above[i] - below[i]) / (2 * step);
                assertThat(Math.abs(dense[i][j] - difference)).isLessThan(1e-6 * Math.max(Math.abs(difference), 1e-3));
            }
        }
    }

    private static double[] rates(
            Equations equations, double[] values, History history, double[] y, int j, double step) {
        double[] moved = y.clone();
        moved[j] += step;
        double[] rates = new double[y.length];
        equations.derivatives(3, moved, values, history, rates);
        return rates;
    }
}
