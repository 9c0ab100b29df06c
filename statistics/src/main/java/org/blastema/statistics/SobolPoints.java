package org.blastema.statistics;

import org.blastema.core.Philox;
import org.hipparchus.random.SobolSequenceGenerator;

/**
 * The first points of the Sobol sequence (directions of Joe and Kuo 2008), scrambled by a random digital shift (Owen 2003): the digits of
 * each dimension are flipped by digits of chance of its own. Points of different scrambles are independent, each is uniform.
 */
public final class SobolPoints {
    /** Most dimensions of a point. */
    public static final int DIMENSIONS = 1000;

    private static final int DIGITS = 52;

    private final long[][] digits;

    /**
     * @param points how many; a power of 2 keeps them balanced
     * @param dimensions 1 to {@link #DIMENSIONS}
     */
    public SobolPoints(int points, int dimensions) {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimensions);
        digits = new long[points][dimensions];
        for (long[] point : digits) {
            double[] next = sequence.nextVector();
            for (int d = 0; d < dimensions; d++) {
                point[d] = (long) (next[d] * 0x1p52);
            }
        }
    }

    /**
     * A coordinate.
     *
     * @param seed of the scrambling
     * @param scramble number of the scramble
     * @return in the open interval (0, 1)
     */
    public double at(long seed, int scramble, int point, int dimension) {
        long shift = Philox.block(scramble, dimension, 0, 0, (int) seed, (int) (seed >>> 32)) >>> (Long.SIZE - DIGITS);
        return ((digits[point][dimension] ^ shift) + 0.5) * 0x1p-52;
    }

    /** How many dimensions the points have. */
    public int dimensions() {
        return digits[0].length;
    }
}
