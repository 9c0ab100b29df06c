package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.blastema.core.Gaussian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Experiments about single persons, about stories and about what is authorised. In the study {@code line} a pill adds
 * {@code size + person} to a person's gain, with {@code size} 10 mm, SD 2 mm between draws, and {@code person} SD 5 mm; each
 * measurement has a noise of 12 mm.
 */
final class ExperimentsTest {
    private static final String WIDE = "{eligibility: {gain: [-150, 250]}, switches: {noise: %s}}";
    private static final String VARIATION = """
              - name: spread
                label: {en: Persons differ, ar: اختلاف الناس}
                varies: %s
                study: line
                arm: pill
                versus: nothing
                endpoint: gain
                month: 3
                scenario: pooled
                with: %s
                above: {value: %s, unit: %s, source: made-up, knowledge: assumed}
            """;
    private static final String STORIES = """
              - name: story
                label: {en: A story, ar: قصّة}
                study: line
                arm: pill
                versus: nothing
                beside: [half]
                endpoint: gain
                month: 3
                scenario: %s
                with: %s
                told: {value: 0.1, unit: "1", source: made-up, knowledge: assumed}
                above: {value: %s, unit: "1", source: made-up, knowledge: assumed}
            """;
    private static final String HARM = """
              - name: rash
                label: {en: A rash, ar: طفح}
                happens: %s
                study: line
                arm: pill
                versus: nothing
                endpoint: gain
                month: 3
                scenario: pooled
                %s: {value: %s, unit: "1", source: made-up, knowledge: assumed}
            """;
    private static final String PLACES = """
              - name: place
                label: {en: Authorised, ar: مرخّص}
                places:
                  - {country: germany, products: %s}
                  - {country: south-korea, products: %s}
            """;

    @TempDir
    private Path folder;

    private SmallClaim with(String experiment) {
        return SmallClaim.in(folder)
                .with("flip: [other, size]", "flip: []")
                .with("  - name: harm", experiment + "  - name: harm");
    }

    private <T extends ClaimResult.Found> T found(String experiment, Class<T> kind) {
        return with(experiment).judged(80, 20, 2).found(kind).getFirst();
    }

    private ClaimResult.Varying varying(String varies, String noise, String above, String unit) {
        return found(VARIATION.formatted(varies, WIDE.formatted(noise), above, unit), ClaimResult.Varying.class);
    }

    @ParameterizedTest
    @CsvSource({"4, HOLDS", "6, FAILS"})
    void withoutNoiseAChangeDiffersByWhatThePillDoesToPersons(String above, Verdict verdict) {
        ClaimResult.Varying found = varying("outcome", "off", above, "mm");
        assertThat(found.value()).isCloseTo(5, within(0.1));
        assertThat(found.interval().low()).isBetween(4.5, 5.0);
        assertThat(found.interval().high()).isBetween(5.0, 5.5);
        assertThat(found.verdict()).isEqualTo(verdict);
        assertThat(found.unit()).isEqualTo("mm");
    }

    /** (2 x 144 + 25) / (2 x 144): the noise of two measurements hides most of what the pill does to persons. */
    @ParameterizedTest
    @CsvSource({"1.02, HOLDS", "1.2, PARTLY"})
    void theRatioOfVariancesIsThatOfNoiseAndPersons(String above, Verdict verdict) {
        ClaimResult.Varying found = varying("effect", "on", above, "\"1\"");
        assertThat(found.value()).isCloseTo(313.0 / 288, within(0.02));
        assertThat(found.verdict()).isEqualTo(verdict);
        assertThat(found.effort()).isEqualTo(new Effort(20, 400, 2));
    }

    private ClaimResult.Told told(String scenario, String above) {
        return found(STORIES.formatted(scenario, WIDE.formatted("on"), above), ClaimResult.Told.class);
    }

    /** Where the pill does nothing the same persons tell the same story, whatever they were given. */
    @Test
    void aStoryOfATreatmentThatDoesNothingSaysNothing() {
        ClaimResult.Told found = told("\"null\"", "3");
        assertThat(found.ratio()).isEqualTo(1);
        assertThat(found.interval().low()).isEqualTo(1);
        assertThat(found.verdict()).isEqualTo(Verdict.FAILS);
        assertThat(found.anyway()).isEqualTo(100);
        assertThat(found.tellers().values()).allMatch(each -> Math.abs(each - 1.0 / 3) < 1e-12);
    }

