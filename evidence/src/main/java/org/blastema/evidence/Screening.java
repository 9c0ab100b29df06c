package org.blastema.evidence;

import java.util.Comparator;
import java.util.List;
import org.blastema.core.Level;
import org.blastema.statistics.ElementaryEffects;
import org.blastema.trial.SamePersons;

/**
 * How much each number that is drawn moves a result of one person, a first look at all of them.
 *
 * @param asked the result that is told
 * @param trajectories from which the effects are
 * @param inputs every number that is drawn once for a person, most first by its effect on the benefit, then on the change
 * @param fixed numbers of the two arms that have no spread at all and are not moved
 * @param failed share of persons whose equations could not be solved; they are left out
 */
public record Screening(AskedResult asked, int trajectories, List<Effect> inputs, int fixed, double failed) {
    /** Largest first; of equal ones in the order of their names and levels. */
    static final Comparator<Effect> ORDER = Comparator.comparingDouble(
                    (Effect each) -> each.benefit().size())
            .thenComparingDouble(each -> each.change().size())
            .reversed()
            .thenComparing(Effect::name)
            .thenComparing(Effect::level);

    /** A size that is rounding alone, against 1 in the unit of the endpoint or against the largest. */
    private static final double ROUNDING = 1e-9;

    /**
     * What an input does, in the unit of the endpoint for the whole width of its distribution.
     *
     * @param name full name of the parameter
     * @param level at which it is drawn; a parameter that is drawn at two levels stands here twice
     * @param change of one person with the arm
     * @param benefit that change less that of the same person with the other arm
     */
    public record Effect(String name, Level level, ElementaryEffects change, ElementaryEffects benefit) {}

    /** The inputs that move neither the change nor the benefit of anybody in any trajectory. */
    public List<Effect> idle() {
        double most =
                inputs.stream().mapToDouble(each -> each.change().size()).max().orElse(0);
        double rounding = ROUNDING * Math.max(1, most);
        return inputs.stream()
                .filter(each ->
                        each.change().size() <= rounding && each.benefit().size() <= rounding)
                .toList();
    }

    /** The inputs that move something, most first. */
    public List<Effect> moving() {
        List<Effect> idle = idle();
        return inputs.stream().filter(each -> !idle.contains(each)).toList();
    }

    /** Whether a number is drawn once for a person, so that it can be moved: what each occasion draws anew is noise. */
    static boolean movable(SamePersons.Input input) {
        return input.level() != Level.OCCASION;
    }
}
