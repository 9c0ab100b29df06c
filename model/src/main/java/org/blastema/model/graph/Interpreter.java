package org.blastema.model.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Computes a schedule node by node: the oracle of generated code. */
public final class Interpreter implements Kernel {
    private final Schedule schedule;
    private final Graph graph;
    private final double[] numbers;
    private final Map<Integer, Loop> loops = new HashMap<>();

    public Interpreter(Schedule schedule) {
        this.schedule = schedule;
        graph = schedule.graph();
        numbers = new double[graph.size()];
        for (int node : schedule.nodes()) {
            if (graph.op(node) == Op.SUM_OVER || graph.op(node) == Op.MAX_OVER) {
                loops.put(
                        node, new Loop(new Interpreter(Schedule.of(graph, new int[] {graph.a(node)})), graph.b(node)));
            }
        }
    }

    @Override
    public void evaluate(
            double t, double[] y, double[] values, double[] constants, double[] fields, History history, double[] out) {
        int[] shared = schedule.shared();
        for (int node = 0; node < shared.length; node++) {
            if (shared[node] >= 0) {
                numbers[node] = constants[shared[node]];
            }
        }
        for (int node : schedule.nodes()) {
            int a = graph.a(node);
            numbers[node] = switch (graph.op(node)) {
                case CONSTANT -> graph.constant(node);
                case TIME -> t;
                case VALUE -> values[a];
                case STATE -> y[a];
                case SINCE -> constants[0];
                case FIELD -> fields[graph.b(node)];
                case SUM_OVER -> loop(node).sum(t, y, values, history);
                case MAX_OVER -> loop(node).max(t, y, values, history);
                default -> Graph.compute(graph.op(node), numbers[a], operand(graph.b(node)), operand(graph.c(node)));
            };
        }
        for (int i = 0; i < schedule.roots().length; i++) {
            out[i] = numbers[schedule.roots()[i]];
        }
    }

    private Loop loop(int node) {
        return Objects.requireNonNull(loops.get(node), "a loop for every join over inputs");
    }

    private double operand(int node) {
        return node < 0 ? 0 : numbers[node];
    }
}
