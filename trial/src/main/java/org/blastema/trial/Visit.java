package org.blastema.trial;

import java.util.Optional;
import org.blastema.core.Problems;
import org.blastema.core.Unit;
import org.blastema.core.Yaml;

/**
 * A visit after treatment.
 *
 * @param day days since treatment
 * @param month the same in months of 30.4375 days
 */
public record Visit(double day, double month) {
    /** Days of a month, a twelfth of 365.25. */
    public static final double MONTH = 30.4375;

    /** Months are written to two places, so that a visit within half a day is the one that is meant. */
    private static final double SAME_DAY = 0.5;

    /** The visit at a day. */
    public static Visit at(double day) {
        return new Visit(day, day / MONTH);
    }

    /** The visit that a node of a study such as {@code 6 mo} tells; empty where it tells none. */
    public static Optional<Visit> of(Yaml node) {
        return new Measure(new Problems()).in(Unit.parse("d"), node).map(Visit::at);
    }

    /** Whether the visit is at so many months after treatment. */
    public boolean isAt(double months) {
        return Math.abs(day - months * MONTH) < SAME_DAY;
    }

    /** Whether the visit is later than so many months after treatment. */
    public boolean isAfter(double months) {
        return day - months * MONTH >= SAME_DAY;
    }
}
