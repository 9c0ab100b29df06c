package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.blastema.core.Problem;
import org.blastema.core.Problems;
import org.blastema.model.Library;
import org.blastema.trial.ArmRows;
import org.blastema.trial.KeptInMemory;
import org.blastema.trial.Plan;
import org.blastema.trial.Progress;
import org.blastema.trial.StudyReader;
import org.blastema.trial.Sums;
import org.blastema.trial.TaskResult;
import org.blastema.trial.Threads;
import org.blastema.trial.WholeRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A published row that names a harm, and what simulated trials print in its place. */
final class HarmSharesTest {
    static final String HEAD = "trial,arm,n,endpoint,kind,month,events,value,source,knowledge\n";

    @TempDir
    private Path folder = Path.of("");

    private SmallArea area(String row, String endpoint) {
        return new SmallArea(folder)
                .put(
                        "studies/one-2001.yaml",
                        SmallArea.study("one-2001", 4)
                                .replace("{name: pill, product: pill}", "{name: pill, product: risky-pill}"))
                .put("evidence/outcomes/area.csv", HEAD + row + "\n")
                .scored("area,one-2001,pill," + endpoint + ",1,calibration,why\n");
    }

    /**
     * One patient with an ache that is heard and a swelling after the visit, one with an ache that nobody hears, one with two serious harms,
     * one who could not be solved. The terms are headache, certain, ache, swelling, prick, illness.
     */
    private static ArmRows people() {
        return new ArmRows(
                new boolean[] {false, false, false, true},
                new double[0],
                new double[8],
                new double[24],
                new double[4],
                new ArmRows.Events(
                        new int[] {0, 0, 0, 1, 2, 2},
                        new int[] {2, 2, 3, 2, 4, 5},
                        new double[] {1, 2, 31, 1, 3, 4},
                        new double[6],
                        new boolean[] {true, true, true, false, true, true}));
    }

    private double share(String endpoint) {
        SmallArea area = area("one-2001,pill,4," + endpoint + ",share,1,1,,made-up,read", endpoint);
        Problems problems = new Problems();
        Plan plan = StudyReader.readAlone(area.library(), "one-2001");
        List<Target> targets = AreaTrials.read(area.library(), "area", problems).scored();
        assertThat(problems.list()).isEmpty();
        KeptInMemory store = new KeptInMemory();
        IntStream.range(0, plan.tasks())
                .forEach(task -> store.save(new TaskResult(
                        task, task, 0, List.of(people(), people(), people()), List.of(), List.of(), Sums.NONE)));
        double[] each = targets.getFirst().each(plan, store);
        assertThat(each).hasSize(40).containsOnly(each[0]);
        return each[0];
    }

    @Test
    void whoIsHeardBeforeTheVisitIsCountedOnce() {
        assertThat(share("harm:ache")).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(share("harm:swelling")).isZero();
        assertThat(share("harm:prick")).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void twoSeriousHarmsAreOnePerson() {
        assertThat(share("serious-harm")).isCloseTo(1.0 / 3, within(1e-12));
    }

    private List<String> refused(String row, String endpoint) {
        Problems problems = new Problems();
        AreaTrials.read(area(row, endpoint).library(), "area", problems);
        return problems.list().stream().map(Problem::toString).toList();
    }

    @Test
    void aHarmThatTheArmCannotHaveIsNamed() {
        assertThat(refused("one-2001,pill,4,harm:swellings,share,1,1,,made-up,read", "harm:swellings"))
                .singleElement()
                .asString()
                .contains("scored.csv:2", "unknown harm of the arm 'swellings'", "swelling");
    }

    /** The list is right, and is not blamed for what the table of outcomes misspells. */
    @Test
    void aMisspeltHarmIsToldWhereItStands() {
        String row = "one-2001,pill,4,harm:swelings,share,1,1,,made-up,read";
        assertThat(refused(row, "harm:swelling"))
                .singleElement()
                .asString()
                .contains("outcomes/area.csv:2", "unknown harm 'swelings'", "nearest: swelling");
        assertThat(EvidenceChecker.checker()
                        .check(area(row, "harm:swelling").library())
                        .problems())
                .extracting(Problem::toString)
                .anyMatch(problem -> problem.contains("unknown harm 'swelings'"))
                .noneMatch(problem -> problem.contains("scored.csv") || problem.contains("in no list"));
    }

    @Test
    void aHarmNeedsPeople() {
        assertThat(refused("one-2001,pill,,harm:ache,share,1,1,,made-up,read", "harm:ache"))
                .anyMatch(problem -> problem.contains("no 'n'"));
        assertThat(refused("one-2001,pill,,harm:ache,share,1,,0.2,made-up,read", "harm:ache"))
                .singleElement()
                .asString()
                .contains("no share of a known number of people");
        assertThat(refused("one-2001,pill,400,harm:ache,share,1,1,,made-up,read", "harm:ache"))
                .singleElement()
                .asString()
                .contains("counted in 400 people", "has 4");
    }

    @Test
    void aShareIsNoMoreThanAll() {
        assertThat(refused("one-2001,pill,4,harm:ache,share,1,5,,made-up,read", "harm:ache"))
                .anyMatch(problem -> problem.contains("5 events in 4 people"));
        assertThat(refused("one-2001,pill,4,harm:ache,share,1,,1.2,made-up,read", "harm:ache"))
                .anyMatch(problem -> problem.contains("the share 1.2"));
        assertThat(refused("one-2001,pill,4,harm:ache,share,1,1,0.2,made-up,read", "harm:ache"))
                .anyMatch(problem -> problem.contains("events beside a value"));
    }

    @Test
    void theCheckerKnowsTheHarmsOfTheLibrary() {
        SmallArea area = area("one-2001,pill,4,harm:swelings,share,1,1,,made-up,read", "harm:swelings");
        assertThat(EvidenceChecker.checker().check(area.library()).problems())
                .extracting(Problem::toString)
                .anyMatch(problem -> problem.contains("area.csv:2")
                        && problem.contains("unknown harm 'swelings'")
                        && problem.contains("swelling"));
    }

    /** Of the same pain after the same injections a registry that waits hears 15 of 100. */
    @Test
    void aRegistryHearsFewer() throws InterruptedException {
        Library library = Library.packaged();
        double asked = pain(library, "trial");
        double waited = pain(library, "registry");
        assertThat(waited / asked).isBetween(0.11, 0.19);
    }

    private double pain(Library library, String reports) throws InterruptedException {
        String study = new String(
                        library.bytes("studies/centeno-2016.yaml").orElseThrow(),
                        java.nio.charset.StandardCharsets.UTF_8)
                .replace("reports: registry", "reports: " + reports)
                .replace("patients: 2372", "patients: 200")
                .replace("trials: 100", "trials: 40");
        new SmallArea(folder).put("studies/centeno-2016.yaml", study);
        Plan plan = StudyReader.readAlone(library.with(folder), "centeno-2016");
        KeptInMemory store = new KeptInMemory();
        WholeRun.run(new Threads(2), plan, store, Progress.silent());
        int term = plan.arms().getFirst().terms().stream()
                .map(each -> each.name())
                .toList()
                .indexOf("injection-site pain");
        return Arrays.stream(new HarmShares(plan, store, 0, 0, List.of(term)).each())
                .average()
                .orElseThrow();
    }
}
