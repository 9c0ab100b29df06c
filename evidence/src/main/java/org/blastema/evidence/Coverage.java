package org.blastema.evidence;

import java.util.List;
import java.util.OptionalDouble;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Intervals;

/**
 * How often published arms lie where 95 % of the simulated trials of their size fall, and how good a forecast these trials are.
 *
 * @param arms how many arms, 1 or more
 * @param inside how many of them lie inside
 * @param ci95 exact 95 % interval of the share inside
 * @param betterBy how much better than the mean of their simulated trials the published arms did on average, on a scale of 0 to 100
 * @param crps mean score of the simulation, 0 to 100, smaller is better
 * @param reference mean score of the reference forecast; empty where an arm has none
 */
public record Coverage(int arms, int inside, Interval ci95, double betterBy, double crps, OptionalDouble reference) {
    /** An area with fewer arms is reported and decides nothing. */
    public static final int FEWEST = 8;

    /** The coverage of some arms, at least one. */
    public static Coverage of(List<ScoredArm> arms) {
        int inside = (int) arms.stream().filter(ScoredArm::inside).count();
        boolean all = arms.stream().allMatch(each -> each.reference().isPresent());
        return new Coverage(
                arms.size(),
                inside,
                Intervals.proportion(inside, arms.size(), 0.95),
                arms.stream().mapToDouble(ScoredArm::betterBy).sum() / arms.size(),
                arms.stream().mapToDouble(ScoredArm::crps).sum() / arms.size(),
                all
                        ? OptionalDouble.of(arms.stream()
                                        .mapToDouble(each -> each.reference().getAsDouble())
                                        .sum()
                                / arms.size())
                        : OptionalDouble.empty());
    }

    /** Share of the arms that lie inside, 0 to 1. */
    public double share() {
        return (double) inside / arms;
    }

    /** Whether there are too few arms for a judgement. */
    public boolean few() {
        return arms < FEWEST;
    }
}
