package org.blastema.kinetics;

import java.util.List;
import org.blastema.core.Elementary;
import org.blastema.model.Model;
import org.blastema.model.graph.History;
import org.blastema.model.graph.Sparsity;

/**
 * Solves a model for one patient after another. One per thread; a result does not depend on earlier solves. Inputs are jumps at their
 * times; outputs come from the interpolant inside the steps; a value wanted at the time of an input is the value after it.
 */
public final class Solver {
    private static final double[] NONE = new double[0];
    private static final int MOST_STEPS = 1_000_000;
    private static final int MOST_EVENTS = 10_000;
    /** Product of the largest rate and the span above which equations are solved as stiff from the start. */
    private static final double STIFF = 150;

    private final Model model;
    private final Method method;
    private final Equations equations;
    private final History history;
    private final Tsit5 explicit;
    private final Rodas4 implicit;
    private final Trajectory trajectory;
    private final Events events;
    private final double[] state;
    private final double[] start;
    private final double[] rates;
    private final double[] jacobian;
    private final Sparsity sparsity;

    private double[] values = new double[0];
    private double t;
    private double step;
    private int output;
    private Stepper stepper;

    public Solver(CompiledModel compiled, Tolerances tolerances, Method method) {
        model = compiled.model();
        this.method = method;
        int n = model.states().size();
        equations = compiled.equations();
        history = new History(model.inputs().size());
        explicit = new Tsit5(n, equations, history, tolerances);
        implicit = new Rodas4(compiled, equations, history, tolerances);
        stepper = explicit;
        trajectory = new Trajectory(n, equations, history);
        events = new Events(model, equations, history);
        state = new double[n];
        start = new double[n];
        rates = new double[n];
        sparsity = compiled.sparsity();
        jacobian = new double[sparsity.size()];
    }

    /**
     * The states at time 0, before any input: the start of the model, followed from where the model begins. Before time 0 no event
     * happens.
     *
     * @param patient parameters in model order, then covariates
     * @param enrolled where the states go
     * @throws NumericalFailure if the solve cannot be finished
     */
    public void enrol(double[] patient, double[] enrolled) {
        values = patient;
        trajectory.reset(NONE);
        history.clear();
        equations.start(patient, state);
        t = equations.begins(patient);
        equations.prepare(t, patient, history);
        if (!Double.isFinite(t)) {
            throw new NumericalFailure(t, "begins", 0, "a number is not finite");
        }
        if (t < 0) {
            begin(0);
            while (t < 0) {
                double h = tryStep(0);
                stepper.accept(t, h);
                t = t + h >= 0 ? 0 : t + h;
                switchIfStiff(0);
            }
            System.arraycopy(stepper.y, 0, state, 0, state.length);
        }
        System.arraycopy(state, 0, enrolled, 0, state.length);
    }

    /** Enrols a patient and solves from time 0. */
    public Trajectory solve(double[] patient, List<Dose> doses, double[] times) {
        enrol(patient, start);
        return solve(patient, start, doses, times);
    }

    /**
     * Solves from time 0.
     *
     * @param patient parameters in model order, then covariates
     * @param enrolled the states at time 0, from {@link #enrol}
     * @param doses in the order of time, none before 0
     * @param times wanted, ascending, none before 0
     * @throws NumericalFailure if the solve cannot be finished
     */
    public Trajectory solve(double[] patient, double[] enrolled, List<Dose> doses, double[] times) {
        values = patient;
        trajectory.reset(times);
        history.clear();
        equations.prepare(0, patient, history);
        System.arraycopy(enrolled, 0, state, 0, state.length);
        t = 0;
        output = 0;
        double end = times.length == 0 ? 0 : times[times.length - 1];
        int dose = 0;
        events.begin(patient, state);
        while (true) {
            while (dose < doses.size() && doses.get(dose).time() <= t) {
                give(doses.get(dose++));
            }
            events.fireDue(t, state, patient);
            record(t);
            if (t >= end) {
                return trajectory;
            }
            double stop = dose < doses.size() ? Math.min(end, doses.get(dose).time()) : end;
            advance(Math.min(stop, events.nextTime(t)));
        }
    }

