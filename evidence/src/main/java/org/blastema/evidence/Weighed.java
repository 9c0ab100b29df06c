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
    static List<Calibrated.Mechanism> of(List<String> names, List<Islands> found) {
        List<Moments> evidence = found.stream().map(Islands::logEvidence).toList();
        double[] weights = weights(evidence.stream().mapToDouble(Moments::mean).toArray());
        List<Calibrated.Mechanism> mechanisms = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double low = shifted(evidence, i, -1);
            double high = shifted(evidence, i, 1);
            mechanisms.add(
                    new Calibrated.Mechanism(names.get(i), evidence.get(i), weights[i], new Interval(low, high)));
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

    private static double[] weights(double[] log) {
        double most = Arrays.stream(log).max().orElseThrow();
        double[] weights =
                Arrays.stream(log).map(each -> Elementary.exp(each - most)).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(each -> each / sum).toArray();
    }
}
