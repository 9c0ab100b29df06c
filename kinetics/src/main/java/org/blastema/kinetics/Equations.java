package org.blastema.kinetics;

import java.util.List;
import org.blastema.model.Model;
import org.blastema.model.graph.History;
import org.blastema.model.graph.Kernel;

/**
 * The equations of a model for one thread. {@link #prepare} is called once for the values of a patient and again after each input, then
 * the others as often as needed. Arrays belong to the caller; values hold the parameters in model order, then the covariates.
 */
public final class Equations {
    private static final double[] NONE = new double[0];

    private final Model model;
    private final Kernel constant;
    private final Kernel clock;
    private final Kernel rate;
    private final Kernel entry;
    private final Kernel linear;
    private final Kernel start;
    private final Kernel begin;
    private final Kernel readout;
    private final Kernel quantity;
    private final Kernel trigger;
    private final Kernel harm;
    private final List<Kernel> adds;
    private final List<Kernel> sets;
    /** The constants, then what holds at the time last looked at. */
    private final double[] held;

    private final double[] clocked;
    private boolean timed;
    private long time;
    private final double[] amounts;
    private final double[] begun = new double[1];
    private final History nothing;

    Equations(Model model, int constants, int clocked, List<Kernel> kernels) {
        this.model = model;
        this.held = new double[constants + clocked];
        this.clocked = new double[clocked];
        constant = kernels.get(0);
        clock = kernels.get(1);
        rate = kernels.get(2);
        entry = kernels.get(3);
        linear = kernels.get(4);
        start = kernels.get(5);
        begin = kernels.get(6);
        readout = kernels.get(7);
        quantity = kernels.get(8);
        trigger = kernels.get(9);
        harm = kernels.get(10);
        adds = kernels.subList(11, 11 + model.inputs().size());
        sets = kernels.subList(11 + model.inputs().size(), kernels.size());
        amounts = new double[model.states().size()];
        nothing = new History(model.inputs().size());
    }

    /** Computes what depends on the values and on what was given up to now alone. */
    public void prepare(double t, double[] values, History history) {
        constant.evaluate(t, NONE, values, NONE, NONE, history, held);
        timed = false;
    }

    /** Computes what depends on the time but on no state, where the time is another than before. */
    private void look(double t, double[] values, History history) {
        long bits = Double.doubleToRawLongBits(t);
        if (!timed || bits != time) {
            clock.evaluate(t, NONE, values, held, NONE, history, clocked);
            System.arraycopy(clocked, 0, held, held.length - clocked.length, clocked.length);
            timed = true;
            time = bits;
        }
    }

    public void start(double[] values, double[] y) {
        start.evaluate(0, y, values, NONE, NONE, nothing, y);
    }

    /** The time at which the states have their start values, at most 0. */
    public double begins(double[] values) {
        if (model.begins().isEmpty()) {
            return 0;
        }
        begin.evaluate(0, NONE, values, NONE, NONE, nothing, begun);
        return Math.min(0, begun[0]);
    }

    /** Rates of change after {@link #prepare}. */
    public void derivatives(double t, double[] y, double[] values, History history, double[] dydt) {
        look(t, values, history);
        rate.evaluate(t, y, values, held, NONE, history, dydt);
    }

    /** Derivatives of the rates by the states after {@link #prepare}, in the order of the sparsity. */
    public void jacobian(double t, double[] y, double[] values, History history, double[] entries) {
        look(t, values, history);
        entry.evaluate(t, y, values, held, NONE, history, entries);
    }

    /**
     * What a linear picture of the equations at a point needs, in one go after {@link #prepare}: the rates, their derivatives by the
     * states in the order of the sparsity, and those by time.
     */
    public void linear(double t, double[] y, double[] values, History history, double[] out) {
        look(t, values, history);
        linear.evaluate(t, y, values, held, NONE, history, out);
    }

    public void readouts(double t, double[] y, double[] values, History history, double[] out) {
        readout.evaluate(t, y, values, NONE, NONE, history, out);
    }

    public void quantities(double t, double[] y, double[] values, History history, double[] out) {
        quantity.evaluate(t, y, values, NONE, NONE, history, out);
    }

    /** For each event its time, or a number that is at least 0 where its condition holds. */
    public void triggers(double t, double[] y, double[] values, History history, double[] out) {
        trigger.evaluate(t, y, values, NONE, NONE, history, out);
    }

    /**
     * What can go wrong, as {@link org.blastema.model.graph.ModelGraph#harms} orders it; [2 + 5 harms].
     */
    public void harms(double t, double[] y, double[] values, History history, double[] out) {
        harm.evaluate(t, y, values, NONE, NONE, history, out);
    }

    /** Adds an input to the states; all amounts are computed from the states before it. */
    public void give(int input, double t, double[] y, double[] values, double[] fields, History history) {
        adds.get(input).evaluate(t, y, values, NONE, fields, history, amounts);
        List<Model.Add> targets = model.inputs().get(input).adds();
        for (int i = 0; i < targets.size(); i++) {
            y[targets.get(i).state()] += amounts[i];
        }
    }

    /** Sets the states of an event; all are computed from the states before it. */
    public void fire(int event, double t, double[] y, double[] values, History history) {
        sets.get(event).evaluate(t, y, values, NONE, NONE, history, amounts);
        List<Model.Add> targets = model.events().get(event).sets();
        for (int i = 0; i < targets.size(); i++) {
            y[targets.get(i).state()] = amounts[i];
        }
    }
}
