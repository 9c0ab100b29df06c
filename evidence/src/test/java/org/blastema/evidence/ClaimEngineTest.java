package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Text;
import org.blastema.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Claims about a model in which the difference of two arms is {@code size + other}, with {@code size} drawn around 10 mm with a standard
 * deviation of 2 mm: 6.08 to 13.92 mm, but for the chance of the draws.
 */
final class ClaimEngineTest {
    private static final double LOW = 10 - 1.96 * 2;
    private static final double HIGH = 10 + 1.96 * 2;
    /** Three standard errors of a 2.5 % quantile of 200 normal draws: sqrt(0.025 x 0.975 / 200) / 0.0584 = 0.19 standard deviations of 2. */
    private static final double CHANCE = 3 * 0.19 * 2;

    @TempDir
    private Path folder;

    private SmallClaim claim() {
        return SmallClaim.in(folder);
    }

    /** Without a search for flips, which most tests do not need. */
    private SmallClaim plain() {
        return claim().with("flip: [other, size]", "flip: []");
    }

    private SmallClaim least(double mm) {
        return claim().with("mid: {value: 4,", "mid: {value: " + mm + ",");
    }

    @Test
    void theIntervalIsThatOfWhatIsNotKnown() {
        ClaimResult.Compared found = plain().compared();
        assertThat(found.found().interval().low()).isCloseTo(LOW, within(CHANCE));
        assertThat(found.found().interval().high()).isCloseTo(HIGH, within(CHANCE));
        assertThat(found.unit()).isEqualTo("mm");
    }

    /**
     * The noise of persons, 5 mm each, is out of the interval, so that a hundred times as many persons do not narrow it. With that noise
     * in it, the interval of the few would be 1.5 times as wide, 11.8 mm in place of 7.8. The least difference is so large that no more
     * persons are taken.
     */
    @Test
    void theIntervalIsTheSameForAThousandAndAHundredThousandPersons() {
        SmallClaim claim = plain().with("mid: {value: 4,", "mid: {value: 100,");
        ClaimResult.Compared few = claim.judged(200, 5, 2).comparisons().getFirst();
        ClaimResult.Compared many = claim.judged(200, 500, 2).comparisons().getFirst();
        assertThat(List.of(few.persons(), many.persons())).containsExactly(5, 500);
        assertThat(width(few)).isCloseTo(width(many), within(2 * CHANCE));
        assertThat(width(many)).isCloseTo(HIGH - LOW, within(2 * CHANCE));
    }

    private static double width(ClaimResult.Compared compared) {
        return compared.found().interval().high() - compared.found().interval().low();
    }

    /** Of 3 persons a draw the noise is 25/3, twice the variance of 4 that is looked for; of 12 it is half of it. */
    @Test
    void morePersonsAreTakenWhereTheirNoiseHidesWhatIsNotKnown() {
        assertThat(persons(plain(), 3)).isEqualTo(12);
        assertThat(persons(plain(), 12)).isEqualTo(12);
        assertThat(persons(plain().with("mid: {value: 4,", "mid: {value: 100,"), 3))
                .isEqualTo(3);
    }

    /** Of 2 persons a draw the noise is 3.5, more than a tenth of 31; the interval ends at 18, more than three noises below that. */
    @Test
    void noMorePersonsAreTakenWhereTheVerdictIsFarFromAnother() {
        assertThat(persons(plain().with("mid: {value: 4,", "mid: {value: 31,"), 2))
                .isEqualTo(2);
        assertThat(persons(plain().with("mid: {value: 4,", "mid: {value: 20,"), 2))
                .isGreaterThan(2);
    }

    private static int persons(SmallClaim claim, int asked) {
        return claim.judged(200, asked, 2).comparisons().getFirst().persons();
    }

    @ParameterizedTest
    @CsvSource({"4, HOLDS", "10, PARTLY", "16, FAILS"})
    void theVerdictFollowsTheLeastDifference(double least, Verdict verdict) {
        ClaimResult.Compared found =
                least(least).with("flip: [other, size]", "flip: [other]").compared();
        assertThat(found.byInterval()).isEqualTo(verdict);
        assertThat(found.verdict()).isEqualTo(verdict);
    }

    @Test
    void theGainThatCountsIsThatOfTheTestWhereItLaysOneOverTheStudy() {
        ClaimResult.Compared found =
                plain().with("scenario: pooled", """
                        scenario: pooled
                            with:
                              endpoints:
                                - readout: gain
                                  responder: {gain: 3, unit: mm, label: {en: much, ar: كثير}, source: made-up, knowledge: assumed}
                        """.strip()).compared();
        assertThat(found.gain()).contains(new Text("much", "كثير"));
    }

