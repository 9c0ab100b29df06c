package org.blastema.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.blastema.core.Elementary;
import org.blastema.statistics.Moments;
import org.blastema.statistics.ParetoSmoothing;

/**
 * Leaves each trial out of a mixture of mechanisms. The draws weighed by the inverse of the trial's likelihood are draws without it, of
 * the mechanisms as of their parameters; where such weights cannot be trusted, or a mechanism without a draw would have one, every
 * mechanism is sampled and weighed without the trial.
 */
final class TrialsLeftOut {
    private final Calibration calibration;
    private final List<MechanismFit> fits;
    private final Sampling sampling;

    TrialsLeftOut(Calibration calibration, List<MechanismFit> fits, Sampling sampling) {
        this.calibration = calibration;
        this.fits = fits;
        this.sampling = sampling;
    }

    /**
     * Each trial left out.
     *
     * @param log logarithm of the likelihood of each trial under each draw that is kept, [draw][trial]
     * @param draws how many of these each mechanism gave
     */
    List<Calibrated.TrialFit> all(double[][] log, List<Integer> draws) throws InterruptedException {
        List<PrintedTrial> trials = fits.getFirst().before();
        List<Calibrated.TrialFit> left = new ArrayList<>();
        for (int trial = 0; trial < trials.size(); trial++) {
            double k = ParetoSmoothing.of(against(log, trial)).k();
            String name = trials.get(trial).trial();
            if (k > Calibrator.MOST_K) {
                left.add(refitted(name, trial, k));
                continue;
            }
            double[] weights = weights(trial);
            List<Integer> without = Mixture.shares(weights, Calibrator.DRAWS);
            boolean unseen = IntStream.range(0, fits.size()).anyMatch(m -> draws.get(m) == 0 && without.get(m) > 0);
            left.add(
                    unseen
                            ? refitted(name, trial, k)
                            : new Calibrated.TrialFit(name, k, listed(weights), Optional.empty()));
        }
        return List.copyOf(left);
    }

    private static double[] against(double[][] log, int trial) {
        return Arrays.stream(log).mapToDouble(draw -> -draw[trial]).toArray();
    }

    /** The weights of the mechanisms without a trial. */
    double[] weights(int trial) throws InterruptedException {
        double[] evidence = new double[fits.size()];
        for (int m = 0; m < evidence.length; m++) {
            evidence[m] = evidence(fits.get(m), trial);
        }
        return Weighed.weights(evidence);
    }

    /** The mean of the inverse likelihood over a posterior is the evidence without the trial over that with it. */
    private double evidence(MechanismFit fit, int trial) throws InterruptedException {
        double[] against = against(fit.log(fit.islands().all()), trial);
        if (ParetoSmoothing.of(against).k() > Calibrator.MOST_K) {
            return fit.without(trial, sampling).logEvidence().mean();
        }
        double most = Arrays.stream(against).max().orElseThrow();
        double[] ratios =
                Arrays.stream(against).map(each -> Elementary.exp(each - most)).toArray();
        return fit.islands().logEvidence().mean()
                + most
                + Elementary.log(Moments.of(ratios).mean());
    }

    private Calibrated.TrialFit refitted(String name, int trial, double k) throws InterruptedException {
        List<Islands> islands = new ArrayList<>();
        for (MechanismFit fit : fits) {
            islands.add(fit.without(trial, sampling));
        }
        double[] weights = Weighed.weights(
                islands.stream().mapToDouble(each -> each.logEvidence().mean()).toArray());
        Mixed without = new Mixture(calibration, fits, Mixture.shares(weights, Calibrator.DRAWS), islands).draws();
        return new Calibrated.TrialFit(name, k, listed(weights), Optional.of(without));
    }

    private static List<Double> listed(double[] weights) {
        return Arrays.stream(weights).boxed().toList();
    }
}
