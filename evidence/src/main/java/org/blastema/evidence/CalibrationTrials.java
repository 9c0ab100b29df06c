package org.blastema.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.blastema.core.Level;
import org.blastema.core.Problems;
import org.blastema.core.Purpose;
import org.blastema.core.Yaml;
import org.blastema.model.Library;
import org.blastema.model.Posterior;
import org.blastema.trial.Executor;
import org.blastema.trial.KeptInMemory;
import org.blastema.trial.Plan;
import org.blastema.trial.Progress;
import org.blastema.trial.StudyReader;
import org.blastema.trial.WholeRun;

/** Simulates the trials of a calibration, each at the next of some points. */
final class CalibrationTrials {
    private final Library library;
    private final Calibration calibration;
    private final Executor executor;
    private final SimulationStore kept;
    private final Progress progress;

    CalibrationTrials(
            Library library, Calibration calibration, Executor executor, SimulationStore kept, Progress progress) {
        this.library = library.unread();
        this.calibration = calibration;
        this.executor = executor;
        this.kept = kept;
        this.progress = progress;
    }

    /**
     * What the simulated trials print.
     *
     * @param round names the chance of these trials; rounds of different names share none
     * @throws org.blastema.core.InvalidInput with every problem of the studies and rows
     * @throws InterruptedException when this thread is interrupted; what the store holds by then stays valid
     */
    List<PrintedTrial> run(CalibrationPoints points, String round) throws InterruptedException {
        Problems problems = new Problems();
        Posterior values = points.values();
        StudyReader reader = StudyReader.knowing(library, model -> values.fits(model) ? values.on(model) : model);
        AreaTrials trials = AreaTrials.read(
                library,
                calibration.area(),
                row -> row.block() == Scored.Block.CALIBRATION,
                trial -> reader.alone(trial, tree -> sized(points.scores().length, round + "." + trial, tree)),
                problems);
        problems.throwIfFailed();
        List<PrintedTrial> printed = new ArrayList<>();
        long done = 0;
        for (Plan plan : trials.plans()) {
            List<Target> targets = trials.scored().stream()
                    .filter(each -> each.outcome().trial().equals(plan.name()))
                    .filter(each -> calibration.weight(each) > 0)
                    .toList();
            if (!targets.isEmpty()) {
                printed.add(new PrintedTrial(plan.name(), targets, printed(plan, targets, points)));
            }
            progress.advance(++done, trials.plans().size());
        }
        return printed;
    }

    /** Each study with a seed of its own, so that trials share nothing but the draw of the free parameters. */
    private Yaml.Mapping sized(int trials, String name, Yaml.Mapping study) {
        long seed = calibration.seed() + Integer.toUnsignedLong(new Purpose(Level.TRIAL, name).code());
        return study.with("trials", Yaml.Scalar.plain(Integer.toString(trials), study.position()))
                .with("timecourse", new Yaml.Sequence(List.of(), study.position()))
                .with("seed", Yaml.Scalar.plain(Long.toString(seed), study.position()));
    }

    private double[][] printed(Plan plan, List<Target> targets, CalibrationPoints points) throws InterruptedException {
        String key = Library.sha256((plan.hash()
                        + points.values().columns()
                        + targets.stream().map(Target::outcome).toList())
                .getBytes(StandardCharsets.UTF_8));
        Optional<double[][]> before = kept.load(key);
        if (before.isPresent()) {
            return before.get();
        }
        KeptInMemory store = new KeptInMemory();
        WholeRun.run(executor, plan, store, Progress.silent());
        double[][] rows =
                targets.stream().map(target -> target.each(plan, store)).toArray(double[][]::new);
        double[][] printed = IntStream.range(0, plan.trials())
                .mapToObj(i -> Arrays.stream(rows).mapToDouble(row -> row[i]).toArray())
                .toArray(double[][]::new);
        kept.save(key, printed);
        return printed;
    }
}
