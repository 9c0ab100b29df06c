package org.blastema.trial;

import java.util.ArrayList;
import java.util.List;
import org.blastema.statistics.Moments;
import org.blastema.statistics.PairMoments;

/**
 * What the patients of one block, or of some merged blocks, add up to.
 *
 * @param pairs by scenario, then [arm][endpoint][visit] with the visit fastest; x is the baseline, y the value
 * @param arms by arm, the run's scenario
 * @param paired by scenario, then [contrast][endpoint][visit] with the visit fastest: moments of the differences of the same person
 *     between two arms; each scenario empty for parallel groups
 */
public record Sums(List<List<PairMoments>> pairs, List<ArmSums> arms, List<List<Moments>> paired) {
    /** The sums of nobody. */
    public static final Sums NONE = new Sums(List.of(), List.of(), List.of());

    public Sums {
        pairs = List.copyOf(pairs);
        arms = List.copyOf(arms);
        paired = List.copyOf(paired);
    }

    /** Pairs of blocks of a lower and a higher index, by scenario. */
    static List<List<PairMoments>> merge(List<List<PairMoments>> earlier, List<List<PairMoments>> later) {
        List<List<PairMoments>> both = new ArrayList<>();
        for (int s = 0; s < earlier.size(); s++) {
            both.add(pairs(earlier.get(s), later.get(s)));
        }
        return both;
    }

    private static List<PairMoments> pairs(List<PairMoments> earlier, List<PairMoments> later) {
        List<PairMoments> both = new ArrayList<>(earlier.size());
        for (int i = 0; i < earlier.size(); i++) {
            both.add(earlier.get(i).merge(later.get(i)));
        }
        return both;
    }

    /** Differences of blocks of a lower and a higher index, by scenario. */
    static List<List<Moments>> join(List<List<Moments>> earlier, List<List<Moments>> later) {
        List<List<Moments>> both = new ArrayList<>();
        for (int s = 0; s < earlier.size(); s++) {
            List<Moments> joined = new ArrayList<>(earlier.get(s).size());
            for (int i = 0; i < earlier.get(s).size(); i++) {
                joined.add(earlier.get(s).get(i).merge(later.get(s).get(i)));
            }
            both.add(joined);
        }
        return both;
    }

    /** Arms of blocks of a lower and a higher index. */
    static List<ArmSums> add(List<ArmSums> earlier, List<ArmSums> later) {
        List<ArmSums> both = new ArrayList<>();
        for (int a = 0; a < earlier.size(); a++) {
            both.add(earlier.get(a).merge(later.get(a)));
        }
        return both;
    }
}
