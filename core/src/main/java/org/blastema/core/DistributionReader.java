package org.blastema.core;

import java.util.List;
import java.util.Optional;

/** Binds the spread of a parameter: {@code {level: patient, distribution: lognormal, cv: 0.3}}. */
final class DistributionReader {
    private static final List<String> NAMES = List.of("normal", "lognormal", "beta", "uniform", "triangular", "choice");

    private final Fields fields;
    private final double value;

    private DistributionReader(Fields fields, double value) {
        this.fields = fields;
        this.value = value;
    }

    /** One spread; empty, with problems reported, if it cannot be bound. */
    static Optional<Spread> read(Fields fields, double value) {
        int before = fields.problems().size();
        if (!fields.has("level")) {
            fields.missing("level");
        }
        Optional<Level> level = fields.choice("level", Level.class);
        Optional<Distribution> distribution = new DistributionReader(fields, value).distribution();
        fields.done();
        boolean clean = fields.problems().size() == before;
        return clean && level.isPresent() ? distribution.map(d -> new Spread(level.get(), d)) : Optional.empty();
    }

    private Optional<Distribution> distribution() {
        String name = fields.requiredText("distribution");
        return switch (name) {
            case "normal" -> Optional.of(new Distribution.Normal(positive("sd")));
            case "lognormal" -> Optional.of(new Distribution.Lognormal(positive("cv")));
            case "beta" -> beta();
            case "uniform" -> uniform();
            case "triangular" -> triangular();
            case "choice" -> choice();
            case "" -> Optional.empty();
            default -> {
                fields.problems().unknown(fields.at("distribution"), "distribution", name, NAMES);
                yield Optional.empty();
            }
        };
    }

    private double positive(String key) {
        double number = fields.requiredNumber(key);
        if (fields.has(key) && number <= 0) {
            fields.problems()
                    .error(fields.at(key), fields.what() + ": '" + key + "' is " + number, "it must be above 0");
        }
        return Math.max(number, Double.MIN_NORMAL);
    }

    private Optional<Distribution> beta() {
        if (fields.has("a") || fields.has("b")) {
            return Optional.of(new Distribution.Beta(Math.max(positive("a"), 1e-3), Math.max(positive("b"), 1e-3)));
        }
        double sd = positive("sd");
        if (value <= 0 || value >= 1 || sd * sd >= value * (1 - value)) {
            fields.problems()
                    .error(
                            fields.position(),
                            fields.what() + ": beta with mean " + value + " and SD " + sd,
                            "the mean must lie between 0 and 1 and the squared SD below mean (1 - mean)");
            return Optional.empty();
        }
        return Optional.of(Distribution.Beta.ofMean(value, sd));
    }

    private Optional<Distribution> uniform() {
        double low = fields.requiredNumber("low");
        double high = fields.requiredNumber("high");
        if (low >= high) {
            fields.problems()
                    .error(fields.at("low"), fields.what() + ": from " + low + " to " + high, "low must be below high");
        }
        return Optional.of(new Distribution.Uniform(low, high));
    }

    private Optional<Distribution> triangular() {
        double low = fields.requiredNumber("low");
        double high = fields.requiredNumber("high");
        if (low >= high || value < low || value > high) {
            fields.problems()
                    .error(
                            fields.at("low"),
                            fields.what() + ": from " + low + " over " + value + " to " + high,
                            "low, value and high must ascend");
        }
        return Optional.of(new Distribution.Triangular(low, value, high));
    }

    private Optional<Distribution> choice() {
        List<Double> values = fields.numbers("values");
        List<Double> weights = fields.numbers("weights");
        boolean positive =
                weights.stream().allMatch(w -> w >= 0) && weights.stream().anyMatch(w -> w > 0);
        if (values.isEmpty() || values.size() != weights.size() || !positive) {
            fields.problems()
                    .error(
                            fields.position(),
                            fields.what() + ": " + values.size() + " values, " + weights.size() + " weights",
                            "as many weights as values are needed, none negative, not all 0");
            return Optional.empty();
        }
        return Optional.of(new Distribution.Choice(values, weights));
    }
}
