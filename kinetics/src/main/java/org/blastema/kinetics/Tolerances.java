package org.blastema.kinetics;

import org.blastema.model.Model;

/**
 * The error allowed in one step.
 *
 * @param relative of the size of a state
 * @param absolute one number per state, in its unit
 */
public record Tolerances(double relative, double[] absolute) {
    /** The same relative tolerance for all states, the absolute at a hundredth of it on the scale of each state. */
    public static Tolerances of(Model model, double relative) {
        return new Tolerances(
                relative,
                model.states().stream()
                        .mapToDouble(state -> 0.01 * relative * state.scale())
                        .toArray());
    }
}
