package org.blastema.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.blastema.core.Parameter;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Moments;
import org.blastema.statistics.Quantiles;

/** The share of people with any of some harms, over draws of knowledge. No patient is simulated: the share of a draw is exact. */
final class RateTest {
    private static final int DRAWS = 4000;
    private static final long SEED = 1;

    private final String claim;
    private final Claim.Rate rate;

    RateTest(String claim, Claim.Rate rate) {
        this.claim = claim;
        this.rate = rate;
    }

    ClaimResult.Rated run() {
        List<Claim.Harm> counted = rate.harms().stream().filter(rate::counts).toList();
        List<KnownDraw> numbers = new ArrayList<>();
        double[] without = new double[DRAWS];
        Arrays.fill(without, 1);
        for (Claim.Harm harm : counted) {
            KnownDraw probability = known(harm.probability());
            List<KnownDraw> factors = harm.ratio().map(this::known).stream().toList();
            List<KnownDraw> odds = harm.oddsRatio().map(this::known).stream().toList();
            numbers.add(probability);
            numbers.addAll(factors);
            numbers.addAll(odds);
            for (int draw = 0; draw < DRAWS; draw++) {
                without[draw] *= 1 - share(draw, probability, factors, odds);
            }
        }
        return rated(Arrays.stream(without).map(each -> 1 - each).boxed().toList(), numbers);
    }

    private KnownDraw known(Parameter parameter) {
        return KnownDraw.of(parameter, claim, parameter.name(), SEED);
    }

    private static double share(int draw, KnownDraw probability, List<KnownDraw> factors, List<KnownDraw> odds) {
        double share = probability.value(draw);
        for (KnownDraw factor : factors) {
            share *= factor.value(draw);
        }
        for (KnownDraw ratio : odds) {
            double times = ratio.value(draw);
            share = share * times / (1 - share + share * times);
        }
        return Math.max(0, Math.min(1, share));
    }

    private ClaimResult.Rated rated(List<Double> shares, List<KnownDraw> numbers) {
        double[] values = shares.stream().mapToDouble(Double::doubleValue).toArray();
        Interval interval = new Interval(Quantiles.of(values, 0.025), Quantiles.of(values, 0.975));
        VarianceShares variance = new VarianceShares(shares, 1);
        for (KnownDraw number : numbers) {
            if (!number.parameter().spreads().isEmpty()) {
                variance.add(
                        number.parameter(),
                        IntStream.range(0, DRAWS).mapToObj(number::uniform).toList());
            }
        }
        Verdict byInterval = Verdict.ofShare(interval, rate.below().value());
        return new ClaimResult.Rated(
                rate,
                Moments.of(values).mean(),
                interval,
                byInterval,
                Verdict.decided(byInterval, rate.assumed(), variance.unmeasured()),
                variance.list(),
                variance.unmeasured());
    }
}