    @Test
    void whatIsBetterLowIsJudgedWithTheOtherSign() {
        ClaimResult.Compared found =
                plain().with("endpoint: gain", "endpoint: loss").compared();
        assertThat(found.found().interval().high()).isCloseTo(-LOW, within(CHANCE));
        assertThat(found.byInterval()).isEqualTo(Verdict.HOLDS);
        assertThat(plain().with("arm: pill", "arm: nothing")
                        .with("versus: nothing", "versus: pill")
                        .compared()
                        .byInterval())
                .isEqualTo(Verdict.FAILS);
    }

    /** By hand: {@code other} adds to the difference as it is, so the verdict turns where the lower end meets the least difference. */
    @ParameterizedTest
    @CsvSource({"4, PARTLY", "9, HOLDS", "16, PARTLY"})
    void theFlipLiesWhereTheEndOfTheIntervalMeetsTheLeastDifference(double least, Verdict turned) {
        ClaimResult.Compared found = least(least).compared();
        ClaimResult.Flip flip = found.flips().getFirst();
        Interval interval = found.found().interval();
        double exact = least - (least == 16 ? interval.high() : interval.low());
        double hand = least - (least == 16 ? HIGH : LOW);
        assertThat(flip.parameter()).isEqualTo("other");
        assertThat(flip.verdict()).isEqualTo(turned);
        assertThat(flip.at().orElseThrow()).isCloseTo(exact, within(40.0 / 128));
        assertThat(flip.at().orElseThrow()).isCloseTo(hand, within(CHANCE + 40.0 / 128));
        assertThat(Math.abs(flip.at().orElseThrow())).isGreaterThanOrEqualTo(Math.abs(exact));
        assertThat(flip.deviations()).isEmpty();
    }

    /** {@code size} is drawn with a standard deviation of 2 mm, and moving its middle moves the interval by as much. */
    @Test
    void aFlipIsToldInStandardDeviationsOfWhatIsNotKnown() {
        ClaimResult.Compared found = claim().compared();
        ClaimResult.Flip flip = found.flips().get(1);
        assertThat(flip.parameter()).isEqualTo("size");
        assertThat(flip.at().orElseThrow()).isCloseTo(10 + 4 - LOW, within(CHANCE + 50.0 / 128));
        assertThat(flip.deviations().orElseThrow()).isCloseTo((flip.at().orElseThrow() - 10) / 2, within(1e-6));
        assertThat(found.nearestFlip().map(ClaimResult.Flip::parameter)).contains("size");
        assertThat(found.flips()).noneMatch(ClaimResult.Flip::exact);
    }

