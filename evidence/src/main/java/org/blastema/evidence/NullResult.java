package org.blastema.evidence;

import java.util.List;
import org.blastema.core.Knowledge;
import org.blastema.core.Position;

/**
 * A comparison in which a trial found no difference.
 *
 * @param trial name of the trial
 * @param arm name of the arm
 * @param versus name of the arm that it is compared with
 * @param endpoint name of the readout
 * @param month after treatment
 * @param sources keys of the bibliography
 * @param knowledge how the finding is known; never recalled
 * @param note what a reader should know of it; empty for nothing
 * @param why the simulation expects a difference all the same, where it does; empty where nothing is said
 * @param position where it stands in the list
 */
public record NullResult(
        String trial,
        String arm,
        String versus,
        String endpoint,
        double month,
        List<String> sources,
        Knowledge knowledge,
        String note,
        String why,
        Position position) {}
