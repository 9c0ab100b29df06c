package org.blastema.kinetics;

import java.util.List;
import org.blastema.model.Model;
import org.blastema.model.graph.History;

/** The events of a model during a solve: at times, and where a condition becomes true, found on the interpolant. */
final class Events {
    private static final int BISECTIONS = 100;

    private final List<Model.Event> list;
    private final Equations equations;
    private final History history;
    private final double[] before;
    private final double[] after;
    private final double[] inside;
    private final double[] at;
    private final boolean[] due;
    private final boolean[] done;

    Events(Model model, Equations equations, History history) {
        list = model.events();
        this.equations = equations;
        this.history = history;
        before = new double[list.size()];
        after = new double[list.size()];
        inside = new double[list.size()];
        at = new double[model.states().size()];
        due = new boolean[list.size()];
        done = new boolean[list.size()];
    }

    void begin(double[] values, double[] state) {
        java.util.Arrays.fill(done, false);
        java.util.Arrays.fill(due, false);
        equations.triggers(0, state, values, history, before);
    }

    /** Time of the next event at a time, infinite if there is none. */
    double nextTime(double t) {
        double next = Double.POSITIVE_INFINITY;
        for (int e = 0; e < before.length; e++) {
            if (list.get(e).at().isPresent() && !done[e] && before[e] > t) {
                next = Math.min(next, before[e]);
            }
        }
        return next;
    }

    /** Fires the events whose time has come, in the order of the model, and notes where the conditions stand. */
    void fireDue(double t, double[] state, double[] values) {
        for (int e = 0; e < before.length; e++) {
            if (list.get(e).at().isPresent() && !done[e] && before[e] <= t) {
                done[e] = true;
                equations.fire(e, t, state, values, history);
            }
        }
        note(t, state, values);
    }

    /** Conditions as they stand; times of events do not change. */
    private void note(double t, double[] state, double[] values) {
        if (before.length == 0) {
            return;
        }
        equations.triggers(t, state, values, history, after);
        for (int e = 0; e < before.length; e++) {
            before[e] = list.get(e).at().isPresent() ? before[e] : after[e];
        }
    }

    /** First time in a step at which a condition becomes true, or the end of the step; marks the events that are due there. */
    double during(Stepper stepper, double t, double h, double end, double[] values) {
        if (before.length == 0) {
            return end;
        }
        equations.triggers(end, stepper.next, values, history, after);
        double first = end;
        for (int e = 0; e < before.length; e++) {
            due[e] = list.get(e).when().isPresent() && before[e] < 0 && after[e] >= 0;
            if (due[e]) {
                first = Math.min(first, locate(e, stepper, t, h, end, values));
            }
        }
        for (int e = 0; e < before.length && pending(); e++) {
            due[e] = due[e] && reached(e, stepper, t, h, first, values) >= 0;
        }
        if (!pending()) {
            for (int e = 0; e < before.length; e++) {
                before[e] = list.get(e).at().isPresent() ? before[e] : after[e];
            }
        }
        return first;
    }

    boolean pending() {
        for (boolean event : due) {
            if (event) {
                return true;
            }
        }
        return false;
    }

    /** Bisection on the interpolant to the last bits; the time at which the condition just holds. */
    private double locate(int event, Stepper stepper, double t, double h, double end, double[] values) {
        double low = t;
        double high = end;
        for (int i = 0; i < BISECTIONS && high - low > 1e-15 * Math.max(Math.abs(high), h); i++) {
            double middle = 0.5 * (low + high);
            if (reached(event, stepper, t, h, middle, values) >= 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private double reached(int event, Stepper stepper, double t, double h, double time, double[] values) {
        stepper.interpolate((time - t) / h, h, at);
        equations.triggers(time, at, values, history, inside);
        return inside[event];
    }

    /** Fires what is due, in the order of the model. */
    void fire(double t, double[] state, double[] values) {
        for (int e = 0; e < due.length; e++) {
            if (due[e]) {
                due[e] = false;
                equations.fire(e, t, state, values, history);
            }
        }
        note(t, state, values);
    }
}
