package org.blastema.model.graph;

import java.util.Arrays;
import java.util.List;
import org.blastema.core.Elementary;
import org.blastema.model.Expression;
import org.blastema.model.Model;
import org.blastema.model.Symbol;

/** Turns expressions into nodes; quantities become shared nodes. */
final class Lowering {
    private final Model model;
    private final Graph graph;
    private final int[] quantities;

    Lowering(Model model, Graph graph) {
        this.model = model;
        this.graph = graph;
        quantities = new int[model.quantities().size()];
        Arrays.fill(quantities, -1);
    }

    int quantity(int index) {
        if (quantities[index] < 0) {
            quantities[index] = node(model.quantities().get(index).equation());
        }
        return quantities[index];
    }

    int node(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> graph.constantNode(constant.value());
            case Expression.Reference reference -> symbol(reference.symbol());
            case Expression.Negated negated -> graph.negate(node(negated.of()));
            case Expression.Scaled scaled -> graph.multiply(node(scaled.of()), graph.constantNode(scaled.factor()));
            case Expression.Binary binary -> binary(binary);
            case Expression.Call call ->
                call(call.function(), call.arguments().stream().map(this::node).toList());
            case Expression.If choice ->
                graph.select(condition(choice.condition()), node(choice.then()), node(choice.otherwise()));
            case Expression.Lookup lookup -> lookup(lookup.table(), node(lookup.at()));
            case Expression.Over over ->
                graph.over(
                        over.combiner() == Expression.Combiner.SUM ? Op.SUM_OVER : Op.MAX_OVER,
                        node(over.body()),
                        over.input());
        };
    }

    /**
     * A line through the points as the sum of the changes of its slope, c max(x - at, 0), which costs no branch; outside the points
     * the argument is that of the last one.
     */
    private int lookup(Model.Table table, int argument) {
        boolean logarithmic = table.between() == Model.Table.Between.LOG_LINEAR;
        double[] at = table.at().stream().mapToDouble(Double::doubleValue).toArray();
        double[] y = table.values().stream()
                .mapToDouble(value -> logarithmic ? Elementary.log(value) : value)
                .toArray();
        int last = at.length - 1;
        int x = graph.binary(
                Op.MIN, graph.binary(Op.MAX, argument, graph.constantNode(at[0])), graph.constantNode(at[last]));
        int sum = graph.constantNode(y[0]);
        double before = 0;
        for (int k = 0; k < last; k++) {
            double slope = (y[k + 1] - y[k]) / (at[k + 1] - at[k]);
            int beyond = graph.binary(Op.MAX, graph.subtract(x, graph.constantNode(at[k])), graph.constantNode(0));
            sum = graph.add(graph.multiply(beyond, graph.constantNode(slope - before)), sum);
            before = slope;
        }
        return logarithmic ? graph.unary(Op.EXP, sum) : sum;
    }

    private int symbol(Symbol symbol) {
        return switch (symbol) {
            case Symbol.Time ignored -> graph.leaf(Op.TIME, -1, -1);
            case Symbol.OfParameter parameter -> graph.leaf(Op.VALUE, parameter.index(), -1);
            case Symbol.OfCovariate covariate ->
                graph.leaf(Op.VALUE, model.parameters().size() + covariate.index(), -1);
            case Symbol.OfState state -> graph.leaf(Op.STATE, state.index(), -1);
            case Symbol.OfQuantity quantity -> quantity(quantity.index());
            case Symbol.Since since -> graph.leaf(Op.SINCE, since.input(), -1);
            case Symbol.OfField field -> graph.leaf(Op.FIELD, field.input(), field.field());
        };
    }

    private int binary(Expression.Binary binary) {
        int left = node(binary.left());
        int right = node(binary.right());
        return switch (binary.operator()) {
            case ADD -> graph.add(left, right);
            case SUBTRACT -> graph.subtract(left, right);
            case MULTIPLY -> graph.multiply(left, right);
            case DIVIDE -> graph.divide(left, right);
            case POWER -> power(left, right);
        };
    }

    private int power(int base, int exponent) {
        return graph.op(exponent) == Op.CONSTANT
                ? graph.power(base, graph.constant(exponent))
                : graph.binary(Op.POW, base, exponent);
    }

    private int call(Expression.Function function, List<Integer> x) {
        int first = x.getFirst();
        int one = graph.constantNode(1);
        return switch (function) {
            case EXP -> graph.unary(Op.EXP, first);
            case LN -> graph.unary(Op.LOG, first);
            case LOG10 -> graph.unary(Op.LOG10, first);
            case SQRT -> graph.unary(Op.SQRT, first);
            case ABS -> graph.unary(Op.ABS, first);
            case POS -> graph.binary(Op.MAX, first, graph.constantNode(0));
            case TANH -> graph.unary(Op.TANH, first);
            case SIN -> graph.unary(Op.SIN, first);
            case COS -> graph.unary(Op.COS, first);
            case LOGISTIC -> graph.divide(one, graph.add(one, graph.unary(Op.EXP, graph.negate(first))));
            case POW -> power(first, x.get(1));
            case MIN -> graph.binary(Op.MIN, first, x.get(1));
            case MAX -> graph.binary(Op.MAX, first, x.get(1));
            case HILL -> {
                int above = power(first, x.get(2));
                yield graph.divide(above, graph.add(power(x.get(1), x.get(2)), above));
            }
        };
    }

    /** 1 where the condition holds, else 0. */
    int condition(Expression.Condition condition) {
        int one = graph.constantNode(1);
        return switch (condition) {
            case Expression.Condition.And and -> graph.multiply(condition(and.left()), condition(and.right()));
            case Expression.Condition.Or or -> graph.binary(Op.MAX, condition(or.left()), condition(or.right()));
            case Expression.Condition.Not not -> graph.subtract(one, condition(not.of()));
            case Expression.Condition.Compare compare -> {
                int left = node(compare.left());
                int right = node(compare.right());
                yield switch (compare.relation()) {
                    case LESS -> graph.binary(Op.LESS, left, right);
                    case LESS_EQUAL -> graph.binary(Op.LESS_EQUAL, left, right);
                    case GREATER -> graph.binary(Op.LESS, right, left);
                    case GREATER_EQUAL -> graph.binary(Op.LESS_EQUAL, right, left);
                    case EQUAL -> graph.binary(Op.EQUAL, left, right);
                    case NOT_EQUAL -> graph.subtract(one, graph.binary(Op.EQUAL, left, right));
                };
            }
        };
    }

    /**
     * A number whose sign tells whether the condition holds, at least 0 where it does: differences joined by min for "and", max for
     * "or". Its zero is where an event happens.
     */
    int margin(Expression.Condition condition) {
        return switch (condition) {
            case Expression.Condition.And and -> graph.binary(Op.MIN, margin(and.left()), margin(and.right()));
            case Expression.Condition.Or or -> graph.binary(Op.MAX, margin(or.left()), margin(or.right()));
            case Expression.Condition.Not not -> graph.negate(margin(not.of()));
            case Expression.Condition.Compare compare -> {
                int left = node(compare.left());
                int right = node(compare.right());
                yield switch (compare.relation()) {
                    case LESS, LESS_EQUAL -> graph.subtract(right, left);
                    case GREATER, GREATER_EQUAL -> graph.subtract(left, right);
                    case EQUAL -> graph.negate(graph.unary(Op.ABS, graph.subtract(left, right)));
                    case NOT_EQUAL -> graph.unary(Op.ABS, graph.subtract(left, right));
                };
            }
        };
    }
}
