package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.blastema.core.Range;
import org.blastema.statistics.Interval;

/**
 * What size a trial needs.
 *
 * @param scenario the run's, by which the largest size of a trial with looks is chosen
 * @param reference the arm that the others are held against
 * @param unit UCUM code of the endpoint
 * @param month of the visit
 * @param test the planned test
 * @param effort what was simulated
 * @param scenarios in the study's order
 * @param eligibility by readout, what the study takes at screening; where an arm has its own, that stands for the arm
 * @param screened for each who is enrolled, in the run's scenario, 1 or more
 * @param apart which scenarios a trial tells apart
 * @param looks bounds and what they cost; absent with one look
 * @param failed share of patients whose equations could not be solved; they are left out
 * @param modified what was changed against the library
 */
public record DesignFound(
        String study,
        String scenario,
        long seed,
        String reference,
        String endpoint,
        String unit,
        double month,
        DesignQuestion.Test test,
        DesignQuestion.Effort effort,
        List<Scenario> scenarios,
        SequencedMap<String, Range> eligibility,
        double screened,
        List<Apart> apart,
        Optional<Bounds> looks,
        double failed,
        List<String> modified) {

    /** What is found where a scenario is true. */
    public record Scenario(String name, List<Arm> arms) {}

    /**
     * One arm against the reference.
     *
     * @param difference mean over trials of the adjusted difference, at the largest size
     * @param nothing whether the scenario takes the effect of this arm away, so that a finding is an error
     * @param points by size
     * @param needed patients per arm for the power that is asked for
     * @param middle the same where every number that is not known has its middle value
     * @param looks what the looks do; absent with one look
     */
    public record Arm(
            String name,
            double difference,
            boolean nothing,
            List<Point> points,
            Needed needed,
            Middle middle,
            Optional<Looked> looks) {}

    /** An arm where every number that is not known has its middle value. */
    public record Middle(double difference, Needed needed) {}

    /**
     * A size.
     *
     * @param size patients per arm
     * @param power share of trials with p under alpha, over knowledge draws: an assurance
     * @param middle the same where every number that is not known has its middle value
     * @param holm as power, after Holm 1979 over all arms asked; absent with one arm
     */
    public record Point(int size, Share power, Share middle, Optional<Share> holm) {}

    /** A share of the trials that could be analysed, with its exact interval of 95 %. */
    public record Share(double value, Interval ci95) {}

    /**
     * Patients per arm; absent where even the largest size is not enough.
     *
     * @param low where the upper end of the exact interval of the power passes what is asked for
     * @param high where its lower end does
     * @param power with the size itself; absent where there is none
     */
    public record Needed(OptionalInt size, OptionalInt low, OptionalInt high, Optional<Share> power) {
        /** So far below what is asked for may the interval of the power reach before that must be said. */
        private static final double MUCH = 0.1;

        /** The power with the size where by its interval it may be much less than what is asked for. */
        public Optional<Share> doubtful(double asked) {
            return power.filter(each -> each.ci95().low() < asked - MUCH);
        }
    }

    /**
     * A trial with looks.
     *
     * @param most patients per arm if no look ends it
     * @param power share of trials that cross at any look
     * @param share mean share of the patients until it ends, with its t interval
     */
    public record Looked(int most, Share power, double share, Interval share95) {}

    /**
     * The bounds of |Z| after equal steps, by theory.
     *
     * @param bounds at each look
     * @param nominal two-sided level of each look by itself
     * @param spent of the level, up to each look
     * @param inflation largest sample over that of one look, for the power asked
     * @param expected share of the largest sample with that power, where the difference is what was planned for
     * @param expectedNull the same where there is no difference
     */
    public record Bounds(
            List<Double> bounds,
            List<Double> nominal,
            List<Double> spent,
            double inflation,
            double expected,
            double expectedNull) {}

    /**
     * Two scenarios told apart by one trial: its difference lies on their side of the middle between their mean differences.
     *
     * @param right the smaller of the two shares of trials that are told rightly, at the largest size
     * @param needed patients per arm with which both shares are the power asked for; absent where the largest is not enough
     */
    public record Apart(String arm, String one, String other, Share right, OptionalInt needed) {}
}
