package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a study says before any result stands before it wherever the answer is given. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LeadsTest {
    private static final Text FIRST = new Text("People die of this.", "يموت ناس من هذا.");

    private final SmallRun changed =
            SmallRun.ofTests("small", "words={leads: {en: People die of this., ar: يموت ناس من هذا.}}");
    private final SmallRun run = changed.modified(List.of());

    @Test
    void theAnswerBeginsWithIt() {
        assertThat(run.findings().answer()).hasSizeGreaterThan(1).first().isEqualTo(FIRST);
        assertThat(SmallRun.bare().findings().answer()).doesNotContain(FIRST).isNotEmpty();
    }

    @Test
    void aChangedRunThatGivesNoVerdictSaysItToo() {
        List<Text> answer = changed.findings().answer();
        assertThat(answer).hasSize(2).first().isEqualTo(FIRST);
        assertThat(answer.getLast().en()).contains("no verdict is given");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theTerminalSaysItBeforeTheAnswer(Language language) {
        List<String> lines = run.terminal(language);
        assertThat(lines).hasSizeLessThanOrEqualTo(15).contains(FIRST.in(language));
        assertThat(lines.indexOf(FIRST.in(language)))
                .isLessThan(lines.indexOf(run.findings().answer().get(1).in(language)));
    }

    @Test
    void theSheetBeginsWithIt() {
        var sheet = new SheetWords(run.subject(), run.findings()).json().orElseThrow();
        assertThat(sheet.objects("works").getFirst().text("en")).isEqualTo(FIRST.en());
        assertThat(sheet.objects("works").get(1).text("en")).startsWith("In this computation:");
    }
}
