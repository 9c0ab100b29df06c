package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of the change after salt water is a return from a bad day is a setting; the change itself is not (bias.md, section 3). */
final class ReturnTest {
    private static double change(String arm, String... sets) {
        String[] all = new String[sets.length + 3];
        all[0] = "patients=400";
        all[1] = "trials=60";
        all[2] = "practices=[]";
        System.arraycopy(sets, 0, all, 3, sets.length);
        Plan plan = Runs.real("illusion", all);
        return Analysis.summarise(plan, Runs.run(plan, 2)).arms().stream()
                .filter(each -> each.name().equals(arm))
                .mapToDouble(each -> each.endpoints().getFirst().meanChange())
                .findFirst()
                .orElseThrow();
    }

    /** The error of a mean of 24,000 changes of 20 mm is 0.13 mm; every trial has the same draws of knowledge, which move neither arm. */
    @ParameterizedTest
    @CsvSource({"low, -0.81", "middle, -5.36", "high, -9.9"})
    void theSettingDividesTheSameChange(String choice, double regression) {
        assertThat(change("chosen", "settings={regression: " + choice + "}")).isCloseTo(regression, within(0.45));
        assertThat(change("injected", "settings={regression: " + choice + "}")).isCloseTo(-13.4, within(0.45));
    }

    @Test
    void withoutAnEntryBarThereIsNoReturn() {
        assertThat(change("everybody", "settings={regression: high}")).isCloseTo(0, within(0.45));
        assertThat(change("everybody", "settings={regression: low}")).isCloseTo(0, within(0.45));
    }

    @Test
    void aSecondBaselineTakesTheReturnAway() {
        assertThat(change("chosen", "switches.regression-to-the-mean=off")).isCloseTo(0, within(0.45));
    }
}
