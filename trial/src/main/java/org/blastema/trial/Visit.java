package org.blastema.trial;

/**
 * A visit after treatment.
 *
 * @param day days since treatment
 * @param month the same in months of 30.4375 days
 */
public record Visit(double day, double month) {
    /** Days of a month, a twelfth of 365.25. */
    public static final double MONTH = 30.4375;

    /** The visit at a day. */
    public static Visit at(double day) {
        return new Visit(day, day / MONTH);
    }
}