    /**
     * A product that states its own spread, 3 to 17 mm alike, which moving takes away: 95 of 100 draws lie above 3.35 mm, which is
     * something and may be less than 4 mm, but 10 mm known exactly is more. The first step would else be told as a flip.
     */
    @Test
    void aFlipThatComesFromKnowingExactlyIsToldAtTheParametersOwnValue() throws IOException {
        Files.createDirectories(folder.resolve("products"));
        Files.writeString(folder.resolve("products/line-pill.yaml"), """
                product: line-pill
                title: {en: A pill, ar: حبة}
                model: line
                doses:
                  - {input: pill, at: 0 d, with: {strength: 1}, source: made-up, knowledge: assumed}
                parameters:
                  size: {value: 10, unit: mm, spread: {level: knowledge, distribution: uniform, low: 3, high: 17}, range: [3, 17], source: made-up, knowledge: assumed}
                """);
        ClaimResult.Compared found =
                claim().with("flip: [other, size]", "flip: [size]").compared();
        ClaimResult.Flip flip = found.flips().getFirst();
        assertThat(found.byInterval()).isEqualTo(Verdict.PARTLY);
        assertThat(flip.at()).hasValue(10);
        assertThat(flip.exact()).isTrue();
        assertThat(flip.verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void aVerdictThatNothingCouldChangeIsDecidedByAssumption() {
        ClaimResult.Compared found =
                least(100).with("flip: [other, size]", "flip: [other]").compared();
        assertThat(found.byInterval()).isEqualTo(Verdict.FAILS);
        assertThat(found.flips().getFirst().at()).isEmpty();
        assertThat(found.verdict()).isEqualTo(Verdict.DECIDED_BY_ASSUMPTION);
    }

    /** Neither alone reaches 60 mm, 40 mm being the end of each range, but both together do. */
    @Test
    void whatTwoParametersCouldChangeTogetherIsNotDecided() {
        ClaimResult.Compared found =
                least(60).with("flip: [other, size]", "flip: [other]").compared();
        assertThat(found.flips().getFirst().at()).isEmpty();
        assertThat(found.verdict()).isEqualTo(Verdict.FAILS);
    }

    /** A size that is marked calibrate and that no data set carries the whole variance. */
    @ParameterizedTest
    @CsvSource({"assumed, true, UNTESTABLE, 1", "fitted, true, HOLDS, 0", "assumed, false, HOLDS, 0"})
    void aVerdictThatNoDataCarriesIsUntestable(
            String knowledge, boolean calibrate, Verdict verdict, double unmeasured) {
        ClaimResult.Compared found = claim().with("    scenario: pooled\n", """
                            scenario: pooled
                            with:
                              parameters:
                                size: {value: 10, unit: mm, spread: {level: knowledge, distribution: normal, sd: 2}, range: [-40, 40],
                                       source: made-up, knowledge: %s, calibrate: %s}
                        """.formatted(knowledge, calibrate))
                .compared();
        assertThat(found.byInterval()).isEqualTo(Verdict.HOLDS);
        assertThat(found.verdict()).isEqualTo(verdict);
        assertThat(found.unmeasured()).isCloseTo(unmeasured, within(0.2));
    }

    @Test
    void variantsAndWhatStandsBesideAreTheSameTest() {
        ClaimResult.Compared found = plain().compared();
        ClaimResult.Varied less = found.variants().getFirst();
        assertThat(less.interval().low()).isCloseTo(found.found().interval().low() - 2, within(1e-9));
        assertThat(less.difference()).isCloseTo(found.found().difference() - 2, within(1e-9));
        ClaimResult.Varied half = found.variants().get(1);
        assertThat(half.difference()).isCloseTo(found.found().difference() - 5, within(1e-9));
        assertThat(half.verdict()).isEqualTo(Verdict.PARTLY);
        ClaimResult.Beside beside = found.beside().getFirst();
        assertThat(beside.found().difference()).isCloseTo(found.found().difference() / 2, within(1e-9));
        assertThat(beside.verdict()).isEqualTo(Verdict.PARTLY);
    }

    /** 1 - (1 - 0.1 x 2)(1 - 0.75), since odds of 1 times 3 are a share of 0.75. */
    @Test
    void aShareOfPeopleWithAnyHarmIsExact() {
        ClaimResult.Rated rated =
                plain().judged(20, 2, 1).found(ClaimResult.Rated.class).getFirst();
        assertThat(rated.mean()).isCloseTo(0.8, within(1e-12));
        assertThat(rated.interval().high()).isCloseTo(0.8, within(1e-12));
        assertThat(rated.verdict()).isEqualTo(Verdict.HOLDS);
        ClaimResult.Rated serious = plain().with("counted: any", "counted: serious")
                .judged(20, 2, 1)
                .found(ClaimResult.Rated.class)
                .getFirst();
        assertThat(serious.mean()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void theVerdictOfTheClaimIsThatOfTheExperimentsThatDecide() {
        SmallClaim fails = plain().with("value: 0.9", "value: 0.5");
        assertThat(fails.judged(100, 5, 2).verdict()).contains(Verdict.HOLDS);
        assertThat(fails.with("decides: false", "decides: true")
                        .judged(200, 5, 2)
                        .verdict())
                .contains(Verdict.FAILS);
    }

    @Test
    void designsTellWhatIsNotTheEffect() {
        ClaimResult.DesignsFound found = plain().judged(200, 5, 2).designs().orElseThrow();
        assertThat(found.rows()).hasSize(2);
        assertThat(found.rows().get(1).effect()).isCloseTo(10, within(1.5));
        assertThat(found.notTheCells().orElseThrow())
                .isCloseTo(
                        1 - found.rows().get(1).effect() / found.rows().get(0).effect(), within(0.2));
    }

    @Test
    void theResultDoesNotDependOnThreads() {
        assertThat(claim().judged(40, 5, 2).toString())
                .isEqualTo(claim().judged(40, 5, 1).toString());
    }

    @Test
    void aFileInPlaceOfTheLibrarysWithholdsTheVerdict() throws IOException {
        Files.createDirectories(folder.resolve("products"));
        Files.writeString(
                folder.resolve("products/line-pill.yaml"),
                Files.readString(Path.of("src/test/resources/claims-library/products/line-pill.yaml"))
                        .replace("strength: 1", "strength: 2"));
        ClaimResult result = plain().judged(20, 2, 1);
        assertThat(result.modified()).containsExactly("products/line-pill.yaml");
        assertThat(result.verdict()).isEqualTo(Optional.empty());
    }
}
