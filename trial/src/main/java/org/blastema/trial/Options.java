package org.blastema.trial;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the command line changes in a study.
 *
 * @param patients per arm in one trial
 * @param trials replicate trials
 * @param seed seed of all chance
 * @param scenario name of the run's scenario
 * @param sets edits of the study's node tree, {@code path=value}
 */
public record Options(
        OptionalInt patients, OptionalInt trials, OptionalLong seed, Optional<String> scenario, List<String> sets) {
    /** Changes nothing. */
    public static Options none() {
        return new Options(OptionalInt.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.empty(), List.of());
    }
}
