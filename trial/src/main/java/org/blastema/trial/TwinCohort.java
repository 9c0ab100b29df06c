package org.blastema.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.blastema.core.Failure;
import org.blastema.kinetics.NumericalFailure;
import org.blastema.kinetics.Trajectory;

/**
 * Persons who are in every arm with the same chance, in the run's scenario. Each stands in a replicate trial of its own (the
 * person's index), so that what is not known and what differs between trials differs between persons; nobody drops out. The
 * first arm's measurement decides who is eligible.
 */
final class TwinCohort {
    private final Plan plan;
    /** Places of the arms in the plan. */
    private final List<Integer> arms;

    private final List<Subject> subjects = new ArrayList<>();
    private final List<Times> times = new ArrayList<>();
    private final int scenario;

    /** In every arm of a plan, by the plan's chance. */
    TwinCohort(Plan plan) {
        this(
                plan,
                IntStream.range(0, plan.arms().size()).boxed().toList(),
                setup -> new Draws(setup.draws(), plan.seed()));
    }

    /** In some arms of a plan. */
    TwinCohort(Plan plan, List<Integer> arms, Function<ArmSetup, Draws> draws) {
        this.plan = plan;
        this.arms = List.copyOf(arms);
        this.scenario = plan.headline();
        double[] days = plan.visits().stream().mapToDouble(Visit::day).toArray();
        for (int arm : arms) {
            ArmSetup setup = plan.setup(arm);
            subjects.add(new Subject(plan, setup, draws.apply(setup)));
            times.add(Times.of(days, plan.timecourse(), setup.modelTime()));
        }
    }

    /** The persons of one arm in one block. */
    private final class Arm {
        final ArmSetup setup;
        final Subject subject;
        final Times times;
        final boolean[] failed;
        final double[] baseline;
        final double[] values;
        final double[] followed;
        final int grid;

        /** The arm at a place of this cohort's own. */
        Arm(int place, int first, int persons) {
            int arm = arms.get(place);
            setup = plan.setup(arm);
            subject = subjects.get(place);
            times = TwinCohort.this.times.get(place);
            failed = new boolean[persons];
            grid = times.course().length;
            int endpoints = plan.endpoints().size();
            baseline = missing(persons * endpoints);
            values = missing(persons * endpoints * plan.visits().size());
            int watched = Math.max(0, Math.min(Plan.FOLLOWED - first, persons));
            followed = missing(watched * plan.arms().get(arm).followed().size() * grid);
        }

        private static double[] missing(int size) {
            double[] values = new double[size];
            Arrays.fill(values, Double.NaN);
            return values;
        }

        void follow(int person, int index) {
            subject.enter(scenario);
            record(baseline, person, 0, 1, subject.measure(scenario, baselineOccasion()));
            Trajectory trajectory = subject.follow(times.all());
            for (int v = 0; v < plan.visits().size(); v++) {
                record(
                        values,
                        person,
                        v,
                        plan.visits().size(),
                        subject.measure(trajectory, times.visits()[v], scenario, Subject.FIRST_VISIT + v));
            }
            if (index < Plan.FOLLOWED) {
                watch(person, trajectory);
            }
        }

        private void record(double[] into, int person, int at, int of, double[] readouts) {
            for (int e = 0; e < plan.endpoints().size(); e++) {
                int readout = setup.readouts().get(e);
                if (readout >= 0) {
                    into[(person * plan.endpoints().size() + e) * of + at] = readouts[readout];
                }
            }
        }

        private void watch(int person, Trajectory trajectory) {
            int readouts = setup.model().model().readouts().size();
            int states = setup.model().model().states().size();
            double[] quantities = new double[setup.model().model().quantities().size()];
            int followedNames = readouts + states + quantities.length;
            for (int k = 0; k < grid; k++) {
                int point = times.course()[k];
                int start = person * followedNames * grid + k;
                double[] out = point < 0 ? subject.before() : subject.readouts(trajectory, point);
                for (int r = 0; r < readouts; r++) {
                    followed[start + r * grid] = out[r];
                }
                for (int i = 0; i < states; i++) {
                    followed[start + (readouts + i) * grid] =
                            point < 0 ? subject.state()[i] : trajectory.state(point, i);
                }
                subject.quantities(trajectory, point, quantities);
                for (int q = 0; q < quantities.length; q++) {
                    followed[start + (readouts + states + q) * grid] = quantities[q];
                }
            }
        }

        TwinRows rows() {
            return new TwinRows(failed, baseline, values, followed);
        }
    }

    private int baselineOccasion() {
        return plan.study().on(EngineSwitch.REGRESSION_TO_THE_MEAN.word())
                ? Subject.SCREENING
                : Subject.SECOND_BASELINE;
    }

    /**
     * Simulates a block of twins.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    TaskResult run(int task, int first, int persons, Ticker ticker) throws InterruptedException {
        List<PatientFailure> failures = new ArrayList<>();
        List<Arm> all = new ArrayList<>();
        for (int place = 0; place < arms.size(); place++) {
            all.add(new Arm(place, first, persons));
        }
        for (int i = 0; i < persons; i++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            int candidate = screen(all.getFirst(), first + i);
            for (Arm arm : all) {
                draw(arm, first + i, candidate);
                attempt(arm, i, first + i, failures);
                ticker.tick();
            }
        }
        List<TwinRows> rows = all.stream().map(Arm::rows).toList();
        return new TaskResult(task, -1, first, List.of(), rows, failures, Sums.NONE);
    }

    private void attempt(Arm arm, int person, int index, List<PatientFailure> failures) {
        try {
            arm.follow(person, index);
        } catch (NumericalFailure failure) {
            arm.failed[person] = true;
            failures.add(new PatientFailure(
                    -1, plan.scenario(), arm.setup.name(), index, String.valueOf(failure.getMessage())));
        }
    }

    private void draw(Arm arm, int index, int candidate) {
        Product product = arm.setup.product();
        Draws draws = arm.subject.draws();
        draws.trial(index);
        draws.lot(
                product.patientsPerLot().isPresent()
                        ? index / product.patientsPerLot().getAsInt()
                        : 0);
        boolean own = product.donors().isEmpty();
        int donor = own ? index : index % product.donors().getAsInt();
        draws.person(Draws.unit(Draws.TWINS, index), Draws.unit(Draws.TWINS, donor), candidate, own);
    }

    private int screen(Arm arm, int index) {
        for (int candidate = 0; candidate < ArmCohort.CANDIDATES; candidate++) {
            draw(arm, index, candidate);
            arm.subject.enter(scenario);
            double[] measured = arm.subject.measure(scenario, Subject.SCREENING);
            if (!arm.subject.finite(measured) || arm.subject.passes(measured)) {
                return candidate;
            }
        }
        throw new Failure("twins: none of " + ArmCohort.CANDIDATES
                + " candidates is eligible; the eligibility and the population do not fit");
    }
}
