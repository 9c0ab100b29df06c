package org.blastema.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.blastema.core.Fields;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Yaml;

/**
 * Reads infix notation by precedence climbing: {@code or}, {@code and}, {@code not}, comparisons, sums, products, unary minus,
 * powers (to the right), calls, names, numbers with an optional unit in brackets.
 */
final class SyntaxReader {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<number>(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?)|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*+)|(?<unit>\\[[^\\]]*])|(?<sign><=|>=|==|!=|[-+*/^(),<>])");
    private static final int MOST_DEPTH = 200;
    private static final int MOST_HEIGHT = 600;
    private static final int MOST_CHARACTERS = 20_000;

    private record Token(String text, String kind, int column) {}

    private final Yaml.Scalar source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;

    /** Height of the tree that was read last; long chains of operators are high trees too. */
    private int height;

    private SyntaxReader(Yaml.Scalar source) {
        this.source = source;
    }

    /** The expression, or empty and a problem with its place. */
    static Optional<Syntax> read(Yaml node, Problems problems, String what) {
        if (!(node instanceof Yaml.Scalar scalar)) {
            problems.error(
                    node.position(), what + " is not a text", "an expression is needed, in quotes if it holds [ or {");
            return Optional.empty();
        }
        try {
            return Optional.of(new SyntaxReader(scalar).whole());
        } catch (InvalidInput e) {
            e.problems().forEach(p -> problems.error(p.position(), what + ": " + p.what(), p.rule()));
            return Optional.empty();
        }
    }

    private Syntax whole() {
        if (source.text().length() > MOST_CHARACTERS) {
            throw wrong(0, source.text().length() + " characters", "an expression has at most " + MOST_CHARACTERS);
        }
        tokens();
        Syntax result = infix(-2);
        if (at < tokens.size()) {
            throw wrong("an operator or the end");
        }
        return result;
    }

    private void tokens() {
        Matcher matcher = TOKEN.matcher(source.text());
        int place = 0;
        while (place < source.text().length()) {
            if (Character.isWhitespace(source.text().charAt(place))) {
                place++;
                continue;
            }
            matcher.region(place, source.text().length());
            if (!matcher.lookingAt()) {
                throw wrong(
                        place,
                        "the character '" + source.text().charAt(place) + "'",
                        "expressions hold numbers, names, + - * / ^ ( ) , and comparisons");
            }
            String kind = matcher.group("number") != null
                    ? "number"
                    : matcher.group("name") != null
                            ? word(matcher.group())
                            : matcher.group("unit") != null ? "unit" : "sign";
            tokens.add(new Token(matcher.group(), kind, place));
            place = matcher.end();
        }
    }

    private static String word(String name) {
        return Syntax.binding(name) > Syntax.NO_OPERATOR ? "sign" : "name";
    }

    private Syntax infix(int least) {
        if (++depth > MOST_DEPTH) {
            throw wrong("nesting of at most " + MOST_DEPTH);
        }
        Syntax left = prefix();
        int tallest = height;
        while (at < tokens.size() && Syntax.binding(tokens.get(at).text()) >= least) {
            Token operator = tokens.get(at++);
            int own = Syntax.binding(operator.text());
            Syntax right = infix(operator.text().equals("^") ? own : own + 1);
            left = new Syntax.Infix(operator.text(), left, right, place(operator.column()));
            tallest = grown(Math.max(tallest, height));
        }
        height = tallest;
        depth--;
        return left;
    }

    private int grown(int tallest) {
        if (tallest >= MOST_HEIGHT) {
            throw wrong("a chain of at most " + MOST_HEIGHT + " operators, cut into quantities,");
        }
        return tallest + 1;
    }

    private Syntax prefix() {
        if (at >= tokens.size()) {
            throw wrong("a number, a name or '('");
        }
        Token token = tokens.get(at++);
        Position here = place(token.column());
        height = 1;
        return switch (token.text()) {
            case "-" -> new Syntax.Negated(infix(5), here);
            case "not" -> new Syntax.Not(infix(0), here);
            case "(" -> {
                Syntax inner = infix(-2);
                expect(")");
                yield inner;
            }
            default -> primary(token, here);
        };
    }

    private Syntax primary(Token token, Position here) {
        return switch (token.kind()) {
            case "number" -> literal(token, here);
            case "name" -> nameOrCall(token, here);
            default -> {
                at--;
                throw wrong("a number, a name or '('");
            }
        };
    }

    private Syntax literal(Token token, Position here) {
        boolean unit = at < tokens.size() && tokens.get(at).kind().equals("unit");
        String code = unit ? tokens.get(at++).text() : "[]";
        return new Syntax.Literal(
                finite(token), code.substring(1, code.length() - 1).trim(), here);
    }

    private Syntax nameOrCall(Token token, Position here) {
        if (at < tokens.size() && tokens.get(at).text().equals("(")) {
            at++;
            return new Syntax.Call(token.text(), arguments(), here);
        }
        return new Syntax.Name(token.text(), here);
    }

    private List<Syntax> arguments() {
        List<Syntax> arguments = new ArrayList<>();
        int tallest = 0;
        do {
            arguments.add(infix(-2));
            tallest = Math.max(tallest, height);
        } while (at < tokens.size() && tokens.get(at).text().equals(",") && at++ >= 0);
        expect(")");
        height = grown(tallest);
        return arguments;
    }

    private double finite(Token token) {
        return Fields.parse(token.text())
                .orElseThrow(() -> wrong(token.column(), "the number " + token.text(), "a finite number is needed"));
    }

    private void expect(String sign) {
        if (at >= tokens.size() || !tokens.get(at).text().equals(sign)) {
            throw wrong("'" + sign + "'");
        }
        at++;
    }

    private InvalidInput wrong(String needed) {
        boolean end = at >= tokens.size();
        int column = end ? source.text().length() : tokens.get(at).column();
        return wrong(
                column,
                end ? "the end of '" + shown() + "'" : "'" + tokens.get(at).text() + "' in '" + shown() + "'",
                needed + " is needed here");
    }

    private InvalidInput wrong(int column, String what, String rule) {
        return new InvalidInput(place(column), what, rule);
    }

    private String shown() {
        String text = source.text().strip().replaceAll("\\s+", " ");
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }

    /** The place in the file; the start of the text where its columns are not those of the file. */
    private Position place(int offset) {
        Position start = source.position();
        if (!source.verbatim()) {
            return start;
        }
        int before = source.text().codePointCount(0, offset) + (source.plain() ? 0 : 1);
        return new Position(start.file(), start.line(), start.column() + before);
    }
}
