package org.blastema.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.blastema.core.Fields;
import org.blastema.core.Knowledge;
import org.blastema.core.Parameter;
import org.blastema.core.Position;
import org.blastema.core.Spread;
import org.blastema.core.Unit;
import org.blastema.formats.JsonObject;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.blastema.trial.Product;
import org.blastema.trial.Study;

/** Every number of a study with its source and knowledge, by the file that holds it. */
final class ParameterRows {
    private final Subject run;

    ParameterRows(Subject run) {
        this.run = run;
    }

    List<JsonObject> groups() {
        return owners().entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new JsonObject()
                        .put("owner", group.getKey())
                        .put(
                                "rows",
                                group.getValue().stream()
                                        .map(ParameterRows::row)
                                        .toList()))
                .toList();
    }

    /** File to its parameters: the models of all arms, the population, the products and comparators. */
    private Map<String, List<Parameter>> owners() {
        Map<String, List<Parameter>> owners = new LinkedHashMap<>();
        owners.put("models/" + run.model().name(), ofModel(run.model()));
        for (Study.Arm arm : run.study().arms()) {
            owners.computeIfAbsent(
                    "models/" + arm.product().model(),
                    key -> ofModel(ModelReader.read(run.library(), arm.product().model())));
        }
        for (Study.Arm arm : run.study().arms()) {
            arm.product()
                    .risk()
                    .ifPresent(risk -> owners.computeIfAbsent(
                            "models/" + risk.model(), key -> ofModel(ModelReader.read(run.library(), risk.model()))));
        }
        owners.put(
                "populations/" + run.study().population().name(),
                run.study().population().covariates());
        for (Study.Arm arm : run.study().arms()) {
            owners.computeIfAbsent("arms/" + arm.product().name(), key -> ofProduct(arm.product()));
        }
        LaterFindings.of(run).ifPresent(later -> {
            owners.computeIfAbsent("models/" + later.model().name(), key -> more(later.model()));
            later.study()
                    .arms()
                    .forEach(arm ->
                            owners.computeIfAbsent("arms/" + arm.product().name(), key -> ofProduct(arm.product())));
        });
        owners.put("studies/" + run.study().name(), ofStudy(run.study()));
        return owners;
    }

    /** What a model that extends the study's has beyond it. */
    private List<Parameter> more(Model model) {
        return ofModel(model).stream()
                .filter(each -> run.model().parameter(each.name()) < 0)
                .toList();
    }

    private static List<Parameter> ofModel(Model model) {
        List<Parameter> rows = new ArrayList<>(model.parameters());
        model.readouts()
                .forEach(readout -> readout.mcid()
                        .ifPresent(mcid -> rows.add(mcid.named(readout.name() + ", change that matters"))));
        return rows;
    }

    private List<Parameter> ofStudy(Study study) {
        List<Parameter> rows = new ArrayList<>();
        study.endpoints()
                .forEach(endpoint -> endpoint.responder().ifPresent(responder -> {
                    Unit unit = run.model()
                            .readouts()
                            .get(run.model().readout(endpoint.readout()))
                            .unit();
                    rows.add(number(
                            endpoint.readout() + ", gain of a responder",
                            responder.gain(),
                            unit,
                            responder.sources(),
                            responder.knowledge()));
                }));
        study.economics().ifPresent(asked -> {
            rows.addAll(asked.thresholds());
            rows.addAll(asked.prices());
        });
        study.dropOut()
                .ifPresent(d -> rows.add(
                        number("drop-out by day " + number(d.by()), d.share(), Unit.ONE, d.sources(), d.knowledge())));
        return rows;
    }

    private static Parameter number(
            String name, double value, Unit unit, List<String> sources, Optional<Knowledge> knowledge) {
        Position nowhere = new Position(name, 1, 1);
        return new Parameter(
                name,
                value,
                unit,
                List.of(),
                Optional.empty(),
                sources,
                knowledge,
                Optional.empty(),
                false,
                "",
                nowhere);
    }

    private static List<Parameter> ofProduct(Product product) {
        List<Parameter> rows = new ArrayList<>(product.parameters());
        for (Product.AdverseEvent event : product.adverseEvents()) {
            rows.add(event.probability().named(event.term() + ", probability"));
            event.ratio().ifPresent(ratio -> rows.add(ratio.named(event.term() + ", ratio")));
            rows.add(event.day().named(event.term() + ", day"));
        }
        product.risk().ifPresent(risk -> {
            rows.addAll(risk.parameters());
            risk.consequences().forEach(each -> each.price().ifPresent(rows::add));
        });
        product.costs()
                .ifPresent(costs -> costs.items()
                        .forEach(item -> rows.add(
                                item.price().named("price, " + item.label().en()))));
        return rows;
    }

    private static JsonObject row(Parameter p) {
        return new JsonObject()
                .put("name", p.name())
                .put("value", number(p.value()))
                .put("unit", p.unit().code().equals("1") ? "" : p.unit().code().replaceAll("[{}]", ""))
                .put(
                        "spread",
                        String.join(
                                "; ", p.spreads().stream().map(Spread::toString).toList()))
                .put("sources", p.sources())
                .put("knowledge", p.knowledge().map(Fields::word))
                .put("note", p.note());
    }

    /** A number as short as it can be. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return Long.toString((long) value);
        }
        String shortest = Double.toString(value);
        return shortest.length() > 9
                ? Double.toString(new java.math.BigDecimal(value)
                        .round(new java.math.MathContext(5))
                        .doubleValue())
                : shortest;
    }

    /** The sources that these parameters name. */
    List<JsonObject> sources() {
        TreeSet<String> keys = new TreeSet<>();
        owners().values().forEach(rows -> rows.forEach(p -> keys.addAll(p.sources())));
        run.published().forEach(p -> keys.addAll(p.sources()));
        return keys.stream()
                .flatMap(key -> run.library().bibliography().entry(key).stream())
                .map(entry -> new JsonObject()
                        .put("key", entry.key())
                        .put("text", entry.text())
                        .put("doi", entry.field("doi")))
                .toList();
    }
}
