package org.blastema.trial;

import java.util.Map;
import java.util.Optional;
import org.blastema.core.Fields;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.model.Model;

/** Rules of a design: facts that agree with one another, and models that can show what the design brings. */
final class DesignChecks {
    private final Study study;
    private final Map<String, Model> models;
    private final Problems problems;

    private DesignChecks(Study study, Map<String, Model> models, Problems problems) {
        this.study = study;
        this.models = models;
        this.problems = problems;
    }

    static void check(Study study, Map<String, Model> models, Problems problems) {
        DesignChecks checks = new DesignChecks(study, models, problems);
        for (Study.Arm arm : study.arms()) {
            study.design(arm).ifPresent(design -> checks.arm(arm, design));
        }
    }

    private void arm(Study.Arm arm, Design design) {
        Position at = design.position();
        agreement(at, arm, design);
        Model model = models.get(arm.product().model());
        if (model != null) {
            new ArmDesign(study, arm, model).moves().forEach((role, move) -> {
                if (move.moves() && !model.design().containsKey(role)) {
                    missing(at, arm, model, role);
                }
            });
        }
    }

    private void agreement(Position at, Study.Arm arm, Design design) {
        Optional<Design.Control> open = design.control().filter(kind -> !kind.hides());
        if (open.isPresent() && design.blindPatient().orElse(false)) {
            problems.error(
                    at,
                    "patients of arm " + arm.name() + " do not know what they got, against control "
                            + Fields.word(open.get()),
                    "against nothing, usual care or waiting patients know; a blinded study needs a control that looks alike");
        }
        if (!design.patientsBlind() && design.unblinded().isPresent()) {
            problems.error(
                    at,
                    "arm " + arm.name() + " has a share of unblinded patients, and its patients know what they got",
                    "only who is blinded can be unblinded");
        }
        if (design.patientsBlind() && design.coTreatment().isPresent()) {
            problems.error(
                    at,
                    "arm " + arm.name()
                            + " has patients who take something else, and its patients do not know what they got",
                    "the share is that of those who do so because they know");
        }
        if (design.control().equals(Optional.of(Design.Control.NONE))
                && design.randomised().orElse(false)) {
            problems.error(
                    at,
                    "arm " + arm.name() + " is randomised, and its study has no control",
                    "chance needs two things to decide between");
        }
    }

    private void missing(Position at, Study.Arm arm, Model model, Model.Role role) {
        String word = Fields.word(role);
        problems.error(
                at,
                "the design of arm " + arm.name() + " moves the " + word + ", and model " + model.name()
                        + " names no parameter for it",
                "the model says under 'design' which of its parameters is the " + word
                        + ", or none where nothing in it moves so",
                "design: {" + word + ": PARAMETER}",
                "design: {" + word + ": none}");
    }
}
