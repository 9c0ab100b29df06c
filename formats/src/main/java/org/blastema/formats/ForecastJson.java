package org.blastema.formats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.blastema.core.Fields;
import org.blastema.core.Range;
import org.blastema.evidence.Forecast;
import org.blastema.evidence.Outcome;
import org.blastema.model.Model;
import org.blastema.statistics.Interval;

/** A forecast as JSON and back, without loss: what is read from it is written as the same bytes. */
final class ForecastJson {
    private ForecastJson() {}

    static JsonObject of(Forecast forecast) {
        JsonObject json = new JsonObject()
                .put("study", forecast.study())
                .put("registration", forecast.registration())
                .put("area", forecast.area())
                .put("seed", Long.toString(forecast.seed()))
                .put("trials", forecast.trials());
        if (!forecast.modified().isEmpty()) {
            json.put("mark", "MODIFIED").put("modifications", forecast.modified());
        }
        return json.put("simulated", true)
                .put("design", design(forecast.design()))
                .put("inputs", forecast.inputs())
                .put("rows", forecast.rows().stream().map(ForecastJson::row).toList());
    }

    private static JsonObject design(Forecast.Design design) {
        return new JsonObject()
                .put("model", design.model())
                .put("scenario", design.scenario())
                .put("reference", design.reference())
                .put("alpha", design.alpha())
                .put("primary", design.primary())
                .put("month", design.month())
                .put("eligibility", DesignJson.eligibility(design.eligibility()))
                .put(
                        "leaving",
                        design.leaving()
                                .map(each -> new JsonObject()
                                        .put("share", each.share())
                                        .put("month", each.month())))
                .put(
                        "arms",
                        design.arms().stream()
                                .map(arm -> new JsonObject()
                                        .put("name", arm.name())
                                        .put("product", arm.product())
                                        .put("patients", arm.patients()))
                                .toList());
    }

    private static JsonObject row(Forecast.Row row) {
        return new JsonObject()
                .put("arm", row.arm())
                .put("versus", row.versus().isEmpty() ? Optional.empty() : Optional.of(row.versus()))
                .put("endpoint", row.endpoint())
                .put("unit", row.unit())
                .put("kind", Fields.word(row.kind()))
                .put("statistic", Fields.word(row.statistic()))
                .put("day", row.day())
                .put("month", SummaryJson.month(row.visit().month()))
                .put("mean", row.mean())
                .put("half", row.half())
                .put("prediction95", row.most())
                .put("found", row.found())
                .put("range", ends(row.range()))
                .put("better", Fields.word(row.better()))
                .put("values", row.values());
    }

    /** Both ends of a range. */
    static List<Double> ends(Range range) {
        return List.of(range.low(), range.high());
    }

    /** The forecast of an object that {@link #of} made. */
    static Forecast read(JsonObject json) {
        SortedMap<String, String> inputs = new TreeMap<>();
        JsonObject versions = json.object("inputs");
        versions.keys().forEach(key -> inputs.put(key, versions.text(key)));
        return new Forecast(
                json.text("study"),
                json.text("registration"),
                Optional.of(json.text("area")).filter(area -> !area.isEmpty()),
                readDesign(json.object("design")),
                Long.parseLong(json.text("seed")),
                (int) json.number("trials"),
                inputs,
                json.texts("modifications"),
                json.objects("rows").stream().map(ForecastJson::readRow).toList());
    }

    private static Forecast.Design readDesign(JsonObject json) {
        SequencedMap<String, Range> eligibility = new LinkedHashMap<>();
        JsonObject asked = json.object("eligibility");
        asked.keys().forEach(key -> eligibility.put(key, range(asked, key)));
        return new Forecast.Design(
                json.text("model"),
                json.text("scenario"),
                json.objects("arms").stream()
                        .map(arm ->
                                new Forecast.Arm(arm.text("name"), arm.text("product"), (int) arm.number("patients")))
                        .toList(),
                json.text("reference"),
                json.number("alpha"),
                json.text("primary"),
                json.number("month"),
                eligibility,
                Optional.of(json.object("leaving"))
                        .filter(leaving -> leaving.has("share"))
                        .map(leaving -> new Forecast.Leaving(leaving.number("share"), leaving.number("month"))));
    }

    private static Forecast.Row readRow(JsonObject json) {
        Range half = range(json, "half");
        Range most = range(json, "prediction95");
        return new Forecast.Row(
                json.text("arm"),
                json.text("versus"),
                json.text("endpoint"),
                json.text("unit"),
                constant(Outcome.Kind.class, json.text("kind")),
                constant(Outcome.Statistic.class, json.text("statistic")),
                json.number("day"),
                json.number("mean"),
                new Interval(half.low(), half.high()),
                new Interval(most.low(), most.high()),
                json.numbers("values"),
                json.has("found") ? OptionalDouble.of(json.number("found")) : OptionalDouble.empty(),
                range(json, "range"),
                constant(Model.Better.class, json.text("better")));
    }

    private static Range range(JsonObject json, String key) {
        List<Double> ends = json.numbers(key);
        return new Range(ends.getFirst(), ends.getLast());
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        for (E each : type.getEnumConstants()) {
            if (Fields.word(each).equals(word)) {
                return each;
            }
        }
        throw new IllegalStateException("a sealed forecast has no " + word);
    }
}
