package org.blastema.evidence;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.blastema.core.Decimal;
import org.blastema.core.InvalidInput;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Unit;
import org.blastema.trial.ArmPlan;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.Study;
import org.blastema.trial.StudyReader;

/** Rules between a claim and the studies that it uses. */
final class ClaimChecks {
    private final StudyReader studies;
    private final Problems problems;

    ClaimChecks(StudyReader studies, Problems problems) {
        this.studies = studies;
        this.problems = problems;
    }

    void check(Claim claim) {
        for (Claim.Experiment experiment : claim.experiments()) {
            switch (experiment) {
                case Claim.Comparison comparison -> question(comparison.question(), plan -> compared(comparison, plan));
                case Claim.Variation variation -> question(variation.question(), plan -> varied(variation, plan));
                case Claim.Stories stories -> question(stories.question(), plan -> {});
                case Claim.Occurrence occurrence -> question(occurrence.question(), plan -> happens(occurrence, plan));
                case Claim.Lookup lookup -> new LookupChecks(studies.library(), problems).check(lookup);
                case Claim.Rate _ -> {}
            }
        }
        claim.experiments().stream()
                .filter(Claim.Comparison.class::isInstance)
                .map(Claim.Comparison.class::cast)
                .filter(Claim.Comparison::decides)
                .forEach(each -> worded(each, claim));
        claim.designs()
                .ifPresent(designs ->
                        plan(designs.study(), designs.at("study")).ifPresent(plan -> designs(designs, plan)));
    }

    private void worded(Claim.Comparison comparison, Claim claim) {
        comparison.flip().stream()
                .filter(name -> !claim.called().containsKey(name))
                .forEach(name -> problems.error(
                        comparison.question().at("flip"),
                        "'" + name + "' has no words",
                        "'called' says in plain words what each parameter is that a deciding experiment moves"));
    }

    private void designs(Claim.Designs designs, Plan plan) {
        for (Claim.Design row : designs.rows()) {
            arm(row.arm(), plan, designs.at("rows"));
            row.versus().filter(versus -> arm(versus, plan, designs.at("rows"))).ifPresent(versus -> {
                List<String> known = plan.contrasts().stream()
                        .filter(each -> each.arm().equals(row.arm()))
                        .map(Study.Contrast::versus)
                        .toList();
                if (!known.contains(versus)) {
                    problems.unknown(designs.at("rows"), "contrast of " + row.arm() + " in the study", versus, known);
                }
            });
        }
        endpoint(designs.endpoint(), plan, designs.at("endpoint"));
        visit(designs.month(), plan, designs.at("month"));
    }

    private Optional<Plan> plan(String study, Position at) {
        List<String> known = studies.library().names("studies");
        if (!known.contains(study)) {
            problems.unknown(at, "study", study, known);
            return Optional.empty();
        }
        return attempt(() -> studies.plan(study, Options.none(), UnaryOperator.identity()));
    }

