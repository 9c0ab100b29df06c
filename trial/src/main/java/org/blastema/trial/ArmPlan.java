package org.blastema.trial;

import java.util.List;
import java.util.SequencedMap;

/**
 * What tables need to know of an arm.
 *
 * @param name name of the arm
 * @param terms adverse events of its product, in the order of the file
 * @param doses what its product gives
 * @param followed states, quantities and readouts of its model that followed twins record, in this order
 */
public record ArmPlan(String name, List<Term> terms, List<Dose> doses, List<Followed> followed) {
    /** One dose: the input, the day, the value of each field of the input in its own unit. */
    public record Dose(String input, double day, SequencedMap<String, Double> with) {}

    /** An adverse event of the arm. */
    public record Term(String name, boolean serious) {}

    /** Something followed over time, with its UCUM unit. */
    public record Followed(String name, String unit) {}
}
