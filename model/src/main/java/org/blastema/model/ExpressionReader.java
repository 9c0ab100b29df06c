package org.blastema.model;

import java.util.Optional;
import java.util.OptionalInt;
import org.blastema.core.Problems;
import org.blastema.core.Unit;
import org.blastema.core.Yaml;

/** Reads the expressions of a model's parts, each with the names that its file sees. */
final class ExpressionReader {
    private final Scope scope;
    private final Problems problems;

    ExpressionReader(Scope scope, Problems problems) {
        this.scope = scope;
        this.problems = problems;
    }

    /** A condition and how it stands in the file. */
    record Condition(Expression.Condition condition, String words) {}

    Optional<Syntax> syntax(Yaml node, String what) {
        return SyntaxReader.read(node, problems, what);
    }

    Expression expression(Syntax syntax, ModelParts.Part part, Unit unit, String what, OptionalInt input) {
        scope.inside(part.prefix());
        Expression expression = scope.of(syntax, unit, what, input);
        scope.inside("");
        return expression;
    }

    Optional<Condition> condition(Yaml node, String prefix, String what) {
        return syntax(node, what).map(syntax -> {
            scope.inside(prefix);
            Expression.Condition condition = scope.condition(syntax);
            scope.inside("");
            return new Condition(condition, syntax.words());
        });
    }

    /** The expression under a key of a part; a constant 0, and a problem, if it is missing or wrong. */
    Model.Written written(ModelParts.Part part, String key, Unit unit) {
        Optional<Yaml> node = part.fields().node(key);
        if (node.isEmpty()) {
            part.fields().missing(key);
            return new Model.Written(new Expression.Constant(0, unit), "0");
        }
        String what = part.fields().what() + (key.equals("equation") ? "" : ", " + key);
        return syntax(node.get(), what)
                .map(s -> new Model.Written(expression(s, part, unit, what, OptionalInt.empty()), s.words()))
                .orElse(new Model.Written(new Expression.Constant(0, unit), "0"));
    }
}
