package org.blastema.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.model.Library;
import org.blastema.model.Posterior;
import org.blastema.statistics.ParetoSmoothing;
import org.blastema.trial.Plan;
import org.blastema.trial.StudyReader;

/**
 * The forecast of each trial of an area by a posterior that has not seen the trial: the draws are weighed by the inverse of the trial's
 * likelihood, their tail smoothed, or are those of a calibration without the trial where the weights cannot be trusted.
 *
 * @param posterior of the area
 * @param logLikelihoods one a draw, for each trial that the posterior has seen
 * @param refits posteriors without a trial, by trial
 * @param trials all trials of the area with calibration rows, and those without a difference
 */
record LeaveOneOut(
        Posterior posterior,
        SequencedMap<String, List<Double>> logLikelihoods,
        SequencedMap<String, Posterior> refits,
        AreaTrials trials) {

    /** That of an area; empty where the library holds no posterior of it. */
    static Optional<LeaveOneOut> read(Library library, String area, Problems problems) {
        return CalibratedTables.ofArea(library, area)
                .flatMap(name -> Posterior.read(library, name, new Position(Posterior.path(name), 1, 1), problems))
                .map(posterior -> of(library, area, posterior, problems));
    }

    private static LeaveOneOut of(Library library, String area, Posterior posterior, Problems problems) {
        SequencedMap<String, Posterior> refits = CalibratedTables.refits(library, posterior.name(), problems);
        Function<String, Plan> studies = trial -> {
            Posterior known = refits.getOrDefault(trial, posterior);
            return StudyReader.knowing(library, model -> known.fits(model) ? known.on(model) : model)
                    .alone(trial, study -> study);
        };
        return new LeaveOneOut(
                posterior,
                CalibratedTables.logLikelihoods(library, posterior.name(), problems),
                refits,
                AreaTrials.forecast(library, area, studies, problems));
    }

    /**
     * As many results as there are, each as often as the draw behind it counts without the trial.
     *
     * @param results one a simulated trial of the plan, NaN for none
     */
    double[] forecast(Plan plan, double[] results) {
        List<Double> seen = logLikelihoods.get(plan.name());
        double[] weights = new double[results.length];
        if (seen == null || refits.containsKey(plan.name())) {
            Arrays.fill(weights, 1.0);
        } else {
            double[] draws = ParetoSmoothing.of(
                            seen.stream().mapToDouble(each -> -each).toArray())
                    .weights();
            for (int i = 0; i < results.length; i++) {
                weights[i] = draws[posterior.draw(plan.seed(), i)];
            }
        }
        int[] finite = IntStream.range(0, results.length)
                .filter(i -> Double.isFinite(results[i]))
                .toArray();
        return taken(results, weights, finite);
    }

    /** Systematic resampling at the middles of equal parts. */
    static double[] taken(double[] results, double[] weights, int[] from) {
        double total = IntStream.of(from).mapToDouble(i -> weights[i]).sum();
        double[] taken = new double[from.length];
        int next = 0;
        double sum = weights[from[0]];
        for (int i = 0; i < from.length; i++) {
            while (sum < (i + 0.5) / from.length * total && next < from.length - 1) {
                sum += weights[from[++next]];
            }
            taken[i] = results[from[next]];
        }
        return taken;
    }
}
