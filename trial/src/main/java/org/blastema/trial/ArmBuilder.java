package org.blastema.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.blastema.core.Level;
import org.blastema.core.Parameter;
import org.blastema.core.Purpose;
import org.blastema.core.Range;
import org.blastema.core.Unit;
import org.blastema.kinetics.CompiledModel;
import org.blastema.kinetics.Dose;
import org.blastema.kinetics.Tolerances;
import org.blastema.model.Model;

/** Makes an arm ready to run. */
final class ArmBuilder {
    /** Relative tolerance of the solver. Leaves an error of about 0.001 mm of pain in the knee model, far below what is measured. */
    private static final double TOLERANCE = 1e-4;

    private final Study study;
    private final Study.Arm arm;
    private final References references;
    private final CompiledModel compiled;
    private final List<Integer> early;
    private final Optional<CompiledModel> risk;
    private final Model model;
    private final List<Variable> variables = new ArrayList<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<Purpose> purposes = new ArrayList<>();
    private final Set<String> idle = new TreeSet<>();

    /**
     * @param references where the models of the arm are found
     */
    ArmBuilder(Study study, Study.Arm arm, References references) {
        String name = arm.product().model();
        this.study = study;
        this.arm = arm;
        this.references = references;
        this.compiled = references.compiled(name);
        this.early = references.early(name);
        this.risk = arm.product().risk().map(each -> references.compiled(each.model()));
        this.model = compiled.model();
    }

    private Reach reach(List<Dose> doses) {
        return new Reach(references.graph(arm.product().model()), model, doses);
    }

    /** Purposes of every draw of the arm, once it is built. */
    List<Purpose> purposes() {
        return List.copyOf(purposes);
    }

    /** Names of the study's parameters that cannot change any bit of what becomes of the arm's patients, once it is built. */
    Set<String> idle() {
        return Set.copyOf(idle);
    }

    ArmSetup build(int index) {
        parameters();
        covariates();
        HazardBuilder harms = new HazardBuilder(study, arm, this::add, places);
        List<Hazard> hazards = harms.build(risk);
        purposes.addAll(harms.purposes());
        List<Integer> costs = costs();
        List<ArmSetup.Following> following = harms.following(model);
        Correlations correlations = correlations();
        DrawPlan draws = new DrawPlan(variables, correlations, silenced());
        purposes.addAll(draws.purposes());
        double modelTime = Unit.parse("d").factorTo(model.time());
        List<Dose> doses = doses(modelTime);
        List<Dose> all = Stream.concat(doses.stream(), following.stream().flatMap(each -> each.dose().stream()))
                .toList();
        idle(correlations, all);
        List<ArmSetup.Patch> patches =
                study.scenarios().stream().map(this::patch).toList();
        return new ArmSetup(
                index,
                arm.name(),
                arm.product(),
                compiled,
                Tolerances.of(model, TOLERANCE),
                draws,
                patches,
                repeats(patches, all),
                early,
                doses,
                modelTime,
                study.endpoints().stream()
                        .map(each -> model.readout(each.readout()))
                        .toList(),
                gates(),
                hazards,
                following,
                costs,
                costRange(draws, costs, following),
                study.population().covariates().stream()
                        .map(each -> places.getOrDefault(each.name(), -1))
                        .toList());
    }

    /** As the product, the study and its design have them. */
    private void parameters() {
        List<Variable> stated = ArmParameters.of(study, model, arm.product().parameters(), study.settings(arm));
        ArmDesign design = new ArmDesign(study, arm, model);
        for (int i = 0; i < stated.size(); i++) {
            variables.add(design.moves(stated.get(i), model.parameters().get(i).name()));
        }
    }

    private void covariates() {
        Map<String, Parameter> given = new LinkedHashMap<>();
        study.population().covariates().forEach(each -> given.put(each.name(), each));
        for (Model.Covariate covariate : model.covariates()) {
            Parameter filled = given.remove(covariate.name());
            String name = model.name() + "." + covariate.name();
            add(
                    covariate.name(),
                    filled == null
                            ? new Variable(name, covariate.value(), List.of(), Optional.empty())
                            : Variable.of(study.population().name(), filled));
        }
        given.forEach((name, each) -> add(name, Variable.of(study.population().name(), each)));
    }

    private int add(String name, Variable variable) {
        places.put(name, variables.size());
        variables.add(variable);
        return variables.size() - 1;
    }

