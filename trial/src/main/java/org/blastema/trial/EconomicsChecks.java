package org.blastema.trial;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Unit;
import org.blastema.model.Model;

/** Rules that hold between the economics of a study and the rest of it. */
final class EconomicsChecks {
    private static final String YEARS = "a";

    private final Study study;
    private final Economics economics;
    private final Fields fields;
    private final Problems problems;
    private final Model model;

    private EconomicsChecks(Study study, Economics economics, Fields fields, Problems problems, Model model) {
        this.study = study;
        this.economics = economics;
        this.fields = fields;
        this.problems = problems;
        this.model = model;
    }

    /**
     * @param fields those of the economics
     * @param model the study's
     */
    static void check(Study study, Economics economics, Fields fields, Problems problems, Model model) {
        EconomicsChecks checks = new EconomicsChecks(study, economics, fields, problems, model);
        checks.groups();
        checks.horizon();
        economics.effects().forEach(each -> checks.readout("effect", each, YEARS, economics.effectDiscount()));
        checks.readout("cost", economics.cost(), "{" + economics.currency() + "}", economics.costDiscount());
        checks.arms();
    }

    /** Without the same persons in every arm a draw of what is not known has no effect of its own. */
    private void groups() {
        if (!study.paired()) {
            problems.error(
                    fields.position(),
                    "economics in parallel groups",
                    "what is not known decides here, so the same persons must stand in every arm",
                    "groups: paired");
        }
        if (new HashSet<>(economics.effects()).size() < economics.effects().size()) {
            problems.error(fields.at("effect"), "effects " + economics.effects(), "an effect stands once");
        }
    }

    private void horizon() {
        if (fields.has("horizon")
                && study.visits().stream()
                        .noneMatch(visit -> visit.day() == economics.horizon().day())) {
            problems.error(
                    fields.at("horizon"),
                    "the horizon is day " + Decimal.plain(economics.horizon().day()),
                    "it must be a visit of the study, since there the costs and effects up to it are read",
                    study.visits().stream()
                            .map(visit -> Decimal.plain(visit.day()) + " d")
                            .toArray(String[]::new));
        }
    }

    private void readout(String key, String name, String unit, String discount) {
        if (name.isEmpty()) {
            return;
        }
        List<String> endpoints =
                study.endpoints().stream().map(Study.Endpoint::readout).toList();
        if (!endpoints.contains(name) || model.readout(name) < 0) {
            problems.unknown(
                    fields.at(key), "endpoint of the study", name, EconomicsReader.readouts(model, endpoints, unit));
            return;
        }
        String code = model.readouts().get(model.readout(name)).unit().code();
        if (!code.equals(unit)) {
            problems.error(
                    fields.at(key),
                    "the " + key + " " + name + " is in " + code,
                    "it is needed in " + unit,
                    EconomicsReader.readouts(model, endpoints, unit).toArray(String[]::new));
        }
        discount(key, name, discount);
    }

    /** What is said to be discounted must be. */
    private void discount(String key, String readout, String parameter) {
        if (parameter.isEmpty()) {
            return;
        }
        Position at = fields.at("discount");
        int index = model.parameter(parameter);
        if (index < 0) {
            problems.unknown(at, "parameter of model " + model.name(), parameter, rates());
        } else if (!model.parameters().get(index).unit().equals(Unit.parse("1/a"))) {
            problems.error(
                    at,
                    parameter + " has unit "
                            + model.parameters().get(index).unit().code(),
                    "a discount is a rate a year, 1/a",
                    rates().toArray(String[]::new));
        } else if (!Dependence.on(model, model.readout(readout), index)) {
            problems.error(
                    at,
                    "the " + key + " " + readout + " does not depend on " + parameter,
                    "the discount that is stated must be that of the readout");
        }
    }

    /** Rates of the model whose name speaks of a discount. */
    private List<String> rates() {
        return model.parameters().stream()
                .filter(each ->
                        each.unit().equals(Unit.parse("1/a")) && each.name().contains("discount"))
                .map(each -> each.name())
                .toList();
    }

    private void arms() {
        List<String> names = study.arms().stream().map(Study.Arm::name).toList();
        economics.priceInModel().forEach(arm -> known("price-in-model", arm, names));
        economics.outOfPocket().forEach(arm -> known("out-of-pocket", arm, names));
        economics.priceArms().forEach(arm -> known("prices", arm, names));
        for (Study.Arm arm : study.arms()) {
            Optional<String> other = arm.product()
                    .costs()
                    .map(Product.Costs::currency)
                    .filter(currency -> !currency.equals(economics.currency()));
            other.ifPresent(currency -> problems.error(
                    fields.at("currency"),
                    "the arm '" + arm.name() + "' costs " + currency + ", the study counts " + economics.currency(),
                    "costs of different currencies are not added; there is no exchange"));
        }
    }

    private void known(String key, String arm, List<String> arms) {
        if (!arms.contains(arm)) {
            problems.unknown(fields.at(key), "arm", arm, arms);
        }
    }
}
