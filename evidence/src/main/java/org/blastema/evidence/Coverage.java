package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Intervals;
import org.blastema.statistics.Moments;

/**
 * How often published arms lie where 95 % of the simulated trials of their size fall, and how good a forecast these trials are.
 *
 * @param arms how many arms, 1 or more
 * @param inside how many of them lie inside
 * @param ci95 exact 95 % interval of the share inside
 * @param betterBy how much better than the mean of their simulated trials the published arms did on average, on a scale of 0 to 100
 * @param crps mean score of the simulation, 0 to 100, smaller is better
 * @param hardlyOutside how many arms count a harm so rare that they could hardly lie outside
 * @param compared the simulation beside the reference forecast, over the arms that have one; empty where none has
 */
public record Coverage(
        int arms,
        int inside,
        Interval ci95,
        double betterBy,
        double crps,
        int hardlyOutside,
        Optional<Compared> compared) {
    /** An area with fewer arms is reported and decides nothing. */
    public static final int FEWEST = 8;

    /**
     * Two forecasts of the same arms.
     *
     * @param arms 1 or more
     * @param crps mean score of the simulation
     * @param reference mean score of the reference forecast
     * @param betterBy95 95 % interval of how much smaller the score of the simulation is, over trials; empty where there is one trial
     */
    public record Compared(int arms, double crps, double reference, Optional<Interval> betterBy95) {
        private static Optional<Compared> of(List<ScoredArm> all) {
            List<ScoredArm> arms =
                    all.stream().filter(each -> each.reference().isPresent()).toList();
            return arms.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Compared(
                            arms.size(),
                            mean(arms, ScoredArm::crps),
                            mean(arms, each -> each.reference().getAsDouble()),
                            overTrials(arms)));
        }

        /** Arms of one trial stand or fall together, so that trials are left out whole. */
        private static Optional<Interval> overTrials(List<ScoredArm> arms) {
            double[] without = arms.stream()
                    .map(ScoredArm::trial)
                    .distinct()
                    .map(trial -> arms.stream()
                            .filter(each -> !each.trial().equals(trial))
                            .toList())
                    .filter(rest -> !rest.isEmpty())
                    .mapToDouble(Compared::gain)
                    .toArray();
            return without.length < 2
                    ? Optional.empty()
                    : Optional.of(Intervals.jackknife(gain(arms), Moments.of(without), 0.95));
        }

        private static double gain(List<ScoredArm> arms) {
            return mean(arms, each -> each.reference().getAsDouble() - each.crps());
        }

        /** Whether chance may have made the one forecast the better one. */
        public boolean undecided() {
            return betterBy95
                    .filter(over -> over.low() <= 0 && over.high() >= 0)
                    .isPresent();
        }

        /** Whether the simulation is the better forecast. */
        public boolean better() {
            return crps < reference;
        }
    }

    /** The coverage of some arms, at least one. */
    public static Coverage of(List<ScoredArm> arms) {
        int inside = (int) arms.stream().filter(ScoredArm::inside).count();
        return new Coverage(
                arms.size(),
                inside,
                Intervals.proportion(inside, arms.size(), 0.95),
                mean(arms, ScoredArm::betterBy),
                mean(arms, ScoredArm::crps),
                (int) arms.stream().filter(ScoredArm::hardlyOutside).count(),
                Compared.of(arms));
    }

    private static double mean(List<ScoredArm> arms, ToDoubleFunction<ScoredArm> of) {
        return arms.stream().mapToDouble(of).sum() / arms.size();
    }

    /** Share of the arms that lie inside, 0 to 1. */
    public double share() {
        return (double) inside / arms;
    }

    /** Whether there are too few arms for a judgement. */
    public boolean few() {
        return arms < FEWEST;
    }

    /** Whether there are enough arms and the simulation is no better a forecast than the results of the other trials. */
    public boolean fallsShort() {
        return !few() && compared.filter(each -> !each.better()).isPresent();
    }
}
