package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.blastema.core.Text;
import org.junit.jupiter.api.Test;

/** What treatments cost, or that nothing was read. */
final class PriceFindingsTest {
    private static Optional<String> english(SmallRun run) {
        return new PriceFindings(run.subject()).line().map(Text::en);
    }

    @Test
    void armsOfOnePriceStandTogetherAndTheOthersAreCounted() {
        assertThat(english(SmallRun.few("knee")))
                .hasValueSatisfying(line -> assertThat(line)
                        .contains(
                                "Saline injection 516 USD (2020, course of injections)",
                                "10 million expanded stem cells and 2 other arms 5,156 USD (2018, ",
                                "Total knee replacement 20,800 USD (2009, ")
                        .endsWith("Nothing is known for 1 of the 6 arms."));
    }

    @Test
    void aRecalledPriceIsCalledSo() {
        assertThat(english(SmallRun.few("gvhd")))
                .hasValueSatisfying(line -> assertThat(line).contains("1,552,000 USD (2025, ", ", recalled)"));
    }

    @Test
    void thatNoPriceWasReadIsSaid() {
        assertThat(english(SmallRun.few("remnants")))
                .hasValueSatisfying(line -> assertThat(line).contains("nothing is known here"));
    }

    /** Nothing is nothing known, for harms as for costs, where people are treated. */
    @Test
    void whereNeitherHarmNorPriceWasReadBothAreSaid() {
        SmallRun run = SmallRun.few("focal-defect");
        assertThat(english(run)).hasValueSatisfying(line -> assertThat(line).contains("nothing is known here"));
        assertThat(run.findings().harms())
                .hasValueSatisfying(line -> assertThat(line.en()).contains("none is simulated here"));
        assertThat(SmallRun.few("cell-fate").findings().harms()).isEmpty();
        assertThat(SmallRun.few("mcalindon-2017").findings().harms())
                .as("its comparators have harms")
                .isEmpty();
    }

    @Test
    void whereCostsStandBesideGainsOrPricesAreAskedOrNobodyIsTreatedNothingIsAdded() {
        assertThat(english(SmallRun.ofTests("worth"))).isEmpty();
        assertThat(english(SmallRun.few("price"))).isEmpty();
        assertThat(english(SmallRun.few("cell-fate"))).isEmpty();
    }
}
