package org.blastema.evidence;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.blastema.model.Model;
import org.blastema.statistics.Crps;
import org.blastema.statistics.Moments;

/**
 * The forecast of somebody who knows no model, only the results of the other trials: a normal distribution with their mean and
 * standard deviation, widened by the sampling error of the trial itself. The others are those of the same endpoint and kind of number.
 * Where these are fewer than two trials, they are all gains from baseline of endpoints whose names share a word with this one
 * ({@code pain-vas}, {@code koos-pain}), and where these are fewer than two, all gains of the area; gains are on the scale of 0 to 100,
 * above 0 for the better. With fewer than two there is no forecast.
 */
final class ReferenceForecast {
    private static final int FEWEST = 2;
    /** Half the width of a 95 % interval in standard errors. */
    private static final double HALF_95 = 1.959963984540054;
    /** Distance of the quartiles of a normal distribution in standard deviations. */
    private static final double QUARTILES = 1.3489795003921634;
    /** Standard error of a median against that of a mean, for normal values: root of pi / 2. */
    private static final double MEDIAN = 1.2533141373155003;

    private final List<Target> area;

    /**
     * @param area all scored results of an area
     */
    ReferenceForecast(List<Target> area) {
        this.area = List.copyOf(area);
    }

    /** Its score for a result, on the scale of 0 to 100; empty where there is no such forecast. */
    OptionalDouble crps(Target target) {
        List<Target> same = others(target, each -> sameNumber(each, target));
        if (enough(same)) {
            return OptionalDouble.of(score(
                    target,
                    same,
                    same.stream().mapToDouble(ReferenceForecast::scaled).toArray(),
                    scaled(target)));
        }
        Optional<Double> own = gain(target);
        List<Target> related = others(target, each -> gain(each).isPresent() && related(each, target));
        List<Target> pool =
                enough(related) ? related : others(target, each -> gain(each).isPresent());
        if (own.isEmpty() || !enough(pool)) {
            return OptionalDouble.empty();
        }
        double[] gains =
                pool.stream().mapToDouble(each -> gain(each).orElseThrow()).toArray();
        return OptionalDouble.of(score(target, pool, gains, own.get()));
    }

    private List<Target> others(Target target, Predicate<Target> which) {
        return area.stream()
                .filter(each -> !each.outcome().trial().equals(target.outcome().trial()))
                .filter(which)
                .toList();
    }

    private static boolean enough(List<Target> others) {
        return others.stream().map(each -> each.outcome().trial()).distinct().count() >= FEWEST;
    }

    private static boolean sameNumber(Target one, Target other) {
        return one.outcome().endpoint().equals(other.outcome().endpoint())
                && one.outcome().kind() == other.outcome().kind();
    }

    private static boolean related(Target one, Target other) {
        return !Collections.disjoint(
                words(one.outcome().endpoint()), words(other.outcome().endpoint()));
    }

    private static List<String> words(String name) {
        return Arrays.asList(name.split("-"));
    }

    private static double score(Target target, List<Target> others, double[] results, double observed) {
        Moments moments = Moments.of(results);
        double error = error(target, others, moments.mean());
        return Crps.ofNormal(moments.mean(), Math.sqrt(moments.variance() + error * error), observed);
    }

    private static double scaled(Target target) {
        return target.observed() * target.perScale();
    }

    /** The gain from baseline on the scale of 0 to 100. */
    private static Optional<Double> gain(Target target) {
        double better = (target.better() == Model.Better.LOW ? -1 : 1) * target.perScale();
        return switch (target.outcome().kind()) {
            case CHANGE -> Optional.of(better * target.observed());
            case VALUE ->
                target.outcome().baseline().isPresent()
                        ? Optional.of(better
                                * (target.observed()
                                        - target.outcome().baseline().getAsDouble()))
                        : Optional.empty();
            case SHARE, DIFFERENCE, FINDING -> Optional.empty();
        };
    }

    /** Sampling error of the trial's result on the scale of 0 to 100. */
    private static double error(Target target, List<Target> others, double expected) {
        if (target.outcome().kind() == Outcome.Kind.SHARE) {
            double share = Math.max(0, Math.min(1, expected / 100));
            return 100 * Math.sqrt(share * (1 - share) / target.n());
        }
        double spread = spread(target)
                .orElseGet(() -> others.stream()
                        .flatMapToDouble(each -> spread(each).stream())
                        .average()
                        .orElse(0));
        double median = target.outcome().statistic() == Outcome.Statistic.MEDIAN ? MEDIAN : 1;
        return median * spread / Math.sqrt(target.n());
    }

    /** Standard deviation between people on the scale of 0 to 100, from what was printed; empty where nothing was. */
    private static OptionalDouble spread(Target target) {
        Outcome outcome = target.outcome();
        if (outcome.sd().isPresent()) {
            return OptionalDouble.of(outcome.sd().getAsDouble() * target.perScale());
        }
        if (outcome.low().isEmpty() || outcome.high().isEmpty()) {
            return OptionalDouble.empty();
        }
        double width = (outcome.high().getAsDouble() - outcome.low().getAsDouble()) * target.perScale();
        return switch (outcome.interval()) {
            case CI95 -> OptionalDouble.of(width / (2 * HALF_95) * Math.sqrt(target.n()));
            case IQR -> OptionalDouble.of(width / QUARTILES);
            case RANGE, NONE -> OptionalDouble.empty();
        };
    }
}
