package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.blastema.core.Problem;
import org.blastema.core.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScoredTest {
    @TempDir
    private Path folder = Path.of("");

    private final Problems problems = new Problems();

    private List<Scored> read(String rows) throws IOException {
        return Scored.read(new EvidenceFolder(folder).scored(rows).library(), "knee", problems);
    }

    private List<String> refusals(String rows) throws IOException {
        read(rows);
        return problems.list().stream().map(Problem::what).toList();
    }

    @Test
    void aScoredArmCarriesItsOutcome() throws IOException {
        List<Scored> all = read("skin,x,y,z,1,calibration,w\nknee,t-2020,saline,pain-vas,6,held-back,last visit\n");
        assertThat(problems.list()).isEmpty();
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().outcome().value()).isEqualTo(OptionalDouble.of(-13.5));
        assertThat(all.getFirst().block()).isEqualTo(Scored.Block.HELD_BACK);
        assertThat(all.getFirst().position().line()).isEqualTo(3);
    }

    @Test
    void aLibraryWithoutTheListScoresNothing() throws IOException {
        assertThat(Scored.read(new EvidenceFolder(folder).library(), "knee", problems))
                .isEmpty();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void unknownNamesAreTold() throws IOException {
        assertThat(refusals("""
                        knee,t-2021,saline,pain-vas,6,calibration,w
                        knee,t-2020,salin,pain-vas,6,calibration,w
                        knee,t-2020,saline,pain-vs,6,calibration,w
                        knee,t-2020,saline,pain-vas,6,calibrate,w
                        """))
                .containsExactlyInAnyOrder(
                        "unknown trial 't-2021'",
                        "unknown arm of the trial 'salin'",
                        "unknown endpoint of the arm 'pain-vs'",
                        "unknown block 'calibrate'",
                        "the arm stands in the list a second time");
    }

    @Test
    void aMonthNeedsANumber() throws IOException {
        assertThat(refusals("knee,t-2020,saline,pain-vas,12,calibration,w\n"))
                .containsExactly("the scored arm has no outcome at month 12");
        assertThat(problems.list().getFirst().rule()).contains("[3, 6]");
    }

    @Test
    void whatIsMissingIsTold() throws IOException {
        assertThat(refusals("knee,t-2020,saline,pain-vas,6,,\n"))
                .containsExactlyInAnyOrder("the scored arm has no 'block'", "the scored arm has no 'why'");
    }

    @Test
    void aRecalledNumberOrADifferenceDecidesNothing() throws IOException {
        assertThat(
                        refusals(
                                "knee,t-2020,cells,pain-vas,6,calibration,w\nknee,m-2020,cells-minus-saline,pain-vas,6,calibration,w\n"))
                .containsExactly("the outcome is recalled", "the outcome is a difference");
    }

    @Test
    void anArmIsScoredOnce() throws IOException {
        assertThat(refusals(
                        "knee,t-2020,saline,pain-vas,6,calibration,w\nknee,t-2020,saline,pain-vas,3,calibration,w\n"))
                .containsExactly("the arm stands in the list a second time");
    }
}
