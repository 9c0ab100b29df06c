package org.blastema.trial;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.core.Knowledge;
import org.blastema.core.Position;

/**
 * How a study, or one of its arms, is designed: what stands against what, and who knows which. Each fact may be left open; what follows
 * then stands at its method.
 *
 * @param position where it stands
 * @param control what the arm that is compared with gets
 * @param randomised whether chance decides who gets what
 * @param concealed whether nobody can foresee what the next patient gets
 * @param blindPatient whether patients do not know what they got
 * @param blindProvider whether those who treat do not know it; brings nothing, since no size differs from none
 * @param blindAssessor whether those who judge the outcome do not know it
 * @param unblinded patients who find out although they should not know
 * @param coTreatment patients of an arm that is compared with who take something else, over those who would if they did not know
 * @param belief what patients of the arm hope once they know, 1 to -1
 */
public record Design(
        Position position,
        Optional<Control> control,
        Optional<Boolean> randomised,
        Optional<Boolean> concealed,
        Optional<Boolean> blindPatient,
        Optional<Boolean> blindProvider,
        Optional<Boolean> blindAssessor,
        Optional<Share> unblinded,
        Optional<Share> coTreatment,
        OptionalDouble belief) {

    /** What those get who are compared with. */
    public enum Control {
        NONE,
        USUAL,
        WAITING,
        ORAL_PLACEBO,
        SALINE,
        HA,
        STEROID,
        ACTIVE_CELL;

        /** Whether its patients can be kept from knowing that they got no other treatment. */
        boolean hides() {
            return this != NONE && this != USUAL && this != WAITING;
        }
    }

    /**
     * A share of the patients of an arm.
     *
     * @param value 0 to 1
     * @param sources keys of the bibliography
     * @param knowledge how it is known
     */
    public record Share(double value, List<String> sources, Optional<Knowledge> knowledge) {}

    /** This, and what another says of what this leaves open. */
    Design over(Design other) {
        return new Design(
                position,
                control.or(other::control),
                randomised.or(other::randomised),
                concealed.or(other::concealed),
                blindPatient.or(other::blindPatient),
                blindProvider.or(other::blindProvider),
                blindAssessor.or(other::blindAssessor),
                unblinded.or(other::unblinded),
                coTreatment.or(other::coTreatment),
                belief.isPresent() ? belief : other.belief);
    }

    /** Where it is not said: as far as the control can be hidden. */
    boolean patientsBlind() {
        return blindPatient.orElse(control.map(Control::hides).orElse(true));
    }

    /** Where it is not said, nothing is held against a trial; without chance there is nothing to conceal. */
    boolean hidesAllocation() {
        return concealed.orElse(true);
    }

    /** Share of the patients of a control who take something else because they know, 0 to 1. */
    double takeOthers() {
        return patientsBlind() ? 0 : coTreatment.map(Share::value).orElse(0.0);
    }

    /** Where it is not said: as the patients. */
    boolean assessorsBlind() {
        return blindAssessor.orElse(patientsBlind());
    }
}
