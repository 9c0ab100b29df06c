package org.blastema.trial;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.blastema.kinetics.Equations;
import org.blastema.kinetics.Method;
import org.blastema.kinetics.NumericalFailure;
import org.blastema.kinetics.Solver;
import org.blastema.kinetics.Trajectory;
import org.blastema.model.Model;
import org.blastema.model.graph.History;

/**
 * One place of one arm at a time: draws a candidate, measures, doses and follows. All buffers belong to it, so that a patient
 * costs no memory. Belongs to one thread.
 */
final class Subject {
    /** Occasions of a person; the visits of the study follow the last. */
    static final int SCREENING = 1;

    static final int SECOND_BASELINE = 2;
    static final int FIRST_VISIT = 3;

    private final ArmSetup setup;
    private final Draws draws;
    private final Equations equations;
    private final Solver solver;
    private final History nothing;
    private final double[][] enrolled;
    /** The early values with which each was enrolled. */
    private final double[][] enrolledAs;

    private final double[] body;
    private final double[] seen;
    private final double[] out;
    private int entered;
    private final int[] early;
    private Optional<Enrolment> expected = Optional.empty();
    /** Readouts that are times to an event. */
    private final int[] waits;

    private final PersonHarms harms;
    /** Whether the harms are those of the person in hand. */
    private boolean known;
    /** Readouts at the end of the last solution, where any is a time to an event. */
    private final double[] end;

    Subject(Plan plan, ArmSetup setup) {
        this(plan, setup, new Draws(setup.draws(), plan.seed()));
    }

    Subject(Plan plan, ArmSetup setup, Draws draws) {
        this.setup = setup;
        this.draws = draws;
        this.equations = setup.model().equations();
        this.solver = new Solver(setup.model(), setup.tolerances(), Method.AUTO);
        this.nothing = new History(setup.model().model().inputs().size());
        int scenarios = plan.scenarios().size();
        this.enrolled = new double[scenarios][setup.model().model().states().size()];
        this.body = new double[setup.draws().variables()];
        this.early = setup.early().stream().mapToInt(Integer::intValue).toArray();
        this.enrolledAs = new double[scenarios][early.length + 1]; // longer than any, for nobody
        this.seen = new double[setup.draws().variables()];
        this.out = new double[setup.model().model().readouts().size()];
        this.end = new double[out.length];
        this.harms = new PersonHarms(setup, draws, plan.study().horizon());
        this.waits = IntStream.range(0, out.length)
                .filter(r -> setup.model().model().readouts().get(r).kind() == Model.Kind.TIME_TO_EVENT)
                .toArray();
    }

    Draws draws() {
        return draws;
    }

    /** Values of the variables in the scenario last entered, without occasions. */
    double[] body() {
        return body;
    }

    /** Enters a scenario: what it fixes replaces what was drawn. */
    void enter(int scenario) {
        System.arraycopy(draws.values(), 0, body, 0, body.length);
        patch(scenario, body);
        entered = scenario;
    }

    /**
     * States of the person in the scenario last entered, before any dose. Kept from one call to the next, since a person is screened,
     * measured and followed from the same states, and those of scenarios that differ only after a dose are the same.
     */
    double[] state() {
        return enrolled[place()];
    }

    /** Where the states of the person are kept. */
    private int place() {
        double[] person = new double[early.length];
        for (int i = 0; i < person.length; i++) {
            person[i] = body[early[i]];
        }
        for (int s = 0; s < enrolled.length; s++) {
            if (Arrays.equals(enrolledAs[s], person)) {
                return s;
            }
        }
        if (expected.isPresent() && expected.get().fits(setup.model(), person)) {
            System.arraycopy(expected.get().states(), 0, enrolled[entered], 0, enrolled[entered].length);
        } else {
            enrol();
        }
        enrolledAs[entered] = person;
        return entered;
    }

    private void enrol() {
        try {
            solver.enrol(body, enrolled[entered]);
        } catch (NumericalFailure failure) {
            Arrays.fill(enrolled[entered], Double.NaN); // measured as no number; following the person tells why
        }
    }

