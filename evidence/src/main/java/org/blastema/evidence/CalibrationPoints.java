package org.blastema.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.blastema.core.Chance;
import org.blastema.core.Gaussian;
import org.blastema.core.Level;
import org.blastema.core.Purpose;
import org.blastema.model.Posterior;

/**
 * Places of the free parameters at which trials are simulated: draws of the prior, or draws of a posterior made wider.
 *
 * @param free the parameters
 * @param fixed what a mechanism sets, over what is free too
 * @param scores normal scores, [draw][parameter]
 */
record CalibrationPoints(List<FreeParameter> free, List<Calibration.Fixed> fixed, double[][] scores) {
    /** Name under which points stand in for a posterior. */
    private static final String NAME = "points";

    private static final int PRIOR = new Purpose(Level.KNOWLEDGE, "calibration.prior").code();
    /** How much wider than a posterior a round is in which its likelihood is learnt. */
    private static final double WIDER = 1.5;

    /** Draws of the prior. */
    static CalibrationPoints prior(List<FreeParameter> free, List<Calibration.Fixed> fixed, int draws, long seed) {
        Chance chance = new Chance(seed);
        double[][] scores = new double[draws][free.size()];
        for (int i = 0; i < draws; i++) {
            for (int d = 0; d < free.size(); d++) {
                scores[i][d] = Gaussian.quantile(chance.uniform(i, d, 0, PRIOR));
            }
        }
        return new CalibrationPoints(free, fixed, scores);
    }

    /** Points of the same mechanism around the mean of some draws, wider than these. */
    CalibrationPoints around(double[][] draws) {
        double[][] wider = new double[draws.length][];
        double[] mean = IntStream.range(0, free.size())
                .mapToDouble(d -> IntStream.range(0, draws.length)
                        .mapToDouble(i -> draws[i][d])
                        .average()
                        .orElseThrow())
                .toArray();
        for (int i = 0; i < draws.length; i++) {
            double[] draw = draws[i];
            wider[i] = IntStream.range(0, free.size())
                    .mapToDouble(d -> mean[d] + WIDER * (draw[d] - mean[d]))
                    .toArray();
        }
        return at(wider);
    }

    /** Other points of the same mechanism. */
    CalibrationPoints at(double[][] others) {
        return new CalibrationPoints(free, fixed, others);
    }

    /** The draws in the units of the parameters; trials take them in turn. */
    Posterior values() {
        SequencedMap<String, List<Double>> columns = new LinkedHashMap<>();
        for (int d = 0; d < free.size(); d++) {
            List<Double> column = new ArrayList<>();
            for (double[] draw : scores) {
                column.add(free.get(d).value(draw[d]));
            }
            columns.put(free.get(d).column(), column);
        }
        for (Calibration.Fixed each : fixed) {
            columns.put(each.parameter().name(), Collections.nCopies(scores.length, each.value()));
        }
        return new Posterior(NAME, columns, true);
    }
}