    private List<Integer> costs() {
        String product = arm.product().name();
        List<Integer> costs = new ArrayList<>();
        arm.product()
                .costs()
                .ifPresent(all -> all.items()
                        .forEach(item -> costs.add(add(item.price().name(), Variable.of(product, item.price())))));
        return costs;
    }

    private Correlations correlations() {
        Correlations correlations = new Correlations();
        String name = study.population().name() + ".";
        for (Population.Correlation each : study.population().correlations()) {
            correlations.add(name + each.a(), name + each.b(), each.value());
        }
        correlations(correlations, model);
        risk.ifPresent(each -> correlations(correlations, each.model()));
        return correlations;
    }

    private static void correlations(Correlations correlations, Model of) {
        for (Model.Correlation each : of.correlations()) {
            correlations.add(of.name() + "." + each.a(), of.name() + "." + each.b(), each.value());
        }
    }

    private Set<Level> silenced() {
        Set<Level> silenced = EnumSet.noneOf(Level.class);
        if (!study.on(EngineSwitch.NOISE.word())) {
            silenced.add(Level.OCCASION);
        }
        if (!study.on(EngineSwitch.BETWEEN_TRIAL.word())) {
            silenced.add(Level.TRIAL);
        }
        return silenced;
    }

    private ArmSetup.Patch patch(String scenario) {
        List<Integer> where = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        model.scenario(scenario).forEach((name, value) -> {
            where.add(model.parameter(name));
            values.add(value);
        });
        return new ArmSetup.Patch(List.copyOf(where), List.copyOf(values));
    }

    /** Scenarios that give what the run's scenario gives: nothing that either fixes reaches a number of this arm. */
    private List<Boolean> repeats(List<ArmSetup.Patch> patches, List<Dose> doses) {
        if (patches.size() == 1) {
            return List.of(false);
        }
        int headline = study.scenarios().indexOf(study.scenario());
        ArmSetup.Patch own = patches.get(headline);
        Reach reach = reach(doses);
        List<Boolean> repeats = new ArrayList<>();
        for (int s = 0; s < patches.size(); s++) {
            Set<Integer> fixed = new TreeSet<>(own.variables());
            fixed.addAll(patches.get(s).variables());
            repeats.add(s != headline && (patches.get(s).equals(own) || !reach.any(fixed)));
        }
        return List.copyOf(repeats);
    }

    private void idle(Correlations correlations, List<Dose> doses) {
        List<String> names = Stream.concat(
                        study.parameters().keySet().stream(),
                        study.restated().stream().map(Parameter::name))
                .filter(name -> risk.stream().allMatch(each -> each.model().parameter(name) < 0))
                .filter(name -> !correlations.concern(model.name() + "." + name))
                .toList();
        if (!names.isEmpty()) {
            Reach reach = reach(doses);
            names.stream()
                    .filter(name -> model.parameter(name) < 0 || !reach.any(List.of(model.parameter(name))))
                    .forEach(idle::add);
        }
    }

    private List<Dose> doses(double modelTime) {
        return arm.product().doses().stream()
                .map(dose -> new Dose(
                        dose.day() * modelTime,
                        model.input(dose.input()),
                        dose.with().stream().mapToDouble(Double::doubleValue).toArray()))
                .toList();
    }

    private List<ArmSetup.Gate> gates() {
        List<ArmSetup.Gate> gates = new ArrayList<>();
        study.eligibility(arm).forEach((name, range) -> gates.add(new ArmSetup.Gate(model.readout(name), range)));
        return List.copyOf(gates);
    }

    /** What the costs reach when all their chance moves together through a grid of shares. */
    private static Optional<Range> costRange(DrawPlan draws, List<Integer> costs, List<ArmSetup.Following> following) {
        if (costs.isEmpty()) {
            return Optional.empty();
        }
        double[] uniforms = new double[draws.slots()];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < 2000; i++) {
            Arrays.fill(uniforms, i / 2000.0);
            double sum = 0;
            for (int variable : costs) {
                sum += draws.value(variable, uniforms, false);
            }
            low = Math.min(low, sum);
            for (ArmSetup.Following each : following) {
                sum += each.price() < 0 ? 0 : each.most() * draws.value(each.price(), uniforms, false);
            }
            high = Math.max(high, sum);
        }
        return low < high ? Optional.of(new Range(low, high)) : Optional.empty();
    }
}
