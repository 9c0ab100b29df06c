package org.blastema.trial;

import java.util.List;
import java.util.Optional;
import org.blastema.core.Distribution;
import org.blastema.core.Level;
import org.blastema.core.Parameter;
import org.blastema.core.Range;
import org.blastema.core.Spread;

/**
 * A number that chance moves. Spreads act in the order replacing, multiplicative, additive; the result is held to the
 * range.
 *
 * @param name FILE.parameter, which names its chance
 * @param centre the value without chance
 * @param spreads at most one a level, in the order in which they act
 * @param range where the result is clamped to
 */
record Variable(String name, double centre, List<Spread> spreads, Optional<Range> range) {
    /** A parameter of a file. */
    static Variable of(String file, Parameter parameter) {
        return new Variable(file + "." + parameter.name(), parameter.value(), parameter.spreads(), parameter.range());
    }

    /** The same without chance, at a value that a scenario or a switch gives. */
    Variable fixed(double value) {
        return new Variable(name, value, List.of(), Optional.empty());
    }

    /** The same, one of two values for each patient. */
    Variable either(double usual, double other, double shareOfOther) {
        Distribution choice = new Distribution.Choice(List.of(usual, other), List.of(1 - shareOfOther, shareOfOther));
        return new Variable(name, usual, List.of(new Spread(Level.PATIENT, choice)), Optional.empty());
    }

    /** The same around another centre. Spreads that replace the value would hide it, so they go. */
    Variable around(double value) {
        List<Spread> kept = spreads.stream()
                .filter(spread -> spread.distribution().kind() != Distribution.Kind.REPLACING)
                .toList();
        return new Variable(name, value, kept, range);
    }
}
