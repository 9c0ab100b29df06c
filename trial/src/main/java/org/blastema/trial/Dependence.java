package org.blastema.trial;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import org.blastema.model.Model;
import org.blastema.model.graph.Graph;
import org.blastema.model.graph.ModelGraph;

/** Which parameters a readout depends on, through the equations and starts of the states that it needs. */
final class Dependence {
    private final ModelGraph whole;
    private final Graph graph;
    private final Set<Integer> seen = new TreeSet<>();
    private final Set<Integer> parameters = new TreeSet<>();
    private final Deque<Integer> open = new ArrayDeque<>();

    private Dependence(Model model) {
        whole = new ModelGraph(model);
        graph = whole.graph();
    }

    /** Whether a readout depends on a parameter, both by index. */
    static boolean on(Model model, int readout, int parameter) {
        Dependence dependence = new Dependence(model);
        dependence.follow(dependence.whole.readouts()[readout]);
        return dependence.parameters.contains(parameter);
    }

    private void follow(int root) {
        open.add(root);
        while (!open.isEmpty()) {
            int node = open.remove();
            if (seen.add(node)) {
                operands(node);
            }
        }
    }

    private void operands(int node) {
        int[] operands = {graph.a(node), graph.b(node), graph.c(node)};
        switch (graph.op(node)) {
            case VALUE -> parameters.add(operands[0]);
            case STATE -> {
                open.add(whole.rates()[operands[0]]);
                open.add(whole.starts()[operands[0]]);
            }
            default -> {
                for (int i = 0; i < graph.op(node).operands(); i++) {
                    open.add(operands[i]);
                }
            }
        }
    }
}
