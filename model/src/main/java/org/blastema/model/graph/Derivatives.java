package org.blastema.model.graph;

import java.util.HashMap;
import java.util.Map;

/**
 * Derivatives of nodes with respect to one leaf, a state or time. At a kink (min, max, abs, if) the derivative of the branch that is
 * taken; conditions count as constant.
 */
final class Derivatives {
    private final Graph graph;
    private final int state;
    private final Map<Integer, Integer> known = new HashMap<>();

    /**
     * @param state index of a state, or -1 for time
     */
    Derivatives(Graph graph, int state) {
        this.graph = graph;
        this.state = state;
    }

    int of(int node) {
        Integer found = known.get(node);
        if (found == null) {
            found = derive(node);
            known.put(node, found);
        }
        return found;
    }

    private int derive(int node) {
        int a = graph.a(node);
        int b = graph.b(node);
        return switch (graph.op(node)) {
            case CONSTANT, VALUE, FIELD, LESS, LESS_EQUAL, EQUAL -> number(0);
            case TIME, SINCE -> number(state < 0 ? 1 : 0);
            case STATE -> number(a == state ? 1 : 0);
            case ADD -> graph.add(of(a), of(b));
            case SUBTRACT -> graph.subtract(of(a), of(b));
            case MULTIPLY -> product(a, b);
            case FMA -> graph.add(product(a, b), of(graph.c(node)));
            case DIVIDE -> graph.divide(graph.subtract(of(a), graph.multiply(node, of(b))), b);
            case NEGATE -> graph.negate(of(a));
            case ABS -> graph.select(less(a, number(0)), graph.negate(of(a)), of(a));
            case SQRT -> graph.divide(of(a), graph.multiply(number(2), node));
            case MIN -> graph.select(atMost(a, b), of(a), of(b));
            case MAX -> graph.select(atMost(b, a), of(a), of(b));
            case EXP -> graph.multiply(node, of(a));
            case LOG -> graph.divide(of(a), a);
            case LOG10 -> graph.divide(graph.multiply(of(a), number(0.4342944819032518)), a);
            case POW -> power(node, a, b);
            case TANH -> graph.multiply(graph.subtract(number(1), graph.multiply(node, node)), of(a));
            case SIN -> graph.multiply(graph.unary(Op.COS, a), of(a));
            case COS -> graph.negate(graph.multiply(graph.unary(Op.SIN, a), of(a)));
            case SELECT -> graph.select(a, of(b), of(graph.c(node)));
            case SUM_OVER -> graph.over(Op.SUM_OVER, of(a), b);
            case MAX_OVER -> largest(node, a);
        };
    }

    private int product(int a, int b) {
        return graph.add(graph.multiply(of(a), b), graph.multiply(a, of(b)));
    }

    private int power(int node, int base, int exponent) {
        int lowered = graph.op(exponent) == Op.CONSTANT
                ? graph.power(base, graph.constant(exponent) - 1)
                : graph.binary(Op.POW, base, graph.subtract(exponent, number(1)));
        int byBase = graph.multiply(graph.multiply(exponent, lowered), of(base));
        int change = of(exponent);
        return graph.isConstant(change, 0)
                ? byBase
                : graph.add(byBase, graph.multiply(graph.multiply(node, graph.unary(Op.LOG, base)), change));
    }

    /** The change of the term that is the largest. Terms of two inputs that are exactly equal both count, which steers steps alone. */
    private int largest(int node, int body) {
        int change = of(body);
        return graph.isConstant(change, 0)
                ? change
                : graph.over(
                        Op.SUM_OVER,
                        graph.select(graph.binary(Op.EQUAL, body, node), change, number(0)),
                        graph.b(node));
    }

    private int less(int x, int y) {
        return graph.binary(Op.LESS, x, y);
    }

    private int atMost(int x, int y) {
        return graph.binary(Op.LESS_EQUAL, x, y);
    }

    private int number(double value) {
        return graph.constantNode(value);
    }
}
