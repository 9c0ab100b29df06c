package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.blastema.core.Language;
import org.blastema.evidence.Outcome;
import org.blastema.evidence.PeopleSpread;
import org.junit.jupiter.api.Test;

/** How far people differ, in words. */
final class SpreadWordsTest {
    private static PeopleSpread arm(double published, double simulated) {
        return new PeopleSpread(
                "knee", "one-2001", "saline", "pain-vas", Outcome.Kind.CHANGE, 6, 30, published, simulated);
    }

    /** Ratios 2 and 0.5: as much too large as too small. */
    @Test
    void theGeometricMeanAndTheEndsAreTold() {
        String said = ValidationWords.spreads(List.of(arm(20, 10), arm(10, 20))).in(Language.EN);
        assertThat(said)
                .startsWith("The standard deviation between people, printed of 2 arms, is 1.00 times the simulated one")
                .contains("(0.50 to 2.00)");
    }

    @Test
    void oneArmIsCountedAsOne() {
        assertThat(ValidationWords.spreads(List.of(arm(20, 10))).in(Language.EN))
                .contains("of 1 arm, is 2.00");
        assertThat(ValidationWords.spreads(List.of(arm(20, 10))).in(Language.AR))
                .contains("2.00")
                .doesNotContain("people");
    }
}
