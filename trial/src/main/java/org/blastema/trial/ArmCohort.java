package org.blastema.trial;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.blastema.core.Failure;
import org.blastema.kinetics.NumericalFailure;
import org.blastema.kinetics.Trajectory;
import org.blastema.model.Model;

/** The patients of one arm in one block, in every scenario. Belongs to one thread; reused from block to block. */
final class ArmCohort {
    /** A place that so many candidates could not fill is given up. */
    static final int CANDIDATES = 10_000;

    private final Plan plan;
    private final ArmSetup setup;
    private final Subject subject;
    private final Times times;
    private final int endpoints;
    private final int visits;
    private final List<Leaving> leaving;
    private final boolean secondBaseline;
    private final boolean[] waiting;
    private final boolean[] accepted;
    private ArmBlock block;

    ArmCohort(Plan plan, ArmSetup setup) {
        this(plan, setup, plan.leaving(setup));
    }

    /**
     * @param leaving who leaves, for each scenario
     */
    ArmCohort(Plan plan, ArmSetup setup, List<Leaving> leaving) {
        this(plan, setup, leaving, setup.draws());
    }

    /**
     * @param draws in place of those of the arm
     */
    ArmCohort(Plan plan, ArmSetup setup, List<Leaving> leaving, DrawPlan draws) {
        this.plan = plan;
        this.setup = setup;
        this.subject = new Subject(plan, setup, new Draws(draws, plan.seed()));
        double[] days = plan.visits().stream().mapToDouble(Visit::day).toArray();
        this.times = Times.of(days, plan.timecourse(), setup.modelTime());
        this.endpoints = plan.endpoints().size();
        this.visits = days.length;
        this.leaving = List.copyOf(leaving);
        this.secondBaseline = !plan.study().on(EngineSwitch.REGRESSION_TO_THE_MEAN.word());
        this.waiting = new boolean[plan.scenarios().size()];
        this.accepted = new boolean[plan.scenarios().size()];
        this.block = ArmBlock.open(plan, setup, 0, 0, 0);
    }

    /**
     * Simulates a block.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    void run(int trial, int first, int patients, Ticker ticker) throws InterruptedException {
        block = ArmBlock.open(plan, setup, trial, first, patients);
        every(ticker, this::place);
        for (int s = 0; s < waiting.length; s++) {
            block.taken[s] = block.taken[setup.repeats().get(s) ? plan.headline() : s];
        }
    }

    /**
     * Simulates the block that another arm has simulated, with the persons who took its places.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    void follow(ArmCohort leader, Ticker ticker) throws InterruptedException {
        block = ArmBlock.following(plan, setup, leader.block);
        every(ticker, patient -> stand(patient, leader.block));
    }

    private void every(Ticker ticker, IntConsumer place) throws InterruptedException {
        subject.draws().trial(block.trial);
        for (int i = 0; i < block.patients(); i++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            place.accept(i);
            ticker.tick();
        }
    }

    /** The scenarios in which the persons of the leading arm took their places, this arm's equations in each. */
    private void stand(int patient, ArmBlock leader) {
        for (int s = 0; s < waiting.length; s++) {
            if (!setup.repeats().get(s)) {
                draw(patient, block.taken[s][patient]);
                subject.enter(s);
                subject.expect(leader.enrolment(s, patient));
                baseline(patient, s, subject.measure(s, secondBaseline ? Subject.SECOND_BASELINE : Subject.SCREENING));
                follow(patient, s);
            }
        }
    }

    /** How many candidates were screened for the places of the last block in a scenario, those who took them counted too. */
    long screened(int scenario) {
        long screened = 0;
        for (int patient = 0; patient < block.patients(); patient++) {
            screened += block.taken[scenario][patient] + 1;
        }
        return screened;
    }

