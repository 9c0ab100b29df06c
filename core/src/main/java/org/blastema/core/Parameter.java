package org.blastema.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A number with everything that must be known of it.
 *
 * @param name unique in its file
 * @param value in {@code unit}; for a lognormal spread the median
 * @param unit its unit
 * @param spreads how it differs, at most one per level, applied replacing first, then factors, then differences
 * @param range what a draw is clamped to
 * @param sources keys of the bibliography
 * @param knowledge how it is known
 * @param basis what the published number rests on
 * @param calibrate whether it is free in a calibration
 * @param note for people
 * @param position where it stands
 */
public record Parameter(
        String name,
        double value,
        Unit unit,
        List<Spread> spreads,
        Optional<Range> range,
        List<String> sources,
        Optional<Knowledge> knowledge,
        Optional<Basis> basis,
        boolean calibrate,
        String note,
        Position position) {
    /** Stands for a parameter that a file does not give, so that reading can go on to the next problem. */
    public static Parameter absent(String name, double value, Unit unit, Position position) {
        return new Parameter(
                name,
                value,
                unit,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                "",
                position);
    }

    public Parameter {
        spreads = spreads.stream()
                .sorted((x, y) ->
                        x.distribution().kind().compareTo(y.distribution().kind()))
                .toList();
        sources = List.copyOf(sources);
    }

    /** The same parameter fixed at another value. */
    public Parameter fixed(double other) {
        return new Parameter(
                name, other, unit, List.of(), Optional.empty(), sources, knowledge, basis, calibrate, note, position);
    }

    /** The same parameter with those spreads alone whose level passes. */
    public Parameter without(Level level) {
        List<Spread> kept =
                spreads.stream().filter(spread -> spread.level() != level).toList();
        return new Parameter(name, value, unit, kept, range, sources, knowledge, basis, calibrate, note, position);
    }

    /** The same parameter as data have set it: another value and other spreads. */
    public Parameter fitted(double mean, List<Spread> others) {
        return new Parameter(
                name,
                mean,
                unit,
                others,
                range,
                sources,
                Optional.of(Knowledge.FITTED),
                basis,
                calibrate,
                note,
                position);
    }

    public Parameter named(String other) {
        return new Parameter(other, value, unit, spreads, range, sources, knowledge, basis, calibrate, note, position);
    }

    /** Binds a parameter; problems are reported, a broken one comes back with what could be read. */
    public static Parameter read(String name, Fields fields, Strictness strictness) {
        double value = fields.requiredNumber("value");
        Unit unit = Unit.read(fields, "unit");
        Optional<Range> range = range(fields, value);
        List<Spread> spreads = spreads(fields, value);
        range.ifPresent(allowed -> within(fields, allowed, spreads));
        List<String> sources = fields.texts("source");
        Optional<Knowledge> knowledge = fields.choice("knowledge", Knowledge.class);
        provenance(fields, sources, strictness);
        Parameter parameter = new Parameter(
                name,
                value,
                unit,
                spreads,
                range,
                sources,
                knowledge,
                fields.choice("basis", Basis.class),
                fields.flag("calibrate").orElse(false),
                fields.text("note").orElse(""),
                fields.position());
        fields.done();
        return parameter;
    }

    /** Reports a missing source, and a knowledge that is missing or unknown; the knowledge comes back. */
    public static Optional<Knowledge> provenance(Fields fields, List<String> sources, Strictness strictness) {
        if (sources.isEmpty()) {
            fields.problems()
                    .report(
                            strictness.missingSource(),
                            fields.position(),
                            fields.what() + " has no source",
                            "a number needs a key of the bibliography");
        }
        if (!fields.has("knowledge")) {
            fields.problems()
                    .report(
                            strictness.missingSource(),
                            fields.position(),
                            fields.what() + " has no knowledge",
                            "a number must say how it is known: read, abstract, recalled, computed, assumed or fitted");
        }
        return fields.choice("knowledge", Knowledge.class);
    }

    private static Optional<Range> range(Fields fields, double value) {
        if (!fields.has("range")) {
            return Optional.empty();
        }
        Optional<Range> range = readRange(fields);
        range.filter(r -> !r.contains(value))
                .ifPresent(r -> fields.problems()
                        .error(
                                fields.at("value"),
                                fields.what() + ": the value " + value,
                                "it must lie in its range " + r));
        return range;
    }

    /** Binds {@code range: [low, high]}. */
    public static Optional<Range> readRange(Fields fields) {
        List<Double> ends = fields.numbers("range");
        if (ends.size() == 2 && ends.get(0) < ends.get(1)) {
            return Optional.of(new Range(ends.get(0), ends.get(1)));
        }
        if (fields.has("range")) {
            fields.problems()
                    .error(
                            fields.at("range"),
                            fields.what() + ": the range " + ends,
                            "a range is [low, high] with low below high");
        }
        return Optional.empty();
    }

    /** A spread that states its own ends is a mistake where they lie outside; one without ends is cut off at the range. */
    private static void within(Fields fields, Range allowed, List<Spread> spreads) {
        for (Spread spread : spreads) {
            Optional<Range> ends = switch (spread.distribution()) {
                case Distribution.Uniform uniform -> Optional.of(new Range(uniform.low(), uniform.high()));
                case Distribution.Triangular triangular -> Optional.of(new Range(triangular.low(), triangular.high()));
                case Distribution.Choice choice ->
                    Optional.of(new Range(Collections.min(choice.values()), Collections.max(choice.values())));
                default -> Optional.empty();
            };
            ends.filter(found -> !(allowed.contains(found.low()) && allowed.contains(found.high())))
                    .ifPresent(found -> fields.problems()
                            .error(
                                    fields.at("spread"),
                                    fields.what() + ": the spread from " + found,
                                    "its ends must lie in the range " + allowed));
        }
    }

    private static List<Spread> spreads(Fields fields, double value) {
        List<Spread> spreads = new ArrayList<>();
        Optional<Yaml> node = fields.node("spread");
        if (node.isEmpty()) {
            return spreads;
        }
        List<Fields> each = node.get() instanceof Yaml.Sequence
                ? fields.list("spread", fields.what() + ", spread")
                : fields.fields("spread", fields.what() + ", spread").stream().toList();
        each.forEach(one -> DistributionReader.read(one, value).ifPresent(spreads::add));
        boolean twice = spreads.stream().map(Spread::level).distinct().count() < spreads.size();
        boolean replaced = spreads.stream()
                        .filter(s -> s.distribution().kind() == Distribution.Kind.REPLACING)
                        .count()
                > 1;
        if (twice || replaced) {
            fields.problems()
                    .error(
                            fields.at("spread"),
                            fields.what() + ": " + spreads.size() + " spreads",
                            "one spread a level, and at most one of beta, uniform, triangular and choice");
        }
        return spreads;
    }
}