    /** By hand: gains are normal around 10, 5 and 0 mm, and a tenth of all tell. */
    @Test
    void theRatioOfStoriesIsThatOfTheTailsOfTheGains() {
        double least = threshold();
        double ratio = above(least, 10, 313 + 4) / above(least, 0, 288);
        ClaimResult.Told found = told("pooled", "1.5");
        assertThat(found.ratio()).isCloseTo(ratio, within(0.15 * ratio));
        assertThat(found.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(found.anyway()).isCloseTo(100 / found.ratio(), within(1e-9));
        assertThat(found.tellers().keySet()).containsExactly("nothing", "pill", "half");
        assertThat(told("pooled", "9").verdict()).isEqualTo(Verdict.FAILS);
    }

    /** Three of ten after the pill, one of ten after nothing, one of twenty of a serious one after either. */
    @ParameterizedTest
    @CsvSource({
        "rash, ratio-above, 2, HOLDS, 3",
        "rash, ratio-above, 4, FAILS, 3",
        "rash, share-below, 0.5, HOLDS, 0.3",
        "rash, share-below, 0.2, FAILS, 0.3",
        "serious, ratio-below, 0.5, FAILS, 1",
        "serious, share-below, 0.1, HOLDS, 0.05"
    })
    void howOftenAHarmComesIsThatOfItsChance(
            String happens, String wanted, String limit, Verdict verdict, double value) {
        ClaimResult.Occurred found = found(HARM.formatted(happens, wanted, limit), ClaimResult.Occurred.class);
        assertThat(found.value()).isCloseTo(value, within(0.1 * value));
        assertThat(found.byInterval()).isEqualTo(verdict);
        assertThat(found.share()).isCloseTo(happens.equals("rash") ? 0.3 : 0.05, within(0.02));
    }

    /** The interval alone would say HOLDS of each; the claim says that this was put in. */
    @Test
    void whateverIsMeasuredAnAssumptionDecides() {
        ClaimResult.Varying varying = found(
                assumed(VARIATION.formatted("outcome", WIDE.formatted("off"), "4", "mm")), ClaimResult.Varying.class);
        assertThat(varying.byInterval()).isEqualTo(Verdict.HOLDS);
        assertThat(varying.verdict()).isEqualTo(Verdict.DECIDED_BY_ASSUMPTION);
        SmallClaim claim = SmallClaim.in(folder)
                .with("flip: [other, size]", "flip: []\n    by-assumption: true")
                .with("harms: pill\n    counted", "by-assumption: true\n    harms: pill\n    counted");
        ClaimResult result = claim.judged(80, 20, 2);
        assertThat(result.found())
                .allSatisfy(each -> assertThat(each.verdict()).isEqualTo(Verdict.DECIDED_BY_ASSUMPTION));
        assertThat(result.comparisons().getFirst().byInterval()).isEqualTo(Verdict.HOLDS);
        assertThat(result.found(ClaimResult.Rated.class).getFirst().byInterval())
                .isEqualTo(Verdict.HOLDS);
    }

    private static String assumed(String experiment) {
        return experiment.replace("study: line", "by-assumption: true\n    study: line");
    }

    @Test
    void whatFollowsFromAnAssumptionAloneSaysSo() {
        ClaimResult.Occurred found =
                found(assumed(HARM.formatted("rash", "ratio-above", "2")), ClaimResult.Occurred.class);
        assertThat(found.byInterval()).isEqualTo(Verdict.HOLDS);
        assertThat(found.verdict()).isEqualTo(Verdict.DECIDED_BY_ASSUMPTION);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            happens: rash   | happens: rush      | unknown harm of the study 'rush' | rash
            ratio-above:    | ratio-abov:        | 0 limits                         | ratio-above
            value: 2, unit  | value: 0.5, unit   | ratio-above is 0.5               | 1 or more
            unit: "1", source | unit: mm, source | has unit mm                      | 1
            """)
    void aMistakeInAHarmIsTold(String from, String to, String seen, String near) {
        String sound = HARM.formatted("rash", "ratio-above", "2");
        assertThat(problem(sound)).isEqualTo("[]");
        assertThat(problem(sound.replaceFirst(from, to))).contains(seen).contains(near);
    }

    private static double threshold() {
        double low = 0;
        double high = 100;
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            double told = (above(middle, 10, 317) + above(middle, 5, 288 + 25 / 4.0 + 1) + above(middle, 0, 288)) / 3;
            low = told > 0.1 ? middle : low;
            high = told > 0.1 ? high : middle;
        }
        return low;
    }

    private static double above(double least, double mean, double variance) {
        return Gaussian.cdf((mean - least) / Math.sqrt(variance));
    }

    @ParameterizedTest
    @CsvSource({"[Pill], [Patch], HOLDS", "[], [Patch], PARTLY", "[Gone], [], FAILS"})
    void aLookupCountsTheCountriesWithAnAuthorisedProduct(String one, String other, Verdict verdict)
            throws java.io.IOException {
        access("germany", "DE", "Pill, approved; Gone, withdrawn");
        access("south-korea", "KR", "Patch, conditional");
        ClaimResult.LookedUp found = found(PLACES.formatted(one, other), ClaimResult.LookedUp.class);
        assertThat(found.verdict()).isEqualTo(verdict);
        assertThat(found.places()).extracting(each -> each.country().en()).containsExactly("germany", "south-korea");
        assertThat(found.places().getFirst().authorised())
                .isEqualTo(verdict == Verdict.HOLDS ? List.of("Pill") : List.of());
    }

    @Test
    void aLookupNamesWhatIsKnown() throws java.io.IOException {
        access("germany", "DE", "Pill, approved");
        access("south-korea", "KR", "Patch, conditional");
        assertThat(problem(PLACES.formatted("[Pil]", "[]")))
                .contains("unknown product known in germany 'Pil'")
                .contains("Pill");
        assertThat(problem(PLACES.formatted("[]", "[]").replace("germany", "germani")))
                .contains("unknown country 'germani'")
                .contains("germany");
        assertThat(problem("  - {name: place, label: {en: A, ar: أ}, places: []}\n"))
                .contains("no place");
    }

    private void access(String name, String code, String products) throws java.io.IOException {
        StringBuilder text = new StringBuilder("access: " + name + "\ntitle: {en: " + name + ", ar: " + name
                + "}\niso: [" + code + "]\nas-of: 2025\nproducts:\n");
        for (String product : products.split("; ", -1)) {
            String[] parts = product.split(", ", -1);
            text.append("  - {product: " + parts[0]
                    + ", cells: {en: cells, ar: خلايا}, use: {en: a use, ar: استعمال}, status: " + parts[1]
                    + ", date: 2024, source: made-up, knowledge: read}\n");
        }
        java.nio.file.Files.createDirectories(folder.resolve("access"));
        java.nio.file.Files.writeString(folder.resolve("access/" + name + ".yaml"), text.toString());
    }

    private String problem(String experiment) {
        return with(experiment).problems().toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            varies: outcome            | varies: outcom             | unknown varies 'outcom'             | outcome
            versus: nothing            | versus: nohting            | unknown arm 'nohting'               | nothing
            versus: nothing            | versus: pill               | the arm 'pill' a second time        | different
            endpoint: gain             | endpoint: gian             | unknown endpoint 'gian'             | gain
            month: 3                   | month: 4                   | no visit at month 4                 | nearest
            unit: mm                   | unit: d                    | above has unit d                    | mm
            unit: mm                   | unit: mm, colour: red      | unknown key                         | colour
            above:                     | below:                     | unknown key                         | above
            study: line                | study: lien                | unknown study 'lien'                | line
            """)
    void aMistakeInAVariationIsTold(String from, String to, String seen, String near) {
        String sound = VARIATION.formatted("outcome", WIDE.formatted("off"), "4", "mm");
        assertThat(problem(sound)).isEqualTo("[]");
        assertThat(problem(sound.replaceFirst(from, to))).contains(seen).contains(near);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            value: 0.1, unit           | value: 0, unit             | told is 0.0                         | between 0 and 1
            value: 0.1, unit           | value: 1.5, unit           | told is 1.5                         | 0 to 1
            value: 3, unit             | value: 0.5, unit           | above is 0.5                        | 1 or more
            value: 3, unit: "1"        | value: 3, unit: mm         | above is 3.0 mm                     | without a unit
            beside: \\[half\\]         | beside: [halv]             | unknown arm 'halv'                  | half
            """)
    void aMistakeInStoriesIsTold(String from, String to, String seen, String near) {
        String sound = STORIES.formatted("pooled", WIDE.formatted("on"), "3");
        assertThat(problem(sound)).isEqualTo("[]");
        assertThat(problem(sound.replaceFirst(from, to))).contains(seen).contains(near);
    }

    @Test
    void aClaimThatCannotBeTestedSaysWhy() {
        SmallClaim claim = SmallClaim.in(folder);
        String text = claim.text();
        String experiments = text.substring(text.indexOf("experiments:"), text.indexOf("must-not-claim:"));
        String reason = "not-tested: {en: Nothing to simulate., ar: لا شيء يُحاكى.}\n";
        SmallClaim untested = claim.with(experiments, reason);
        assertThat(untested.problems()).isEmpty();
        assertThat(untested.judged(20, 2, 1).verdict()).isEmpty();
        assertThat(claim.with("experiments:", reason + "experiments:")
                        .problems()
                        .toString())
                .contains("'not-tested' beside experiments");
    }
}
