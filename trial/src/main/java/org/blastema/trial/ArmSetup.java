package org.blastema.trial;

import java.util.List;
import java.util.Optional;
import org.blastema.core.Fields;
import org.blastema.core.Range;
import org.blastema.kinetics.CompiledModel;
import org.blastema.kinetics.Dose;
import org.blastema.kinetics.Tolerances;
import org.blastema.model.Model;

/**
 * An arm, ready to run. Variables are the parameters of the arm's model, then its covariates, then what else chance moves.
 *
 * @param index place among the arms
 * @param name name of the arm
 * @param product what it gets
 * @param model its equations
 * @param tolerances of the solver
 * @param draws how chance moves the variables
 * @param patches what each scenario fixes, in the plan's order
 * @param repeats scenarios, in the plan's order, that cannot differ from the run's scenario in any bit and are not computed
 * @param early variables that can change a bit of a person before the first dose, {@link Reach#early}
 * @param doses in model time
 * @param modelTime model time units in a day
 * @param readouts index of each endpoint's readout in the model, -1 where the model lacks it
 * @param gates what is measured at screening
 * @param hazards where what goes wrong comes from; the terms of all, in order, are those of the arm
 * @param following what follows each term, in their order
 * @param costs variables that add up to the cost; empty where none is known
 * @param costRange what the costs can bring
 * @param covariates variable of each covariate of the plan
 */
record ArmSetup(
        int index,
        String name,
        Product product,
        CompiledModel model,
        Tolerances tolerances,
        DrawPlan draws,
        List<Patch> patches,
        List<Boolean> repeats,
        List<Integer> early,
        List<Dose> doses,
        double modelTime,
        List<Integer> readouts,
        List<Gate> gates,
        List<Hazard> hazards,
        List<Following> following,
        List<Integer> costs,
        Optional<Range> costRange,
        List<Integer> covariates) {

    /** Variables that a scenario fixes, and where. */
    record Patch(List<Integer> variables, List<Double> values) {}

    /** A readout that must lie in a range at screening. */
    record Gate(int readout, Range range) {}

    /**
     * What follows a harm.
     *
     * @param dose at time 0, moved to the day of the harm
     * @param price variable of what it costs, -1 for nothing
     * @param leaves whether the patient leaves the trial
     * @param most how often the harm can happen to a patient
     */
    record Following(Optional<Dose> dose, int price, boolean leaves, int most) {
        static final Following NOTHING = new Following(Optional.empty(), -1, false, 0);

        /** Whether it changes what is seen of the patient. */
        boolean moves() {
            return dose.isPresent() || leaves;
        }
    }

    /** Whether harms change what becomes of a patient, so that they must be known before he is followed. */
    boolean harmsMove() {
        return following.stream().anyMatch(Following::moves);
    }

    /** Range of an endpoint; empty where the model lacks it. */
    Optional<Range> range(int endpoint) {
        int readout = readouts.get(endpoint);
        return readout < 0
                ? Optional.empty()
                : Optional.of(model.model().readouts().get(readout).range());
    }

    /** Whether an endpoint that the model has is a time to an event. */
    boolean waits(int endpoint) {
        return model.model().readouts().get(readouts.get(endpoint)).kind() == Model.Kind.TIME_TO_EVENT;
    }

    /** Kind of an endpoint that the model has, as results write it. */
    String kind(int endpoint) {
        return Fields.word(model.model().readouts().get(readouts.get(endpoint)).kind());
    }

    /** Which end of an endpoint that the model has is good. */
    Model.Better better(int endpoint) {
        return model.model().readouts().get(readouts.get(endpoint)).better();
    }
}
