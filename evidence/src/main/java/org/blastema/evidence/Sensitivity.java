package org.blastema.evidence;

import java.util.List;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Moments;

/**
 * Where the spread of a result of one person comes from.
 *
 * @param asked the result that is told
 * @param persons simulated in one replicate of one set of points
 * @param replicates independent scramblings
 * @param change of one person with the arm, from the baseline
 * @param benefit change of one person with the arm less that of the same person, by the same chance, with the other
 * @param failed share of persons whose equations could not be solved; they are left out
 */
public record Sensitivity(
        AskedResult asked, int persons, int replicates, Quantity change, Quantity benefit, double failed) {

    /**
     * A result.
     *
     * @param values of all replicates
     * @param groups those that are drawn, each once; empty where the values do not vary
     * @param parameters those of what is not known with the largest total index, most first; at most ten, none that does nothing
     */
    public record Quantity(Moments values, List<Share<InputGroup>> groups, List<Share<String>> parameters) {}

    /**
     * Shares of the variance: means over the replicates with t intervals of 95 %. They are not clipped: chance may take one below 0.
     *
     * @param of a group, or the full name of a parameter
     */
    public record Share<T>(T of, double first, Interval first95, double total, Interval total95) {}
}
