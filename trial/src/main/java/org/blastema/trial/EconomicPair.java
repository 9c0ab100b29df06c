package org.blastema.trial;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.statistics.Interval;
import org.blastema.statistics.NetBenefit;

/**
 * Costs and effects of an arm beside another, under each draw of what is not known, the noise of the persons removed.
 *
 * @param scenario name of the scenario
 * @param effect readout of the effect
 * @param arm the arm
 * @param versus what it is compared with
 * @param price what the arm's product is bought for; absent where no price is known
 * @param gain more effect by each draw
 * @param unpricedCost more cost by each draw if the arm's product cost nothing; empty where no price of the other's product is known
 * @param pocket more that the person treated pays, of the products' prices; absent where the study does not say who pays, or a price is
 *     not known
 * @param prices other prices at which the arm is looked at, ascending
 */
public record EconomicPair(
        String scenario,
        String effect,
        String arm,
        String versus,
        OptionalDouble price,
        List<Double> gain,
        List<Double> unpricedCost,
        OptionalDouble pocket,
        List<Double> prices) {

    public EconomicPair {
        gain = List.copyOf(gain);
        unpricedCost = List.copyOf(unpricedCost);
        prices = List.copyOf(prices);
    }

    /** How the arm lies beside the other, by the means of cost and effect. */
    public enum Verdict {
        /** More effect for more cost: the ratio says what a unit costs. */
        DEARER_AND_BETTER,
        /** Not less effect for not more cost. */
        DOMINANT,
        /** Not more effect for not less cost. */
        DOMINATED,
        /** Less effect for less cost: the ratio says what is saved for a unit lost. */
        CHEAPER_AND_WORSE,
        /** Neither differs. */
        SAME;

        /** The verdict on a worth. */
        public static Verdict of(NetBenefit worth) {
            double effect = worth.effect();
            double cost = worth.cost();
            if (effect == 0 && cost == 0) {
                return SAME;
            }
            if (effect > 0) {
                return cost > 0 ? DEARER_AND_BETTER : DOMINANT;
            }
            return cost < 0 && effect < 0 ? CHEAPER_AND_WORSE : effect == 0 && cost < 0 ? DOMINANT : DOMINATED;
        }
    }

    /**
     * Worth if the arm's product cost nothing; its net monetary benefit is the highest price at which the arm is worth as much as the
     * other. Absent where no price of the other's product is known.
     */
    public Optional<NetBenefit> unpriced() {
        return unpricedCost.isEmpty()
                ? Optional.empty()
                : Optional.of(new NetBenefit(array(gain), array(unpricedCost)));
    }

    /** More cost by each draw at the arm's own price; empty where either price is not known. */
    public List<Double> cost() {
        return price.isEmpty()
                ? List.of()
                : unpricedCost.stream().map(each -> each + price.getAsDouble()).toList();
    }

    /** Worth at the arm's own price; absent where either price is not known. */
    public Optional<NetBenefit> own() {
        return price.isPresent() ? unpriced().map(worth -> worth.dearer(price.getAsDouble())) : Optional.empty();
    }

    /** Worth to the person treated, whose costs are what is paid out of pocket; absent where it is not known who pays. */
    public Optional<NetBenefit> patient() {
        return own().filter(worth -> pocket.isPresent())
                .map(worth -> new NetBenefit(array(gain), new double[gain.size()]).dearer(pocket.getAsDouble()));
    }

    /** Worth to who pays for all the rest; with that of the person treated the costs are those of {@link #own}. */
    public Optional<NetBenefit> payer() {
        return own().filter(worth -> pocket.isPresent()).map(worth -> worth.dearer(-pocket.getAsDouble()));
    }

    /** Cost per unit of effect at a worth; absent unless the arm is dearer and better, since no other ratio can be read as one. */
    public static OptionalDouble ratio(NetBenefit worth) {
        return Verdict.of(worth) == Verdict.DEARER_AND_BETTER
                ? OptionalDouble.of(worth.cost() / worth.effect())
                : OptionalDouble.empty();
    }

    /** Mean and 95 % interval of the gain; NaN where no draw has one. */
    public NetBenefit gains() {
        return new NetBenefit(array(gain), new double[gain.size()]);
    }

    /** Whether the interval of the gain holds 0, so that a ratio stands on ground that may not be there. */
    public boolean gainUncertain() {
        Interval gain95 = gains().effect95();
        return !(gain95.low() > 0 || gain95.high() < 0);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
