package org.blastema.evidence;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.blastema.core.Distribution;
import org.blastema.core.Elementary;
import org.blastema.core.Gaussian;
import org.blastema.core.Parameter;
import org.blastema.core.Range;
import org.blastema.trial.SharedDraw;

/** Moves parameters over what is possible and looks whether the verdict of the interval changes. */
final class FlipSearch {
    private static final int HALVINGS = 7;
    private static final double RARE = 0.001;
    /** Ratio of the ends of a range above which steps are taken in its logarithm. */
    private static final double WIDE = 20;

    private final ComparisonTest test;
    private final SequencedMap<String, Parameter> parameters = new LinkedHashMap<>();
    private final List<SharedDraw> shared;
    private final Verdict before;
    private final Map<String, Map<Double, ComparisonTest.Moved>> tried = new TreeMap<>();

    FlipSearch(ComparisonTest test, List<Parameter> stated, List<SharedDraw> shared, Verdict before) {
        this.test = test;
        this.shared = List.copyOf(shared);
        this.before = before;
        stated.forEach(each -> parameters.put(each.name(), each));
    }

    /** How far each of these parameters, alone, must move. */
    List<ClaimResult.Flip> flips(List<String> names) {
        return names.stream().map(this::flip).toList();
    }

    /**
     * Whether the verdict could be another at all: with one parameter that is drawn, or that was moved, at an end of its range, or with
     * all of them at the ends that are best for the claim, or worst.
     */
    boolean changeable() {
        SortedMap<String, Double> best = new TreeMap<>();
        SortedMap<String, Double> worst = new TreeMap<>();
        for (String name : movable()) {
            Map<Double, ComparisonTest.Moved> ends = ends(name);
            if (ends.values().stream().anyMatch(end -> end.verdict() != before)) {
                return true;
            }
            Comparator<Map.Entry<Double, ComparisonTest.Moved>> order =
                    Comparator.comparingDouble(each -> each.getValue().benefit());
            ends.entrySet().stream().max(order).ifPresent(each -> best.put(name, each.getKey()));
            ends.entrySet().stream().min(order).ifPresent(each -> worst.put(name, each.getKey()));
        }
        return test.moved(best).verdict() != before || test.moved(worst).verdict() != before;
    }

    /** Those that were moved already come first, since nothing has to be run for them again. */
    private List<String> movable() {
        return Stream.concat(
                        tried.keySet().stream(),
                        shared.stream().map(each -> each.parameter().name()))
                .distinct()
                .toList();
    }

    private ClaimResult.Flip flip(String name) {
        Parameter parameter = Objects.requireNonNull(parameters.get(name), name);
        OptionalDouble at = OptionalDouble.empty();
        Verdict to = before;
        for (Map.Entry<Double, ComparisonTest.Moved> end : ends(name).entrySet()) {
            if (end.getValue().verdict() != before) {
                Turn turn = isChoice(name)
                        ? new Turn(end.getKey(), end.getValue().verdict())
                        : halve(parameter, end.getKey(), end.getValue().verdict());
                double found = turn.at();
                if (at.isEmpty()
                        || Math.abs(found - parameter.value()) < Math.abs(at.getAsDouble() - parameter.value())) {
                    at = OptionalDouble.of(found);
                    to = turn.verdict();
                }
            }
        }
        return new ClaimResult.Flip(
                name,
                parameter.unit().code(),
                parameter.value(),
                range(name),
                at,
                to,
                at.isPresent() ? deviations(name, at.getAsDouble()) : OptionalDouble.empty());
    }

    private Optional<SharedDraw> drawn(String name) {
        return shared.stream()
                .filter(each -> each.parameter().name().equals(name))
                .findFirst();
    }

    private boolean isChoice(String name) {
        return drawn(name)
                .filter(each -> each.distribution() instanceof Distribution.Choice)
                .isPresent();
    }

    /** The ends of a range; where none is stated, the values that are passed once in a thousand draws. */
    private Range range(String name) {
        Parameter parameter = Objects.requireNonNull(parameters.get(name), name);
        return parameter
                .range()
                .orElseGet(() -> drawn(name)
                        .map(each -> new Range(each.value(RARE), each.value(1 - RARE)))
                        .orElseThrow());
    }

    /** The test at the ends of a parameter, or at each value that it may choose. */
    private Map<Double, ComparisonTest.Moved> ends(String name) {
        Map<Double, ComparisonTest.Moved> known = tried.get(name);
        if (known != null) {
            return known;
        }
        DoubleStream values = drawn(name)
                .map(SharedDraw::distribution)
                .filter(Distribution.Choice.class::isInstance)
                .map(each -> ((Distribution.Choice) each).values().stream().mapToDouble(Double::doubleValue))
                .orElseGet(() -> DoubleStream.of(range(name).low(), range(name).high()));
        Map<Double, ComparisonTest.Moved> found = new TreeMap<>();
        values.forEach(value -> found.put(value, moved(name, value)));
        tried.put(name, found);
        return found;
    }

    private ComparisonTest.Moved moved(String name, double value) {
        return test.moved(new TreeMap<>(Map.of(name, value)));
    }

    /** The value nearest to the parameter's own at which the verdict changes on the way to an end. */
    private Turn halve(Parameter parameter, double end, Verdict there) {
        double near = parameter.value();
        double far = end;
        Verdict to = there;
        boolean logarithmic = parameter
                .range()
                .filter(range -> range.low() > 0 && range.high() > WIDE * range.low())
                .isPresent();
        for (int i = 0; i < HALVINGS; i++) {
            double middle =
                    logarithmic ? Elementary.exp((Elementary.log(near) + Elementary.log(far)) / 2) : (near + far) / 2;
            Verdict verdict = moved(parameter.name(), middle).verdict();
            if (verdict == before) {
                near = middle;
            } else {
                far = middle;
                to = verdict;
            }
        }
        return new Turn(far, to);
    }

    /** Where the verdict turns, and into what. */
    private record Turn(double at, Verdict verdict) {}

    /** How far a value lies from the middle of a parameter's draw. */
    private OptionalDouble deviations(String name, double value) {
        return drawn(name)
                .filter(each -> !isChoice(name))
                .map(each -> OptionalDouble.of(place(each, value)))
                .orElse(OptionalDouble.empty());
    }

    private static double place(SharedDraw draw, double value) {
        double low = Double.MIN_NORMAL;
        double high = 1 - 0x1p-53;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (draw.value(middle) < value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Gaussian.quantile((low + high) / 2);
    }
}
