package org.blastema.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Elementary;
import org.blastema.statistics.Quantiles;
import org.blastema.trial.Plan;
import org.blastema.trial.RunStore;

/**
 * How far the people of one published arm differ beside those of simulated trials of its size: the standard deviation that the trial
 * printed, and that which its simulated trials print. It decides how often a trial of a size finds a difference.
 *
 * @param area the area of the trial
 * @param trial name of the trial and of its study
 * @param arm name of the arm
 * @param endpoint name of the readout
 * @param kind a value at the visit or a change from baseline
 * @param month of the visit
 * @param n people behind the published number
 * @param published standard deviation between people that was printed, in the unit of the endpoint, more than 0
 * @param simulated median of the standard deviations of the simulated trials, more than 0
 */
public record PeopleSpread(
        String area,
        String trial,
        String arm,
        String endpoint,
        Outcome.Kind kind,
        double month,
        int n,
        double published,
        double simulated) {

    /** The spread of a target; empty where none above 0 was printed of a mean, or none is simulated. */
    static Optional<PeopleSpread> of(String area, Target target, Plan plan, RunStore store) {
        Outcome outcome = target.outcome();
        boolean ofMean = outcome.kind() != Outcome.Kind.SHARE && outcome.statistic() == Outcome.Statistic.MEAN;
        if (!ofMean || outcome.sd().orElse(0) <= 0) {
            return Optional.empty();
        }
        double[] spreads = Arrays.stream(target.spreads(plan, store))
                .filter(each -> each > 0)
                .toArray();
        return spreads.length == 0
                ? Optional.empty()
                : Optional.of(new PeopleSpread(
                        area,
                        outcome.trial(),
                        outcome.arm(),
                        outcome.endpoint(),
                        outcome.kind(),
                        outcome.month().orElseThrow(),
                        target.n(),
                        outcome.sd().orElseThrow(),
                        Quantiles.of(spreads, 0.5)));
    }

    /** How many times the simulated standard deviation the published one is. */
    public double ratio() {
        return published / simulated;
    }

    /** The geometric mean of the ratios of some arms, at least one. */
    public static double meanRatio(List<PeopleSpread> arms) {
        return Elementary.exp(
                arms.stream().mapToDouble(each -> Elementary.log(each.ratio())).sum() / arms.size());
    }
}
