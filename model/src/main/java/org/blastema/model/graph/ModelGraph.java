package org.blastema.model.graph;

import java.util.ArrayList;
import java.util.List;
import org.blastema.core.Unit;
import org.blastema.model.Expression;
import org.blastema.model.Model;

/** The graph of a whole model and the nodes that a solver asks for. */
public final class ModelGraph {
    private static final Expression NOTHING = new Expression.Constant(0, Unit.ONE);

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

    /**
     * For a model of harms 1 where the course's condition holds, else 0, the time until which the course runs, then for each harm the
     * chance, the day, the duration (0 where nobody knows it) the share that is noticed and whether it is asked. Empty for other models.
     */
    public int[] harms() {
        return model.risk().map(this::harms).orElseGet(() -> new int[0]);
    }

    private int[] harms(Model.Risk risk) {
        List<Integer> nodes = new ArrayList<>();
        nodes.add(lowering.node(risk.course().<Expression>map(ModelGraph::holds).orElse(NOTHING)));
        nodes.add(lowering.node(
                risk.course().map(course -> course.until().expression()).orElse(NOTHING)));
        for (Model.Harm harm : risk.harms()) {
            nodes.add(lowering.node(harm.chance().expression()));
            nodes.add(lowering.node(harm.day().expression()));
            nodes.add(
                    lowering.node(harm.duration().map(Model.Written::expression).orElse(NOTHING)));
            nodes.add(lowering.node(harm.noticed().expression()));
            nodes.add(lowering.node(harm.asked().expression()));
        }
        return nodes.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Expression holds(Model.Course course) {
        return new Expression.If(course.when(), new Expression.Constant(1, Unit.ONE), NOTHING, Unit.ONE);
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
