package org.blastema.evidence;

import org.blastema.core.Knowledge;
import org.blastema.statistics.Interval;

/**
 * A published trial that found no difference, and what simulated trials of its size find.
 *
 * @param area the area of the trial
 * @param trial name of the trial and of its study
 * @param arm the arm that was hoped to be better
 * @param versus the other arm
 * @param endpoint name of the readout
 * @param month of the visit
 * @param known whether the numbers of the model were drawn from the posterior of the area, without this trial where it took part
 * @param difference mean of the simulated differences, arm less versus, in the unit of the endpoint
 * @param prediction95 where 95 % of the simulated trials fall
 * @param power share of the simulated trials whose planned analysis finds a difference
 * @param power95 95 % interval of it, each simulated trial counted once; too narrow where draws are weighed
 * @param knowledge how the finding is known
 * @param why the simulation expects a difference all the same, or cannot tell, as the list says; empty where it says nothing
 */
public record NullTrial(
        String area,
        String trial,
        String arm,
        String versus,
        String endpoint,
        double month,
        boolean known,
        double difference,
        Interval prediction95,
        double power,
        Interval power95,
        Knowledge knowledge,
        String why) {

    /** Half of the trials of this size would find a difference. */
    public static final double ENOUGH = 0.5;

    /** Whether the simulation predicts that this trial finds a difference. */
    public boolean positive() {
        return !undecided() && (power >= ENOUGH || !prediction95.contains(0));
    }

    /** Whether so many simulated trials cannot tell if half of such trials find a difference, and zero lies within. */
    public boolean undecided() {
        return power95.contains(ENOUGH) && prediction95.contains(0);
    }
}
