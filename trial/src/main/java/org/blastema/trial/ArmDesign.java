package org.blastema.trial;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.blastema.model.Model;

/** What the design of a study makes of the parameters of an arm's model. Without a design it moves nothing. */
final class ArmDesign {
    /**
     * A value for everybody, or for a share of the patients another.
     *
     * @param usual for the rest
     * @param other for the share
     * @param share 0 to 1
     */
    record Move(double usual, double other, double share) {
        static Move of(double value) {
            return new Move(value, value, 0);
        }

        /** Whether it can leave a value that is not 0, which all that a design moves has of itself. */
        boolean moves() {
            return usual != 0 || share > 0 && other != 0;
        }
    }

    private final Model model;
    private final Map<Model.Role, Move> moves = new EnumMap<>(Model.Role.class);

    ArmDesign(Study study, Study.Arm arm, Model model) {
        this.model = model;
        study.design(arm).ifPresent(design -> {
            boolean control = study.isControl(arm);
            if (study.on(EngineSwitch.EXPECTATION.word())) {
                moves.put(Model.Role.BELIEF, belief(design, control));
            }
            if (study.on(EngineSwitch.OBSERVER.word())) {
                moves.put(Model.Role.RATER_BELIEF, Move.of(control || design.assessorsBlind() ? 0 : 1));
            }
            if (study.on(EngineSwitch.ALLOCATION.word())) {
                moves.put(Model.Role.ALLOCATION, Move.of(control || design.hidesAllocation() ? 0 : 1));
            }
            if (study.on(EngineSwitch.CO_TREATMENT.word())) {
                moves.put(Model.Role.CO_TREATMENT, new Move(0, 1, control ? design.takeOthers() : 0));
            }
        });
    }

    private static Move belief(Design design, boolean control) {
        double known = design.belief().orElse(control ? 0 : 1);
        if (!design.patientsBlind()) {
            return Move.of(known);
        }
        return new Move(0, known, design.unblinded().map(Design.Share::value).orElse(0.0));
    }

    /** What moves, by role. */
    Map<Model.Role, Move> moves() {
        return moves;
    }

    /** A parameter as the design has it. */
    Variable moves(Variable variable, String parameter) {
        for (Map.Entry<Model.Role, Move> each : moves.entrySet()) {
            Optional<String> moved = model.design().getOrDefault(each.getKey(), Optional.empty());
            if (moved.filter(parameter::equals).isPresent()) {
                Move move = each.getValue();
                return move.share() == 0
                        ? variable.fixed(move.usual())
                        : variable.either(move.usual(), move.other(), move.share());
            }
        }
        return variable;
    }
}
