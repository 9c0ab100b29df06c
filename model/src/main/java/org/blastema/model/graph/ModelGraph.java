package org.blastema.model.graph;

import java.util.ArrayList;
import java.util.List;
import org.blastema.model.Model;

/** The graph of a whole model and the nodes that a solver asks for. */
public final class ModelGraph {
    private final Model model;
    private final Graph graph = new Graph();
    private final Lowering lowering;
    private final int[] rates;
    private final Sparsity sparsity;
    private final int[] jacobian;
    private final int[] timeDerivatives;

    public ModelGraph(Model model) {
        this.model = model;
        lowering = new Lowering(model, graph);
        rates = model.states().stream()
                .mapToInt(state -> lowering.node(state.equation()))
                .toArray();
        List<int[]> entries = new ArrayList<>();
        List<Derivatives> byState = new ArrayList<>();
        for (int column = 0; column < rates.length; column++) {
            byState.add(new Derivatives(graph, column));
        }
        for (int row = 0; row < rates.length; row++) {
            for (int column = 0; column < rates.length; column++) {
                int node = byState.get(column).of(rates[row]);
                if (!graph.isConstant(node, 0)) {
                    entries.add(new int[] {row, column, node});
                }
            }
        }
        sparsity = new Sparsity(column(entries, 0), column(entries, 1));
        jacobian = column(entries, 2);
        Derivatives byTime = new Derivatives(graph, -1);
        timeDerivatives = java.util.Arrays.stream(rates).map(byTime::of).toArray();
    }

    private static int[] column(List<int[]> entries, int which) {
        return entries.stream().mapToInt(entry -> entry[which]).toArray();
    }

    public Graph graph() {
        return graph;
    }

    /** Rates of change, one per state. */
    public int[] rates() {
        return rates.clone();
    }

    public Sparsity sparsity() {
        return sparsity;
    }

    /** One node per place of the sparsity. */
    public int[] jacobian() {
        return jacobian.clone();
    }

    /** Derivatives of the rates by time, states held. */
    public int[] timeDerivatives() {
        return timeDerivatives.clone();
    }

    public int[] starts() {
        return model.states().stream()
                .mapToInt(state -> lowering.node(state.start()))
                .toArray();
    }

    /** The time at which the model begins; none for a model that begins at time 0. */
    public int[] begins() {
        return model.begins().stream()
                .mapToInt(begin -> lowering.node(begin.time()))
                .toArray();
    }

    public int[] readouts() {
        return model.readouts().stream()
                .mapToInt(readout -> lowering.node(readout.equation()))
                .toArray();
    }

    public int[] quantities() {
        int[] nodes = new int[model.quantities().size()];
        java.util.Arrays.setAll(nodes, lowering::quantity);
        return nodes;
    }

    /** What an input adds, in the order of its list. */
    public int[] adds(int input) {
        return amounts(model.inputs().get(input).adds());
    }

    /** What an event sets, in the order of its list. */
    public int[] sets(int event) {
        return amounts(model.events().get(event).sets());
    }

    private int[] amounts(List<Model.Add> adds) {
        return adds.stream().mapToInt(add -> lowering.node(add.amount())).toArray();
    }

    /** For each event its time, or the margin of its condition (at least 0 where it holds). */
    public int[] triggers() {
        return model.events().stream()
                .mapToInt(event -> event.at()
                        .map(lowering::node)
                        .orElseGet(() -> lowering.margin(event.when().orElseThrow())))
                .toArray();
    }
}
