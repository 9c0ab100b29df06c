package org.blastema.trial;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.blastema.kinetics.Dose;
import org.blastema.model.Model;
import org.blastema.model.graph.Graph;
import org.blastema.model.graph.ModelGraph;
import org.blastema.model.graph.Sparsity;

/**
 * Whether parameters can reach any number that an arm computes. States that start at 0, get nothing from the arm's doses and
 * whose rate is 0 as long as all such states are 0 stay at exactly 0; a product with a 0 is 0 whatever its other factor, so a
 * parameter that stands behind such products alone changes no bit of a solution.
 */
final class Reach {
    private final Model model;
    private final List<Dose> doses;
    private final ModelGraph whole;
    private final Graph graph;
    private final int[] rates;
    private final int[] starts;
    private final int[][] adds;
    private final int[][] sets;
    private final int[] roots;
    private final boolean[] nil;
    private final boolean[] zero;

    /**
     * @param whole the graph of the model; shared by all that ask about it on one thread
     */
    Reach(ModelGraph whole, Model model, List<Dose> doses) {
        this.whole = whole;
        this.model = model;
        this.doses = doses;
        graph = whole.graph();
        rates = whole.rates();
        starts = whole.starts();
        adds = IntStream.range(0, model.inputs().size())
                .mapToObj(input -> given(input) ? whole.adds(input) : new int[0])
                .toArray(int[][]::new);
        sets = IntStream.range(0, model.events().size()).mapToObj(whole::sets).toArray(int[][]::new);
        roots = roots();
        zero = new boolean[graph.size()];
        nil = new boolean[model.states().size()];
        Arrays.fill(nil, true);
        settle();
    }

    /** The parameters and covariates of a model, by index, that can change a bit of a person before the first dose. */
    static List<Integer> early(ModelGraph whole, Model model) {
        Reach undosed = new Reach(whole, model, List.of());
        return IntStream.range(0, model.parameters().size() + model.covariates().size())
                .boxed()
                .filter(value -> undosed.any(List.of(value)))
                .toList();
    }

    /** Everything that a solve, its choice of method and its measurements evaluate. */
    private int[] roots() {
        Sparsity sparsity = whole.sparsity();
        int[] jacobian = whole.jacobian();
        IntStream diagonal = IntStream.range(0, jacobian.length)
                .filter(k -> sparsity.row(k) == sparsity.column(k))
                .map(k -> jacobian[k]);
        IntStream parts = IntStream.concat(
                Arrays.stream(adds).flatMapToInt(Arrays::stream),
                Arrays.stream(sets).flatMapToInt(Arrays::stream));
        IntStream outputs = IntStream.concat(Arrays.stream(whole.readouts()), Arrays.stream(whole.triggers()));
        IntStream flow = IntStream.concat(
                IntStream.concat(
                        Arrays.stream(rates), IntStream.concat(Arrays.stream(starts), Arrays.stream(whole.begins()))),
                IntStream.concat(Arrays.stream(whole.timeDerivatives()), diagonal));
        return IntStream.concat(flow, IntStream.concat(outputs, parts)).toArray();
    }

    private boolean given(int input) {
        return doses.stream().anyMatch(dose -> dose.input() == input);
    }

    /** Drops states that may leave 0 until none does. */
    private void settle() {
        boolean changed = true;
        while (changed) {
            for (int node = 0; node < zero.length; node++) {
                zero[node] = isZero(node);
            }
            changed = false;
            for (int state = 0; state < nil.length; state++) {
                if (nil[state] && !(zero[starts[state]] && zero[rates[state]] && nothingAdded(state))) {
                    nil[state] = false;
                    changed = true;
                }
            }
        }
    }

    private boolean nothingAdded(int state) {
        for (int input = 0; input < adds.length; input++) {
            if (!untouched(state, model.inputs().get(input).adds(), adds[input])) {
                return false;
            }
        }
        for (int event = 0; event < sets.length; event++) {
            if (!untouched(state, model.events().get(event).sets(), sets[event])) {
                return false;
            }
        }
        return true;
    }

    private boolean untouched(int state, List<Model.Add> targets, int[] nodes) {
        return IntStream.range(0, nodes.length).allMatch(i -> targets.get(i).state() != state || zero[nodes[i]]);
    }

    private boolean isZero(int node) {
        int a = graph.a(node);
        int b = graph.b(node);
        int c = graph.c(node);
        return switch (graph.op(node)) {
            case CONSTANT -> graph.constant(node) == 0;
            case STATE -> nil[a];
            case FIELD -> doses.stream().allMatch(dose -> dose.input() != a || dose.fields()[b] == 0);
            case MULTIPLY -> zero[a] || zero[b];
            case FMA -> (zero[a] || zero[b]) && zero[c];
            case ADD, SUBTRACT, MIN, MAX -> zero[a] && zero[b];
            case DIVIDE, NEGATE, ABS, SQRT, TANH, SIN -> zero[a];
            case SELECT -> zero[b] && zero[c];
            case SUM_OVER, MAX_OVER -> zero[a] || !given(b);
            case TIME, VALUE, SINCE, EXP, LOG, LOG10, POW, COS, LESS, LESS_EQUAL, EQUAL -> false;
        };
    }

    /**
     * Whether any of these parameters, by index, can change a number of the arm.
     *
     * @return false only where no bit can change
     */
    boolean any(Collection<Integer> parameters) {
        boolean[] depends = new boolean[zero.length];
        for (int node = 0; node < depends.length; node++) {
            depends[node] = !zero[node] && depends(node, parameters, depends);
        }
        return Arrays.stream(roots).anyMatch(node -> depends[node]);
    }

    private boolean depends(int node, Collection<Integer> parameters, boolean[] depends) {
        int a = graph.a(node);
        int b = graph.b(node);
        int c = graph.c(node);
        return switch (graph.op(node)) {
            case VALUE -> parameters.contains(a);
            case FMA -> !(zero[a] || zero[b]) && (depends[a] || depends[b]) || depends[c];
            case SUM_OVER, MAX_OVER -> depends[a];
            default ->
                switch (graph.op(node).operands()) {
                    case 0 -> false;
                    case 1 -> depends[a];
                    case 2 -> depends[a] || depends[b];
                    default -> depends[a] || depends[b] || depends[c];
                };
        };
    }
}
