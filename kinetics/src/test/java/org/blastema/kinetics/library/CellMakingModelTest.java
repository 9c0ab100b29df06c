package org.blastema.kinetics.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.blastema.kinetics.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a dose of cells costs to make and what is asked for it, by hand values and limits. */
final class CellMakingModelTest {
    /** What the published shares and ratios make of a bag at clinical grade: staff, reagents, outside tests, the rest. */
    private static final double STAFF = 0.28 * 3.6;

    private static final double MATERIAL = 0.49 * 1.9;
    private static final double TESTS = 0.11 * 5.3;
    private static final double REST = 0.12;
    private static final double BAG = 2633;

    /** Every batch is released and the laboratory itself costs nothing. */
    private static final Map<String, Double> PLAIN = Map.of("released", 1.0, "fills_year", 0.0, "validation", 0.0);

    private static final Map<String, Double> ONE_BAG = Map.of("cells", 1.35e8);

    private final LibraryModel model = new LibraryModel("cell-making");

    private double read(String readout, Map<String, Double> changed, Map<String, Double> bought) {
        Trajectory trajectory = model.solve(changed, List.of(model.dose(0, bought)), 1);
        double[] out = new double[model.model().readouts().size()];
        trajectory.readouts(0, model.values(changed), out);
        return out[model.readout(readout)];
    }

    private static Map<String, Double> with(Map<String, Double> all, String name, double value) {
        Map<String, Double> changed = new HashMap<>(all);
        changed.put(name, value);
        return changed;
    }

    @Test
    void aBagAtClinicalGradeCostsWhatWasPublished() {
        assertThat(read("making-and-testing", PLAIN, with(ONE_BAG, "gmp", 0))).isCloseTo(2633, within(0.01));
        assertThat(read("testing", PLAIN, with(ONE_BAG, "gmp", 0))).isCloseTo(0.11 * 2633, within(0.01));
    }

    @Test
    void aBagToGoodManufacturingPracticeIsTheSumOfItsPartsAndNearThePublishedTotal() {
        double bag = read("making-and-testing", PLAIN, ONE_BAG);
        assertThat(bag).isCloseTo(BAG * (STAFF + MATERIAL + TESTS + REST), within(0.01));
        assertThat(bag).isCloseTo(6647, within(0.05 * 6647));
        assertThat(read("testing", PLAIN, ONE_BAG)).isCloseTo(BAG * TESTS, within(0.01));
    }

    @Test
    void aBatchOfManyDosesFallsToWhatGrowsWithTheCells() {
        double one = read("making-and-testing", PLAIN, ONE_BAG);
        double last = one;
        for (double doses : new double[] {2, 10, 100, 10_000}) {
            double each = read("making-and-testing", PLAIN, with(ONE_BAG, "doses", doses));
            assertThat(each)
                    .isLessThan(last)
                    .isCloseTo(BAG * (MATERIAL + (STAFF + TESTS + REST) / doses), within(0.01));
            last = each;
        }
        assertThat(last).isCloseTo(BAG * MATERIAL, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"5e7, 0.37037", "1.35e8, 1", "2.7e8, 2"})
    void onlyTheMaterialGrowsWithTheDose(double cells, double bags) {
        assertThat(read("making-and-testing", PLAIN, Map.of("cells", cells)))
                .isCloseTo(BAG * (STAFF + MATERIAL * bags + TESTS + REST), within(0.1));
    }

    @Test
    void whatIsNotReleasedIsPaidByWhatIs() {
        double all = read("making-and-testing", PLAIN, ONE_BAG);
        assertThat(read("making-and-testing", with(PLAIN, "released", 0.5), ONE_BAG))
                .isCloseTo(2 * all, within(0.01));
    }

    @Test
    void theLaboratoryOfAYearIsSharedByItsBatches() {
        Map<String, Double> laboratory = Map.of("released", 1.0, "batches_year", 10.0);
        assertThat(read("making-and-testing", laboratory, ONE_BAG) - read("making-and-testing", PLAIN, ONE_BAG))
                .isCloseTo((8000 + 29_000 / 10.0) / 10, within(0.01));
    }

    @Test
    void aWholeBatchStandsInPlaceOfTheBag() {
        Map<String, Double> site = with(PLAIN, "site_batch", 23_033);
        assertThat(read("making-and-testing", site, ONE_BAG)).isCloseTo(23_033, within(0.01));
        assertThat(read("testing", site, ONE_BAG)).isZero();
    }

    @Test
    void whereNothingIsGrownNothingIsMade() {
        assertThat(read("making-and-testing", PLAIN, Map.of("grown", 0.0))).isZero();
        assertThat(read("price", PLAIN, Map.of("bought", 0.0))).isZero();
        assertThat(read("laboratory-share", PLAIN, Map.of("bought", 0.0))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 4666.3", "1, 7294.5", "-1, 2985.0"})
    void aPriceIsLognormal(double offer, double expected) {
        assertThat(read("price", Map.of("offer", offer), Map.of())).isCloseTo(expected, within(0.1));
        double median = 5156 / Math.sqrt(1 + 0.47 * 0.47);
        double sigma = Math.sqrt(Math.log(1 + 0.47 * 0.47));
        assertThat(read("price", Map.of("offer", offer), Map.of()))
                .isCloseTo(median * Math.exp(sigma * offer), within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1", "0, 1, 1", "1, 1, 1", "0, 1, 0"})
    void thePartsAddUpToThePrice(double onTop, double abroad, double grown) {
        Map<String, Double> changed = Map.of("on_top", onTop, "offer", 0.7);
        Map<String, Double> bought = Map.of("abroad", abroad, "grown", grown, "visits", 2.0);
        double sum = 0;
        for (String part : new String[] {"making", "testing", "clinic", "travel", "remainder"}) {
            sum += read(part, changed, bought);
        }
        assertThat(sum).isCloseTo(read("price", changed, bought), within(1e-6));
        assertThat(read("travel", changed, bought)).isEqualTo(abroad * 4000);
        assertThat(read("clinic", changed, bought)).isEqualTo(2 * 516);
    }

    @ParameterizedTest
    @CsvSource({"19999, 0", "20000, 100", "60000, 100", "60001, 0"})
    void theRangeOfTheNewspaperHoldsItsEnds(double price, double share) {
        assertThat(read("in-range", Map.of("price_range", price), Map.of())).isEqualTo(share);
    }
}
