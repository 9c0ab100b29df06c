package org.blastema.trial;

import java.util.List;

/**
 * What tables need to know of an arm.
 *
 * @param name name of the arm
 * @param terms adverse events of its product, in the order of the file
 * @param followed states, quantities and readouts of its model that followed twins record, in this order
 */
public record ArmPlan(String name, List<Term> terms, List<Followed> followed) {
    /** An adverse event of the arm. */
    public record Term(String name, boolean serious) {}

    /** Something followed over time, with its UCUM unit. */
    public record Followed(String name, String unit) {}
}
