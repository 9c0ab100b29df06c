package org.blastema.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.blastema.model.Posterior;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Moments;

/**
 * What a calibration found.
 *
 * @param calibration the target
 * @param data SHA-256 of the published rows and their weights
 * @param rows that were used
 * @param counts how many of them count people with a harm
 * @param mixed draws of the mechanisms and their parameters
 * @param parameters each free parameter, before and after, under the model's own mechanism
 * @param trials each published trial, in the order of the scored rows
 * @param logLikelihoods of each trial under each draw and its mechanism, [draw][trial]
 * @param recovery under the model's own mechanism of known parameters from anywhere in the prior, by the likelihood of the first round
 * @param near the same of draws of the posterior, by the likelihood that gave it
 * @param meanSquare of the standardised residuals of trials simulated anew at the posterior under that likelihood, 1 where it fits
 * @param mechanisms the model's own and its rivals
 */
public record Calibrated(
        Calibration calibration,
        String data,
        int rows,
        int counts,
        Mixed mixed,
        List<FreeResult> parameters,
        List<TrialFit> trials,
        double[][] logLikelihoods,
        Recovery recovery,
        Recovery near,
        double meanSquare,
        List<Mechanism> mechanisms) {
    /** Above this the islands disagree. */
    public static final double MOST_R_HAT = 1.01;
    /** Fewer independent draws do not know an interval. */
    public static final double FEWEST_EFFECTIVE = 400;

    /**
     * A free parameter.
     *
     * @param prior mean and 95 % interval of what was known before, in the parameter's unit
     * @param after of the posterior
     * @param width standard deviation of the posterior in normal scores of the prior: 1 where the data say nothing
     * @param rHat scale reduction over the islands
     * @param effective number of independent draws
     */
    public record FreeResult(
            FreeParameter free,
            Interval prior,
            double mean,
            Interval after,
            double width,
            double rHat,
            double effective) {
        /** Least width at which the data count as saying nothing. */
        public static final double UNINFORMED = 0.9;

        /** Whether the data said something of it. */
        public boolean informed() {
            return width < UNINFORMED;
        }
    }

    /**
     * A published trial.
     *
     * @param k shape of the weights that leave it out
     * @param weights of the mechanisms without it, in their order
     * @param refit the posterior without it, where the weights of draws cannot be trusted
     */
    public record TrialFit(String trial, double k, List<Double> weights, Optional<Mixed> refit) {
        public TrialFit {
            weights = List.copyOf(weights);
        }
    }

    /**
     * A mechanism for the effect.
     *
     * @param name the rival's, or the calibration's for the model's own
     * @param logEvidence logarithm of the mean likelihood under the prior, over the islands
     * @param weight among all mechanisms, equally likely before
     * @param weights as the evidence of all mechanisms is two standard errors off, over the islands, against it or for it
     * @param draws that it gives to the posterior; 0 where its weight is too small for one
     * @param rHat the largest scale reduction of any parameter
     * @param effective the fewest independent draws of any parameter
     */
    public record Mechanism(
            String name,
            Moments logEvidence,
            double weight,
            Interval weights,
            int draws,
            double rHat,
            double effective) {}

    /** Whether under every mechanism that gives draws the islands agree and enough independent draws were made. */
    public boolean converged() {
        return mostRHat() <= MOST_R_HAT && leastEffective() >= FEWEST_EFFECTIVE;
    }

    /** The largest scale reduction of the mechanisms that give draws. */
    public double mostRHat() {
        return mixing().mapToDouble(Mechanism::rHat).max().orElseThrow();
    }

    /** The fewest independent draws of the mechanisms that give draws. */
    public double leastEffective() {
        return mixing().mapToDouble(Mechanism::effective).min().orElseThrow();
    }

    private Stream<Mechanism> mixing() {
        return mechanisms.stream().filter(each -> each.draws() > 0);
    }

    /** Whether known parameters are found again as the intervals promise, anywhere in the prior and near the answer. */
    public boolean recovered() {
        return recovery.recovered() && near.recovered();
    }

    /** The columns of the log-likelihoods, beside those of the posterior. */
    SequencedMap<String, List<Double>> logColumns() {
        SequencedMap<String, List<Double>> columns = new LinkedHashMap<>();
        for (int trial = 0; trial < trials.size(); trial++) {
            int own = trial;
            columns.put(
                    Posterior.LOG_LIKELIHOOD + trials.get(trial).trial(),
                    IntStream.range(0, logLikelihoods.length)
                            .mapToObj(draw -> logLikelihoods[draw][own])
                            .toList());
        }
        return columns;
    }
}
