package org.blastema.kinetics.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.blastema.kinetics.Dose;
import org.blastema.kinetics.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of given cells: hand values, what was observed in mice and people, and that no cell is lost from the count. */
final class CellFateModelTest {
    private static final List<String> POOLS =
            List.of("blood", "lung", "liver", "spleen", "rest", "fast", "slow", "differentiated", "debris");
    private static final double HOUR = 1.0 / 24;
    private static final double DOSE = 1e8;

    private final LibraryModel fate = new LibraryModel("cell-fate", 1e-8);

    @Test
    void hasTheEighteenStatesOfTheNotesBesideLabelAndWhatWasSecreted() {
        List<String> names =
                fate.model().states().stream().map(state -> state.name()).toList();
        assertThat(names).hasSize(26);
        assertThat(names)
                .contains(
                        "syringe",
                        "viable",
                        "blood",
                        "lung",
                        "liver",
                        "spleen",
                        "rest",
                        "fast",
                        "slow",
                        "differentiated",
                        "debris",
                        "antibody",
                        "tcells",
                        "vegf",
                        "hgf",
                        "tgf",
                        "signal",
                        "il6");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "foreign=1 antibody_luck=0",
                "p_lineage=0.01",
                "filled=0.3 viability=0.4 lost=0.5",
                "k_prime=0.5 k_tcell=0.2 foreign=1 k_inflamed=0.1 inflammation=1",
                "target_share=0.01 homing=5 release=2"
            })
    void everyCellOfTheSyringeIsInOnePool(String changes) {
        Map<String, Double> set = with(Map.of(), changes);
        for (List<Dose> doses : List.of(List.of(vein(0)), List.of(tissue(0)), List.of(tissue(0), vein(20)))) {
            Trajectory course = fate.solve(set, doses, HOUR, 1, 21, 60, 180);
            for (int point = 0; point < course.points(); point++) {
                assertThat(sum(course, point, POOLS)).isCloseTo(at(course, point, "syringe"), within(1e-6 * DOSE));
                for (String pool : POOLS) {
                    assertThat(at(course, point, pool)).as(pool).isGreaterThan(-1e-6 * DOSE);
                }
            }
        }
    }

    /** Eggenhofer 2012: alive in the lungs alone, and only to 24 hours. */
    @ParameterizedTest
    @ValueSource(strings = {"human", "mouse"})
    void givenIntoAVeinCellsLiveInTheLungsAloneAndForADay(String body) {
        Map<String, Double> set = body(body);
        Trajectory course = fate.solve(set, List.of(vein(0)), HOUR, 1, 3);
        double given = 0.85 * DOSE;
        assertThat(at(course, 0, "lung")).isGreaterThan(0.85 * given);
        assertThat(at(course, 1, "lung")).isCloseTo(given * 0.125 * 0.99, within(0.01 * given));
        for (int point = 0; point < 3; point++) {
            assertThat(sum(course, point, List.of("blood", "liver", "spleen", "rest", "fast", "slow")))
                    .isLessThan(0.005 * given);
        }
        assertThat(at(course, 2, "lung")).isLessThan(0.003 * given);
    }

    /** The same study: label mainly in the lungs after an hour, mainly in the liver after a day. */
    @Test
    void labelInMiceMovesFromTheLungsToTheLiver() {
        Trajectory course = fate.solve(body("mouse"), List.of(vein(0)), HOUR, 1);
        double given = 0.85 * DOSE;
        assertThat(at(course, 0, "label_lung")).isGreaterThan(0.5 * given);
        assertThat(at(course, 1, "label_liver")).isGreaterThan(0.5 * given);
        assertThat(at(course, 1, "label_lung")).isLessThan(at(course, 1, "label_liver"));
    }

    /** Gholamrezanezhad 2011, four people; the shares were put in, so this holds the setting to them and no more. */
    @Test
    void labelInPeopleIsWhereItWasSeenAtOnceAndOnDayTen() {
        Map<String, Double> set = new HashMap<>(setting("trapping", "label"));
        set.put("viability", 1.0);
        Trajectory course = fate.solve(set, List.of(vein(0)), HOUR, 10);
        assertThat(at(course, 0, "label_lung") / DOSE).isBetween(0.27, 0.335);
        assertThat(at(course, 0, "label_liver") / DOSE).isBetween(0.0, 0.028);
        assertThat(at(course, 0, "label_spleen") / DOSE).isBetween(0.02, 0.102);
        assertThat(at(course, 1, "label_lung") / DOSE).isBetween(0.02, 0.054);
        assertThat(at(course, 1, "label_liver") / DOSE).isBetween(0.13, 0.174);
        assertThat(at(course, 1, "label_spleen") / DOSE).isBetween(0.301, 0.422);
    }

    @Test
    void labelLeavesTheLungsOfPeopleByAFifthADay() {
        Trajectory course = fate.solve(Map.of(), List.of(vein(0)), 1, 10);
        double rate = Math.log(at(course, 0, "label_lung") / at(course, 1, "label_lung")) / 9;
        assertThat(rate).isCloseTo(Math.log(0.30 / 0.037) / 10, within(0.001)).isCloseTo(0.21, within(0.001));
    }

    /** Label is not life: wherever cells live there is label, and on day 10 there is label without any life. */
    @ParameterizedTest
    @ValueSource(strings = {"human", "mouse"})
    void labelOutlivesTheCells(String body) {
        Trajectory course = fate.solve(body(body), List.of(vein(0)), HOUR, 6 * HOUR, 1, 3, 10);
        for (String organ : List.of("lung", "liver", "spleen", "rest")) {
            for (int point = 0; point < course.points(); point++) {
                assertThat(at(course, point, "label_" + organ))
                        .as(organ)
                        .isGreaterThanOrEqualTo(at(course, point, organ) - 1);
            }
        }
        assertThat(sum(course, 4, List.of("lung", "liver", "spleen", "rest"))).isLessThan(1e-6 * DOSE);
        assertThat(sum(course, 4, List.of("label_lung", "label_liver", "label_spleen", "label_rest")))
                .isCloseTo(0.85 * DOSE, within(0.01 * DOSE));
    }

    /** The balance within the vessels gives what the published form gives once the cells have gone round a few times. */
    @ParameterizedTest
    @CsvSource({"0.967, 0.1, 0.1, 0.1", "0.1565, 0.2084, 0.0457, 0.5", "0.5, 0.8, 0.3, 0.2"})
    void organsCatchTheSharesOfThePublishedForm(double lung, double spleen, double liver, double rest) {
        Map<String, Double> set = new HashMap<>(with(Map.of(), "viability=1 half_lung=1e9"));
        set.put("extraction_lung", lung);
        set.put("extraction_spleen", spleen);
        set.put("extraction_liver", liver);
        set.put("extraction_rest", rest);
        Trajectory course = fate.solve(set, List.of(vein(0)), HOUR);
        double[] published = new PublishedCirculation(6, 0.181, 0.046).caught(60, lung, spleen, liver, rest);
        List<String> organs = List.of("lung", "spleen", "liver", "rest");
        for (int organ = 0; organ < 4; organ++) {
            assertThat(at(course, 0, organs.get(organ)) / DOSE)
                    .as(organs.get(organ))
                    .isCloseTo(published[organ], within(0.002));
        }
    }

    /** Fischer 2009: what passes 30 times as easily is hardly caught; passage never exceeds the whole. */
    @Test
    void whatPassesTheLungsMoreEasilyIsCaughtElsewhere() {
        double stromal = caughtInLungs("passage=1");
        double progenitors = caughtInLungs("passage=2");
        double mononuclear = caughtInLungs("passage=30");
        assertThat(stromal).isGreaterThan(progenitors);
        assertThat(progenitors).isGreaterThan(mononuclear);
        assertThat(caughtInLungs("passage=30 extraction_lung=0.9")).isZero();
    }

    /** Toupet 2013: 15 % through the first month and 1.5 % at six months in the joints of mice without defences. */
    @Test
    void cellsInTheJointOfAMouseWithoutDefences() {
        Map<String, Double> scid =
                with(Map.of(), "viability=1 leak=0 share_fast=0.762 half_slow_own=" + Math.log(2) / 0.01535);
        Trajectory course = fate.solve(scid, List.of(tissue(0)), 30, 180);
        assertThat(quantity(course, 0, scid, "target") / DOSE).isCloseTo(0.15, within(0.001));
        assertThat(quantity(course, 1, scid, "target") / DOSE).isCloseTo(0.015, within(0.0001));
    }

    @Test
    void twoPoolsAreTwoExponentials() {
        Map<String, Double> set = with(Map.of(), "viability=1 leak=0");
        Trajectory course = fate.solve(set, List.of(tissue(0)), 2, 14);
        assertThat(quantity(course, 0, set, "target") / DOSE)
                .isCloseTo(0.85 * 0.5 + 0.15 * Math.pow(2, -1.0 / 7), within(1e-6));
        assertThat(quantity(course, 1, set, "target") / DOSE).isCloseTo(0.85 / 128 + 0.15 * 0.5, within(1e-6));
    }

    /** Sanchez-Diaz 2021: no spread from a tissue; at most one cell in a hundred leaves it. */
    @Test
    void atMostOneCellInAHundredLeavesTheTissue() {
        Trajectory course = fate.solve(with(Map.of(), "viability=1"), List.of(tissue(0)), 0.01, 1, 30);
        for (int point = 0; point < course.points(); point++) {
            assertThat(sum(course, point, List.of("blood", "lung", "liver", "spleen", "rest")))
                    .isLessThanOrEqualTo(0.01 * DOSE);
        }
        assertThat(at(course, 0, "lung")).isGreaterThan(0.005 * DOSE);
    }

    @Test
    void antibodiesComeOnTheirDayAndMultiplyDeathByThree() {
        Map<String, Double> set =
                with(Map.of(), "viability=1 leak=0 share_fast=0 foreign=1 antibody_luck=0.1 antibody_day=20");
        Trajectory course = fate.solve(set, List.of(tissue(0)), 19.9, 20.1, 27);
        assertThat(at(course, 0, "antibody")).isZero();
        assertThat(at(course, 1, "antibody")).isEqualTo(1);
        assertThat(at(course, 2, "slow") / DOSE).isCloseTo(Math.pow(2, -20.0 / 7) * Math.pow(2, -3), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"foreign=0 antibody_luck=0", "foreign=1 antibody_luck=0.116"})
    void whoHasOwnCellsOrLuckMakesNoAntibodies(String changes) {
        assertThat(at(fate.solve(with(Map.of(), changes), List.of(tissue(0)), 60), 0, "antibody"))
                .isZero();
    }

    /** A cell that lives for half a time of 7 days secretes for 7 / ln 2 days; 1203 pg in 72 hours from a million. */
    @ParameterizedTest
    @CsvSource({
        "'', 1.203, 12.28, 1.247",
        "hypoxia=1, 5.98, 12.28, 1.247",
        "contact=1, 3.609, 12.28, 1.247",
        "hypoxia=1 contact=1 answer=0, 1.203, 12.28, 1.247",
        "potency=2, 2.406, 24.56, 2.494",
        "collected=1, 3.609, 36.84, 3.741"
    })
    void whatIsSecretedIsTheAreaUnderTheLivingCells(String changes, double vegf, double hgf, double tgf) {
        Map<String, Double> set = with(with(Map.of(), "viability=1 leak=0 share_fast=0 half_slow_own=7 f0=1"), changes);
        Trajectory course = fate.solve(set, List.of(tissue(0)), 2000);
        double millionsTimesPeriods = 100 * 7 / Math.log(2) / 3;
        assertThat(at(course, 0, "vegf_given")).isCloseTo(vegf * millionsTimesPeriods, within(0.01));
        assertThat(at(course, 0, "hgf_given")).isCloseTo(hgf * millionsTimesPeriods, within(0.01));
        assertThat(at(course, 0, "tgf_given")).isCloseTo(tgf * millionsTimesPeriods, within(0.01));
    }

    @Test
    void whatIsPresentFollowsWhatIsSecretedAtTheBalanceWithClearance() {
        Map<String, Double> set = with(Map.of(), "viability=1 leak=0 share_fast=0 half_slow_own=1e9 f0=1");
        Trajectory course = fate.solve(set, List.of(tissue(0)), 10);
        assertThat(at(course, 0, "vegf")).isCloseTo(100 * 1.203 / 3 / 8.3, within(1e-4));
        assertThat(at(course, 0, "signal")).isCloseTo(100 / 8.3, within(1e-4));
        Trajectory touched = fate.solve(with(set, "contact=1"), List.of(tissue(0)), 10);
        assertThat(at(touched, 0, "signal")).isCloseTo(1000 / 8.3, within(1e-3));
        assertThat(at(touched, 0, "il6")).isCloseTo(600 / 8.3, within(1e-3));
    }

    @Test
    void thawedCellsComeToTheirFunctionWithinADay() {
        Map<String, Double> set = with(Map.of(), "viability=1");
        Trajectory course = fate.solve(set, List.of(tissue(0)), 1e-9, 1);
        assertThat(quantity(course, 0, set, "awake")).isCloseTo(0.5, within(1e-6));
        assertThat(quantity(course, 1, set, "awake")).isCloseTo(1 - 0.5 * Math.exp(-1), within(1e-9));
    }

    @Test
    void deadCellsSecreteNothingAndNothingLives() {
        Map<String, Double> dead = Map.of("viability", 0.0);
        Trajectory course = fate.solve(dead, List.of(tissue(0)), 1, 30);
        assertThat(at(course, 0, "debris")).isEqualTo(DOSE);
        assertThat(quantity(course, 0, dead, "living")).isZero();
        assertThat(at(course, 1, "hgf_given")).isZero();
    }

    @Test
    void nothingTurnsIntoTissueUnlessItIsSwitchedOn() {
        assertThat(at(fate.solve(Map.of(), List.of(tissue(0)), 90), 0, "differentiated"))
                .isZero();
        Map<String, Double> set = with(Map.of(), "viability=1 leak=0 share_fast=0 half_slow_own=7 p_lineage=0.01");
        Trajectory course = fate.solve(set, List.of(tissue(0)), 5000);
        double loss = Math.log(2) / 7;
        assertThat(at(course, 0, "differentiated") / DOSE).isCloseTo(0.01 / (0.01 + loss), within(1e-6));
    }

    /** The number that turned wavers by its square root: two standard deviations above 400 are 440. */
    @Test
    void commitmentIsAChanceOfEachCell() {
        Map<String, Double> set = with(Map.of(), "viability=1 leak=0 share_fast=0 half_slow_own=7 p_lineage=0.01");
        double expected = 0.01 / (0.01 + Math.log(2) / 7);
        Trajectory course = fate.solve(set, List.of(fate.dose("injection", 0, Map.of("cells", 400 / expected))), 5000);
        assertThat(quantity(course, 0, set, "committed")).isCloseTo(400, within(0.01));
        assertThat(quantity(course, 0, with(set, "commitment_luck=2"), "committed"))
                .isCloseTo(440, within(0.01));
        assertThat(quantity(course, 0, with(set, "commitment_luck=-30"), "committed"))
                .isZero();
    }

    private double caughtInLungs(String changes) {
        return at(fate.solve(with(Map.of(), changes), List.of(vein(0)), HOUR), 0, "lung");
    }

    private Map<String, Double> body(String choice) {
        return setting("body", choice);
    }

    private Map<String, Double> setting(String name, String choice) {
        return fate.model().settings().get(name).choices().get(choice);
    }

    private Dose tissue(double day) {
        return fate.dose("injection", day, Map.of("cells", DOSE));
    }

    private Dose vein(double day) {
        return fate.dose("infusion", day, Map.of("into_vein", DOSE));
    }

    private double sum(Trajectory course, int point, List<String> states) {
        return states.stream().mapToDouble(state -> at(course, point, state)).sum();
    }

    private double at(Trajectory course, int point, String state) {
        return course.state(point, fate.state(state));
    }

    private double quantity(Trajectory course, int point, Map<String, Double> set, String name) {
        double[] quantities = new double[fate.model().quantities().size()];
        course.quantities(point, fate.values(set), quantities);
        return quantities[
                fate.model().quantities().stream()
                        .map(each -> each.name())
                        .toList()
                        .indexOf(name)];
    }

    private static Map<String, Double> with(Map<String, Double> set, String changes) {
        Map<String, Double> changed = new HashMap<>(set);
        for (String change : changes.isEmpty() ? new String[0] : changes.split(" ")) {
            String[] sides = change.split("=");
            changed.put(sides[0], Double.parseDouble(sides[1]));
        }
        return changed;
    }
}
