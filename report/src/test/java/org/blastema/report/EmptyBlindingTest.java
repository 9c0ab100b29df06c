package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.blastema.core.Language;
import org.blastema.evidence.Validation;
import org.junit.jupiter.api.Test;

/** Where nothing but harms was compared there is no error by blinding, and no head of a table without rows. */
final class EmptyBlindingTest {
    private static final Validation NOTHING =
            new Validation(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), new TreeMap<>());

    @Test
    void aTableWithoutRowsIsLeftOut() {
        assertThat(NOTHING.byBlinding()).isEmpty();
        assertThat(ValidationTable.of(NOTHING, Language.EN))
                .isNotEmpty()
                .noneMatch(line -> line.contains(BlindingWords.HEAD.en()) || line.contains("without the sign"));
        assertThat(ValidationPage.of(NOTHING)).doesNotContain(BlindingWords.HEAD.en(), "without the sign");
    }
}
