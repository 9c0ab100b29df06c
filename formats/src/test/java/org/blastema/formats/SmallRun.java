package org.blastema.formats;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.blastema.model.Library;
import org.blastema.trial.Analysis;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.Progress;
import org.blastema.trial.StudyReader;
import org.blastema.trial.Threads;

/** The knee study at a size for tests. */
final class SmallRun {
    private SmallRun() {}

    static Plan plan(long seed, String... sets) {
        List<String> all = new java.util.ArrayList<>(List.of("twins=4"));
        all.addAll(List.of(sets));
        Options options =
                new Options(OptionalInt.of(8), OptionalInt.of(4), OptionalLong.of(seed), Optional.empty(), all);
        return StudyReader.read(Library.packaged(), "knee", options);
    }

    static void simulate(Plan plan, RunFolder run, int threads, int most) throws InterruptedException {
        SortedSet<Integer> tasks = new TreeSet<>();
        for (int task = 0; task < plan.tasks() && tasks.size() < most; task++) {
            if (!run.store().finished().contains(task)) {
                tasks.add(task);
            }
        }
        new Threads(threads).run(plan, tasks, run.store(), Progress.silent());
    }

    static void finish(Plan plan, RunFolder run) {
        run.finish(Analysis.summarise(plan, run.store()), (summary, store) -> Map.of("report.html", "page"), "log\n");
    }

    /** A whole run in a new folder. */
    static FinishedRun whole(Plan plan, Path folder, int threads) throws InterruptedException {
        try (RunFolder run = RunFolder.open(folder, plan, false)) {
            simulate(plan, run, threads, Integer.MAX_VALUE);
            finish(plan, run);
        }
        return FinishedRun.open(folder);
    }
}
