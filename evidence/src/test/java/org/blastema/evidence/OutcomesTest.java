package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.blastema.core.Knowledge;
import org.blastema.core.Problem;
import org.blastema.core.Problems;
import org.blastema.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutcomesTest {
    private static final String HEAD =
            "trial,arm,n,endpoint,kind,statistic,baseline,baseline-sd,month,value,sd,low,high,interval,source,knowledge,note\n";

    @TempDir
    private Path folder = Path.of("");

    private final Problems problems = new Problems();

    private List<Outcome> read(String rows) throws IOException {
        Files.createDirectories(folder.resolve("evidence/outcomes"));
        Files.writeString(folder.resolve("evidence/outcomes/knee.csv"), HEAD + rows);
        Files.writeString(folder.resolve("evidence/sources.bib"), "@misc{one, author={A}, title={T}, year={2020}}\n");
        return Outcomes.read(Library.folder(folder), "knee", problems);
    }

    @Test
    void aRowBecomesAnOutcome() throws IOException {
        Outcome outcome = read("t-2020,saline,12,pain-vas,change,,60,14,3,-12.5,20,,,,one,read,\n")
                .getFirst();
        assertThat(problems.list()).isEmpty();
        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.CHANGE);
        assertThat(outcome.statistic()).isEqualTo(Outcome.Statistic.MEAN);
        assertThat(outcome.value()).isEqualTo(OptionalDouble.of(-12.5));
        assertThat(outcome.low()).isEmpty();
        assertThat(outcome.knowledge()).isEqualTo(Knowledge.READ);
        assertThat(outcome.position().line()).isEqualTo(2);
    }

    @Test
    void everyMistakeIsTold() throws IOException {
        read("t-2020,saline,x,pain-vas,chnge,,60,14,3,,20,,,,on,read,\nt,a,1,e,value,,,,,,,,,,one,read,\n");
        assertThat(problems.list())
                .extracting(Problem::what)
                .containsExactly(
                        "the outcome: 'n' is 'x'",
                        "unknown kind 'chnge'",
                        "unknown source 'on'",
                        "the outcome has no 'value'");
    }

    @Test
    void anAreaWithoutOutcomesIsTold() throws IOException {
        read("");
        assertThat(Outcomes.read(Library.folder(folder), "elbow", problems)).isEmpty();
        assertThat(problems.list()).extracting(Problem::what).containsExactly("no outcomes of the area 'elbow'");
    }
}
