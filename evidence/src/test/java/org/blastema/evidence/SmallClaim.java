package org.blastema.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.blastema.core.InvalidInput;
import org.blastema.core.Problem;
import org.blastema.model.Library;
import org.blastema.trial.StudyReader;

/** A claim X1 about the study {@code line}, in which the difference of two arms is a sum of parameters. */
record SmallClaim(Path folder, String text) {
    private static final String TEXT = """
            claim: X1
            title: {en: A pill helps., ar: الحبة تنفع.}
            evidence:
              verdict: unsupported
              certainty: very-low
              about: {en: Nothing is published., ar: لم يُنشر شيء.}
              source: made-up
            put-in:
              - {en: The size of the effect., ar: مقدار الأثر.}
            harms:
              pill:
                events:
                  - term: ache
                    label: {en: ache, ar: ألم}
                    probability: {value: 0.1, unit: "1", range: [0, 1], source: made-up, knowledge: read}
                    ratio: {value: 2, unit: "1", source: made-up, knowledge: read}
                  - term: clot
                    label: {en: clot, ar: جلطة}
                    serious: true
                    systemic: true
                    probability: {value: 0.5, unit: "1", range: [0, 1], source: made-up, knowledge: read}
                    odds-ratio: {value: 3, unit: "1", source: made-up, knowledge: read}
            experiments:
              - name: more
                label: {en: Gain after 3 months, ar: الكسب بعد 3 أشهر}
                study: line
                arm: pill
                versus: nothing
                beside: [half]
                endpoint: gain
                month: 3
                scenario: pooled
                mid: {value: 4, unit: mm, threshold: chosen, source: made-up, knowledge: assumed}
                flip: [other, size]
                variants:
                  - name: less
                    label: {en: two less, ar: أقل باثنين}
                    shift: {value: -2, unit: mm, source: made-up, knowledge: assumed}
                  - name: half-size
                    label: {en: half the size, ar: نصف المقدار}
                    with:
                      parameters: {size: 5}
              - name: harm
                label: {en: Any harm, ar: أي أذى}
                decides: false
                harms: pill
                counted: any
                below: {value: 0.9, unit: "1", source: made-up, knowledge: assumed}
            designs:
              study: line
              endpoint: gain
              month: 3
              rows:
                - {label: {en: before and after, ar: قبل وبعد}, arm: pill}
                - {label: {en: against nothing, ar: مقابل لا شيء}, arm: pill, versus: nothing}
            must-not-claim:
              - {en: That it works., ar: أنّه ينفع.}
            in-short: {en: Nobody knows., ar: لا أحد يعلم.}
            subject: joints
            called: {other: {en: the rest, ar: الباقي}, size: {en: the size, ar: المقدار}}
            """;

    static SmallClaim in(Path folder) {
        return new SmallClaim(folder, TEXT);
    }

    /** The claim with the first occurrence of a text replaced. */
    SmallClaim with(String from, String to) {
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException("the claim does not hold " + from);
        }
        return new SmallClaim(folder, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    StudyReader studies() {
        try {
            Files.createDirectories(folder.resolve("claims"));
            Files.writeString(folder.resolve("claims/X1.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StudyReader(
                Library.folder(Path.of("src/test/resources/claims-library")).with(folder));
    }

    /** Everything that is wrong with it. */
    List<Problem> problems() {
        try {
            ClaimReader.read(studies(), "X1");
            return List.of();
        } catch (InvalidInput e) {
            return e.problems();
        }
    }

    ClaimResult judged(int draws, int persons, int threads) {
        StudyReader studies = studies();
        return new ClaimEngine(studies, new Effort(draws, persons, threads)).judge(ClaimReader.read(studies, "X1"));
    }

    ClaimResult.Compared compared() {
        return judged(200, 10, 2).comparisons().getFirst();
    }
}
