package org.blastema.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.InvalidInput;
import org.blastema.core.Problems;
import org.blastema.core.Text;
import org.blastema.core.Yaml;
import org.blastema.model.Checker;
import org.blastema.model.Library;
import org.blastema.trial.ArmPlan;
import org.blastema.trial.Plan;
import org.blastema.trial.Study;
import org.blastema.trial.StudyReader;

/** Binds {@code sliders/NAME.yaml}. */
public final class SliderReader {
    private static final String KIND = "sliders";

    private final StudyReader studies;
    private final Problems problems;

    private SliderReader(StudyReader studies, Problems problems) {
        this.studies = studies;
        this.problems = problems;
    }

    /**
     * All sliders of a library in their order.
     *
     * @throws InvalidInput with every problem of all of them
     */
    public static List<Slider> all(StudyReader studies) {
        Problems problems = new Problems();
        List<Slider> sliders = new ArrayList<>();
        for (String name : studies.library().names(KIND)) {
            Yaml.Mapping file = studies.library().document(KIND, name).orElseThrow();
            sliders.add(new SliderReader(studies, problems).slider(file));
        }
        problems.throwIfFailed();
        sliders.sort(Comparator.comparingInt(Slider::place).thenComparing(Slider::name));
        return List.copyOf(sliders);
    }

    /** A checker that knows sliders too. */
    static Checker with(Checker checker) {
        return checker.with(
                Library.singular(KIND),
                (library, file, problems) -> new SliderReader(new StudyReader(library), problems).slider(file));
    }

    private Slider slider(Yaml.Mapping file) {
        Fields fields = new Fields(file, problems, "the slider");
        List<Slider.Batch> batches =
                fields.list("runs", "run").stream().map(this::batch).toList();
        Slider slider = new Slider(
                fields.requiredText("slider"),
                fields.integer("place").orElse(1),
                fields.requiredBilingual("title"),
                fields.requiredBilingual("question"),
                fields.requiredBilingual("lesson"),
                fields.requiredChoice("shows", Slider.Shows.class, Slider.Shows.CHANGE),
                fields.requiredText("study"),
                fields.requiredText("scenario"),
                fields.integer("trials").orElse(Effort.usual(1).draws()),
                fields.requiredText("endpoint"),
                fields.requiredNumber("month"),
                batches);
        fields.done();
        if (slider.stops().size() < 2) {
            problems.error(fields.at("runs"), slider.stops().size() + " stops", "a handle moves between at least two");
        }
        if (!problems.failed()) {
            batches.forEach(batch -> check(slider, batch, fields));
        }
        return slider;
    }

    private Slider.Batch batch(Fields fields) {
        List<Slider.Stop> stops = new ArrayList<>();
        for (Fields each : fields.list("stops", "stop")) {
            stops.add(new Slider.Stop(
                    each.bilingual("label"),
                    each.requiredText("arm"),
                    each.text("versus"),
                    each.bilingual("beside"),
                    each.flag("unseen").orElse(false)));
            each.done();
        }
        Yaml.Mapping with = fields.mapping().mapping("with");
        fields.node("with");
        fields.done();
        return new Slider.Batch(with, List.copyOf(stops));
    }

    /** The study must have the arms, the endpoint and the visit, and only its reference may stand alone. */
    private void check(Slider slider, Slider.Batch batch, Fields fields) {
        Plan plan;
        try {
            plan = new SliderRun(studies, Effort.none()).plan(slider, batch);
        } catch (InvalidInput e) {
            problems.addAll(e.problems());
            return;
        }
        List<String> arms = plan.arms().stream().map(ArmPlan::name).toList();
        for (Slider.Stop stop : batch.stops()) {
            known("arm", stop.arm(), arms, fields);
            stop.versus().ifPresent(versus -> known("arm", versus, arms, fields));
            if (stop.versus().isEmpty() && !stop.arm().equals(plan.study().reference())) {
                problems.error(
                        fields.at("runs"),
                        "the arm '" + stop.arm() + "' without 'versus'",
                        "what is given is never shown without what it is compared with");
            }
            if (stop.label().isEmpty() && step(plan, stop.arm()).isEmpty()) {
                problems.error(
                        fields.at("runs"), "a stop without 'label'", "only an arm that is a step has words of its own");
            }
        }
        known(
                "endpoint",
                slider.endpoint(),
                plan.endpoints().stream().map(ArmPlan.Followed::name).toList(),
                fields);
        if (plan.visits().stream().noneMatch(visit -> visit.isAt(slider.month()))) {
            problems.error(
                    fields.at("month"),
                    "no visit at month " + Decimal.plain(slider.month()),
                    "the study has visits at months "
                            + String.join(
                                    ", ",
                                    plan.visits().stream()
                                            .map(visit -> Decimal.plain(visit.month()))
                                            .toList()));
        }
    }

    private void known(String what, String name, List<String> known, Fields fields) {
        if (!known.contains(name)) {
            problems.unknown(fields.at(what.equals("arm") ? "runs" : what), what, name, known);
        }
    }

    private static Optional<Text> step(Plan plan, String arm) {
        return SliderRun.step(plan, arm).map(Study.Step::label);
    }
}
