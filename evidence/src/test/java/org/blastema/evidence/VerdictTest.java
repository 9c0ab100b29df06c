package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.blastema.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of judgement, by hand. */
final class VerdictTest {
    private static final double LEAST = 4;

    /** The interval of the benefit, against a least difference of 4. */
    @ParameterizedTest
    @CsvSource({
        "4.1, 9, HOLDS",
        "4, 9, PARTLY",
        "3.9, 9, PARTLY",
        "0.1, 4.1, PARTLY",
        "0.1, 4, FAILS",
        "0.1, 3.9, FAILS",
        "0, 9, FAILS",
        "-0.1, 9, FAILS",
        "-1, 1, FAILS",
        "-9, -5, FAILS",
    })
    void aBenefitHoldsBeyondTheLeastDifferenceAlone(double low, double high, Verdict verdict) {
        assertThat(Verdict.ofBenefit(new Interval(low, high), LEAST)).isEqualTo(verdict);
    }

    /** The interval of a share, against a limit of 0.01. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.009, HOLDS",
        "0, 0.01, PARTLY",
        "0.009, 0.5, PARTLY",
        "0.01, 0.5, FAILS",
        "0.02, 0.5, FAILS",
    })
    void aShareHoldsBelowItsLimitAlone(double low, double high, Verdict verdict) {
        assertThat(Verdict.ofShare(new Interval(low, high), 0.01)).isEqualTo(verdict);
    }

    @Test
    void theMarginIsPositiveWhereTheVerdictIsSo() {
        for (double low = -6.25; low < 9; low += 0.5) {
            for (double high = low + 0.5; high < 12; high += 0.5) {
                Interval benefit = new Interval(low, high);
                for (Verdict verdict : List.of(Verdict.HOLDS, Verdict.PARTLY, Verdict.FAILS)) {
                    assertThat(verdict.margin(benefit, LEAST) > 0)
                            .as("%s of %s", verdict, benefit)
                            .isEqualTo(Verdict.ofBenefit(benefit, LEAST) == verdict);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HOLDS, HOLDS, HOLDS",
        "HOLDS, PARTLY, PARTLY",
        "PARTLY, DECIDED_BY_ASSUMPTION, DECIDED_BY_ASSUMPTION",
        "DECIDED_BY_ASSUMPTION, UNTESTABLE, UNTESTABLE",
        "UNTESTABLE, FAILS, FAILS",
        "HOLDS, FAILS, FAILS",
    })
    void aClaimOfSeveralThingsHoldsWhereAllDoAndFailsWhereOneFails(Verdict one, Verdict other, Verdict both) {
        assertThat(Verdict.together(List.of(one, other))).isEqualTo(both);
        assertThat(Verdict.together(List.of(other, one))).isEqualTo(both);
    }

    @Test
    void theWordsAreThoseOfTheContract() {
        assertThat(List.of(Verdict.values()))
                .extracting(Verdict::word)
                .containsExactly("HOLDS", "PARTLY", "DECIDED BY ASSUMPTION", "UNTESTABLE", "FAILS");
    }
}
