package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.blastema.core.InvalidInput;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Unit;
import org.blastema.trial.ArmPlan;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.StudyReader;
import org.blastema.trial.Visit;

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
                plan(comparison.study(), comparison.position())
                        .filter(plan -> named(comparison, plan))
                        .ifPresent(plan -> paired(comparison));
            }
        }
        claim.designs()
                .ifPresent(designs -> plan(designs.study(), designs.position()).ifPresent(plan -> {
                    designs.rows()
                            .forEach(row -> Stream.concat(Stream.of(row.arm()), row.versus().stream())
                                    .forEach(arm -> arm(arm, plan, designs.position())));
                    read(designs.endpoint(), designs.month(), plan, designs.position());
                }));
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
        Stream.concat(Stream.of(comparison.arm(), comparison.versus()), comparison.beside().stream())
                .forEach(arm -> arm(arm, plan, comparison.position()));
        read(comparison.endpoint(), comparison.month(), plan, comparison.position());
        return problems.size() == before;
    }

    private void arm(String name, Plan plan, Position at) {
        if (plan.place(name) < 0) {
            problems.unknown(
                    at, "arm", name, plan.arms().stream().map(ArmPlan::name).toList());
        }
    }

    private void read(String endpoint, double month, Plan plan, Position at) {
        List<String> known =
                plan.endpoints().stream().map(ArmPlan.Followed::name).toList();
        if (!known.contains(endpoint)) {
            problems.unknown(at, "endpoint", endpoint, known);
        }
        if (plan.visits().stream().noneMatch(visit -> visit.isAt(month))) {
            problems.error(
                    at,
                    "no visit at month " + month,
                    "the study has visits at months "
                            + plan.visits().stream().map(Visit::month).toList());
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
        if (!known.contains(name)) {
            problems.unknown(comparison.position(), "parameter", name, known);
            return;
        }
        Parameter parameter = plan.parameters(comparison.arm()).get(known.indexOf(name));
        if (parameter.range().isEmpty()) {
            problems.error(comparison.position(), "flip: " + name, "a parameter that is moved needs a range");
        }
        attempt(() -> study.alone().plan(tree -> PairedStudy.moved(tree, name, parameter.value())));
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
