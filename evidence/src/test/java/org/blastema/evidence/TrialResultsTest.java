package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.blastema.core.Problems;
import org.blastema.trial.ArmRows;
import org.blastema.trial.KeptInMemory;
import org.blastema.trial.Plan;
import org.blastema.trial.StudyReader;
import org.blastema.trial.Sums;
import org.blastema.trial.TaskResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a trial of known people prints. */
final class TrialResultsTest {
    private static final double LEFT = Double.NaN;

    @TempDir
    private Path folder = Path.of("");

    /** Baselines of score 60, 50, 70, 40 and at month 1 the values 50, 45, gone, 20. */
    private static ArmRows people() {
        return new ArmRows(
                new boolean[4],
                new double[0],
                new double[] {60, 0, 50, 0, 70, 0, 40, 0},
                new double[] {
                    1, 50, 2, 0, 0, 0, //
                    1, 45, 2, 0, 0, 0, //
                    1, LEFT, 2, 0, 0, 0, //
                    1, 20, 2, 0, 0, 0
                },
                new double[4],
                new ArmRows.Events(new int[0], new int[0], new double[0], new double[0], new boolean[0]));
    }

    private interface Of {
        double[] each(Target target, Plan plan, KeptInMemory store);
    }

    private static ArmRows nobody() {
        return new ArmRows(
                new boolean[1],
                new double[0],
                new double[] {60, 0},
                new double[] {LEFT, LEFT, LEFT, LEFT, LEFT, LEFT},
                new double[1],
                new ArmRows.Events(new int[0], new int[0], new double[0], new double[0], new boolean[0]));
    }

    private double result(String outcome) {
        return result(outcome, Target::each);
    }

    private double result(String outcome, Of of) {
        SmallArea area = SmallArea.in(folder)
                .outcomes(outcome + "\n")
                .scored("area,one-2001,pill,score,1,calibration,why\n")
                .nulls("");
        Problems problems = new Problems();
        Plan plan = StudyReader.readAlone(area.library(), "one-2001");
        Target target =
                AreaTrials.read(area.library(), "area", problems).scored().getFirst();
        assertThat(problems.list()).isEmpty();
        KeptInMemory store = new KeptInMemory();
        IntStream.range(0, plan.tasks())
                .forEach(task -> store.save(new TaskResult(
                        task,
                        task,
                        0,
                        List.of(nobody(), task == 7 ? nobody() : people(), nobody()),
                        List.of(),
                        List.of(),
                        Sums.NONE)));
        double[] all = Arrays.stream(of.each(target, plan, store))
                .filter(Double::isFinite)
                .toArray();
        assertThat(all).hasSize(39).containsOnly(all[0]);
        return all[0];
    }

    @Test
    void meanOfTheChangeOfThoseWhoCame() {
        assertThat(result("one-2001,pill,9,score,change,mean,,,1,-2,,,,,made-up,read,"))
                .isCloseTo(-35.0 / 3, within(1e-12));
    }

    @Test
    void meanAndMedianOfTheValue() {
        assertThat(result("one-2001,pill,9,score,value,mean,,,1,5,,,,,made-up,read,"))
                .isCloseTo(115.0 / 3, within(1e-12));
        assertThat(result("one-2001,pill,9,score,value,median,,,1,5,,,,,made-up,read,"))
                .isCloseTo(45.0, within(1e-12));
    }

    /** Changes -10, -5 and -20, values 50, 45 and 20. */
    @Test
    void standardDeviationOfThoseWhoCame() {
        assertThat(result("one-2001,pill,9,score,change,mean,,,1,-2,,,,,made-up,read,", Target::spreads))
                .isCloseTo(Math.sqrt(175.0 / 3), within(1e-12));
        assertThat(result("one-2001,pill,9,score,value,mean,,,1,5,,,,,made-up,read,", Target::spreads))
                .isCloseTo(Math.sqrt(775.0 / 3), within(1e-12));
    }

    @Test
    void medianOfTheChangeIsNotTheMean() {
        assertThat(result("one-2001,pill,9,score,change,median,,,1,-2,,,,,made-up,read,"))
                .isCloseTo(-10.0, within(1e-12));
    }

    @Test
    void shareOfThoseWhoGainTenMillimetres() {
        assertThat(result("one-2001,pill,9,score,share,,,,1,0.3,,,,,made-up,read,"))
                .isCloseTo(2.0 / 3, within(1e-12));
    }
}