    private void give(Dose dose) {
        equations.give(dose.input(), t, state, values, dose.fields(), history);
        history.add(dose.input(), t, dose.fields());
        equations.prepare(t, values, history);
    }

    /** Notes the state for outputs wanted at exactly this time. */
    private void record(double time) {
        while (output < trajectory.points() && trajectory.time(output) <= time) {
            System.arraycopy(state, 0, trajectory.row(output++), 0, state.length);
        }
    }

    /** Integrates up to a stop, through the events on conditions before it. */
    private void advance(double stop) {
        begin(stop);
        int fired = 0;
        while (t < stop) {
            double h = tryStep(stop);
            double reached = t + h >= stop ? stop : t + h;
            double at = events.during(stepper, t, h, reached, values);
            if (at < reached || events.pending()) {
                interrupt(h, at);
                if (++fired > MOST_EVENTS) {
                    throw failure("more than " + MOST_EVENTS + " events", 0);
                }
                begin(stop);
                continue;
            }
            outputsInside(h, reached);
            stepper.accept(t, h);
            t = reached;
            switchIfStiff(stop);
        }
        System.arraycopy(stepper.y, 0, state, 0, state.length);
    }

    private void begin(double stop) {
        equations.derivatives(t, state, values, history, rates);
        stepper = method == Method.RODAS4 || method == Method.AUTO && largestRate() * (stop - t) > STIFF
                ? implicit
                : explicit;
        stepper.begin(t, state, values);
        step = stepper.firstStep(t, stop - t, rates);
    }

    /** The largest rate at which a state loses itself: the most negative place on the diagonal of the Jacobian. */
    private double largestRate() {
        equations.jacobian(t, state, values, history, jacobian);
        double largest = 0;
        for (int k = 0; k < jacobian.length; k++) {
            if (sparsity.row(k) == sparsity.column(k)) {
                largest = Math.max(largest, -jacobian[k]);
            }
        }
        return largest;
    }

    private void switchIfStiff(double stop) {
        if (method == Method.AUTO && stepper == explicit && explicit.stiff() && t < stop) {
            implicit.begin(t, explicit.y, values);
            stepper = implicit;
        }
    }

    /** Tries steps until one is accurate; its length comes back, the next length is kept. */
    private double tryStep(double stop) {
        while (true) {
            double left = stop - t;
            double h = step >= left * (1 - 1e-12) ? left : step > 0.5 * left ? 0.5 * left : step;
            double norm = stepper.attempt(t, h) ? stepper.norm() : Double.NaN;
            if (norm <= 1) {
                step = h * growth(norm, 6);
                if (++trajectory.steps > MOST_STEPS) {
                    throw failure("more than " + MOST_STEPS + " steps", h);
                }
                return h;
            }
            trajectory.rejected++;
            step = h * (!Double.isNaN(norm) && norm < Double.POSITIVE_INFINITY ? growth(norm, 1) : 0.1);
            if (!(step > 1e-14 * Math.max(Math.abs(t), 1e-9 * stop))) {
                throw failure(!Double.isNaN(norm) ? "the step became too small" : "a number is not finite", h);
            }
        }
    }

    private double growth(double norm, double most) {
        double factor = norm > 0 ? 0.9 * Elementary.exp(-Elementary.log(norm) / stepper.order()) : most;
        return Math.min(most, Math.max(0.2, factor));
    }

    private NumericalFailure failure(String what, double h) {
        return new NumericalFailure(t, model.states().get(stepper.culprit()).name(), h, what);
    }

    /** Ends the step where an event happens and fires it. */
    private void interrupt(double h, double at) {
        outputsInside(h, at);
        stepper.interpolate((at - t) / h, h, state);
        t = at;
        events.fire(at, state, values);
    }

    /** Outputs inside the step just made, up to a time that is left to {@link #record} if it is a stop. */
    private void outputsInside(double h, double until) {
        while (output < trajectory.points() && trajectory.time(output) < until) {
            stepper.interpolate((trajectory.time(output) - t) / h, h, trajectory.row(output));
            output++;
        }
    }
}
