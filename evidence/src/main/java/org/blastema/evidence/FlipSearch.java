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
import java.util.stream.Stream;
import org.blastema.core.Distribution;
import org.blastema.core.Elementary;
import org.blastema.core.Gaussian;
import org.blastema.core.Parameter;
import org.blastema.core.Range;
import org.blastema.trial.SharedDraw;

/** Moves parameters over what is possible and looks whether the verdict of the interval changes. */
final class FlipSearch {
    /** Share of the way to an end within which a flip is found. */
    private static final double FINE = 1.0 / 128;

    private static final double RARE = 0.001;
    /** Ratio of the ends of a range above which steps are taken in its logarithm. */
    private static final double WIDE = 20;

    private final ComparisonTest test;
    private final SequencedMap<String, Parameter> parameters = new LinkedHashMap<>();
    private final List<SharedDraw> shared;
    private final Verdict before;
    private final double margin;
    private final SortedMap<String, SortedMap<Double, ComparisonTest.Moved>> tried = new TreeMap<>();

    /**
     * @param stated the parameters of the arm
     * @param shared those that differ between draws
     * @param before the verdict of the interval
     * @param margin how far the interval is from another
     */
    FlipSearch(ComparisonTest test, List<Parameter> stated, List<SharedDraw> shared, Verdict before, double margin) {
        this.test = test;
        this.shared = List.copyOf(shared);
        this.before = before;
        this.margin = margin;
        stated.forEach(each -> parameters.put(each.name(), each));
    }

    /** How far each of these parameters, alone, must move. */
    List<ClaimResult.Flip> flips(List<String> names) {
        return names.stream().map(this::flip).toList();
    }

    /**
     * Whether the verdict could be another at all: with one parameter that was moved, or with all that were moved or are drawn, each at
     * the end of its range that is best for the claim, or worst.
     */
    boolean changeable() {
        if (tried.values().stream().flatMap(ends -> ends.values().stream()).anyMatch(this::turned)) {
            return true;
        }
        SortedMap<String, Double> best = new TreeMap<>();
        SortedMap<String, Double> worst = new TreeMap<>();
        Stream<String> drawn = shared.stream().map(each -> each.parameter().name());
        Stream.concat(tried.keySet().stream(), drawn).distinct().forEach(name -> {
            SortedMap<Double, Double> ends = new TreeMap<>();
            ends(name).forEach(value -> ends.put(test.benefit(name, value), value));
            worst.put(name, ends.firstEntry().getValue());
            best.put(name, ends.lastEntry().getValue());
        });
        return turned(test.moved(best, before)) || turned(test.moved(worst, before));
    }

    private boolean turned(ComparisonTest.Moved moved) {
        return moved.verdict() != before;
    }

    private ClaimResult.Flip flip(String name) {
        Parameter parameter = Objects.requireNonNull(parameters.get(name), name);
        Optional<Turn> nearest = tried(name).entrySet().stream()
                .filter(end -> turned(end.getValue()))
                .map(end -> isChoice(name)
                        ? new Turn(end.getKey(), end.getValue().verdict())
                        : closed(parameter, end.getKey(), end.getValue()))
                .min(Comparator.comparingDouble(turn -> Math.abs(turn.at() - parameter.value())));
        return new ClaimResult.Flip(
                name,
                parameter.unit().code(),
                parameter.value(),
                range(name),
                nearest.map(turn -> OptionalDouble.of(turn.at())).orElse(OptionalDouble.empty()),
                nearest.map(Turn::verdict).orElse(before),
                nearest.map(turn -> deviations(name, turn.at())).orElse(OptionalDouble.empty()));
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

    /** The ends of a parameter's range, or every value that it may choose. */
    private List<Double> ends(String name) {
        return drawn(name).map(SharedDraw::distribution).orElse(null) instanceof Distribution.Choice choice
                ? choice.values()
                : List.of(range(name).low(), range(name).high());
    }

    /** The test at the ends of a parameter. */
    private SortedMap<Double, ComparisonTest.Moved> tried(String name) {
        return tried.computeIfAbsent(name, same -> {
            SortedMap<Double, ComparisonTest.Moved> found = new TreeMap<>();
            ends(same).forEach(value -> found.put(value, moved(same, value)));
            return found;
        });
    }

    private ComparisonTest.Moved moved(String name, double value) {
        return test.moved(new TreeMap<>(Map.of(name, value)), before);
    }

    /**
     * The value nearest to the parameter's own at which the verdict changes on the way to an end, to {@link #FINE} of the way. The margin
     * of the verdict tells where to look next: a little beyond the place where a line through both margins is 0, so that both sides close
     * in; halfway where that did not halve what is left.
     */
    private Turn closed(Parameter parameter, double end, ComparisonTest.Moved there) {
        double near = 0;
        double far = 1;
        double nearMargin = margin;
        ComparisonTest.Moved beyond = there;
        boolean halve = false;
        while (far - near > FINE) {
            double left = far - near;
            double zero = near + left * nearMargin / (nearMargin - beyond.margin());
            double aside = zero - near < far - zero ? zero + FINE / 2 : zero - FINE / 2;
            double place = halve || !Double.isFinite(aside)
                    ? (near + far) / 2
                    : Math.clamp(aside, near + FINE / 2, far - FINE / 2);
            ComparisonTest.Moved moved = moved(parameter.name(), onTheWay(parameter, end, place));
            if (turned(moved)) {
                far = place;
                beyond = moved;
            } else {
                near = place;
                nearMargin = moved.margin();
            }
            halve = far - near > left / 2;
        }
        return near == 0
                ? atOnce(parameter, end, far, beyond)
                : new Turn(onTheWay(parameter, end, far), beyond.verdict());
    }

    /**
     * A verdict that turns with the first step may turn for another reason than the step: a parameter that is moved stands still, so that
     * what is not known of it is gone. Where its own value, standing still, has another verdict, that is the place.
     */
    private Turn atOnce(Parameter parameter, double end, double far, ComparisonTest.Moved beyond) {
        if (drawn(parameter.name()).isPresent()) {
            ComparisonTest.Moved still = moved(parameter.name(), parameter.value());
            if (turned(still)) {
                return new Turn(parameter.value(), still.verdict());
            }
        }
        return new Turn(onTheWay(parameter, end, far), beyond.verdict());
    }

    private static double onTheWay(Parameter parameter, double end, double share) {
        double own = parameter.value();
        boolean logarithmic = parameter
                .range()
                .filter(range -> range.low() > 0 && range.high() > WIDE * range.low())
                .isPresent();
        return logarithmic
                ? Elementary.exp(Elementary.log(own) * (1 - share) + Elementary.log(end) * share)
                : own * (1 - share) + end * share;
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
