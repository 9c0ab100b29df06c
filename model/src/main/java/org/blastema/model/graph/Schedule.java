package org.blastema.model.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The nodes to compute, in order, for some roots. Nodes that hold from one input of a patient to the next (they depend on values and on
 * what was given, but not on when) can be left to a schedule of constants.
 *
 * @param nodes operands before those that use them; constants of the graph are included
 * @param roots what is asked for
 * @param shared node to its place among the shared constants, -1 for a node that this schedule computes
 */
public record Schedule(Graph graph, int[] nodes, int[] roots, int[] shared) {

    /** Everything that the roots need. */
    public static Schedule of(Graph graph, int[] roots) {
        int[] none = new int[graph.size()];
        Arrays.fill(none, -1);
        return new Schedule(graph, order(graph, roots, none), roots.clone(), none);
    }

    /** What the roots need beyond the shared constants of another schedule. */
    public static Schedule beyond(Schedule constants, int[] roots) {
        int[] shared = new int[constants.graph.size()];
        Arrays.fill(shared, -1);
        for (int i = 0; i < constants.roots.length; i++) {
            shared[constants.roots[i]] = i;
        }
        return new Schedule(constants.graph, order(constants.graph, roots, shared), roots.clone(), shared);
    }

    /**
     * The largest nodes that depend on values and on what was given alone, for some roots: what a solver computes once per patient and
     * once more after each input.
     */
    public static Schedule constants(Graph graph, int[] roots) {
        BitSet steady = steady(graph);
        BitSet wanted = new BitSet();
        int[] none = new int[graph.size()];
        Arrays.fill(none, -1);
        for (int node : order(graph, roots, none)) {
            if (!steady.get(node)) {
                operands(graph, node).stream().filter(steady::get).forEach(wanted::set);
            }
        }
        Arrays.stream(roots).filter(steady::get).forEach(wanted::set);
        int[] shared = wanted.stream()
                .filter(node -> graph.op(node) != Op.CONSTANT && graph.op(node) != Op.VALUE)
                .toArray();
        return of(graph, shared);
    }

    private static BitSet steady(Graph graph) {
        BitSet steady = new BitSet();
        BitSet inLoop = new BitSet(); // steady where an input and its fields are at hand
        for (int node = 0; node < graph.size(); node++) {
            steady.set(node, steady(graph, node, steady, inLoop));
            inLoop.set(node, graph.op(node) == Op.FIELD || steady(graph, node, inLoop, inLoop));
        }
        return steady;
    }

    private static boolean steady(Graph graph, int node, BitSet outside, BitSet inLoop) {
        return switch (graph.op(node)) {
            case CONSTANT, VALUE -> true;
            case TIME, STATE, SINCE, FIELD -> false;
            case SUM_OVER, MAX_OVER -> inLoop.get(graph.a(node));
            default -> operands(graph, node).stream().allMatch(outside::get);
        };
    }

    /** The body of a loop is computed by a schedule of its own and is no operand here. */
    private static List<Integer> operands(Graph graph, int node) {
        List<Integer> operands = new ArrayList<>(3);
        Op op = graph.op(node);
        if (op == Op.SUM_OVER || op == Op.MAX_OVER) {
            return operands;
        }
        int count = op.operands();
        if (count > 0) {
            operands.add(graph.a(node));
        }
        if (count > 1) {
            operands.add(graph.b(node));
        }
        if (count > 2) {
            operands.add(graph.c(node));
        }
        return operands;
    }

    /** Nodes are numbered operands first, so the order is that of the numbers. */
    private static int[] order(Graph graph, int[] roots, int[] shared) {
        BitSet needed = new BitSet();
        Arrays.stream(roots).filter(root -> shared[root] < 0).forEach(needed::set);
        for (int node = graph.size() - 1; node >= 0; node--) {
            if (needed.get(node)) {
                operands(graph, node).stream()
                        .filter(operand -> shared[operand] < 0)
                        .forEach(needed::set);
            }
        }
        return needed.stream().toArray();
    }
}
