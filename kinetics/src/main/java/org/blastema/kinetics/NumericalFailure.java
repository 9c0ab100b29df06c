package org.blastema.kinetics;

import java.util.Locale;

/** A solve that could not be finished. Names the time, the state and the step. */
public final class NumericalFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NumericalFailure(double time, String state, double step, String what) {
        super(String.format(Locale.ROOT, "%s at time %.6g in state %s with step %.3g", what, time, state, step));
    }
}
