package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.blastema.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patients share the lot of their product and its donor; a patient who is the donor shares with nobody. */
final class SharingTest {
    private static final int PATIENTS = 20;

    @TempDir
    private Path folder;

    /** What the pill does to each patient of the first trial, where it varies at one level alone. */
    private double[] effects(String level, String sharing) throws IOException {
        Files.createDirectories(folder.resolve("products"));
        Files.createDirectories(folder.resolve("populations"));
        Files.writeString(folder.resolve("products/pill.yaml"), """
                product: pill
                title: {en: A pill, ar: حبة}
                model: score
                %s
                doses: [{input: pill, at: 0 d, with: {strength: 1}}]
                parameters:
                  power: {value: 20, unit: mm, spread: {level: %s, distribution: lognormal, cv: 0.5}}
                """.formatted(sharing, level));
        Files.writeString(folder.resolve("populations/people.yaml"), """
                population: people
                title: {en: People, ar: ناس}
                model: score
                covariates:
                  base: {value: 60, unit: mm}
                  weight: {value: 80, unit: kg, spread: {level: patient, distribution: normal, sd: 10}}
                """);
        Library library = Runs.library().with(folder);
        List<String> sets = List.of(
                "patients=" + PATIENTS,
                "trials=2",
                "twins=0",
                "eligibility={}",
                "switches.noise=off",
                "switches.between-trial=off",
                "switches.context=off",
                "switches.drop-out=off");
        Plan plan = StudyReader.read(
                library,
                "small",
                new Options(OptionalInt.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.empty(), sets));
        ArmRows rows = Runs.run(plan, 1).load(0).rows().get(1);
        int endpoints = plan.endpoints().size();
        int visits = plan.visits().size();
        return IntStream.range(0, PATIENTS)
                .mapToDouble(i -> rows.values()[i * endpoints * visits] - rows.baseline()[i * endpoints])
                .toArray();
    }

    @Test
    void patientsOfALotShareIt() throws IOException {
        double[] effects = effects("lot", "lots: 5\n");
        for (int i = 0; i < PATIENTS; i++) {
            assertThat(effects[i]).isEqualTo(effects[i - i % 5]);
        }
        assertThat(Arrays.stream(effects).distinct()).hasSize(4);
    }

    @Test
    void withoutLotsATrialHasOne() throws IOException {
        assertThat(Arrays.stream(effects("lot", "")).distinct()).hasSize(1);
    }

    @Test
    void donorsTakeTurns() throws IOException {
        double[] effects = effects("donor", "donor: 3\n");
        for (int i = 3; i < PATIENTS; i++) {
            assertThat(effects[i]).isEqualTo(effects[i % 3]);
        }
        assertThat(Arrays.stream(effects).distinct()).hasSize(3);
    }

    @Test
    void whoIsTheDonorSharesWithNobody() throws IOException {
        assertThat(Arrays.stream(effects("donor", "donor: self\n")).distinct()).hasSize(PATIENTS);
        assertThat(Arrays.stream(effects("patient", "")).distinct()).hasSize(PATIENTS);
    }
}
