package org.blastema.evidence;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            if (experiment instanceof Claim.Comparison comparison) {
                plan(comparison.study(), comparison.at("study"))
                        .filter(plan -> named(comparison, plan))
                        .ifPresent(plan -> paired(comparison));
            }
        }
        claim.designs()
                .ifPresent(designs ->
                        plan(designs.study(), designs.at("study")).ifPresent(plan -> designs(designs, plan)));
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

    private boolean named(Claim.Comparison comparison, Plan plan) {
        int before = problems.size();
        arm(comparison.arm(), plan, comparison.at("arm"));
        arm(comparison.versus(), plan, comparison.at("versus"));
        comparison.beside().forEach(arm -> arm(arm, plan, comparison.at("beside")));
        endpoint(comparison.endpoint(), plan, comparison.at("endpoint"));
        visit(comparison.month(), plan, comparison.at("month"));
        if (problems.size() == before) {
            Set<String> seen = new LinkedHashSet<>(List.of(comparison.versus()));
            differs(comparison.arm(), seen, comparison.at("arm"));
            comparison.beside().forEach(arm -> differs(arm, seen, comparison.at("beside")));
            seen.forEach(arm -> measures(arm, comparison, plan));
        }
        return problems.size() == before;
    }

    private void differs(String arm, Set<String> seen, Position at) {
        if (!seen.add(arm)) {
            problems.error(at, "the arm '" + arm + "' a second time", "arm, versus and beside are different arms");
        }
    }

    /** An arm of another model than the study's may lack an endpoint. */
    private void measures(String name, Claim.Comparison comparison, Plan plan) {
        List<String> followed = plan.arms().get(plan.place(name)).followed().stream()
                .map(ArmPlan.Followed::name)
                .toList();
        if (!followed.contains(comparison.endpoint())) {
            problems.error(
                    comparison.at("endpoint"),
                    "the arm '" + name + "' has no endpoint '" + comparison.endpoint() + "'",
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

    /** What is laid over the study must give a study, and the units and names must fit it. */
    private void paired(Claim.Comparison comparison) {
        PairedStudy study = PairedStudy.whole(studies, comparison, Effort.none());
        attempt(study::plan).ifPresent(plan -> {
            Unit unit = plan.endpoints().stream()
                    .filter(each -> each.name().equals(comparison.endpoint()))
                    .map(each -> Unit.parse(each.unit()))
                    .findFirst()
                    .orElseThrow();
            sameUnit(comparison.mid().limit(), unit);
            comparison.variants().forEach(variant -> variant.shift().ifPresent(shift -> sameUnit(shift, unit)));
            List<String> known = plan.parameters(comparison.arm()).stream()
                    .map(Parameter::name)
                    .toList();
            comparison.flip().forEach(name -> movable(name, known, plan, study, comparison));
        });
        comparison.variants().stream()
                .filter(variant -> !variant.with().entries().isEmpty())
                .forEach(variant -> attempt(() -> study.alone().plan(tree -> tree.merged(variant.with()))));
    }

    /** A parameter that is moved must be there, have a range and not be set by the scenario. */
    private void movable(String name, List<String> known, Plan plan, PairedStudy study, Claim.Comparison comparison) {
        Position at = comparison.at("flip");
        if (!known.contains(name)) {
            problems.unknown(at, "parameter", name, known);
            return;
        }
        Parameter parameter = plan.parameters(comparison.arm()).get(known.indexOf(name));
        if (parameter.range().isEmpty()) {
            problems.error(at, "flip: " + name, "a parameter that is moved needs a range");
        }
        try {
            study.alone().plan(tree -> PairedStudy.moved(tree, name, parameter.value()));
        } catch (InvalidInput e) {
            e.problems().forEach(each -> problems.error(at, "flip: " + each.what(), each.rule()));
        }
    }

    private void sameUnit(Parameter given, Unit needed) {
        if (!given.unit().equals(needed)) {
            problems.error(
                    given.position(),
                    given.name() + " has unit " + given.unit().code() + " (dimension "
                            + given.unit().dimension() + ")",
                    "the endpoint is in " + needed.code(),
                    needed.code());
        }
    }
}
