package org.blastema.statistics;

import org.blastema.core.Philox;

/**
 * Trajectories through the unit cube that move one coordinate a step (Morris 1991): from a point of chance, in an order of chance, each
 * coordinate once by half of the cube. The levels are the middles of quarters, so that no coordinate is 0 or 1.
 */
public final class MorrisPoints {
    /** How far a coordinate is moved. */
    public static final double STEP = 0.5;

    private static final int LEVELS = 4;
    /** Tells the draws of the order from those of the start. */
    private static final int ORDER = 1;

    private final long seed;
    private final int dimensions;
    /** [trajectory][dimension] the step with which it is moved, from 1 on. */
    private final int[][] when;

    /**
     * @param seed of the chance
     * @param trajectories 1 or more
     * @param dimensions 1 or more
     */
    public MorrisPoints(long seed, int trajectories, int dimensions) {
        this.seed = seed;
        this.dimensions = dimensions;
        this.when = new int[trajectories][];
        for (int trajectory = 0; trajectory < trajectories; trajectory++) {
            when[trajectory] = shuffled(trajectory);
        }
    }

    private int[] shuffled(int trajectory) {
        int[] order = new int[dimensions];
        for (int d = 0; d < dimensions; d++) {
            int place = below(trajectory, d, ORDER, d + 1);
            order[d] = order[place];
            order[place] = d + 1;
        }
        return order;
    }

    private int below(int trajectory, int dimension, int what, int bound) {
        long digits = Philox.block(trajectory, dimension, what, 0, (int) seed, (int) (seed >>> 32));
        return (int) Math.unsignedMultiplyHigh(digits, bound);
    }

    /**
     * A coordinate.
     *
     * @param step 0 for the start, up to the number of dimensions
     * @return one of 1/8, 3/8, 5/8 and 7/8
     */
    public double at(int trajectory, int step, int dimension) {
        double start = (below(trajectory, dimension, 0, LEVELS) + 0.5) / LEVELS;
        return step < when[trajectory][dimension] ? start : start + (start < 0.5 ? STEP : -STEP);
    }

    /** The step with which a coordinate is moved, 1 to the number of dimensions. */
    public int when(int trajectory, int dimension) {
        return when[trajectory][dimension];
    }

    /**
     * The elementary effect of a coordinate in a trajectory: what a value changes by, for the whole width of the coordinate.
     *
     * @param before value before the step that moves it
     * @param after value after it
     */
    public double effect(int trajectory, int dimension, double before, double after) {
        int step = when(trajectory, dimension);
        return (after - before) / (at(trajectory, step, dimension) - at(trajectory, step - 1, dimension));
    }
}
