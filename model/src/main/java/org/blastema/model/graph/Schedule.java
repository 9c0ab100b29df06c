package org.blastema.model.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The nodes to compute, in order, for some roots. Nodes that hold from one input of a patient to the next (they depend on values and on
 * what was given, but not on when) can be left to a schedule of constants, those that hold at one time to a schedule of the clock.
 *
 * @param nodes operands before those that use them; constants of the graph are included
 * @param roots what is asked for
 * @param shared node to its place among the shared numbers, -1 for a node that this schedule computes
 */
public record Schedule(Graph graph, int[] nodes, int[] roots, int[] shared) {

    /** Everything that the roots need. */
    public static Schedule of(Graph graph, int[] roots) {
        int[] none = new int[graph.size()];
        Arrays.fill(none, -1);
        return new Schedule(graph, order(graph, roots, none), roots.clone(), none);
    }

    /** What the roots need beyond the shared numbers of other schedules, which are numbered one schedule after the other. */
    public static Schedule beyond(Graph graph, List<Schedule> others, int[] roots) {
        int[] shared = new int[graph.size()];
        Arrays.fill(shared, -1);
        int place = 0;
        for (Schedule other : others) {
            for (int root : other.roots) {
                shared[root] = place++;
            }
        }
        return new Schedule(graph, order(graph, roots, shared), roots.clone(), shared);
    }

    /**
     * The largest nodes that depend on values and on what was given alone, for some roots: what a solver computes once per patient and
     * once more after each input.
     */
    public static Schedule constants(Graph graph, int[] roots) {
        return of(graph, largest(graph, roots, false).toArray());
    }

    /**
     * The largest nodes that depend on the time too but on no state, beyond the constants: the same in every stage of a step that is at the
     * same time.
     */
    public static Schedule clock(Schedule constants, int[] roots) {
        BitSet steady = new BitSet();
        Arrays.stream(constants.roots).forEach(steady::set);
        int[] timely = largest(constants.graph, roots, true)
                .filter(node -> !steady.get(node))
                .toArray();
        return beyond(constants.graph, List.of(constants), timely);
    }

    private static IntStream largest(Graph graph, int[] roots, boolean timely) {
        BitSet held = held(graph, timely);
        BitSet wanted = new BitSet();
        int[] none = new int[graph.size()];
        Arrays.fill(none, -1);
        for (int node : order(graph, roots, none)) {
            if (!held.get(node)) {
                operands(graph, node).stream().filter(held::get).forEach(wanted::set);
            }
        }
        Arrays.stream(roots).filter(held::get).forEach(wanted::set);
        return wanted.stream().filter(node -> graph.op(node).operands() > 0);
    }

    private static BitSet held(Graph graph, boolean timely) {
        BitSet held = new BitSet();
        BitSet inLoop = new BitSet(); // held where an input and its fields are at hand
        for (int node = 0; node < graph.size(); node++) {
            held.set(node, held(graph, node, held, inLoop, timely));
            Op op = graph.op(node);
            inLoop.set(node, op == Op.FIELD || op == Op.SINCE && timely || held(graph, node, inLoop, inLoop, timely));
        }
        return held;
    }

    private static boolean held(Graph graph, int node, BitSet outside, BitSet inLoop, boolean timely) {
        return switch (graph.op(node)) {
            case CONSTANT, VALUE -> true;
            case TIME -> timely;
            case STATE, SINCE, FIELD -> false;
            case SUM_OVER, MAX_OVER -> inLoop.get(graph.a(node));
            default -> operands(graph, node).stream().allMatch(outside::get);
        };
    }

    private static boolean loop(Op op) {
        return op == Op.SUM_OVER || op == Op.MAX_OVER;
    }

    /** The body of a loop is computed by a schedule of its own and is no operand here. */
    private static List<Integer> operands(Graph graph, int node) {
        List<Integer> operands = new ArrayList<>(3);
        Op op = graph.op(node);
        if (loop(op)) {
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
