package org.blastema.trial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import org.blastema.core.Level;
import org.blastema.core.Problem;
import org.blastema.core.Purpose;
import org.blastema.core.Yaml;
import org.blastema.core.YamlWriter;
import org.blastema.model.Library;
import org.blastema.model.Model;

/** From a study without problems to a plan: compiles its models and fixes what chance moves. */
final class PlanBuilder {
    /** Decides who drops out. */
    static final Purpose DROP_OUT = new Purpose(Level.PATIENT, "drop-out");

    static final int DROP_OUT_CODE = DROP_OUT.code();

    private final Study study;
    private final Yaml.Mapping tree;
    private final References references;
    private final List<String> sets;
    private final Optional<String> usualScenario;

    /**
     * @param usualScenario the scenario that the study names for itself; the model's default where it names none
     */
    PlanBuilder(
            Study study, Yaml.Mapping tree, References references, List<String> sets, Optional<String> usualScenario) {
        this.study = study;
        this.tree = tree;
        this.references = references;
        this.sets = sets;
        this.usualScenario = usualScenario;
    }

    Plan build(Library library, List<Problem> warnings) {
        Optional<Plan> later = study.continuation()
                .map(next -> new PlanBuilder(next.study(), next.tree(), references, List.of(), usualScenario)
                        .build(library, List.of()));
        List<ArmSetup> setups = new ArrayList<>();
        List<ArmPlan> arms = new ArrayList<>();
        List<String> armHashes = new ArrayList<>();
        Yaml.Mapping resolved = Resolved.of(tree, study);
        List<Purpose> purposes = new ArrayList<>(List.of(DROP_OUT));
        for (int i = 0; i < study.practices().size(); i++) {
            purposes.add(PracticeSeries.purpose(i));
        }
        for (Study.Arm arm : study.arms()) {
            ArmBuilder builder = new ArmBuilder(study, arm, references);
            setups.add(builder.build(setups.size()));
            armHashes.add(ArmHash.of(resolved, study, armHashes.size(), builder.idle()));
            purposes.addAll(builder.purposes());
            arms.add(arm(arm, HazardBuilder.terms(arm.product(), references)));
        }
        Purpose.refuseCollisions(purposes);
        String yaml = YamlWriter.write(resolved);
        SortedMap<String, String> files = library.filesRead();
        return new Plan(
                study,
                setups,
                arms,
                covariates(),
                endpoints(),
                modified(library),
                files,
                yaml,
                hash(yaml, files),
                armHashes,
                warnings,
                later);
    }

    private Model model(String name) {
        return references.model(tree.position(), name).orElseThrow();
    }

    private ArmPlan arm(Study.Arm arm, List<ArmPlan.Term> terms) {
        Model model = model(arm.product().model());
        List<ArmPlan.Followed> followed = new ArrayList<>();
        model.readouts()
                .forEach(each -> followed.add(
                        new ArmPlan.Followed(each.name(), each.unit().code())));
        model.states()
                .forEach(each -> followed.add(
                        new ArmPlan.Followed(each.name(), each.unit().code())));
        model.quantities()
                .forEach(each -> followed.add(
                        new ArmPlan.Followed(each.name(), each.unit().code())));
        List<ArmPlan.Dose> doses =
                arm.product().doses().stream().map(dose -> dose(model, dose)).toList();
        return new ArmPlan(arm.name(), terms, doses, followed);
    }

    private static ArmPlan.Dose dose(Model model, Product.Dosing dose) {
        Model.Input input = model.inputs().stream()
                .filter(each -> each.name().equals(dose.input()))
                .findFirst()
                .orElseThrow();
        SequencedMap<String, Double> with = new LinkedHashMap<>();
        for (int i = 0; i < input.fields().size(); i++) {
            with.put(input.fields().get(i).name(), dose.with().get(i));
        }
        return new ArmPlan.Dose(dose.input(), dose.day(), with);
    }

    private List<ArmPlan.Followed> covariates() {
        return study.population().covariates().stream()
                .map(each -> new ArmPlan.Followed(each.name(), each.unit().code()))
                .toList();
    }

    private List<ArmPlan.Followed> endpoints() {
        Model model = model(study.model());
        return study.endpoints().stream()
                .map(each -> model.readouts().get(model.readout(each.readout())))
                .map(each -> new ArmPlan.Followed(each.name(), each.unit().code()))
                .toList();
    }

    private List<String> modified(Library library) {
        List<String> modified = new ArrayList<>();
        sets.forEach(set -> modified.add("--set " + set));
        study.parameters().forEach((name, value) -> modified.add("parameters." + name + " = " + value));
        study.restated().forEach(each -> modified.add("parameters." + each.name() + " restated"));
        study.switches().forEach((name, on) -> {
            if (!on) {
                modified.add("switches." + name + " = off");
            }
        });
        if (!study.scenario().equals(usualScenario.orElse(model(study.model()).defaultScenario()))) {
            modified.add("scenario = " + study.scenario());
        }
        library.replaced().forEach(path -> modified.add("a file in place of the library's " + path));
        return modified;
    }

    private static String hash(String yaml, SortedMap<String, String> files) {
        StringBuilder all = new StringBuilder("engine ").append(Plan.ENGINE).append('\n');
        files.forEach((path, sum) -> all.append(sum).append(' ').append(path).append('\n'));
        return Library.sha256(all.append(yaml).toString().getBytes(StandardCharsets.UTF_8));
    }
}
