package org.blastema.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.blastema.core.Elementary;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Moments;

/** Weighs mechanisms by how likely they make what was published, each equally likely before. */
final class Weighed {
    private Weighed() {}

    /** The mechanisms with their weights, in their order. */
    static List<Calibrated.Mechanism> of(List<MechanismFit> fits) {
        List<Moments> evidence =
                fits.stream().map(fit -> fit.islands().logEvidence()).toList();
        double[] weights = weights(evidence.stream().mapToDouble(Moments::mean).toArray());
        List<Integer> draws = Mixture.shares(weights, Calibrator.DRAWS);
        List<Calibrated.Mechanism> mechanisms = new ArrayList<>();
        for (int i = 0; i < fits.size(); i++) {
            Islands islands = fits.get(i).islands();
            mechanisms.add(new Calibrated.Mechanism(
                    fits.get(i).name(),
                    evidence.get(i),
                    weights[i],
                    new Interval(shifted(evidence, i, -1), shifted(evidence, i, 1)),
                    draws.get(i),
                    islands.mostRHat(),
                    islands.leastEffective()));
        }
        return List.copyOf(mechanisms);
    }

    /** The weight if the evidence of one is two standard errors off, and that of the others is so the other way. */
    private static double shifted(List<Moments> evidence, int one, int sign) {
        double[] log = IntStream.range(0, evidence.size())
                .mapToDouble(i -> {
                    Moments own = evidence.get(i);
                    double error = 2 * own.sd() / Math.sqrt((double) own.n());
                    return own.mean() + (i == one ? sign : -sign) * error;
                })
                .toArray();
        return weights(log)[one];
    }

    /** The weights of mechanisms by the logarithms of their evidence; they sum to 1. */
    static double[] weights(double[] log) {
        double most = Arrays.stream(log).max().orElseThrow();
        double[] weights =
                Arrays.stream(log).map(each -> Elementary.exp(each - most)).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(each -> each / sum).toArray();
    }
}
