package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.blastema.core.InvalidInput;
import org.blastema.statistics.Ancova;
import org.blastema.statistics.PairMoments;
import org.junit.jupiter.api.Test;

/** Arms with numbers of patients of their own. */
final class UnequalArmsTest {
    private static final double MONTH = 30.4375;

    @Test
    void aSmallerArmHoldsTheFirstPatientsOfALargerOne() {
        TaskResult equal = Runs.run(Runs.plan("small"), 1).load(0);
        TaskResult unequal =
                Runs.run(Runs.plan("small", "arms.pill.patients=7"), 1).load(0);
        assertThat(unequal.rows().get(0).values()).isEqualTo(equal.rows().get(0).values());
        assertThat(unequal.rows().get(1).patients()).isEqualTo(7);
        double[] values = unequal.rows().get(1).values();
        assertThat(values).isEqualTo(Arrays.copyOf(equal.rows().get(1).values(), values.length));
    }

    @Test
    void theSummaryCountsEachArm() {
        Summary summary =
                Runs.summary("small", "arms.pill.patients=7", "arms.twice.patients=60", "switches.drop-out=off");
        assertThat(summary.arms()).extracting(ArmSummary::n).containsExactly(40L, 7L, 60L);
        assertThat(Runs.endpoint(summary, "pill", "score", MONTH).n()).isEqualTo(6 * 7);
        assertThat(Runs.endpoint(summary, "twice", "score", MONTH).n()).isEqualTo(6 * 60);
        assertThat(summary.simulated()).isEqualTo((40 + 7 + 60) * 6 * 2 + 25 * 3);
    }

    @Test
    void theContrastIsThatOfThePatientsWhoAreThere() {
        Plan plan = Runs.plan("small", "arms.pill.patients=9", "trials=1", "scenarios=[pooled]");
        Runs.Memory store = Runs.run(plan, 1);
        TaskResult trial = store.load(0);
        Ancova.Fit fit =
                Ancova.fit(pairs(trial.rows().get(0)), pairs(trial.rows().get(1)));
        ContrastSummary contrast = Runs.contrast(Analysis.summarise(plan, store).contrasts(), "pill", "nothing", MONTH);
        assertThat(contrast.difference()).isEqualTo(fit.value());
    }

    /** Score at the second of three visits; two endpoints. */
    private static PairMoments pairs(ArmRows rows) {
        int n = rows.patients();
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = rows.baseline()[i * 2];
            y[i] = rows.values()[i * 6 + 1];
        }
        return PairMoments.of(x, y);
    }

    @Test
    void anArmEndsBeforeTheBlocksOfALargerOne() {
        Plan plan = Runs.plan(
                "small", "arms.twice.patients=1500", "arms.pill.patients=1030", "trials=2", "twins=0", "timecourse=[]");
        assertThat(plan.blocks()).isEqualTo(2);
        assertThat(plan.tasks()).isEqualTo(4);
        assertThat(plan.work(0)).isEqualTo(40 + 1024 + 1024);
        assertThat(plan.work(1)).isEqualTo(6 + 476);
        Runs.Memory store = Runs.run(plan, 3);
        assertThat(store.load(3).rows()).extracting(ArmRows::patients).containsExactly(0, 6, 476);
        Summary summary = Analysis.summarise(plan, store);
        assertThat(summary.arms()).extracting(ArmSummary::n).containsExactly(40L, 1030L, 1500L);
        assertThat(summary.simulated()).isEqualTo((40 + 1030 + 1500) * 2 * 2);
    }

    @Test
    void theCommandLineSetsTheSizeOfEveryArm() {
        Plan plan = StudyReader.read(
                Runs.library(),
                "small",
                new Options(
                        OptionalInt.of(5),
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        List.of("arms.pill.patients=9")));
        assertThat(plan.patients(1)).isEqualTo(5);
        assertThat(plan.yaml()).doesNotContain("patients: 9").contains("patients: 5");
    }

    @Test
    void theResolvedStudyKeepsTheSizes() {
        assertThat(Runs.plan("small", "arms.pill.patients=9").yaml()).contains("patients: 9");
    }

    @Test
    void pairedGroupsAreOfOneSize() {
        InvalidInput error = catchThrowableOfType(
                InvalidInput.class, () -> Runs.plan("small", "groups=paired", "arms.pill.patients=9"));
        assertThat(error.problems())
                .anySatisfy(each -> assertThat(each.what()).contains("arms of different size in paired groups"));
    }
}
