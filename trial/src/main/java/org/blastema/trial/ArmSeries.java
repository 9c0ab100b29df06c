package org.blastema.trial;

import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Intervals;
import org.blastema.statistics.PairMoments;

/** One endpoint of one arm at one visit over the trials. */
final class ArmSeries {
    private final Series baseline = new Series();
    private final Series mean = new Series();
    private final Series change = new Series();
    private final Series responding = new Series();
    private PairMoments last = PairMoments.NONE;
    private long n;
    private double squares;
    private long degrees;

    /**
     * The next trial.
     *
     * @param responders patients of it who gained what the study asks for
     */
    void add(PairMoments trial, long responders) {
        last = trial;
        boolean any = trial.n() > 0;
        baseline.add(any ? trial.meanX() : Double.NaN);
        mean.add(any ? trial.meanY() : Double.NaN);
        change.add(any ? trial.change().mean() : Double.NaN);
        responding.add(any ? (double) responders / trial.n() : Double.NaN);
        n += trial.n();
        squares += trial.syy();
        degrees += Math.max(0, trial.n() - 1);
    }

    Series change() {
        return change;
    }

    long n() {
        return n;
    }

    EndpointSummary summary(
            ArmPlan.Followed endpoint,
            String kind,
            Visit visit,
            int trials,
            OptionalDouble responders,
            long count,
            OptionalDouble median) {
        Optional<Interval> ci95 = trials > 1
                ? change.ci95()
                : Optional.of(Intervals.mean(last.change(), 0.95)).filter(each -> Double.isFinite(each.low()));
        return new EndpointSummary(
                endpoint.name(),
                kind,
                endpoint.unit(),
                visit.day(),
                visit.month(),
                n,
                baseline.moments().mean(),
                mean.moments().mean(),
                degrees > 0 ? Math.sqrt(squares / degrees) : Double.NaN,
                change.moments().mean(),
                ci95,
                trials > 1 ? change.prediction95() : Optional.empty(),
                responders,
                responders.isPresent() && n > 0 ? respondersCi95(trials, count) : Optional.empty(),
                median);
    }

    /** Exact in one trial; over trials, which differ, from the shares of each. */
    private Optional<Interval> respondersCi95(int trials, long count) {
        return trials == 1
                ? Optional.of(Intervals.proportion(count, n, 0.95))
                : responding.ci95().map(ci -> new Interval(Math.max(0, ci.low()), Math.min(1, ci.high())));
    }
}
