package org.blastema.core;

/** A source of uniforms, one for each counter; scrambled points can stand in for chance. */
@FunctionalInterface
public interface Uniforms {
    /**
     * @param trial number of the trial
     * @param unit who or what is drawn for, unique within its level and trial
     * @param step number of the occasion
     * @param purpose code of a {@link Purpose}
     * @return in the open interval (0, 1), always the same for the same counter
     */
    double uniform(int trial, int unit, int step, int purpose);
}
