package org.blastema.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Unit;

/** Resolves the names of expressions and checks their units. */
final class Scope {
    static final String TIME = "t";

    /** Words that no part of a model may be called. */
    static final Set<String> RESERVED = reserved();

    private static final List<String> FUNCTIONS = RESERVED.stream()
            .filter(word -> !List.of(TIME, "since", "and", "or", "not").contains(word))
            .toList();

    /** Longest code of a unit that a power may give; towers of powers would grow without end. */
    private static final int MOST_UNIT_CODE = 1_000;

    private final Map<String, Expression.Reference> names = new HashMap<>();
    private final Map<String, Integer> inputs = new HashMap<>();
    private final Map<String, Model.Table> tables = new HashMap<>();
    private final List<Map<String, Expression.Reference>> fields = new ArrayList<>();
    private final Unit time;
    private final Problems problems;
    private String prefix = "";

    /** The names that the files behind each prefix see, kept once they are needed; all names are defined before any is looked up. */
    private final Map<String, List<String>> visible = new HashMap<>();

    Scope(Unit time, Problems problems) {
        this.time = time;
        this.problems = problems;
        names.put(TIME, new Expression.Reference(new Symbol.Time(), time));
    }

    private static Set<String> reserved() {
        Set<String> words = new TreeSet<>(List.of(TIME, "since", "and", "or", "not", "if", "sum_over", "max_over"));
        for (Expression.Function function : Expression.Function.values()) {
            words.add(function.name().toLowerCase(Locale.ROOT));
        }
        return Collections.unmodifiableSet(words);
    }

    /** Names of the expressions that follow stand behind this prefix of an included model. */
    void inside(String include) {
        prefix = include;
    }

    void define(String name, Symbol symbol, Unit unit) {
        names.put(name, new Expression.Reference(symbol, unit));
    }

    void table(Model.Table table) {
        tables.put(table.name(), table);
    }

    void input(String name, Map<String, Unit> units) {
        Map<String, Expression.Reference> inside = new HashMap<>();
        int input = fields.size();
        int field = 0;
        for (var entry : units.entrySet()) {
            inside.put(entry.getKey(), new Expression.Reference(new Symbol.OfField(input, field++), entry.getValue()));
        }
        inputs.put(name, input);
        fields.add(inside);
    }

    /**
     * An expression of a given unit; a problem, and a constant in its place, if it is not one. A number alone without a unit is in the
     * unit that is needed.
     */
    Expression of(Syntax syntax, Unit unit, String what, OptionalInt input) {
        OptionalDouble bare = bare(syntax);
        if (bare.isPresent()) {
            return new Expression.Constant(bare.getAsDouble(), unit);
        }
        Typing typing = new Typing(input.isPresent() ? fields.get(input.getAsInt()) : Map.of());
        Expression expression = typing.of(syntax);
        if (typing.failed) {
            return new Expression.Constant(0, unit);
        }
        if (!expression.unit().commensurable(unit)) {
            mismatch(
                    syntax.position(),
                    what + " has dimension " + expression.unit().dimension() + " in '" + syntax.words() + "'",
                    "dimension " + unit.dimension() + " (unit " + unit + ") is needed");
            return new Expression.Constant(0, unit);
        }
        return scaled(expression, unit);
    }

