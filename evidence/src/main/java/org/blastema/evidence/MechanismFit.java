package org.blastema.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the two rounds of a mechanism found.
 *
 * @param name of the rival, or of the calibration for the model's own
 * @param first points of the first round, at which {@code before} was printed
 * @param likelihoods of the second round
 * @param islands of the posterior under this mechanism
 */
record MechanismFit(
        String name,
        CalibrationPoints first,
        List<PrintedTrial> before,
        TrialLikelihoods likelihoods,
        Islands islands) {

    /** Logarithm of the likelihood of each published trial, [draw][trial]. */
    double[][] log(double[][] draws) {
        double[][] published = likelihoods.published();
        return Arrays.stream(draws)
                .map(draw -> IntStream.range(0, published.length)
                        .mapToDouble(trial -> likelihoods.log(trial, draw, published[trial]))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** The posterior without a trial. */
    Islands without(int trial, Sampling sampling) throws InterruptedException {
        double[][] published = likelihoods.published();
        return sampling.islands(scores -> likelihoods.log(scores, published, trial));
    }
}
