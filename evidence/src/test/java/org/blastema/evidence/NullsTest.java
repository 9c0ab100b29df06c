package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.blastema.core.Knowledge;
import org.blastema.core.Problem;
import org.blastema.core.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NullsTest {
    @TempDir
    private Path folder = Path.of("");

    private final Problems problems = new Problems();

    private List<NullResult> read(String rows) throws IOException {
        return Nulls.read(new EvidenceFolder(folder).nulls(rows).library(), "knee", problems);
    }

    private List<String> refusals(String rows) throws IOException {
        read(rows);
        return problems.list().stream().map(Problem::what).toList();
    }

    @Test
    void aRowBecomesANullResult() throws IOException {
        NullResult result =
                read("knee,t-2020,cells,saline,pain-vas,12,one,abstract,n\n").getFirst();
        assertThat(problems.list()).isEmpty();
        assertThat(result.versus()).isEqualTo("saline");
        assertThat(result.month()).isEqualTo(12);
        assertThat(result.knowledge()).isEqualTo(Knowledge.ABSTRACT);
    }

    @Test
    void bothArmsNeedAnOutcomeThere() throws IOException {
        assertThat(refusals("knee,t-2020,cells,saline,pain-vas,3,one,abstract,\n"))
                .containsExactly("the null result has no outcome at month 3");
        assertThat(refusals("knee,t-2020,cells,sugar,pain-vas,12,one,abstract,\n"))
                .contains("unknown arm of the trial 'sugar'");
    }

    @Test
    void aRecalledNullOrAnUnknownSourceIsRefused() throws IOException {
        assertThat(refusals("knee,t-2020,cells,saline,pain-vas,12,two,recalled,\n"))
                .containsExactlyInAnyOrder("the null result is recalled", "unknown source 'two'");
    }

    @Test
    void anArmIsNotComparedWithItself() throws IOException {
        assertThat(refusals("knee,t-2020,cells,cells,pain-vas,12,one,,\n"))
                .containsExactlyInAnyOrder("the arm is compared with itself", "the null result has no 'knowledge'");
    }
}