    /** A number alone without a unit, with or without a sign. */
    private static OptionalDouble bare(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Literal number when number.unit().isEmpty() -> OptionalDouble.of(number.value());
            case Syntax.Negated negated
            when negated.of() instanceof Syntax.Literal number && number.unit().isEmpty() ->
                OptionalDouble.of(-number.value());
            default -> OptionalDouble.empty();
        };
    }

    Expression.Condition condition(Syntax syntax) {
        return new Typing(Map.of()).condition(syntax);
    }

    private void mismatch(Position at, String what, String rule) {
        problems.error(at, what, rule);
    }

    private static Expression scaled(Expression expression, Unit unit) {
        double factor = expression.unit().factorTo(unit);
        if (factor == 1) {
            return expression;
        }
        return expression instanceof Expression.Constant constant
                ? new Expression.Constant(constant.value() * factor, unit)
                : new Expression.Scaled(expression, factor, unit);
    }

    /** One walk over one expression. */
    private final class Typing {
        private Map<String, Expression.Reference> local;
        private boolean failed;

        Typing(Map<String, Expression.Reference> local) {
            this.local = local;
        }

        Expression of(Syntax syntax) {
            return switch (syntax) {
                case Syntax.Literal number -> new Expression.Constant(number.value(), unit(number));
                case Syntax.Name name -> name(name);
                case Syntax.Negated negated -> {
                    Expression inner = of(negated.of());
                    yield inner instanceof Expression.Constant constant
                            ? new Expression.Constant(-constant.value(), constant.unit())
                            : new Expression.Negated(inner, inner.unit());
                }
                case Syntax.Infix infix -> infix(infix);
                case Syntax.Call call -> call(call);
                case Syntax.Not not ->
                    fail(
                            not,
                            "a condition where a number is needed in '" + not.words() + "'",
                            "conditions stand first in if(condition, a, b)");
            };
        }

        private Expression fail(Syntax at, String what, String rule) {
            failed = true;
            problems.error(at.position(), what, rule);
            return new Expression.Constant(1, Unit.ONE);
        }

        private Unit unit(Syntax.Literal number) {
            try {
                return number.unit().isEmpty() ? Unit.ONE : Unit.parse(number.unit());
            } catch (IllegalArgumentException e) {
                fail(number, String.valueOf(e.getMessage()), "a unit in brackets is a UCUM code");
                return Unit.ONE;
            }
        }

        private Expression name(Syntax.Name name) {
            Expression.Reference reference = local.get(name.name());
            if (reference == null) {
                reference = names.get(name.name().equals(TIME) ? TIME : prefix + name.name());
            }
            if (reference == null) {
                failed = true;
                List<String> valid = new ArrayList<>(local.keySet());
                valid.add(TIME);
                valid.addAll(visible.computeIfAbsent(prefix, same -> visible(names.keySet())));
                problems.unknown(name.position(), "name", name.name(), valid);
                return new Expression.Constant(1, Unit.ONE);
            }
            return reference;
        }

        /** Those names that a file sees, as it writes them. An included file sees nothing of the file that includes it. */
        private List<String> visible(Set<String> all) {
            return all.stream()
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length()))
                    .sorted()
                    .toList();
        }

        private Expression infix(Syntax.Infix infix) {
            Expression left = of(infix.left());
            Expression right = of(infix.right());
            return switch (infix.operator()) {
                case "+" -> joined(Expression.Operator.ADD, infix, left, right);
                case "-" -> joined(Expression.Operator.SUBTRACT, infix, left, right);
                case "*" ->
                    new Expression.Binary(
                            Expression.Operator.MULTIPLY,
                            left,
                            right,
                            left.unit().times(right.unit()));
                case "/" ->
                    new Expression.Binary(
                            Expression.Operator.DIVIDE, left, right, left.unit().per(right.unit()));
                case "^" -> power(infix, left, right);
                default ->
                    fail(
                            infix,
                            "a condition where a number is needed in '" + infix.words() + "'",
                            "conditions stand first in if(condition, a, b)");
            };
        }

        private Expression joined(Expression.Operator operator, Syntax at, Expression left, Expression right) {
            return new Expression.Binary(operator, left, alike(at, left, right), left.unit());
        }

        /** The right operand in the unit of the left. */
        private Expression alike(Syntax at, Expression left, Expression right) {
            if (failed || left.unit().commensurable(right.unit())) {
                return failed ? right : scaled(right, left.unit());
            }
            fail(
                    at,
                    "dimensions " + left.unit().dimension() + " and "
                            + right.unit().dimension() + " in '" + at.words() + "'",
                    "both sides need the same dimension");
            return right;
        }

        private Expression power(Syntax at, Expression base, Expression exponent) {
            Expression plain = plain(at, exponent);
            if (base.unit().dimensionless()) {
                return new Expression.Binary(Expression.Operator.POWER, plain(at, base), plain, Unit.ONE);
            }
            if (plain instanceof Expression.Constant constant
                    && constant.value() == Math.rint(constant.value())
                    && Math.abs(constant.value()) <= 12
                    && Math.abs(constant.value()) * base.unit().code().length() <= MOST_UNIT_CODE) {
                return new Expression.Binary(
                        Expression.Operator.POWER, base, plain, base.unit().power((int) constant.value()));
            }
            return fail(
                    at,
                    "a power of dimension " + base.unit().dimension() + " in '" + at.words() + "'",
                    "only a whole constant exponent from -12 to 12 may stand on a dimension");
        }

        /** An operand without dimension, brought to the scale 1. */
        private Expression plain(Syntax at, Expression operand) {
            if (failed || operand.unit().dimensionless()) {
                return failed ? operand : scaled(operand, Unit.ONE);
            }
            return fail(
                    at,
                    "dimension " + operand.unit().dimension() + " in '" + at.words() + "'",
                    "dimension 1 is needed here");
        }

        private Expression call(Syntax.Call call) {
            return switch (call.function()) {
                case "if" -> choice(call);
                case "sum_over" -> over(call, Expression.Combiner.SUM);
                case "max_over" -> over(call, Expression.Combiner.MAX);
                default -> {
                    Model.Table table = tables.get(prefix + call.function());
                    yield table == null ? function(call) : lookup(call, table);
                }
            };
        }

        private Expression lookup(Syntax.Call call, Model.Table table) {
            if (call.arguments().size() != 1) {
                return arity(call, 1);
            }
            Expression at = of(call.arguments().getFirst());
            if (!failed && !at.unit().commensurable(table.argument())) {
                return fail(
                        call,
                        "dimension " + at.unit().dimension() + " in '" + call.words() + "'",
                        "the table " + call.function() + " is read at dimension "
                                + table.argument().dimension() + " (unit " + table.argument() + ")");
            }
            return failed ? at : new Expression.Lookup(table, scaled(at, table.argument()), table.unit());
        }

        private Expression choice(Syntax.Call call) {
            if (call.arguments().size() != 3) {
                return arity(call, 3);
            }
            Expression.Condition condition = condition(call.arguments().get(0));
            Expression then = of(call.arguments().get(1));
            Expression otherwise = alike(call, then, of(call.arguments().get(2)));
            return new Expression.If(condition, then, otherwise, then.unit());
        }

        private Expression over(Syntax.Call call, Expression.Combiner combiner) {
            if (call.arguments().size() != 2 || !(call.arguments().get(0) instanceof Syntax.Name name)) {
                return fail(
                        call,
                        "'" + call.words() + "'",
                        call.function() + " needs the name of an input and an expression");
            }
            Integer input = inputs.get(prefix + name.name());
            if (input == null) {
                failed = true;
                problems.unknown(name.position(), "input", name.name(), visible(inputs.keySet()));
                return new Expression.Constant(0, Unit.ONE);
            }
            Map<String, Expression.Reference> outside = local;
            local = new HashMap<>(fields.get(input));
            local.put("since", new Expression.Reference(new Symbol.Since(input), time));
            Expression body = of(call.arguments().get(1));
            local = outside;
            return new Expression.Over(combiner, input, body, body.unit());
        }

        private Expression arity(Syntax.Call call, int needed) {
            return fail(
                    call,
                    call.function() + " with " + call.arguments().size() + " arguments",
                    call.function() + " has " + needed);
        }

        private Expression function(Syntax.Call call) {
            Optional<Expression.Function> known = Arrays.stream(Expression.Function.values())
                    .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(call.function()))
                    .findFirst();
            if (known.isEmpty()) {
                failed = true;
                List<String> valid = new ArrayList<>(FUNCTIONS);
                valid.addAll(visible(tables.keySet()));
                problems.unknown(call.position(), "function", call.function(), valid);
                return new Expression.Constant(1, Unit.ONE);
            }
            if (call.arguments().size() != known.get().arity()) {
                return arity(call, known.get().arity());
            }
            List<Expression> arguments = call.arguments().stream().map(this::of).toList();
            return failed ? arguments.getFirst() : typed(call, known.get(), arguments);
        }

        private Expression typed(Syntax.Call call, Expression.Function function, List<Expression> arguments) {
            Expression first = arguments.getFirst();
            return switch (function) {
                case EXP, LN, LOG10, TANH, SIN, COS, LOGISTIC ->
                    new Expression.Call(function, List.of(plain(call, first)), Unit.ONE);
                case ABS, POS -> new Expression.Call(function, arguments, first.unit());
                case MIN, MAX ->
                    new Expression.Call(function, List.of(first, alike(call, first, arguments.get(1))), first.unit());
                case POW -> power(call, first, arguments.get(1));
                case SQRT ->
                    first.unit()
                            .root()
                            .<Expression>map(root -> new Expression.Call(function, arguments, root))
                            .orElseGet(() -> fail(
                                    call,
                                    "the root of dimension " + first.unit().dimension(),
                                    "every power in it must be even"));
                case HILL ->
                    new Expression.Call(
                            function,
                            List.of(first, alike(call, first, arguments.get(1)), plain(call, arguments.get(2))),
                            Unit.ONE);
            };
        }

        Expression.Condition condition(Syntax syntax) {
            return switch (syntax) {
                case Syntax.Not not -> new Expression.Condition.Not(condition(not.of()));
                case Syntax.Infix infix
                when infix.operator().equals("and") ->
                    new Expression.Condition.And(condition(infix.left()), condition(infix.right()));
                case Syntax.Infix infix
                when infix.operator().equals("or") ->
                    new Expression.Condition.Or(condition(infix.left()), condition(infix.right()));
                case Syntax.Infix infix
                when relation(infix.operator()).isPresent() -> {
                    Expression left = of(infix.left());
                    yield new Expression.Condition.Compare(
                            relation(infix.operator()).get(), left, alike(infix, left, of(infix.right())));
                }
                default -> {
                    fail(
                            syntax,
                            "'" + syntax.words() + "' is not a condition",
                            "a condition compares two numbers: < <= > >= == !=");
                    yield new Expression.Condition.Compare(
                            Expression.Relation.LESS,
                            new Expression.Constant(0, Unit.ONE),
                            new Expression.Constant(0, Unit.ONE));
                }
            };
        }

        private static Optional<Expression.Relation> relation(String operator) {
            return switch (operator) {
                case "<" -> Optional.of(Expression.Relation.LESS);
                case "<=" -> Optional.of(Expression.Relation.LESS_EQUAL);
                case ">" -> Optional.of(Expression.Relation.GREATER);
                case ">=" -> Optional.of(Expression.Relation.GREATER_EQUAL);
                case "==" -> Optional.of(Expression.Relation.EQUAL);
                case "!=" -> Optional.of(Expression.Relation.NOT_EQUAL);
                default -> Optional.empty();
            };
        }
    }
}
