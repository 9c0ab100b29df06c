package org.blastema.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.blastema.core.Position;
import org.blastema.core.Text;
import org.blastema.core.Yaml;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.blastema.trial.ArmSummary;
import org.blastema.trial.ContrastSummary;
import org.blastema.trial.EndpointSummary;
import org.blastema.trial.HarmTotal;
import org.blastema.trial.KeptInMemory;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.Study;
import org.blastema.trial.StudyReader;
import org.blastema.trial.Summary;
import org.blastema.trial.Visit;

/** Runs the stops of sliders. */
public final class SliderRun {
    /** What a study has that no slider tells. */
    private static final String[] UNTOLD = {"economics", "parts", "continues", "published", "followed", "practices"};

    private static final String NOTHING = "null";

    private final StudyReader studies;
    private final Effort effort;

    /**
     * @param studies where the studies of the sliders are read
     * @param effort its draws are the most trials that are simulated; its persons are not used
     */
    public SliderRun(StudyReader studies, Effort effort) {
        this.studies = studies;
        this.effort = effort;
    }

    /** Runs every stop of a slider. */
    public SliderFound run(Slider slider) {
        List<SliderFound.At> stops = new ArrayList<>();
        for (Slider.Batch batch : slider.batches()) {
            Plan plan = plan(slider, batch);
            Summary summary = KeptInMemory.run(plan, effort.threads());
            batch.stops().forEach(stop -> stops.add(new Told(slider, plan, summary).at(stop)));
        }
        Plan plan = plan(slider, slider.batches().getFirst());
        Model model = ModelReader.read(studies.library(), plan.study().model());
        return new SliderFound(
                slider,
                model.readouts().get(model.readout(slider.endpoint())),
                plan.study().gain(slider.endpoint()),
                new SliderFound.Size(plan.patients(), plan.trials(), plan.seed()),
                List.copyOf(stops));
    }

    /** The plan of a run: the study in the slider's scenario and, where a belief is asked for, without any effect beside it. */
    Plan plan(Slider slider, Slider.Batch batch) {
        Options options = new Options(
                OptionalInt.empty(),
                OptionalInt.of(Math.min(slider.trials(), effort.draws())),
                OptionalLong.empty(),
                Optional.empty(),
                List.of());
        return studies.plan(slider.study(), options, study -> narrowed(study.merged(batch.with()), slider, batch));
    }

    private static Yaml.Mapping narrowed(Yaml.Mapping study, Slider slider, Slider.Batch batch) {
        Position at = study.position();
        Yaml.Scalar own = Yaml.Scalar.quoted(slider.scenario(), at);
        List<Yaml> scenarios =
                slider.shows() == Slider.Shows.BELIEF ? List.of(Yaml.Scalar.quoted(NOTHING, at), own) : List.of(own);
        Set<String> arms = arms(study, batch);
        return study.without(UNTOLD)
                .with("scenario", own)
                .with("scenarios", new Yaml.Sequence(scenarios, at))
                .with("twins", Yaml.Scalar.plain("0", at))
                .with("arms", kept(study.sequence("arms"), arm -> arms.contains(text(arm, "name"))))
                .with(
                        "contrasts",
                        kept(
                                study.sequence("contrasts"),
                                each -> arms.contains(text(each, "arm")) && arms.contains(text(each, "versus"))));
    }

    /** The arms that are told, the reference, and the steps before them. */
    private static Set<String> arms(Yaml.Mapping study, Slider.Batch batch) {
        Set<String> arms = new HashSet<>();
        study.text("reference").ifPresent(arms::add);
        batch.stops().forEach(stop -> {
            arms.add(stop.arm());
            stop.versus().ifPresent(arms::add);
        });
        List<Yaml> all = study.sequence("arms").items();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i) instanceof Yaml.Mapping arm && arms.contains(text(arm, "name"))) {
                arm.mapping("step").text("after").ifPresent(arms::add);
            }
        }
        return arms;
    }

    private static String text(Yaml.Mapping item, String key) {
        return item.text(key).orElse("");
    }

    private static Yaml.Sequence kept(Yaml.Sequence all, Predicate<Yaml.Mapping> wanted) {
        return new Yaml.Sequence(
                all.items().stream()
                        .filter(item -> item instanceof Yaml.Mapping mapping && wanted.test(mapping))
                        .toList(),
                all.position());
    }

    static Optional<Study.Step> step(Plan plan, String arm) {
        return plan.study().arms().stream()
                .filter(each -> each.name().equals(arm))
                .flatMap(each -> each.step().stream())
                .findFirst();
    }

    /** A run that is told stop by stop. */
    private record Told(Slider slider, Plan plan, Summary summary) {
        SliderFound.At at(Slider.Stop stop) {
            Optional<ContrastSummary> contrast = contrast(stop, summary.contrasts());
            boolean belief = slider.shows() == Slider.Shows.BELIEF;
            return new SliderFound.At(
                    stop,
                    stop.label()
                            .orElseGet(
                                    () -> step(plan, stop.arm()).orElseThrow().label()),
                    stop.label().isPresent() ? Optional.empty() : step(plan, stop.arm()),
                    shown(stop.arm()),
                    stop.versus().map(this::shown),
                    contrast.map(each -> OptionalDouble.of(each.difference())).orElse(OptionalDouble.empty()),
                    contrast.flatMap(ContrastSummary::prediction95),
                    contrast.map(ContrastSummary::power).orElse(OptionalDouble.empty()),
                    belief
                            ? contrast(stop, summary.scenarios().get(NOTHING))
                                    .map(ContrastSummary::power)
                                    .orElse(OptionalDouble.empty())
                            : OptionalDouble.empty());
        }

        private Optional<ContrastSummary> contrast(Slider.Stop stop, List<ContrastSummary> all) {
            return all.stream()
                    .filter(each -> each.arm().equals(stop.arm())
                            && stop.versus().filter(each.versus()::equals).isPresent())
                    .filter(each -> each.endpoint().equals(slider.endpoint())
                            && Visit.at(each.day()).isAt(slider.month()))
                    .findFirst();
        }

        private SliderFound.Shown shown(String arm) {
            EndpointSummary found = ClaimEngine.endpoint(summary, arm, slider.endpoint(), slider.month());
            Text title = plan.study().titles().getOrDefault(arm, new Text(arm, arm));
            return new SliderFound.Shown(title, found.meanChange(), found.responders(), harm(arm));
        }

        private OptionalDouble harm(String arm) {
            return summary.arms().stream()
                    .filter(each -> each.name().equals(arm))
                    .map(ArmSummary::seriousHarm)
                    .flatMap(Optional::stream)
                    .mapToDouble(HarmTotal::rate)
                    .findFirst();
        }
    }
}