    private void place(int patient) {
        int open = 0;
        for (int s = 0; s < waiting.length; s++) {
            waiting[s] = !setup.repeats().get(s);
            open += waiting[s] ? 1 : 0;
        }
        for (int candidate = 0; open > 0; candidate++) {
            if (candidate == CANDIDATES) {
                throw new Failure("arm " + setup.name() + ": none of " + CANDIDATES
                        + " candidates for a place is eligible; the eligibility and the population do not fit");
            }
            draw(patient, candidate);
            open -= screen(patient);
            for (int s = 0; s < accepted.length; s++) {
                if (accepted[s]) {
                    waiting[s] = false;
                    block.taken[s][patient] = candidate;
                    subject.enter(s);
                    block.enrolled(s, patient, subject);
                    follow(patient, s);
                }
            }
        }
    }

    /** A candidate for a place, with the lot and the donor of its product. */
    private void draw(int patient, int candidate) {
        Product product = setup.product();
        int index = block.first + patient;
        int lot = product.patientsPerLot().isPresent()
                ? index / product.patientsPerLot().getAsInt()
                : 0;
        if (lot != subject.draws().lot()) {
            subject.draws().lot(lot);
        }
        int arm = plan.study().paired() ? Draws.PAIRED : setup.index();
        int unit = Draws.unit(arm, index);
        boolean own = product.donors().isEmpty();
        int donor = own ? unit : Draws.unit(arm, index % product.donors().getAsInt());
        subject.draws().person(unit, donor, candidate, own);
    }

    /** Screens the candidate in every scenario that still waits; returns how many take it. */
    private int screen(int patient) {
        int taken = 0;
        for (int s = 0; s < waiting.length; s++) {
            accepted[s] = false;
            if (waiting[s]) {
                subject.enter(s);
                double[] measured = subject.measure(s, Subject.SCREENING);
                boolean broken = !subject.finite(measured);
                accepted[s] = broken || subject.passes(measured);
                if (accepted[s]) {
                    taken++;
                    baseline(patient, s, secondBaseline ? subject.measure(s, Subject.SECOND_BASELINE) : measured);
                }
            }
        }
        return taken;
    }

    private void baseline(int patient, int scenario, double[] measured) {
        for (int e = 0; e < endpoints; e++) {
            int readout = setup.readouts().get(e);
            if (readout >= 0) {
                block.scenarios.get(scenario).baseline[e][patient] = measured[readout];
            }
        }
    }

    private void follow(int patient, int scenario) {
        subject.enter(scenario);
        boolean headline = scenario == plan.headline();
        if (headline) {
            covariates(patient);
        }
        try {
            solve(patient, scenario);
            if (headline) {
                events(patient);
                cost(patient);
            }
        } catch (NumericalFailure failure) {
            block.scenarios.get(scenario).fail(patient);
            fail(failure, patient, scenario);
        }
    }

    /** A failure of the run's scenario stands for those that repeat it too. */
    private void fail(NumericalFailure failure, int patient, int scenario) {
        for (int s = 0; s < plan.scenarios().size(); s++) {
            if (s == scenario || scenario == plan.headline() && setup.repeats().get(s)) {
                block.failures.add(new PatientFailure(
                        block.trial,
                        plan.scenarios().get(s),
                        setup.name(),
                        block.first + patient,
                        String.valueOf(failure.getMessage())));
            }
        }
    }

    /** The moments are the same in every scenario, or the steps would tell which scenario is the run's. */
    private void solve(int patient, int scenario) {
        Columns columns = block.scenarios.get(scenario);
        Trajectory trajectory = subject.follow(times.all());
        if (columns.course.length > 0) {
            course(patient, columns, trajectory);
        }
        double chance = subject.draws().ofPerson(PlanBuilder.DROP_OUT_CODE);
        int stayed = setup.harmsMove() ? visitsUpTo(subject.harms().leaves()) : visits;
        int kept = Math.min(stayed, leaving.get(scenario).visitsKept(chance));
        for (int v = 0; v < kept; v++) {
            double[] readouts = subject.measure(trajectory, times.visits()[v], scenario, Subject.FIRST_VISIT + v);
            require(readouts, times.all()[times.visits()[v]]);
            record(columns.values, v, visits, patient, readouts);
        }
        int decides = leaving.get(scenario).decides();
        if (decides >= 0) {
            kept = leaving.get(scenario).visitsKept(chance, gain(columns, patient, decides));
            for (int column = 0; column < columns.values.length; column++) {
                if (column % visits >= kept) {
                    columns.values[column][patient] = Double.NaN;
                }
            }
        }
    }

