package org.blastema.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.blastema.statistics.Moments;
import org.blastema.statistics.TemperedSampler;

/**
 * What several independent islands of particles found.
 *
 * @param islands of equal size, at least two
 */
record Islands(List<TemperedSampler.Island> islands) {
    Islands {
        islands = List.copyOf(islands);
    }

    private int size() {
        return islands.getFirst().draws().length;
    }

    private double[] of(TemperedSampler.Island island, int dimension) {
        return Arrays.stream(island.draws())
                .mapToDouble(draw -> draw[dimension])
                .toArray();
    }

    /** All draws, island after island. */
    double[][] all() {
        return islands.stream().flatMap(each -> Arrays.stream(each.draws())).toArray(double[][]::new);
    }

    /** Some of the draws, evenly from all islands. */
    double[][] some(int draws) {
        double[][] all = all();
        return IntStream.range(0, draws)
                .mapToObj(i -> all[(int) ((long) i * all.length / draws)])
                .toArray(double[][]::new);
    }

    private double within(int dimension) {
        return islands.stream()
                .mapToDouble(each -> Moments.of(of(each, dimension)).variance())
                .average()
                .orElseThrow();
    }

    private double between(int dimension) {
        return Moments.of(islands.stream()
                        .mapToDouble(each -> Moments.of(of(each, dimension)).mean())
                        .toArray())
                .variance();
    }

    /** Potential scale reduction over the islands (Gelman and Rubin 1992); 1 where they agree. */
    double rHat(int dimension) {
        double n = size();
        return Math.sqrt((n - 1) / n + between(dimension) / within(dimension));
    }

    /** How many independent draws know the mean as well as the islands together do; at most all draws. */
    double effective(int dimension) {
        double all = (double) size() * islands.size();
        return Math.min(all, islands.size() * within(dimension) / between(dimension));
    }

    /** The largest scale reduction of any dimension. */
    double mostRHat() {
        return dimensions().mapToDouble(this::rHat).max().orElseThrow();
    }

    /** The fewest independent draws that any dimension is known by. */
    double leastEffective() {
        return dimensions().mapToDouble(this::effective).min().orElseThrow();
    }

    private IntStream dimensions() {
        return IntStream.range(0, islands.getFirst().draws()[0].length);
    }

    /** Mean and spread over the islands of the logarithm of the evidence. */
    Moments logEvidence() {
        return Moments.of(islands.stream()
                .mapToDouble(TemperedSampler.Island::logEvidence)
                .toArray());
    }
}
