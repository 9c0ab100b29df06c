package org.blastema.trial;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.blastema.core.Text;
import org.blastema.model.Model;

/**
 * What tables need to know of an arm.
 *
 * @param name name of the arm
 * @param terms adverse events of its product, in the order of the file, then those of the model of its harms
 * @param doses what its product gives
 * @param followed states, quantities and readouts of its model that followed twins record, in this order
 */
public record ArmPlan(String name, List<Term> terms, List<Dose> doses, List<Followed> followed) {
    /** One dose: the input, the day, the value of each field of the input in its own unit. */
    public record Dose(String input, double day, SequencedMap<String, Double> with) {}

    /**
     * An adverse event of the arm.
     *
     * @param label its words
     * @param related how surely it comes from what was given; absent where the product does not say
     */
    public record Term(String name, Text label, boolean serious, Optional<Model.Related> related) {
        /** Whether what was given may have brought it; true where the product does not say. */
        public boolean mayBeBrought() {
            return related.filter(Model.Related.UNRELATED::equals).isEmpty();
        }
    }

    /** Something followed over time, with its UCUM unit. */
    public record Followed(String name, String unit) {}
}
