package org.blastema.model.graph;

import java.util.Arrays;

/** The inputs given so far, by kind, in the order of time. */
public final class History {
    private final double[][] times;
    private final double[][][] fields;
    private final int[] counts;

    /**
     * @param inputs how many kinds of input the model has
     */
    public History(int inputs) {
        times = new double[inputs][4];
        fields = new double[inputs][4][];
        counts = new int[inputs];
    }

    public void clear() {
        Arrays.fill(counts, 0);
    }

    /**
     * Notes an input.
     *
     * @param given one number per field, kept, not copied
     */
    public void add(int input, double time, double[] given) {
        int count = counts[input];
        if (count == times[input].length) {
            times[input] = Arrays.copyOf(times[input], 2 * count);
            fields[input] = Arrays.copyOf(fields[input], 2 * count);
        }
        times[input][count] = time;
        fields[input][count] = given;
        counts[input]++;
    }

    public int count(int input) {
        return counts[input];
    }

    public double time(int input, int which) {
        return times[input][which];
    }

    public double[] fields(int input, int which) {
        return fields[input][which];
    }
}
