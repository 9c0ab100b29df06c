package org.blastema.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.blastema.core.Problems;
import org.blastema.model.Library;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Moments;
import org.blastema.statistics.Quantiles;
import org.blastema.trial.Progress;
import org.blastema.trial.Threads;

/**
 * Calibrates a model on published trials. In a first round each trial is simulated many times at its own size, each time with a draw of the
 * prior; from this a likelihood is learnt and sampled. In a second round the same is done around the posterior of the first.
 */
public final class Calibrator {
    /** Draws that a posterior keeps. */
    public static final int DRAWS = 400;
    /** Above this shape, weights that leave a trial out cannot be trusted (Vehtari and others 2024). */
    public static final double MOST_K = 0.7;

    private final Calibration calibration;
    private final CalibrationTrials simulation;
    private final Sampling sampling;
    private final Progress progress;

    private Calibrator(Calibration calibration, CalibrationTrials simulation, Sampling sampling, Progress progress) {
        this.calibration = calibration;
        this.simulation = simulation;
        this.sampling = sampling;
        this.progress = progress;
    }

    /**
     * Calibrates.
     *
     * @param threads 1 or more; the result does not depend on it
     * @param kept where simulated trials are kept and looked for
     * @throws org.blastema.core.InvalidInput with every problem of the target, its studies and its rows
     * @throws InterruptedException when this thread is interrupted; what the store holds by then stays valid
     */
    public static Calibrated run(
            Library library, Calibration calibration, int threads, SimulationStore kept, Progress progress)
            throws InterruptedException {
        CalibrationTrials simulation =
                new CalibrationTrials(library, calibration, new Threads(threads), kept, progress);
        Sampling sampling = new Sampling(calibration.free().size(), calibration.seed(), threads);
        return new Calibrator(calibration, simulation, sampling, progress).calibrate();
    }

    private Calibrated calibrate() throws InterruptedException {
        MechanismFit own = fit(calibration.name(), "simulate", List.of());
        progress.stage("recover");
        Recovery recovery = recovery(own);
        CalibrationPoints truths = own.first().at(own.islands().some(Sampling.FITS));
        List<PrintedTrial> anew = simulation.run(truths, "recover");
        Recovery near = near(own.likelihoods(), anew, truths.scores());
        List<MechanismFit> fits = rivals(own);
        List<Calibrated.Mechanism> mechanisms = Weighed.of(fits);
        List<Integer> shares =
                mechanisms.stream().map(Calibrated.Mechanism::draws).toList();
        Mixture mixture = new Mixture(
                calibration,
                fits,
                shares,
                fits.stream().map(MechanismFit::islands).toList());
        double[][] log = mixture.log();
        progress.stage("leave out");
        return new Calibrated(
                calibration,
                data(own.before()),
                own.before().stream().mapToInt(each -> each.targets().size()).sum(),
                (int) own.before().stream()
                        .flatMap(each -> each.targets().stream())
                        .filter(Target::counted)
                        .count(),
                mixture.draws(),
                parameters(own.islands()),
                new TrialsLeftOut(calibration, fits, sampling).all(log, shares),
                log,
                recovery,
                near,
                own.likelihoods().meanSquare(anew, truths.scores()),
                mechanisms);
    }

    /** The model's own mechanism and, behind it, its rivals. */
    private List<MechanismFit> rivals(MechanismFit own) throws InterruptedException {
        List<MechanismFit> fits = new ArrayList<>(List.of(own));
        for (var rival : calibration.rivals().entrySet()) {
            fits.add(fit(rival.getKey(), rival.getKey(), rival.getValue().fixed()));
        }
        return fits;
    }

