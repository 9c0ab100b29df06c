package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.blastema.core.InvalidInput;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Unit;
import org.blastema.core.Yaml;
import org.blastema.model.Library;
import org.blastema.trial.ArmPlan;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.StudyReader;
import org.blastema.trial.Visit;

/** Rules between a claim and the studies that it uses. */
final class ClaimChecks {
    static final double SAME_MONTH = 1e-6;

    private final Library library;
    private final Problems problems;

    ClaimChecks(Library library, Problems problems) {
        this.library = library;
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
        if (!library.names("studies").contains(study)) {
            problems.unknown(at, "study", study, library.names("studies"));
            return Optional.empty();
        }
        return attempt(() -> StudyReader.read(library, study, Options.none()));
    }

    private interface Reading {
        Plan read();
    }

    private Optional<Plan> attempt(Reading reading) {
        try {
            return Optional.of(reading.read());
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
        if (plan.visits().stream().noneMatch(visit -> same(visit, month))) {
            problems.error(
                    at,
                    "no visit at month " + month,
                    "the study has visits at months "
                            + plan.visits().stream().map(Visit::month).toList());
        }
    }

    private static boolean same(Visit visit, double month) {
        return Math.abs(visit.month() - month) < SAME_MONTH;
    }

    /** What is laid over the study must give a study, and the units and names must fit it. */
    private void paired(Claim.Comparison comparison) {
        PairedStudy study = new PairedStudy(library, comparison);
        Yaml.Mapping nothing = new Yaml.Mapping(List.of(), comparison.position());
        attempt(() -> study.plan(nothing, 1, 1, true)).ifPresent(plan -> {
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
                .forEach(variant -> attempt(() -> study.plan(variant.with(), 1, 1, false)));
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
        attempt(() -> study.plan(tree -> tree.parameter(name, parameter.value()), 1, 1, false));
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
