package org.blastema.model.graph;

/** What a node of the graph computes from its operands a, b, c. */
public enum Op {
    CONSTANT(0),
    TIME(0),
    VALUE(0),
    STATE(0),
    SINCE(0),
    FIELD(0),
    ADD(2),
    SUBTRACT(2),
    MULTIPLY(2),
    DIVIDE(2),
    FMA(3),
    NEGATE(1),
    ABS(1),
    SQRT(1),
    MIN(2),
    MAX(2),
    EXP(1),
    LOG(1),
    LOG10(1),
    POW(2),
    TANH(1),
    SIN(1),
    COS(1),
    /** 1 if a is below b, else 0. */
    LESS(2),
    /** 1 if a is at most b, else 0. */
    LESS_EQUAL(2),
    EQUAL(2),
    /** b if a is not 0, else c; both are computed. */
    SELECT(3),
    /** Sum over the inputs of a kind of a body that may use {@code since}, the fields, and outside nodes. */
    SUM_OVER(1),
    MAX_OVER(1);

    private final int operands;

    Op(int operands) {
        this.operands = operands;
    }

    public int operands() {
        return operands;
    }
}
