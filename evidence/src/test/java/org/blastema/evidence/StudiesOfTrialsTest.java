package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.blastema.core.Problems;
import org.blastema.model.Library;
import org.blastema.trial.ArmPlan;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every trial of the library that is scored, or that found no difference, can be simulated as it was published. */
final class StudiesOfTrialsTest {
    private static final Library LIBRARY = Library.packaged();
    private static final List<Scored> SCORED = Scored.read(LIBRARY, "knee", new Problems());
    private static final List<NullResult> NULLS = Nulls.read(LIBRARY, "knee", new Problems());

    private static SortedSet<String> trials() {
        SortedSet<String> trials = new TreeSet<>();
        SCORED.forEach(row -> trials.add(row.outcome().trial()));
        NULLS.forEach(row -> trials.add(row.trial()));
        return trials;
    }

    @ParameterizedTest
    @MethodSource("trials")
    void itsStudyHasTheArmTheEndpointAndTheVisit(String trial) {
        Plan plan = StudyReader.read(LIBRARY, trial, Options.none());
        SCORED.stream()
                .map(Scored::outcome)
                .filter(row -> row.trial().equals(trial))
                .forEach(row ->
                        measures(plan, row.arm(), row.endpoint(), row.month().orElseThrow()));
        for (NullResult row : NULLS) {
            if (row.trial().equals(trial)) {
                measures(plan, row.arm(), row.endpoint(), row.month());
                measures(plan, row.versus(), row.endpoint(), row.month());
                assertThat(plan.contrasts())
                        .anyMatch(each ->
                                each.arm().equals(row.arm()) && each.versus().equals(row.versus()));
            }
        }
    }

    private static void measures(Plan plan, String arm, String endpoint, double month) {
        assertThat(plan.place(arm)).as("arm " + arm).isNotNegative();
        assertThat(plan.endpoints()).extracting(ArmPlan.Followed::name).contains(endpoint);
        assertThat(plan.visits()).anyMatch(visit -> visit.month() == month);
    }

    /** As many in each arm as the published number rests on. */
    @ParameterizedTest
    @MethodSource("trials")
    void itsArmsHaveTheirOwnSize(String trial) {
        Plan plan = StudyReader.read(LIBRARY, trial, Options.none());
        SCORED.stream()
                .map(Scored::outcome)
                .filter(row -> row.trial().equals(trial) && row.n().isPresent())
                .forEach(row -> assertThat(plan.patients(plan.place(row.arm())))
                        .as(row.arm())
                        .isEqualTo(row.n().getAsInt()));
    }

    @Test
    void theyAreMoreThanTwenty() {
        assertThat(trials()).hasSize(24);
        assertThat(SCORED.stream().filter(row -> row.outcome().n().isEmpty())).isEmpty();
    }

    @Test
    void noSimulatedTrialRunsWithAChange() {
        assertThat(trials())
                .allSatisfy(trial -> assertThat(
                                StudyReader.read(LIBRARY, trial, Options.none()).modified())
                        .isEmpty());
    }
}