    private MechanismFit fit(String name, String stage, List<Calibration.Fixed> fixed) throws InterruptedException {
        progress.stage(stage);
        CalibrationPoints first =
                CalibrationPoints.prior(calibration.free(), fixed, calibration.trials(), calibration.seed());
        List<PrintedTrial> before = simulation.run(first, "first");
        if (fixed.isEmpty()) { // a rival that cannot make a number is only the less likely for it
            reach(before);
        }
        TrialLikelihoods rough = TrialLikelihoods.learn(calibration, before, first.scores(), 0);
        Islands found = sampling.islands(scores -> rough.log(scores, rough.published(), -1));
        CalibrationPoints second = first.around(found.some(calibration.trials()));
        progress.stage(stage + " again");
        List<PrintedTrial> after = simulation.run(second, "second");
        TrialLikelihoods fine = TrialLikelihoods.learn(calibration, after, second.scores(), 0);
        double[][] published = fine.published();
        Islands islands = sampling.islands(place -> fine.log(place, published, -1));
        return new MechanismFit(name, first, before, fine, islands);
    }

    private static void reach(List<PrintedTrial> trials) {
        Problems problems = new Problems();
        trials.forEach(each -> each.reach(problems));
        problems.throwIfFailed();
    }

    /** Simulated trials of the first round take the place of the published ones; the likelihood is learnt from the others. */
    private Recovery recovery(MechanismFit own) throws InterruptedException {
        int aside = Math.min(Sampling.FITS, calibration.trials() / 4);
        double[][] scores = own.first().scores();
        TrialLikelihoods learnt = TrialLikelihoods.learn(calibration, own.before(), scores, aside);
        return recovery(learnt, own.before(), Arrays.copyOf(scores, aside), place -> 0);
    }

    /** Trials simulated anew at draws of the posterior are added to the published ones, under the likelihood that gave the answer. */
    private Recovery near(TrialLikelihoods likelihoods, List<PrintedTrial> anew, double[][] scores)
            throws InterruptedException {
        double[][] published = likelihoods.published();
        return recovery(likelihoods, anew, scores, place -> likelihoods.log(place, published, -1));
    }

    /**
     * Fits simulated trials.
     *
     * @param printed trials whose parameters are known
     * @param scores of these parameters, [trial][parameter]
     * @param besides logarithm of the likelihood of what is known beside them
     */
    private Recovery recovery(
            TrialLikelihoods likelihoods,
            List<PrintedTrial> printed,
            double[][] scores,
            ToDoubleFunction<double[]> besides)
            throws InterruptedException {
        List<Integer> used = IntStream.range(0, scores.length)
                .filter(i -> printed.stream().allMatch(each -> each.complete(i)))
                .boxed()
                .toList();
        return sampling.recovery(used.stream().map(i -> scores[i]).toArray(double[][]::new), i -> {
            double[][] as = printed.stream().map(each -> each.as(used.get(i))).toArray(double[][]::new);
            return place -> besides.applyAsDouble(place) + likelihoods.log(place, as, -1);
        });
    }

    private List<Calibrated.FreeResult> parameters(Islands islands) {
        List<Calibrated.FreeResult> results = new ArrayList<>();
        for (int d = 0; d < calibration.free().size(); d++) {
            FreeParameter free = calibration.free().get(d);
            int place = d;
            double[] scores = Arrays.stream(islands.all())
                    .mapToDouble(draw -> draw[place])
                    .toArray();
            double[] values = Arrays.stream(scores).map(free::value).toArray();
            results.add(new Calibrated.FreeResult(
                    free,
                    new Interval(free.value(-1.959963984540054), free.value(1.959963984540054)),
                    Moments.of(values).mean(),
                    new Interval(Quantiles.of(values, 0.025), Quantiles.of(values, 0.975)),
                    Moments.of(scores).sd(),
                    islands.rHat(d),
                    islands.effective(d)));
        }
        return List.copyOf(results);
    }

    private String data(List<PrintedTrial> trials) {
        StringBuilder rows = new StringBuilder();
        for (PrintedTrial trial : trials) {
            for (Target target : trial.targets()) {
                Outcome outcome = target.outcome();
                rows.append(String.join(
                                ",",
                                outcome.trial(),
                                outcome.arm(),
                                outcome.endpoint(),
                                outcome.month().toString(),
                                outcome.kind().name(),
                                outcome.statistic().name(),
                                Double.toString(target.observed()),
                                Double.toString(calibration.weight(target))))
                        .append('\n');
            }
        }
        return Library.sha256(rows.toString().getBytes(StandardCharsets.UTF_8));
    }
}
