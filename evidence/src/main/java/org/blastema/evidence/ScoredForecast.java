package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.core.Knowledge;
import org.blastema.statistics.Interval;

/**
 * A forecast beside what was published afterwards.
 *
 * @param arms numbers of one arm, in the order of the published rows
 * @param conclusions comparisons of two arms
 * @param leftOut published rows that score nothing, none is dropped in silence
 */
public record ScoredForecast(List<ScoredArm> arms, List<Conclusion> conclusions, List<LeftOut> leftOut) {

    /**
     * A published comparison beside the forecast of it.
     *
     * @param row the forecast
     * @param difference that was published; empty where only a finding was
     * @param ci95 its published 95 % interval; empty where none was
     * @param found whether the trial found a difference; empty where it cannot be told
     * @param knowledge how what was published is known
     */
    public record Conclusion(
            Forecast.Row row,
            OptionalDouble difference,
            Optional<Interval> ci95,
            Optional<Boolean> found,
            Knowledge knowledge) {

        /** The share of the simulated trials that concluded as the published one did; empty where that cannot be told. */
        public OptionalDouble share() {
            double share = row.found().orElse(0);
            return found.isPresent() ? OptionalDouble.of(found.get() ? share : 1 - share) : OptionalDouble.empty();
        }

        /** Whether the published conclusion is the forecast one; empty where it cannot be told. */
        public Optional<Boolean> asForecast() {
            return found.map(each -> each == row.expected());
        }

        /** Whether the published difference lies where 95 % of the simulated ones do; empty where none was published. */
        public Optional<Boolean> inside() {
            return difference.isPresent()
                    ? Optional.of(row.most().contains(difference.getAsDouble()))
                    : Optional.empty();
        }

        /** Score of the forecast of the difference on the scale of 0 to 100; empty where none was published. */
        public OptionalDouble crps() {
            return difference.isPresent()
                    ? OptionalDouble.of(ForecastScorer.crps(row, difference.getAsDouble()))
                    : OptionalDouble.empty();
        }
    }

    /** Why a published row scores nothing. */
    public enum Reason {
        /** A recalled number decides nothing. */
        RECALLED,
        /** There is no forecast of it. */
        NOT_FORECAST,
        /** No such number is possible on the scale of the endpoint. */
        OFF_SCALE,
        /** It tells a finding in words alone. */
        NO_NUMBER
    }

    /** A published row that scores nothing. */
    public record LeftOut(Outcome outcome, Reason reason) {}

    /** The coverage of the numbers of one arm; empty where none was published. */
    public Optional<Coverage> coverage() {
        return arms.isEmpty() ? Optional.empty() : Optional.of(Coverage.of(arms));
    }
}
