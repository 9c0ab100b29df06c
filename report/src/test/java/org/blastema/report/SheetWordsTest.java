package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.blastema.core.Text;
import org.blastema.formats.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a reader without science is told. */
final class SheetWordsTest {
    private static SmallRun run;

    @BeforeAll
    static void runOnce() {
        run = SmallRun.of(30, Optional.empty());
    }

    private static JsonObject sheet() {
        Subject subject = run.subject();
        return new SheetWords(subject, new Findings(subject)).json().orElseThrow();
    }

    private static List<String> texts(String part, String language) {
        return sheet().objects(part).stream().map(each -> each.text(language)).toList();
    }

    @Test
    void noSignStandsBeforeANumber() {
        for (String part : List.of("works", "sure", "contradictions")) {
            for (String language : List.of("en", "ar")) {
                assertThat(texts(part, language))
                        .allSatisfy(each -> assertThat(each).doesNotContainPattern("[-\u2212]\\d"));
            }
        }
    }

    @Test
    void theVerdictComesFirstAndItsNumberIsThatOfTheRun() {
        Subject subject = run.subject();
        double mean = Subject.mean(subject.contrasts(
                run.summary().contrasts(),
                subject.treatedArms(),
                subject.study().reference(),
                subject.primaryVisit().day()));
        assertThat(texts("works", "en").getFirst()).startsWith("In this computation:");
        assertThat(SheetWords.better(subject, subject.primary(), mean).en())
                .isEqualTo("%.1f points better".formatted(-mean));
        assertThat(String.join(" ", texts("works", "en"))).contains("%.1f points better".formatted(-mean), "17.5");
        assertThat(String.join(" ", texts("works", "ar")))
                .contains("درجة", "17.5")
                .doesNotContain("مم من التحسّن");
    }

    @Test
    void worseIsCalledWorse() {
        Subject subject = run.subject();
        assertThat(SheetWords.better(subject, subject.primary(), 4.12))
                .isEqualTo(new Text("4.1 points worse", "أسوأ بـ 4.1 درجة"));
        assertThat(SheetWords.better(subject, subject.primary(), -0.154))
                .isEqualTo(new Text("0.15 points better", "أفضل بـ 0.15 درجة"));
    }

    @Test
    void whatWasPutInIsSaidBeforeTheScenarios() {
        assertThat(texts("sure", "en").getFirst()).contains("Not sure", "put into the program");
        assertThat(texts("sure", "ar").getFirst()).contains("لسنا متأكدين");
        assertThat(texts("sure", "en")).anyMatch(each -> each.startsWith("If they do nothing at all"));
    }

    @Test
    void aChangedRunGetsNoPlainVerdict() {
        Subject changed = SmallRun.of("knee", List.of("patients=20", "trials=2", "eligibility.pain-vas=[60,95]"))
                .subject();
        assertThat(new SheetWords(changed, new Findings(changed)).json()).isEmpty();
    }
}
