package org.blastema.trial;

import java.util.Arrays;
import org.blastema.kinetics.CompiledModel;

/**
 * A person at time 0, before any dose, with what led there. Arms that give the same person other things enrol him alike.
 *
 * @param model whose states they are
 * @param early his values of what can change a bit of them, {@link Reach#early}
 * @param states at time 0, NaN where the equations could not be solved
 */
@SuppressWarnings("ArrayRecordComponent") // by the person; compared where it is asked for
record Enrolment(CompiledModel model, double[] early, double[] states) {
    /** Whether a person of a model is enrolled so. */
    boolean fits(CompiledModel other, double[] values) {
        return model.equals(other) && Arrays.equals(early, values);
    }

    /** How many numbers it holds. */
    int numbers() {
        return early.length + states.length;
    }
}
