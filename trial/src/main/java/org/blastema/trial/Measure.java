package org.blastema.trial;

import java.util.Optional;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Unit;
import org.blastema.core.Yaml;

/** Texts like {@code 6 mo}: a number, a blank, a unit. */
final class Measure {
    private final Problems problems;

    Measure(Problems problems) {
        this.problems = problems;
    }

    /** The node's value in a unit; a problem is noted where it is no finite measure of that dimension. */
    Optional<Double> in(Unit target, Yaml node) {
        if (!(node instanceof Yaml.Scalar scalar)) {
            problems.error(node.position(), "a list or a map", "a number and its unit belong here, as in 6 mo");
            return Optional.empty();
        }
        String text = scalar.text().strip();
        int gap = text.indexOf(' ');
        String number = gap < 0 ? text : text.substring(0, gap);
        Optional<Double> value = number(number, scalar.position());
        if (value.isEmpty()) {
            return value;
        }
        if (gap < 0) {
            problems.error(
                    scalar.position(),
                    "\"" + text + "\" has no unit",
                    "a number and its unit belong here",
                    text + " " + target.code());
            return Optional.empty();
        }
        return convert(value.get(), text.substring(gap + 1).strip(), target, scalar.position());
    }

    /** A finite number. */
    Optional<Double> number(String text, Position position) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return Optional.of(value);
            }
        } catch (NumberFormatException e) {
            problems.error(position, "\"" + text + "\" is not a number", "a finite number belongs here");
            return Optional.empty();
        }
        problems.error(position, text, "a number must be finite");
        return Optional.empty();
    }

    private Optional<Double> convert(double value, String code, Unit target, Position position) {
        Unit unit;
        try {
            unit = Unit.parse(code);
        } catch (IllegalArgumentException e) {
            problems.error(position, "unit \"" + code + "\"", "a unit is a UCUM code", target.code());
            return Optional.empty();
        }
        if (!unit.commensurable(target)) {
            problems.error(
                    position,
                    code + " has dimension " + unit.dimension(),
                    target.code() + " is needed, dimension " + target.dimension(),
                    target.code());
            return Optional.empty();
        }
        return Optional.of(value * unit.factorTo(target));
    }
}