    private Optional<Plan> attempt(Supplier<Plan> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidInput e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private boolean named(Claim.Question question, Plan plan) {
        int before = problems.size();
        arm(question.arm(), plan, question.at("arm"));
        arm(question.versus(), plan, question.at("versus"));
        question.beside().forEach(arm -> arm(arm, plan, question.at("beside")));
        endpoint(question.endpoint(), plan, question.at("endpoint"));
        visit(question.month(), plan, question.at("month"));
        if (problems.size() == before) {
            Set<String> seen = new LinkedHashSet<>(List.of(question.versus()));
            differs(question.arm(), seen, question.at("arm"));
            question.beside().forEach(arm -> differs(arm, seen, question.at("beside")));
            seen.forEach(arm -> measures(arm, question, plan));
        }
        return problems.size() == before;
    }

    private void differs(String arm, Set<String> seen, Position at) {
        if (!seen.add(arm)) {
            problems.error(at, "the arm '" + arm + "' a second time", "arm, versus and beside are different arms");
        }
    }

    /** An arm of another model than the study's may lack an endpoint. */
    private void measures(String name, Claim.Question question, Plan plan) {
        List<String> followed = plan.arms().get(plan.place(name)).followed().stream()
                .map(ArmPlan.Followed::name)
                .toList();
        if (!followed.contains(question.endpoint())) {
            problems.error(
                    question.at("endpoint"),
                    "the arm '" + name + "' has no endpoint '" + question.endpoint() + "'",
                    "every arm of a comparison measures what is compared");
        }
    }

    private boolean arm(String name, Plan plan, Position at) {
        if (plan.place(name) >= 0) {
            return true;
        }
        problems.unknown(
                at, "arm", name, plan.arms().stream().map(ArmPlan::name).toList());
        return false;
    }

    private void endpoint(String name, Plan plan, Position at) {
        List<String> known =
                plan.endpoints().stream().map(ArmPlan.Followed::name).toList();
        if (!known.contains(name)) {
            problems.unknown(at, "endpoint", name, known);
        }
    }

    private void visit(double month, Plan plan, Position at) {
        if (plan.visits().stream().noneMatch(visit -> visit.isAt(month))) {
            List<String> months = plan.visits().stream()
                    .map(visit -> Decimal.plain(visit.month()))
                    .toList();
            problems.error(
                    at,
                    "no visit at month " + Decimal.plain(month),
                    "the study has visits at months " + String.join(", ", months),
                    months.stream()
                            .min(Comparator.comparingDouble(each -> Math.abs(Double.parseDouble(each) - month)))
                            .stream()
                            .toArray(String[]::new));
        }
    }

    /** What is laid over the study must give a study, with the names and units that the experiment needs. */
    private void question(Claim.Question question, Consumer<Plan> more) {
        plan(question.study(), question.at("study"))
                .filter(plan -> named(question, plan))
                .ifPresent(_ -> attempt(PairedStudy.whole(studies, question, Effort.none())::plan)
                        .ifPresent(more));
    }

    private static Unit unit(Claim.Question question, Plan plan) {
        return plan.endpoints().stream()
                .filter(each -> each.name().equals(question.endpoint()))
                .map(each -> Unit.parse(each.unit()))
                .findFirst()
                .orElseThrow();
    }

    private void varied(Claim.Variation variation, Plan plan) {
        if (variation.varies() == Claim.Varies.EFFECT) {
            sameUnit(variation.above(), Unit.ONE, "a ratio has no unit");
        } else {
            sameUnit(variation.above(), unit(variation.question(), plan));
        }
    }

    private void happens(Claim.Occurrence occurrence, Plan plan) {
        List<String> known = plan.arms().stream()
                .flatMap(arm -> arm.terms().stream())
                .map(ArmPlan.Term::name)
                .distinct()
                .toList();
        occurrence.happens().stream()
                .filter(term -> !known.contains(term))
                .forEach(term ->
                        problems.unknown(occurrence.question().at("happens"), "harm of the study", term, known));
    }

    private void compared(Claim.Comparison comparison, Plan plan) {
        Claim.Question question = comparison.question();
        Unit unit = unit(question, plan);
        sameUnit(comparison.mid().limit(), unit);
        comparison.variants().forEach(variant -> variant.shift().ifPresent(shift -> sameUnit(shift, unit)));
        PairedStudy alone = PairedStudy.whole(studies, question, Effort.none()).alone();
        List<Parameter> known = plan.parameters(question.arm());
        comparison.flip().forEach(name -> movable(name, known, alone, question.at("flip")));
        comparison.variants().stream()
                .filter(variant -> !variant.with().entries().isEmpty())
                .forEach(variant -> attempt(() -> alone.plan(tree -> tree.merged(variant.with()))));
    }

    /** A parameter that is moved must be there, have a range and not be set by the scenario. */
    private void movable(String name, List<Parameter> known, PairedStudy alone, Position at) {
        List<String> names = known.stream().map(Parameter::name).toList();
        if (!names.contains(name)) {
            problems.unknown(at, "parameter", name, names);
            return;
        }
        Parameter parameter = known.get(names.indexOf(name));
        if (parameter.range().isEmpty()) {
            problems.error(at, "flip: " + name, "a parameter that is moved needs a range");
        }
        try {
            alone.plan(tree -> PairedStudy.moved(tree, name, parameter.value()));
        } catch (InvalidInput e) {
            e.problems().forEach(each -> problems.error(at, "flip: " + each.what(), each.rule()));
        }
    }

    private void sameUnit(Parameter given, Unit needed) {
        sameUnit(given, needed, "the endpoint is in " + needed.code());
    }

    private void sameUnit(Parameter given, Unit needed, String rule) {
        if (!given.unit().equals(needed)) {
            problems.error(
                    given.position(),
                    given.name() + " has unit " + given.unit().code() + " (dimension "
                            + given.unit().dimension() + ")",
                    rule,
                    needed.code());
        }
    }
}
