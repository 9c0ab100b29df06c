package org.blastema.trial;

import java.util.ArrayList;
import java.util.List;
import org.blastema.statistics.Moments;

/**
 * What the patients of one arm add up to in the run's scenario.
 *
 * @param solved patients whose equations were solved
 * @param failed patients whose equations were not
 * @param responders [endpoint][visit], the visit fastest; for a time to an event those who have had it
 * @param harms what went wrong
 * @param cost moments of the cost of a patient
 * @param costs counts over the arm's range of costs, one bin if it has none
 * @param course moments of each endpoint [endpoint][timecourse], the time fastest; none for an endpoint that the model lacks
 * @param spread counts of each endpoint over its range, as {@code course}
 */
public record ArmSums(
        long solved,
        long failed,
        List<Long> responders,
        HarmSums harms,
        Moments cost,
        Counts costs,
        List<Moments> course,
        List<Counts> spread) {

    /** Adds the sums of patients of a higher index. */
    ArmSums merge(ArmSums later) {
        return new ArmSums(
                solved + later.solved,
                failed + later.failed,
                add(responders, later.responders),
                harms.merge(later.harms),
                cost.merge(later.cost),
                costs.merge(later.costs),
                moments(course, later.course),
                counts(spread, later.spread));
    }

    private static List<Long> add(List<Long> earlier, List<Long> later) {
        List<Long> sums = new ArrayList<>(earlier.size());
        for (int i = 0; i < earlier.size(); i++) {
            sums.add(earlier.get(i) + later.get(i));
        }
        return List.copyOf(sums);
    }

    private static List<Moments> moments(List<Moments> earlier, List<Moments> later) {
        List<Moments> both = new ArrayList<>(earlier.size());
        for (int i = 0; i < earlier.size(); i++) {
            both.add(earlier.get(i).merge(later.get(i)));
        }
        return List.copyOf(both);
    }

    private static List<Counts> counts(List<Counts> earlier, List<Counts> later) {
        List<Counts> both = new ArrayList<>(earlier.size());
        for (int i = 0; i < earlier.size(); i++) {
            both.add(earlier.get(i).merge(later.get(i)));
        }
        return List.copyOf(both);
    }
}