    /** Tells how another arm has enrolled the person who comes next; what does not fit him is not taken. */
    void expect(Optional<Enrolment> other) {
        expected = other;
    }

    /** The person as enrolled in the scenario last entered. */
    Enrolment enrolment() {
        int place = place();
        return new Enrolment(setup.model(), enrolledAs[place], enrolled[place].clone());
    }

    private void look(int scenario) {
        System.arraycopy(draws.measured(), 0, seen, 0, seen.length);
        patch(scenario, seen);
    }

    private void patch(int scenario, double[] values) {
        List<Integer> variables = setup.patches().get(scenario).variables();
        List<Double> fixed = setup.patches().get(scenario).values();
        for (int i = 0; i < variables.size(); i++) {
            values[variables.get(i)] = fixed.get(i);
        }
    }

    /**
     * Measures the person before any dose. The scenario must be entered.
     *
     * @return every readout of the model, owned by this
     */
    double[] measure(int scenario, int occasion) {
        draws.occasion(occasion);
        look(scenario);
        equations.readouts(0, state(), seen, nothing, out);
        return nothingYet();
    }

    /** Every readout of the person before any dose, without the noise of measuring. */
    double[] before() {
        equations.readouts(0, state(), body, nothing, out);
        return nothingYet();
    }

    /** Every quantity at a point of the last solution, or before any dose for point -1. */
    void quantities(Trajectory trajectory, int point, double[] quantities) {
        if (point < 0) {
            equations.quantities(0, state(), body, nothing, quantities);
        } else {
            trajectory.quantities(point, body, quantities);
        }
    }

    /** Whether a measurement passes every gate. NaN passes none. */
    boolean passes(double[] measurement) {
        for (ArmSetup.Gate gate : setup.gates()) {
            double value = measurement[gate.readout()];
            if (!(value >= gate.range().low() && value <= gate.range().high())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Doses and follows the person.
     *
     * @param times model time, ascending
     * @throws NumericalFailure if the equations cannot be solved
     */
    Trajectory follow(double[] times) {
        if (Double.isNaN(state()[0])) {
            solver.enrol(body, state());
        }
        known = false;
        Trajectory trajectory = solver.solve(body, state(), setup.harmsMove() ? harms().doses() : setup.doses(), times);
        if (waits.length > 0) {
            trajectory.readouts(trajectory.points() - 1, body, end);
        }
        return trajectory;
    }

    /**
     * What goes wrong with the person that was followed last.
     *
     * @throws NumericalFailure where a model of harms gives no figures
     */
    PersonHarms harms() {
        if (!known) {
            harms.draw(body);
            known = true;
        }
        return harms;
    }

    /** Readouts at a point of the last solution as an instrument reads them on an occasion. */
    double[] measure(Trajectory trajectory, int point, int scenario, int occasion) {
        draws.occasion(occasion);
        look(scenario);
        trajectory.readouts(point, seen, out);
        return waited(trajectory, point);
    }

    /** Readouts at a point of the last solution without the noise of measuring. */
    double[] readouts(Trajectory trajectory, int point) {
        trajectory.readouts(point, body, out);
        return waited(trajectory, point);
    }

    /** The day of an event is known at the end alone; a look sees it, or its own day where the event comes later. */
    private double[] waited(Trajectory trajectory, int point) {
        double day = trajectory.time(point) / setup.modelTime();
        for (int wait : waits) {
            out[wait] = Math.min(end[wait], day);
        }
        return out;
    }

    private double[] nothingYet() {
        for (int wait : waits) {
            out[wait] = 0;
        }
        return out;
    }

    /** Whether all of the endpoints' readouts are finite. */
    boolean finite(double[] readouts) {
        for (int readout : setup.readouts()) {
            if (readout >= 0 && !Double.isFinite(readouts[readout])) {
                return false;
            }
        }
        return true;
    }
}
