package org.blastema.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Knowledge;
import org.blastema.core.Parameter;
import org.blastema.core.Problems;
import org.blastema.core.Strictness;
import org.blastema.core.Text;
import org.blastema.core.Unit;
import org.blastema.core.Yaml;
import org.blastema.model.Model;

/** Binds the economics of a study. */
final class EconomicsReader {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final String NONE = "none";

    private final References references;
    private final Problems problems;
    private final Strictness strictness;
    private final Fields fields;

    EconomicsReader(References references, Problems problems, Strictness strictness, Fields fields) {
        this.references = references;
        this.problems = problems;
        this.strictness = strictness;
        this.fields = fields;
    }

    /** Whether a study says that it asks nothing of costs beside effects. */
    static boolean none(Fields economics) {
        return economics.has(NONE);
    }

    /** Why it does not. */
    static Text whyNone(Fields economics) {
        Text why = economics.requiredBilingual(NONE);
        economics.done();
        return why;
    }

    /** What the study asks; {@link EconomicsChecks} holds it against the rest of the study. */
    Economics read(Measure measure) {
        String currency = fields.requiredText("currency");
        Optional<Fields> discount = needed("discount").flatMap(key -> fields.fields(key, "the discount"));
        Optional<Fields> prices = fields.fields("prices", "the prices");
        Optional<Fields> pocket = fields.fields("out-of-pocket", "what is paid out of pocket");
        Economics economics = new Economics(
                needed("effect").map(fields::texts).orElse(List.of()),
                fields.requiredText("cost"),
                horizon(measure),
                needed("perspective")
                        .flatMap(key -> fields.choice(key, Economics.Perspective.class))
                        .orElse(Economics.Perspective.PAYER),
                discount.map(inside -> inside.requiredText("effect")).orElse(""),
                discount.map(inside -> inside.requiredText("cost")).orElse(""),
                currency,
                year(),
                thresholds(currency),
                fields.texts("price-in-model"),
                pocket.map(this::pocket).orElse(List.of()),
                prices.map(inside -> inside.texts("arms")).orElse(List.of()),
                prices.map(inside -> ascending(inside, "values", "price", money(currency)))
                        .orElse(List.of()));
        discount.ifPresent(Fields::done);
        prices.ifPresent(Fields::done);
        fields.done();
        return economics;
    }

    /** Arms whose product the person treated pays; who says so stands beside. */
    private List<String> pocket(Fields inside) {
        List<String> arms = inside.texts("arms");
        if (arms.isEmpty()) {
            problems.error(inside.position(), "nothing is paid out of pocket", "'arms' names at least one arm");
        }
        references.sources(inside.at("source"), inside.texts("source"));
        if (inside.texts("source").isEmpty()) {
            inside.missing("source");
        }
        inside.requiredChoice("knowledge", Knowledge.class, Knowledge.ASSUMED);
        inside.text("note");
        inside.done();
        return arms;
    }

    private Optional<String> needed(String key) {
        if (!fields.has(key)) {
            fields.missing(key);
            return Optional.empty();
        }
        return Optional.of(key);
    }

    private Visit horizon(Measure measure) {
        Optional<Yaml> node = needed("horizon").flatMap(fields::node);
        return Visit.at(node.flatMap(each -> measure.in(Unit.parse("d"), each)).orElse(0.0));
    }

    private int year() {
        int year = needed("year").flatMap(fields::integer).orElse(FIRST_YEAR);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            problems.error(
                    fields.at("year"), "'year' is " + year, "a price year lies in " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return year;
    }

    private List<Parameter> thresholds(String currency) {
        if (needed("thresholds").isEmpty()) {
            return List.of();
        }
        if (fields.sequence("thresholds").isEmpty()) {
            problems.error(fields.at("thresholds"), "no thresholds", "at least one is needed");
        }
        return ascending(fields, "thresholds", "threshold", money(currency) + "/a");
    }

    private static String money(String currency) {
        return "{" + currency + "}";
    }

    /** Numbers with their sources, in a unit, none below 0, each above the one before. */
    private List<Parameter> ascending(Fields of, String key, String what, String unit) {
        List<Parameter> all = new ArrayList<>();
        for (Fields each : of.list(key, what)) {
            Parameter number = Parameter.read(what, each, strictness);
            references.sources(each.at("source"), number.sources());
            if (!number.unit().code().equals(unit)) {
                problems.error(
                        each.at("unit"),
                        "a " + what + " in " + number.unit().code(),
                        "it is in the currency of this study, " + unit,
                        unit);
            }
            if (number.value() < 0
                    || !all.isEmpty() && number.value() <= all.getLast().value()) {
                problems.error(
                        each.at("value"),
                        "a " + what + " of " + Decimal.plain(number.value()),
                        "they ascend and none lies below 0");
            }
            all.add(number);
        }
        return List.copyOf(all);
    }

    /** Readouts of a model with a unit. */
    static List<String> readouts(Model model, List<String> endpoints, String unit) {
        return model.readouts().stream()
                .filter(each ->
                        endpoints.contains(each.name()) && each.unit().code().equals(unit))
                .map(Model.Readout::name)
                .toList();
    }
}
