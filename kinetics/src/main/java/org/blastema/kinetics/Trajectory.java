package org.blastema.kinetics;

import java.util.Arrays;
import org.blastema.model.graph.History;

/** The course of a solve at the times asked for. Belongs to its solver and holds until the next solve. */
public final class Trajectory {
    private final Equations equations;
    private final History history;
    private double[] times = new double[0];
    private double[][] states = new double[0][];
    private final int n;
    int steps;
    int rejected;

    Trajectory(int n, Equations equations, History history) {
        this.n = n;
        this.equations = equations;
        this.history = history;
    }

    void reset(double[] wanted) {
        times = wanted;
        if (states.length < wanted.length) {
            int before = states.length;
            states = Arrays.copyOf(states, wanted.length);
            for (int i = before; i < states.length; i++) {
                states[i] = new double[n];
            }
        }
        steps = 0;
        rejected = 0;
    }

    double[] row(int point) {
        return states[point];
    }

    public int points() {
        return times.length;
    }

    public double time(int point) {
        return times[point];
    }

    public double state(int point, int state) {
        return states[point][state];
    }

    /** Readouts at a point; values may differ from those of the solve in what only readouts use. */
    public void readouts(int point, double[] values, double[] out) {
        equations.readouts(times[point], states[point], values, history, out);
    }

    public void quantities(int point, double[] values, double[] out) {
        equations.quantities(times[point], states[point], values, history, out);
    }

    /** What can go wrong as it stands at a point. */
    public void harms(int point, double[] values, double[] out) {
        equations.harms(times[point], states[point], values, history, out);
    }

    /** Accepted steps. */
    public int steps() {
        return steps;
    }

    /** Steps tried and given up as too long. */
    public int rejected() {
        return rejected;
    }
}
