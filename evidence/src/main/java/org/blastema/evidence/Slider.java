package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import org.blastema.core.Text;
import org.blastema.core.Yaml;

/**
 * One question of the book of claims with a handle that moves between runs, {@code sliders/NAME.yaml}. Every stop is really simulated;
 * nothing lies between two stops.
 *
 * @param name of its file
 * @param place where it stands among the others, 1 for the first
 * @param title its words
 * @param question what the handle changes
 * @param lesson what does and does not follow
 * @param shows what is told at each stop
 * @param study name of the study that is run
 * @param scenario of the run
 * @param trials simulated, fewer where fewer draws are asked for
 * @param endpoint name of the readout
 * @param month months after treatment
 * @param batches runs, each with its stops, in the order of the handle
 */
public record Slider(
        String name,
        int place,
        Text title,
        Text question,
        Text lesson,
        Shows shows,
        String study,
        String scenario,
        int trials,
        String endpoint,
        double month,
        List<Batch> batches) {

    /** What is told at each stop. */
    public enum Shows {
        /** The change of the endpoint, and the share of people who gain enough. */
        CHANGE,
        /** The share of people with a serious harm that what was given may have brought. */
        SERIOUS_HARM,
        /** How often a trial comes out positive, where the treatment works and where it does not. */
        BELIEF
    }

    /**
     * One run and the stops that it gives.
     *
     * @param with laid over the study's file
     */
    public record Batch(Yaml.Mapping with, List<Stop> stops) {}

    /**
     * One place of the handle.
     *
     * @param label its words; absent for those of the arm's step
     * @param arm the arm that is told
     * @param versus what stands beside it; absent for the study's reference alone
     * @param beside words of what stands beside it; absent for those of the study
     * @param unseen whether a study of this design has no such comparator, so that its readers do not see it
     */
    public record Stop(
            Optional<Text> label, String arm, Optional<String> versus, Optional<Text> beside, boolean unseen) {}

    /** All stops in the order of the handle. */
    public List<Stop> stops() {
        return batches.stream().flatMap(batch -> batch.stops().stream()).toList();
    }
}