    /** How many visits come no later than a day. */
    private int visitsUpTo(double day) {
        int count = 0;
        while (count < visits && plan.visits().get(count).day() <= day) {
            count++;
        }
        return count;
    }

    /** What a patient gained of the primary endpoint at a visit. */
    private double gain(Columns columns, int patient, int visit) {
        double change = columns.values[visit][patient] - columns.baseline[0][patient];
        return setup.better(0) == Model.Better.LOW ? -change : change;
    }

    /** What each patient of the last block gained of the primary endpoint at a visit; NaN for one who failed. */
    double[] gains(int scenario, int visit) {
        Columns columns = columns(scenario);
        double[] gains = new double[columns.failed.length];
        Arrays.setAll(gains, i -> columns.failed[i] ? Double.NaN : gain(columns, i, visit));
        return gains;
    }

    private void course(int patient, Columns columns, Trajectory trajectory) {
        int grid = times.course().length;
        for (int k = 0; k < grid; k++) {
            int point = times.course()[k];
            double[] readouts = point < 0 ? subject.before() : subject.readouts(trajectory, point);
            require(readouts, point < 0 ? 0 : times.all()[point]);
            record(columns.course, k, grid, patient, readouts);
        }
    }

    private void require(double[] readouts, double time) {
        if (!subject.finite(readouts)) {
            throw new NumericalFailure(time, "readout", 0, "a number is not finite");
        }
    }

    private void record(double[][] columns, int at, int of, int patient, double[] readouts) {
        for (int e = 0; e < endpoints; e++) {
            int readout = setup.readouts().get(e);
            if (readout >= 0) {
                columns[e * of + at][patient] = readouts[readout];
            }
        }
    }

    private void covariates(int patient) {
        int n = setup.covariates().size();
        for (int c = 0; c < n; c++) {
            block.covariates[patient * n + c] =
                    subject.body()[setup.covariates().get(c)];
        }
    }

    private void events(int patient) {
        PersonHarms harms = subject.harms();
        for (int term = 0; term < block.atRisk.length; term++) {
            block.atRisk[term] += harms.possible(term) ? 1 : 0;
        }
        block.events.add(patient, harms);
    }

    private void cost(int patient) {
        if (setup.costs().isEmpty()) {
            return;
        }
        double sum = 0;
        for (int variable : setup.costs()) {
            sum += subject.body()[variable];
        }
        block.cost[patient] = sum + subject.harms().price(subject.body());
    }

    /** The last block, full. */
    ArmBlock block() {
        return block;
    }

    /** Takes a block that was simulated before in the place of simulating it. */
    void take(ArmBlock known, Ticker ticker) {
        block = known;
        for (int patient = 0; patient < known.patients(); patient++) {
            ticker.tick();
        }
    }

    /** Failed patients of the last block. */
    List<PatientFailure> failures() {
        return block.failures;
    }

    /** Columns of the last block in a scenario. */
    Columns columns(int scenario) {
        return block.scenarios.get(setup.repeats().get(scenario) ? plan.headline() : scenario);
    }

    /** Costs of the last block's patients. */
    double[] cost() {
        return block.cost;
    }

    /** Patients of the last block to whom each harm could have come, by term. */
    long[] atRisk() {
        return block.atRisk;
    }

    /** Rows of the last block, the run's scenario. */
    ArmRows rows() {
        Columns columns = columns(plan.headline());
        return new ArmRows(
                columns.failed,
                block.covariates,
                byPatient(columns.baseline),
                byPatient(columns.values),
                block.cost,
                block.events.events());
    }

    private static double[] byPatient(double[][] columns) {
        int patients = columns.length == 0 ? 0 : columns[0].length;
        double[] rows = new double[columns.length * patients];
        for (int c = 0; c < columns.length; c++) {
            for (int i = 0; i < patients; i++) {
                rows[i * columns.length + c] = columns[c][i];
            }
        }
        return rows;
    }
}
