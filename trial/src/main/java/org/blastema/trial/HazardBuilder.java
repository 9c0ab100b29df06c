package org.blastema.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;
import org.blastema.core.Level;
import org.blastema.core.Parameter;
import org.blastema.core.Purpose;
import org.blastema.core.Unit;
import org.blastema.kinetics.CompiledModel;
import org.blastema.kinetics.Dose;
import org.blastema.model.Model;

/** Makes the harms of an arm ready to be drawn: those that its product lists and those of the model of its harms. */
final class HazardBuilder {
    private final Study study;
    private final Product product;
    private final Study.Arm arm;
    private final ToIntBiFunction<String, Variable> variables;
    private final Map<String, Integer> places;
    private final List<Purpose> purposes = new ArrayList<>();
    private final List<Hazard> hazards = new ArrayList<>();
    private final List<Model.Harm> modelled = new ArrayList<>();

    /**
     * @param variables adds what chance moves to the arm
     * @param places of the arm's variables that have a name of their own, covariates above all
     */
    HazardBuilder(
            Study study, Study.Arm arm, ToIntBiFunction<String, Variable> variables, Map<String, Integer> places) {
        this.study = study;
        this.arm = arm;
        this.product = arm.product();
        this.variables = variables;
        this.places = places;
    }

    /** The terms of a product in the order in which they are drawn. */
    static List<ArmPlan.Term> terms(Product product, References references) {
        Stream<ArmPlan.Term> listed = product.adverseEvents().stream()
                .map(each -> new ArmPlan.Term(each.term(), each.label(), each.serious(), Optional.empty()));
        Stream<ArmPlan.Term> modelled = product.risk().stream()
                .flatMap(each -> references.compiled(each.model()).model().risk().stream())
                .flatMap(risk -> risk.harms().stream())
                .map(each -> new ArmPlan.Term(each.term(), each.label(), each.serious(), Optional.of(each.related())));
        return Stream.concat(listed, modelled).toList();
    }

    /** Purposes of the chance that decides, once all is built. */
    List<Purpose> purposes() {
        return List.copyOf(purposes);
    }

    /** The hazards of the arm. */
    List<Hazard> build(Optional<CompiledModel> risk) {
        if (!product.adverseEvents().isEmpty()) {
            List<int[]> figures =
                    product.adverseEvents().stream().map(this::listed).toList();
            hazards.add(hazard(
                    product.adverseEvents().stream()
                            .map(Product.AdverseEvent::term)
                            .toList(),
                    product.adverseEvents().stream().map(each -> true).toList(),
                    List.of(0.0),
                    () -> new ListedFigures(figures)));
        }
        risk.ifPresent(this::modelled);
        return List.copyOf(hazards);
    }

    private int[] listed(Product.AdverseEvent event) {
        Function<Parameter, Integer> place =
                each -> variables.applyAsInt(each.name(), Variable.of(product.name(), each));
        int probability = place.apply(event.probability());
        int ratio = event.ratio().map(place).orElse(-1);
        return new int[] {probability, ratio, place.apply(event.day())};
    }

    private void modelled(CompiledModel compiled) {
        Product.Risk risk = product.risk().orElseThrow();
        Model model = compiled.model();
        SequencedMap<String, String> choices = new LinkedHashMap<>(risk.settings());
        choices.putAll(study.settings(arm));
        List<Integer> where = new ArrayList<>();
        for (Variable variable : ArmParameters.of(study, model, risk.parameters(), choices)) {
            where.add(variables.applyAsInt(variable.name(), variable));
        }
        for (Model.Covariate covariate : model.covariates()) {
            Integer known = places.get(covariate.name());
            where.add(
                    known != null
                            ? known
                            : variables.applyAsInt(
                                    covariate.name(),
                                    new Variable(
                                            model.name() + "." + covariate.name(),
                                            covariate.value(),
                                            List.of(),
                                            Optional.empty())));
        }
        List<Double> givings = product.doses().stream()
                .filter(risk::askedAt)
                .map(Product.Dosing::day)
                .distinct()
                .toList();
        modelled.addAll(model.risk().orElseThrow().harms());
        hazards.add(hazard(
                modelled.stream().map(Model.Harm::term).toList(),
                modelled.stream().map(Model.Harm::once).toList(),
                givings.isEmpty() ? List.of(0.0) : givings,
                () -> new ModelledFigures(compiled, where)));
    }

    private Hazard hazard(
            List<String> terms, List<Boolean> once, List<Double> givings, Supplier<Hazard.Figures> figures) {
        return new Hazard(codes(terms, "adverse-event."), codes(terms, "noticed."), once, givings, figures);
    }

    private List<Integer> codes(List<String> terms, String kind) {
        List<Integer> codes = new ArrayList<>();
        for (String term : terms) {
            Purpose purpose = new Purpose(Level.PATIENT, kind + term);
            purposes.add(purpose);
            codes.add(purpose.code());
        }
        return List.copyOf(codes);
    }

    /** What follows each term, once the hazards are built. */
    List<ArmSetup.Following> following(Model patient) {
        Map<String, Product.Consequence> known = new LinkedHashMap<>();
        product.risk().ifPresent(risk -> risk.consequences().forEach(each -> known.put(each.term(), each)));
        List<ArmSetup.Following> all = new ArrayList<>();
        product.adverseEvents().forEach(each -> all.add(ArmSetup.Following.NOTHING));
        for (int term = 0; term < modelled.size(); term++) {
            Product.Consequence follows = known.get(modelled.get(term).term());
            all.add(
                    follows == null
                            ? ArmSetup.Following.NOTHING
                            : following(patient, follows, hazards.getLast().givings(term)));
        }
        return List.copyOf(all);
    }

    private ArmSetup.Following following(Model patient, Product.Consequence follows, int most) {
        double modelTime = Unit.parse("d").factorTo(patient.time());
        Optional<Dose> dose = follows.dose()
                .map(each -> new Dose(
                        each.day() * modelTime,
                        patient.input(each.input()),
                        each.with().stream().mapToDouble(Double::doubleValue).toArray()));
        int price = follows.price()
                .map(each -> variables.applyAsInt(each.name(), Variable.of(product.name(), each)))
                .orElse(-1);
        return new ArmSetup.Following(dose, price, follows.leaves(), most);
    }
}
