package org.blastema.model;

import java.util.List;
import org.blastema.core.Decimal;
import org.blastema.core.Position;

/** An expression as written, names not yet resolved. */
sealed interface Syntax {
    Position position();

    record Literal(double value, String unit, Position position) implements Syntax {}

    record Name(String name, Position position) implements Syntax {}

    record Negated(Syntax of, Position position) implements Syntax {}

    /** Operators {@code + - * / ^}, comparisons and {@code and or}. */
    record Infix(String operator, Syntax left, Syntax right, Position position) implements Syntax {}

    record Not(Syntax of, Position position) implements Syntax {}

    record Call(String function, List<Syntax> arguments, Position position) implements Syntax {}

    /** The expression as text, with as few parentheses as it needs. */
    default String words() {
        return switch (this) {
            case Literal number ->
                Decimal.plain(number.value()) + (number.unit().isEmpty() ? "" : " [" + number.unit() + "]");
            case Name name -> name.name();
            case Negated negated -> "-" + wrapped(negated.of(), 5, true, false);
            case Not not -> "not " + wrapped(not.of(), 5, true, false);
            case Call call ->
                call.function() + "("
                        + String.join(
                                ", ",
                                call.arguments().stream().map(Syntax::words).toList()) + ")";
            case Infix infix -> infixWords(infix);
        };
    }

    private static String infixWords(Infix infix) {
        int own = binding(infix.operator());
        boolean power = infix.operator().equals("^");
        String gap = power ? "" : " ";
        return wrapped(infix.left(), own, power, true)
                + gap
                + infix.operator()
                + gap
                + wrapped(infix.right(), own, !power, false);
    }

    /** A sign binds a first operand as tightly as products do their operands, but is not written without parentheses after another. */
    private static String wrapped(Syntax inner, int outside, boolean strict, boolean first) {
        int inside = switch (inner) {
            case Infix infix -> binding(infix.operator());
            case Negated ignored -> first ? 5 : 3;
            case Not ignored -> 0;
            default -> 9;
        };
        return inside < outside || strict && inside == outside ? "(" + inner.words() + ")" : inner.words();
    }

    /** No operator of the language binds so loosely. */
    int NO_OPERATOR = -9;

    /** How tightly an infix operator binds. */
    static int binding(String operator) {
        return switch (operator) {
            case "or" -> -2;
            case "and" -> -1;
            case "<", "<=", ">", ">=", "==", "!=" -> 1;
            case "+", "-" -> 2;
            case "*", "/" -> 4;
            case "^" -> 6;
            default -> NO_OPERATOR;
        };
    }
}
