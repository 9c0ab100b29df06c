package org.blastema.model;

import java.util.List;
import org.blastema.core.Unit;

/** An expression with its names resolved and its units checked; scales that differ have been joined by {@link Scaled}. */
public sealed interface Expression {
    Unit unit();

    /** How two operands join. */
    enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        POWER
    }

    /** A function of one or more arguments. */
    enum Function {
        EXP(1),
        LN(1),
        LOG10(1),
        SQRT(1),
        ABS(1),
        POS(1),
        TANH(1),
        SIN(1),
        COS(1),
        LOGISTIC(1),
        POW(2),
        MIN(2),
        MAX(2),
        HILL(3);

        private final int arity;

        Function(int arity) {
            this.arity = arity;
        }

        public int arity() {
            return arity;
        }
    }

    /** How the terms of past inputs join. */
    enum Combiner {
        SUM,
        MAX
    }

    /** How two numbers are compared. */
    enum Relation {
        LESS,
        LESS_EQUAL,
        GREATER,
        GREATER_EQUAL,
        EQUAL,
        NOT_EQUAL
    }

    record Constant(double value, Unit unit) implements Expression {}

    record Reference(Symbol symbol, Unit unit) implements Expression {}

    record Negated(Expression of, Unit unit) implements Expression {}

    record Scaled(Expression of, double factor, Unit unit) implements Expression {}

    record Binary(Operator operator, Expression left, Expression right, Unit unit) implements Expression {}

    record Call(Function function, List<Expression> arguments, Unit unit) implements Expression {}

    record If(Condition condition, Expression then, Expression otherwise, Unit unit) implements Expression {}

    /** Joins a body over all inputs of a kind given so far; 0 if there was none. */
    record Over(Combiner combiner, int input, Expression body, Unit unit) implements Expression {}

    /** The value of a table at an argument in the table's unit. */
    record Lookup(Model.Table table, Expression at, Unit unit) implements Expression {}

    /** A truth about numbers. */
    sealed interface Condition {
        record Compare(Relation relation, Expression left, Expression right) implements Condition {}

        record And(Condition left, Condition right) implements Condition {}

        record Or(Condition left, Condition right) implements Condition {}

        record Not(Condition of) implements Condition {}
    }
}
