package org.blastema.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.blastema.core.Chance;
import org.blastema.core.Level;
import org.blastema.core.Philox;
import org.blastema.core.Purpose;
import org.blastema.core.Uniforms;
import org.blastema.statistics.SobolPoints;
import org.blastema.trial.SamePersons;

/**
 * Two independent sets of points, A and B, and their mixtures. What is drawn once for a person, as the first candidate, takes a
 * coordinate of the Sobol points; occasions, later candidates and what has no coordinate take chance. Immutable; shared by threads.
 */
final class MixedPoints {
    /** The first counter word of the seeds of the sets. */
    private static final int SET = new Purpose(Level.KNOWLEDGE, "sensitivity").code();

    private final long seed;
    private final Map<Integer, Integer> dimensions = new LinkedHashMap<>();
    private final SobolPoints points;

    MixedPoints(List<SamePersons.Input> inputs, int persons, long seed) {
        this.seed = seed;
        inputs.stream()
                .filter(input -> input.level() != Level.OCCASION)
                .limit(SobolPoints.DIMENSIONS / 2)
                .forEach(input -> dimensions.put(input.purpose(), dimensions.size()));
        this.points = new SobolPoints(persons, Math.max(1, 2 * dimensions.size()));
    }

    /**
     * The uniforms of a replicate.
     *
     * @param fromB the purposes whose uniforms are those of B, all others are of A
     */
    Uniforms source(int replicate, IntPredicate fromB) {
        Chance a = chance(replicate, 0);
        Chance b = chance(replicate, 1);
        return (trial, unit, step, purpose) -> {
            boolean swapped = fromB.test(purpose);
            Integer dimension = step == 0 ? dimensions.get(purpose) : null;
            return dimension == null
                    ? (swapped ? b : a).uniform(trial, unit, step, purpose)
                    : points.at(seed, replicate, trial, 2 * dimension + (swapped ? 1 : 0));
        };
    }

    private Chance chance(int replicate, int set) {
        return new Chance(Philox.block(SET, replicate, set, 0, (int) seed, (int) (seed >>> 32)));
    }
}
