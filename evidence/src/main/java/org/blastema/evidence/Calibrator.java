package org.blastema.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.blastema.core.Problems;
import org.blastema.core.Yaml;
import org.blastema.model.Library;
import org.blastema.model.Posterior;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Moments;
import org.blastema.statistics.ParetoSmoothing;
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

    /** What the two rounds of a mechanism found. */
    private record Rounds(
            CalibrationPoints first, List<PrintedTrial> before, TrialLikelihoods likelihoods, Islands islands) {}

    private Calibrated calibrate() throws InterruptedException {
        Rounds own = rounds("simulate", UnaryOperator.identity());
        TrialLikelihoods likelihoods = own.likelihoods();
        double[][] published = likelihoods.published();
        progress.stage("recover");
        Recovery recovery = recovery(own);
        CalibrationPoints truths =
                new CalibrationPoints(calibration.free(), own.islands().some(Sampling.FITS));
        List<PrintedTrial> anew = simulation.run(truths, "recover", UnaryOperator.identity());
        Recovery near = near(likelihoods, anew, truths.scores());
        CalibrationPoints draws =
                new CalibrationPoints(calibration.free(), own.islands().some(DRAWS));
        double[][] log = Arrays.stream(draws.scores())
                .map(draw -> IntStream.range(0, published.length)
                        .mapToDouble(trial -> likelihoods.log(trial, draw, published[trial]))
                        .toArray())
                .toArray(double[][]::new);
        progress.stage("leave out");
        List<Calibrated.TrialFit> fits = leftOut(likelihoods, own.before(), log);
        return new Calibrated(
                calibration,
                data(own.before()),
                own.before().stream().mapToInt(each -> each.targets().size()).sum(),
                (int) own.before().stream()
                        .flatMap(each -> each.targets().stream())
                        .filter(Target::counted)
                        .count(),
                draws.values(calibration.name()),
                parameters(own.islands()),
                fits,
                log,
                recovery,
                near,
                likelihoods.meanSquare(anew, truths.scores()),
                mechanisms(own.islands()));
    }

    private Rounds rounds(String stage, UnaryOperator<Yaml.Mapping> change) throws InterruptedException {
        progress.stage(stage);
        CalibrationPoints first = CalibrationPoints.prior(calibration.free(), calibration.trials(), calibration.seed());
        List<PrintedTrial> before = simulation.run(first, "first", change);
        Problems problems = new Problems();
        before.forEach(each -> each.reach(problems));
        problems.throwIfFailed();
        double[][] firstScores = first.scores();
        TrialLikelihoods rough = TrialLikelihoods.learn(calibration, before, firstScores, 0);
        Islands found = sampling.islands(scores -> rough.log(scores, rough.published(), -1));
        CalibrationPoints second = CalibrationPoints.around(calibration.free(), found.some(calibration.trials()));
        progress.stage(stage + " again");
        List<PrintedTrial> after = simulation.run(second, "second", change);
        TrialLikelihoods fine = TrialLikelihoods.learn(calibration, after, second.scores(), 0);
        double[][] published = fine.published();
        return new Rounds(first, before, fine, sampling.islands(place -> fine.log(place, published, -1)));
    }

    /** Simulated trials of the first round take the place of the published ones; the likelihood is learnt from the others. */
    private Recovery recovery(Rounds rounds) throws InterruptedException {
        int aside = Math.min(Sampling.FITS, calibration.trials() / 4);
        double[][] scores = rounds.first().scores();
        TrialLikelihoods learnt = TrialLikelihoods.learn(calibration, rounds.before(), scores, aside);
        return recovery(learnt, rounds.before(), Arrays.copyOf(scores, aside), place -> 0);
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

    private List<Calibrated.TrialFit> leftOut(TrialLikelihoods likelihoods, List<PrintedTrial> trials, double[][] log)
            throws InterruptedException {
        List<Calibrated.TrialFit> fits = new ArrayList<>();
        double[][] published = likelihoods.published();
        for (int trial = 0; trial < trials.size(); trial++) {
            int out = trial;
            double k = ParetoSmoothing.of(
                            Arrays.stream(log).mapToDouble(draw -> -draw[out]).toArray())
                    .k();
            Optional<Posterior> refit = Optional.empty();
            if (k > MOST_K) {
                Islands without = sampling.islands(scores -> likelihoods.log(scores, published, out));
                refit = Optional.of(
                        new CalibrationPoints(calibration.free(), without.some(DRAWS)).values(calibration.name()));
            }
            fits.add(new Calibrated.TrialFit(trials.get(trial).trial(), k, refit));
        }
        return List.copyOf(fits);
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

    private List<Calibrated.Mechanism> mechanisms(Islands own) throws InterruptedException {
        List<String> names = new ArrayList<>(List.of(calibration.name()));
        List<Islands> found = new ArrayList<>(List.of(own));
        for (var rival : calibration.rivals().entrySet()) {
            names.add(rival.getKey());
            found.add(rounds(
                            rival.getKey(),
                            study -> study.merged(rival.getValue().change()))
                    .islands());
        }
        return Weighed.of(names, found);
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
