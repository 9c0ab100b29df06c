package org.blastema.model.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.blastema.core.Elementary;

/**
 * A graph of numbers in which equal computations are one node. Nodes are numbered so that operands come first. Constants are folded
 * with the functions that run later; {@code x + 0}, {@code x * 1} and {@code x * 0} are simplified, nothing is reassociated, and a
 * product that is added becomes one fused operation, so that every back end gives the same bits.
 */
public final class Graph {
    private record Key(Op op, int a, int b, int c, long bits) {}

    private final Map<Key, Integer> known = new HashMap<>();
    private Op[] ops = new Op[64];
    private int[] a = new int[64];
    private int[] b = new int[64];
    private int[] c = new int[64];
    private double[] constants = new double[64];
    private int size;

    public int size() {
        return size;
    }

    public Op op(int node) {
        return ops[node];
    }

    /** First operand; for leaves the index of the value, state or input. */
    public int a(int node) {
        return a[node];
    }

    /** Second operand; for a field its number, for a loop its input. */
    public int b(int node) {
        return b[node];
    }

    public int c(int node) {
        return c[node];
    }

    public double constant(int node) {
        return constants[node];
    }

    public boolean isConstant(int node, double value) {
        return ops[node] == Op.CONSTANT && Double.doubleToLongBits(constants[node]) == Double.doubleToLongBits(value);
    }

    public int constantNode(double value) {
        return node(Op.CONSTANT, -1, -1, -1, value + 0.0);
    }

    public int leaf(Op op, int index, int field) {
        return node(op, index, field, -1, 0);
    }

    public int add(int x, int y) {
        if (isConstant(x, 0)) {
            return y;
        }
        if (isConstant(y, 0)) {
            return x;
        }
        if (ops[x] == Op.MULTIPLY) {
            return apply(Op.FMA, a[x], b[x], y);
        }
        return ops[y] == Op.MULTIPLY ? apply(Op.FMA, a[y], b[y], x) : apply(Op.ADD, x, y, -1);
    }

    public int subtract(int x, int y) {
        if (isConstant(y, 0)) {
            return x;
        }
        return isConstant(x, 0) ? negate(y) : apply(Op.SUBTRACT, x, y, -1);
    }

    public int multiply(int x, int y) {
        if (isConstant(x, 0) || isConstant(y, 1)) {
            return x;
        }
        if (isConstant(y, 0) || isConstant(x, 1)) {
            return y;
        }
        return apply(Op.MULTIPLY, x, y, -1);
    }

    public int divide(int x, int y) {
        return isConstant(x, 0) || isConstant(y, 1) ? x : apply(Op.DIVIDE, x, y, -1);
    }

    public int negate(int x) {
        return ops[x] == Op.NEGATE ? a[x] : apply(Op.NEGATE, x, -1, -1);
    }

    public int select(int condition, int then, int otherwise) {
        if (then == otherwise) {
            return then;
        }
        if (ops[condition] == Op.CONSTANT) {
            return constants[condition] != 0 ? then : otherwise;
        }
        return apply(Op.SELECT, condition, then, otherwise);
    }

    /** x to a constant power; whole exponents up to 12 by multiplication, a half by the root. */
    public int power(int x, double exponent) {
        if (exponent == 0.5) {
            return unary(Op.SQRT, x);
        }
        if (exponent != Math.rint(exponent) || Math.abs(exponent) > 12) {
            return apply(Op.POW, x, constantNode(exponent), -1);
        }
        int result = constantNode(1);
        int square = x;
        for (int left = (int) Math.abs(exponent); left > 0; left /= 2) {
            if (left % 2 == 1) {
                result = multiply(result, square);
            }
            square = left > 1 ? multiply(square, square) : square;
        }
        return exponent < 0 ? divide(constantNode(1), result) : result;
    }

    public int unary(Op op, int x) {
        return apply(op, x, -1, -1);
    }

    public int binary(Op op, int x, int y) {
        return apply(op, x, y, -1);
    }

    /** A loop over the inputs of a kind; the body is one node that may use {@code SINCE} and {@code FIELD}. */
    public int over(Op op, int body, int input) {
        return isConstant(body, 0) ? body : node(op, body, input, -1, 0);
    }

    private int apply(Op op, int x, int y, int z) {
        boolean constant =
                ops[x] == Op.CONSTANT && (y < 0 || ops[y] == Op.CONSTANT) && (z < 0 || ops[z] == Op.CONSTANT);
        if (constant) {
            return constantNode(compute(op, constants[x], y < 0 ? 0 : constants[y], z < 0 ? 0 : constants[z]));
        }
        return node(op, x, y, z, 0);
    }

    private int node(Op op, int x, int y, int z, double value) {
        return known.computeIfAbsent(new Key(op, x, y, z, Double.doubleToLongBits(value)), key -> {
            if (size == ops.length) {
                grow();
            }
            ops[size] = op;
            a[size] = x;
            b[size] = y;
            c[size] = z;
            constants[size] = value;
            return size++;
        });
    }

    private void grow() {
        int length = 2 * size;
        ops = Arrays.copyOf(ops, length);
        a = Arrays.copyOf(a, length);
        b = Arrays.copyOf(b, length);
        c = Arrays.copyOf(c, length);
        constants = Arrays.copyOf(constants, length);
    }

    /** What an operation gives; the meaning that every back end keeps. */
    public static double compute(Op op, double x, double y, double z) {
        return switch (op) {
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            case MULTIPLY -> x * y;
            case DIVIDE -> x / y;
            case FMA -> Math.fma(x, y, z);
            case NEGATE -> -x;
            case ABS -> Math.abs(x);
            case SQRT -> Math.sqrt(x);
            case MIN -> Math.min(x, y);
            case MAX -> Math.max(x, y);
            case EXP -> Elementary.exp(x);
            case LOG -> Elementary.log(x);
            case LOG10 -> Elementary.log10(x);
            case POW -> Elementary.pow(x, y);
            case TANH -> Elementary.tanh(x);
            case SIN -> Elementary.sin(x);
            case COS -> Elementary.cos(x);
            case LESS -> x < y ? 1 : 0;
            case LESS_EQUAL -> x <= y ? 1 : 0;
            case EQUAL -> x == y ? 1 : 0;
            case SELECT -> x != 0 ? y : z;
            case CONSTANT, TIME, VALUE, STATE, SINCE, FIELD, SUM_OVER, MAX_OVER ->
                throw new IllegalArgumentException(op + " is not computed from operands");
        };
    }
}
