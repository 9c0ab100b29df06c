package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.blastema.core.InvalidInput;
import org.blastema.core.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake in a claim's file is told with its place, the rule and the nearest valid name. */
final class ClaimReaderTest {
    @TempDir
    private Path folder;

    @Test
    void anotherTreatmentNeedsASource() {
        assertThat(SmallClaim.in(folder)
                        .with(
                                "must-not-claim:",
                                "ordinary-care:\n  title: {en: What helps, ar: ما ينفع}\n  scale: {en: In words., ar: بالكلمات.}\n  sizes: [{en: It helps., ar: ينفع.}]\nmust-not-claim:")
                        .problems())
                .singleElement()
                .extracting(Problem::what)
                .asString()
                .contains("source");
    }

    /** The book denies each in a sentence of its own, so that it must be a clause. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"That it works. | It works.", "أنّه ينفع. | ينفع."})
    void whatMustNotBeClaimedIsAClause(String clause, String sentence) {
        assertThat(SmallClaim.in(folder).with(clause, sentence).problems())
                .singleElement()
                .extracting(Problem::rule)
                .asString()
                .contains("begins with");
    }

    @Test
    void theClaimOfTheseTestsIsSound() {
        assertThat(SmallClaim.in(folder).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            claim: X1            | clam: X1               | 1:1   | unknown key of the claim 'clam'        | claim
            title: {             | titel: {               | 2:1   | unknown key of the claim 'titel'       | title
            , ar: الحبة تنفع.}   | }                      | 2:8   | 'title'                                | ar
            verdict: unsupported | verdict: unsuported    | 4:12  | unknown verdict 'unsuported'           | unsupported
            certainty: very-low  | certainty: tiny        | 5:14  | unknown certainty 'tiny'               | very-low
            verdict: unsupported | verdic: unsupported    | 4:3   | unknown key of evidence 'verdic'       | verdict
            source: made-up      | source: made-upp       | 7:11  | unknown source 'made-upp'              | made-up
            source: made-up      | note: none             | 4:3   | evidence has no 'source'               | needed
            about: {en: Nothing is published., ar: لم يُنشر شيء.} | about: {en: Nothing.} | 6:10 | 'about' | ar
            - {en: The size of the effect., ar: مقدار الأثر.} | [] | 9:3 | nothing put in | assume
            put-in:              | putin:                 | 8:1   | unknown key of the claim 'putin'       | put-in
            term: ache           | name: ache             | 13:9  | unknown key of harm 'name'             | must be one of
            serious: true        | serious: perhaps       | 19:18 | 'serious' is 'perhaps'                 | true
            serious: true        | seriuos: true          | 19:9  | unknown key of harm 'seriuos'          | serious
            value: 0.1           | value: 1.1             | 15:30 | ache.probability is 1.1                | 0 to 1
            value: 0.1, unit: "1" | value: 0.1, unit: "%" | 15:41 | ache.probability has unit %            | 1
            value: 0.1, unit: "1", | value: 0.1,          | 15:22 | unit                                   | needed
            value: 2, unit: "1"  | value: 2, unit: mm     | 16:33 | ache.ratio has unit mm                 | 1
            value: 3, unit: "1"  | value: 3, unit: d      | 22:38 | clot.odds-ratio has unit d             | 1
            name: more           | nam: more              | 24:5  | unknown key of experiment 'nam'        | name
            name: harm           | name: more             | 24:3  | the experiment 'more' a second time    | differ
            study: line          | study: lien            | 26:12 | unknown study 'lien'                   | line
            arm: pill            | arm: pil               | 27:10 | unknown arm 'pil'                      | pill
            arm: pill            | arm: nothing           | 27:10 | the arm 'nothing' a second time        | different
            versus: nothing      | versus: nohting        | 28:13 | unknown arm 'nohting'                  | nothing
            beside: [half]       | beside: [halv]         | 29:13 | unknown arm 'halv'                     | half
            beside: [half]       | beside: [pill]         | 29:13 | the arm 'pill' a second time           | different
            endpoint: gain       | endpoint: gian         | 30:15 | unknown endpoint 'gian'                | gain
            month: 3             | month: 4               | 31:12 | no visit at month 4                    | nearest: 3
            month: 3             | month: 24              | 31:12 | no visit at month 24                   | nearest: 12
            month: 3             | month: three           | 31:12 | 'three'                                | number
            scenario: pooled     | scenario: poold        | 32:15 | unknown scenario 'poold'               | pooled
            mid: {value: 4, unit: mm, | mid: {value: 0, unit: mm, | 33:18 | a least difference of 0.0  | positive
            mid: {value: 4, unit: mm, | mid: {value: 4, unit: d,  | 33:10 | mid has unit d             | mm
            mid: {value: 4, unit: mm, | mid: {value: 4,           | 33:10 | unit                       | needed
            threshold: chosen    | threshold: choosen     | 33:42 | unknown threshold 'choosen'            | chosen
            flip: [other, size]  | flip: [othr]           | 34:11 | unknown parameter 'othr'               | other
            called: {other: {en: the rest, ar: الباقي}, | called: { | 34:11 | 'other' has no words              | called
            flip: [other, size]  | flip: [free]           | 34:11 | flip: free                             | range
            flip: [other, size]  | flip: [efficacy]       | 34:11 | the scenario sets efficacy             | flip: efficacy
            name: less           | names: less            | 36:9  | unknown key of variant 'names'         | name
            name: half-size      | name: less             | 36:7  | the variant 'less' a second time       | differ
            shift: {value: -2, unit: mm, | shift: {value: -2, unit: "1", | 38:16 | shift has unit 1   | mm
            parameters: {size: 5} | parameters: {siez: 5} | 42:23 | unknown parameter 'siez'               | size
            parameters: {size: 5} | parameters: {size: 50} | 42:23 | size = 50                             | range
            parameters: {size: 5} | switches: {nois: off} | 42:21 | unknown switch 'nois'                  | noise
            parameters: {size: 5} | colour: red           | 42:19 | unknown key of the study 'colour'      | known key
            decides: false       | decides: maybe         | 45:14 | 'decides' is 'maybe'                   | true
            harms: pill          | harms: pil             | 46:12 | unknown group of harms 'pil'           | pill
            counted: any         | counted: al            | 47:14 | unknown counted 'al'                   | any
            value: 0.9           | value: 1.9             | 48:20 | below is 1.9                           | 0 to 1
            versus: nothing}     | versus: half2}         | 54:5  | unknown arm 'half2'                    | half
            """)
    void aMistakeIsToldWithItsPlace(String from, String to, String place, String seen, String rule) {
        assertThat(SmallClaim.in(folder).with(from, to).problems())
                .as("%s to %s", from, to)
                .anySatisfy(problem -> told(problem, place, seen, rule));
    }

    private static void told(Problem problem, String place, String seen, String rule) {
        assertThat(problem.position().toString()).endsWith("claims/X1.yaml:" + place);
        assertThat(problem.toString()).contains(seen).contains(rule);
    }

    @Test
    void aClaimNeedsAnExperimentThatDecides() {
        SmallClaim claim = SmallClaim.in(folder);
        assertThat(claim.with("decides: false\n", "decides: false\n")
                        .with("    study: line", "    decides: false\n    study: line")
                        .problems())
                .anyMatch(each -> each.what().contains("no experiment decides"));
        int from = claim.text().indexOf("experiments:");
        String none = claim.text().substring(from, claim.text().indexOf("designs:"));
        assertThat(claim.with(none, "experiments: []\n").problems())
                .anyMatch(each -> each.what().contains("a claim without an experiment"));
    }

    @Test
    void aVariantChangesSomething() {
        assertThat(SmallClaim.in(folder)
                        .with("        with:\n          parameters: {size: 5}\n", "")
                        .problems())
                .anyMatch(each -> each.what().contains("a variant that changes nothing"));
    }

    @Test
    void aShareOfNothingIsRefused() {
        SmallClaim claim =
                SmallClaim.in(folder).with("serious: true", "serious: false").with("counted: any", "counted: serious");
        assertThat(claim.problems()).anyMatch(each -> each.what().contains("no harm of the group 'pill' counts"));
    }

    @Test
    void designsBeginWithAChangeWithoutAControl() {
        SmallClaim claim = SmallClaim.in(folder);
        assertThat(claim.with("ar: قبل وبعد}, arm: pill}", "ar: قبل وبعد}, arm: pill, versus: nothing}")
                        .problems())
                .anyMatch(each -> each.rule().contains("the first is a change without a control"));
        assertThat(claim.with("arm: pill, versus: nothing}", "arm: half, versus: pill}")
                        .problems())
                .anyMatch(each -> each.what().contains("unknown contrast of half in the study 'pill'"));
    }

    @Test
    void allMistakesComeAtOnce() {
        assertThat(SmallClaim.in(folder)
                        .with("verdict: unsupported", "verdict: no")
                        .with("threshold: chosen", "threshold: free")
                        .with("counted: any", "counted: all")
                        .problems()
                        .toString())
                .contains("'no'", "'free'", "'all'");
    }

    /** Mistakes of the claim itself beside those against its studies, each place blamed once. */
    @Test
    void whatIsWrongAgainstTheStudiesIsToldBesideTheRest() {
        SmallClaim wrong = SmallClaim.in(folder).with("verdict: unsupported", "verdict: no");
        assertThat(wrong.with("arm: pill", "arm: pil").problems().toString()).contains("'no'", "unknown arm 'pil'");
        String missing = wrong.with("    month: 3\n", "").problems().toString();
        assertThat(missing).contains("'no'", "has no 'month'").doesNotContain("no visit at month 0");
    }

    @Test
    void anUnknownClaimIsTold() {
        InvalidInput error = Assertions.catchThrowableOfType(
                InvalidInput.class, () -> ClaimReader.read(SmallClaim.in(folder).studies(), "X2"));
        assertThat(error.problems().toString()).contains("unknown claim 'X2'").contains("nearest: X1");
    }
}
