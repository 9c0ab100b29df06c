package org.blastema.evidence;

import java.util.ArrayList;
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
 * @param scores normal scores, [draw][parameter]
 */
record CalibrationPoints(List<FreeParameter> free, double[][] scores) {
    /** Name under which points stand in for a posterior. */
    private static final String NAME = "points";

    private static final int PRIOR = new Purpose(Level.KNOWLEDGE, "calibration.prior").code();
    /** How much wider than a posterior a round is in which its likelihood is learnt. */
    private static final double WIDER = 1.5;

    /** Draws of the prior. */
    static CalibrationPoints prior(List<FreeParameter> free, int draws, long seed) {
        Chance chance = new Chance(seed);
        double[][] scores = new double[draws][free.size()];
        for (int i = 0; i < draws; i++) {
            for (int d = 0; d < free.size(); d++) {
                scores[i][d] = Gaussian.quantile(chance.uniform(i, d, 0, PRIOR));
            }
        }
        return new CalibrationPoints(free, scores);
    }

    /** Draws around the mean of others, wider than these. */
    static CalibrationPoints around(List<FreeParameter> free, double[][] draws) {
        double[][] scores = new double[draws.length][];
        double[] mean = IntStream.range(0, free.size())
                .mapToDouble(d -> IntStream.range(0, draws.length)
                        .mapToDouble(i -> draws[i][d])
                        .average()
                        .orElseThrow())
                .toArray();
        for (int i = 0; i < draws.length; i++) {
            double[] draw = draws[i];
            scores[i] = IntStream.range(0, free.size())
                    .mapToDouble(d -> mean[d] + WIDER * (draw[d] - mean[d]))
                    .toArray();
        }
        return new CalibrationPoints(free, scores);
    }

    /** The draws in the units of the parameters. */
    Posterior values() {
        return values(NAME, true);
    }

    /** The same as a posterior of a name, whose draws trials take by chance. */
    Posterior values(String name) {
        return values(name, false);
    }

    private Posterior values(String name, boolean inTurn) {
        SequencedMap<String, List<Double>> columns = new LinkedHashMap<>();
        for (int d = 0; d < free.size(); d++) {
            List<Double> column = new ArrayList<>();
            for (double[] draw : scores) {
                column.add(free.get(d).value(draw[d]));
            }
            columns.put(free.get(d).column(), column);
        }
        return new Posterior(name, columns, inTurn);
    }
}
