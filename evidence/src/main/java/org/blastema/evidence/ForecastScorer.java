package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.core.InvalidInput;
import org.blastema.core.Knowledge;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.model.Library;
import org.blastema.statistics.Crps;
import org.blastema.statistics.Interval;

/** Holds published numbers of a trial against the forecast that was made of it before. */
public final class ForecastScorer {
    private final Forecast forecast;
    private final Optional<ReferenceForecast> reference;
    private final List<ScoredArm> arms = new ArrayList<>();
    private final List<ScoredForecast.Conclusion> conclusions = new ArrayList<>();
    private final List<ScoredForecast.LeftOut> leftOut = new ArrayList<>();

    private ForecastScorer(Forecast forecast, Optional<ReferenceForecast> reference) {
        this.forecast = forecast;
        this.reference = reference;
    }

    /**
     * Scores.
     *
     * @param published what was published of the trial; rows of other trials are passed over
     * @param without comparisons in which it found no difference
     * @throws InvalidInput with problems of the lists of the area, or if nothing was published of the trial
     */
    public static ScoredForecast of(
            Library library, Forecast forecast, List<Outcome> published, List<NullResult> without) {
        List<Outcome> rows = published.stream()
                .filter(each -> each.trial().equals(forecast.study()))
                .toList();
        List<NullResult> none = without.stream()
                .filter(each -> each.trial().equals(forecast.study()))
                .toList();
        if (rows.isEmpty() && none.isEmpty()) {
            throw new InvalidInput(
                    new Position(forecast.study(), 1, 1),
                    "no published result of the trial '" + forecast.study() + "'",
                    "results stand in evidence/outcomes of the library, or in a file named with --outcomes, with the trial's name");
        }
        ForecastScorer scorer = new ForecastScorer(forecast, forecast.area().map(area -> reference(library, area)));
        rows.forEach(scorer::row);
        none.forEach(scorer::without);
        return new ScoredForecast(
                List.copyOf(scorer.arms), List.copyOf(scorer.conclusions), List.copyOf(scorer.leftOut));
    }

    private static ReferenceForecast reference(Library library, String area) {
        Problems problems = new Problems();
        AreaTrials trials = AreaTrials.read(library, area, problems);
        problems.throwIfFailed();
        return new ReferenceForecast(trials.scored());
    }

    private void row(Outcome outcome) {
        Optional<Forecast.Row> row =
                outcome.month().isPresent() ? find(outcome, outcome.month().getAsDouble()) : Optional.empty();
        if (outcome.value().isEmpty()) {
            leave(outcome, ScoredForecast.Reason.NO_NUMBER);
        } else if (row.isEmpty()) {
            leave(outcome, ScoredForecast.Reason.NOT_FORECAST);
        } else if (!possible(row.get(), outcome)) {
            leave(outcome, ScoredForecast.Reason.OFF_SCALE);
        } else if (outcome.knowledge() == Knowledge.RECALLED) {
            leave(outcome, ScoredForecast.Reason.RECALLED);
        } else if (outcome.kind() == Outcome.Kind.DIFFERENCE) {
            compare(row.get(), outcome);
        } else {
            arms.add(arm(row.get(), outcome));
        }
    }

    /** A value lies on the scale; a change or a difference is no larger than it. */
    private static boolean possible(Forecast.Row row, Outcome outcome) {
        double value = outcome.value().orElseThrow();
        double width = row.range().high() - row.range().low();
        boolean moved = row.kind() == Outcome.Kind.CHANGE || row.kind() == Outcome.Kind.DIFFERENCE;
        return moved ? Math.abs(value) <= width : row.range().contains(value);
    }

    private void leave(Outcome outcome, ScoredForecast.Reason reason) {
        leftOut.add(new ScoredForecast.LeftOut(outcome, reason));
    }

    private Optional<Forecast.Row> find(Outcome outcome, double month) {
        return find(outcome.arm(), outcome.endpoint(), month, outcome.kind()).stream()
                .filter(row -> row.statistic() == outcome.statistic())
                .findFirst();
    }

    private List<Forecast.Row> find(String arm, String endpoint, double month, Outcome.Kind kind) {
        return forecast.rows().stream()
                .filter(row -> (row.arm().equals(arm) || difference(row).equals(arm))
                        && row.endpoint().equals(endpoint))
                .filter(row -> row.visit().isAt(month) && row.kind() == kind)
                .toList();
    }

    /** The name that tables of outcomes give to a difference. */
    private static String difference(Forecast.Row row) {
        return row.arm() + "-minus-" + row.versus();
    }

    private void compare(Forecast.Row row, Outcome outcome) {
        Optional<Interval> ci95 = outcome.interval() == Outcome.Interval.CI95
                        && outcome.low().isPresent()
                        && outcome.high().isPresent()
                ? Optional.of(
                        new Interval(outcome.low().getAsDouble(), outcome.high().getAsDouble()))
                : Optional.empty();
        conclusions.add(new ScoredForecast.Conclusion(
                row, outcome.value(), ci95, ci95.map(each -> !each.contains(0)), outcome.knowledge()));
    }

    private void without(NullResult result) {
        find(result.arm(), result.endpoint(), result.month(), Outcome.Kind.DIFFERENCE).stream()
                .filter(row -> row.versus().equals(result.versus()))
                .findFirst()
                .ifPresent(row -> conclusions.add(new ScoredForecast.Conclusion(
                        row, OptionalDouble.empty(), Optional.empty(), Optional.of(false), result.knowledge())));
    }

    private ScoredArm arm(Forecast.Row row, Outcome outcome) {
        Forecast.Arm arm = forecast.design().arms().stream()
                .filter(each -> each.name().equals(row.arm()))
                .findFirst()
                .orElseThrow();
        int n = outcome.n().orElse(arm.patients());
        Scored scored = new Scored(outcome, Scored.Block.HELD_BACK, "", outcome.position());
        Target target = new Target(scored, 0, 0, 0, n, row.range(), row.better(), false, List.of());
        double observed = outcome.value().orElseThrow();
        return new ScoredArm(
                forecast.area().orElse(""),
                forecast.design().model(),
                Scored.Block.HELD_BACK,
                forecast.study(),
                row.arm(),
                arm.product(),
                row.endpoint(),
                row.kind(),
                row.statistic(),
                row.visit().month(),
                row.day(),
                n,
                observed,
                row.mean(),
                row.most().low(),
                row.most().high(),
                row.most().contains(observed),
                crps(row, observed),
                reference.map(each -> each.crps(target)).orElse(OptionalDouble.empty()),
                row.range(),
                row.better(),
                outcome.knowledge());
    }

    /** Score on the scale of 0 to 100. */
    static double crps(Forecast.Row row, double observed) {
        double[] values = row.values().stream().mapToDouble(Double::doubleValue).toArray();
        return Crps.ofSample(values, observed)
                * 100
                / (row.range().high() - row.range().low());
    }
}
