package org.blastema.kinetics;

import java.util.Arrays;
import org.blastema.model.graph.History;

/** One step of an integrator, with the interpolant inside it. Holds the state of the solve it works on. */
abstract sealed class Stepper permits Tsit5, Rodas4 {
    final int n;
    final Equations equations;
    final History history;
    final Tolerances tolerances;
    /** State at the start of the step, at its end, and the error estimate. */
    final double[] y;

    final double[] next;
    final double[] error;
    double[] values = new double[0];

    Stepper(int n, Equations equations, History history, Tolerances tolerances) {
        this.n = n;
        this.equations = equations;
        this.history = history;
        this.tolerances = tolerances;
        y = new double[n];
        next = new double[n];
        error = new double[n];
    }

    /** Order of the method, which governs the size of steps. */
    abstract int order();

    /** Starts or restarts from a state, forgetting earlier steps. */
    void begin(double t, double[] state, double[] patient) {
        System.arraycopy(state, 0, y, 0, n);
        values = patient;
    }

    /** Tries a step; fills {@link #next} and {@link #error}. False if it cannot be computed at this size. */
    abstract boolean attempt(double t, double h);

    /** The state at a share of the step last attempted, 0 to 1. */
    abstract void interpolate(double share, double h, double[] out);

    /** Takes the step: its end becomes the start of the next one. */
    void accept(double t, double h) {
        System.arraycopy(next, 0, y, 0, n);
    }

    /** True if the steps are held back by stability rather than accuracy. */
    boolean stiff() {
        return false;
    }

    /** Root mean square of the error relative to what is allowed; not finite if the step went wrong. */
    double norm() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double size = Math.max(Math.abs(y[i]), Math.abs(next[i]));
            double ratio = error[i] / (tolerances.absolute()[i] + tolerances.relative() * size);
            sum += ratio * ratio;
        }
        return Math.sqrt(sum / n);
    }

    /** First step from sizes of state and rate (Hairer, Norsett and Wanner 1993, II.4). */
    double firstStep(double t, double span, double[] rates) {
        double size = 0;
        double speed = 0;
        for (int i = 0; i < n; i++) {
            double scale = tolerances.absolute()[i] + tolerances.relative() * Math.abs(y[i]);
            size += y[i] / scale * (y[i] / scale);
            speed += rates[i] / scale * (rates[i] / scale);
        }
        double h = size < 1e-10 || speed < 1e-10 ? 1e-6 * span : 0.01 * Math.sqrt(size / speed);
        return Math.min(span, h > 0 && h < Double.POSITIVE_INFINITY ? h : 1e-6 * span);
    }

    /** Index of a state that is not finite, else of the one with the largest error. */
    int culprit() {
        int worst = 0;
        double most = -1;
        for (int i = 0; i < n; i++) {
            if (!(Math.abs(next[i]) < Double.POSITIVE_INFINITY) || !(Math.abs(error[i]) < Double.POSITIVE_INFINITY)) {
                return i;
            }
            double ratio = Math.abs(error[i]) / (tolerances.absolute()[i] + tolerances.relative() * Math.abs(next[i]));
            if (ratio > most) {
                most = ratio;
                worst = i;
            }
        }
        return worst;
    }

    static double[][] stages(int count, int n) {
        double[][] stages = new double[count][];
        Arrays.setAll(stages, i -> new double[n]);
        return stages;
    }
}
