package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.blastema.core.Knowledge;
import org.blastema.core.Problem;
import org.blastema.core.Problems;
import org.blastema.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvidenceCheckerTest {
    private static final String SCORED = "knee,t-2020,saline,pain-vas,6,calibration,w\n";

    @TempDir
    private Path folder = Path.of("");

    private List<String> problems(String scored, String unscored) throws IOException {
        return EvidenceChecker.checker()
                .check(new EvidenceFolder(folder)
                        .scored(scored)
                        .unscored(unscored)
                        .library())
                .problems()
                .stream()
                .map(Problem::what)
                .toList();
    }

    @Test
    void everyArmWithANumberIsScoredOrLeftOut() throws IOException {
        assertThat(problems(SCORED, "knee,t-2020,cells,recalled\nknee,m-2020,cells-minus-saline,pools\n"))
                .isEmpty();
        assertThat(problems(SCORED, "knee,t-2020,cells,recalled\n"))
                .containsExactly("the arm 'cells-minus-saline' of 'm-2020' is in no list");
    }

    @Test
    void noArmIsScoredAndLeftOut() throws IOException {
        assertThat(problems(
                        SCORED,
                        "knee,t-2020,cells,recalled\nknee,t-2020,saline,w\nknee,m-2020,cells-minus-saline,pools\n"))
                .containsExactly("the arm 'saline' of 't-2020' is listed before");
    }

    @Test
    void whatIsLeftOutNeedsAReasonAndANumber() throws IOException {
        assertThat(problems(SCORED, "knee,t-2020,cells,\nknee,m-2020,sugar,w\n,m-2020,cells-minus-saline,w\n"))
                .contains(
                        "the arm left out has no 'why'",
                        "unknown arm of the trial 'sugar'",
                        "the arm left out has no 'area'");
    }

    private List<String> trials(String rows) throws IOException {
        return EvidenceChecker.checker()
                .check(new EvidenceFolder(folder)
                        .scored(SCORED)
                        .unscored("knee,t-2020,cells,recalled\nknee,m-2020,cells-minus-saline,pools\n")
                        .write(
                                "trials.csv",
                                "area,trial,design,blinding,registration,sponsor,knowledge,status,source,note\n" + rows)
                        .library())
                .problems()
                .stream()
                .map(Problem::what)
                .toList();
    }

    @Test
    void everyTrialWithAnOutcomeIsListedOnce() throws IOException {
        String pooled = "knee,m-2020,pooled,,,,,published,one,\n";
        assertThat(trials("knee,t-2020,randomised,double,NCT0,,read,published,one,\n" + pooled))
                .isEmpty();
        assertThat(trials(pooled)).contains("unknown trial 't-2020'");
        assertThat(trials("knee,t-2020,guess,,,,,published,one,\n" + pooled + pooled))
                .contains("unknown design 'guess'", "the trial 'm-2020' is listed before");
    }

    @Test
    void howBlindingIsKnownIsSaid() throws IOException {
        assertThat(trials("knee,t-2020,randomised,double,,,,published,one,\nknee,m-2020,pooled,,,,,published,one,\n"))
                .containsExactly("the trial has no 'knowledge'");
    }

    @Test
    void aTrialThatIsOnlyRegisteredHasNoOutcome() throws IOException {
        assertThat(trials("knee,t-2020,randomised,,,,,registered,one,\nknee,m-2020,pooled,,,,,published,one,\n"))
                .isNotEmpty()
                .allMatch("the trial 't-2020' has an outcome and is listed as registered only"::equals);
    }

    @Test
    void aTrialThatWasTakenBackIsNotScored() throws IOException {
        assertThat(trials("knee,t-2020,randomised,,,,,retracted,one,\nknee,m-2020,pooled,,,,,published,one,\n"))
                .containsExactly("the trial 't-2020' is retracted and scored");
    }

    /** The lists of the library hold every arm with a number, and no recalled number is scored. */
    @ParameterizedTest
    @CsvSource({"immune, 6, 1", "knee, 37, 9", "muscle, 13, 4", "skin, 8, 0"})
    void nothingOfTheLibraryIsDroppedInSilence(String area, int arms, int nulls) {
        Library library = Library.packaged();
        Problems problems = new Problems();
        Set<List<String>> published = new HashSet<>();
        Outcomes.withNumbers(library, area, problems)
                .forEach(outcome -> published.add(List.of(outcome.trial(), outcome.arm())));
        List<Scored> scored = Scored.read(library, area, problems);
        List<Unscored> unscored = Unscored.read(library, area, problems);
        Set<List<String>> listed = new HashSet<>();
        scored.forEach(
                row -> listed.add(List.of(row.outcome().trial(), row.outcome().arm())));
        unscored.forEach(row -> listed.add(List.of(row.trial(), row.arm())));
        assertThat(problems.list()).isEmpty();
        assertThat(listed).isEqualTo(published).hasSize(scored.size() + unscored.size());
        assertThat(scored)
                .hasSize(arms)
                .noneMatch(row -> row.outcome().knowledge() == Knowledge.RECALLED)
                .allMatch(row -> row.outcome().month().orElseThrow() == lastMonth(area, row.outcome()));
        assertThat(Nulls.read(library, area, problems)).hasSize(nulls);
    }

    private static double lastMonth(String area, Outcome scored) {
        return Outcomes.withNumbers(Library.packaged(), area, new Problems()).stream()
                .filter(other -> other.trial().equals(scored.trial())
                        && other.arm().equals(scored.arm())
                        && other.endpoint().equals(scored.endpoint()))
                .flatMapToDouble(other -> other.month().stream())
                .max()
                .orElseThrow();
    }

    @Test
    void theLibraryIsClean() {
        assertThat(EvidenceChecker.checker().check(Library.packaged()).problems())
                .isEmpty();
    }
}
