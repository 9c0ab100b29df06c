package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
        return sheet(run.subject());
    }

    private static JsonObject sheet(Subject subject) {
        return new SheetWords(subject, new Findings(subject)).json().orElseThrow();
    }

    /** What it says to the first question, in both languages. */
    private static String works(Subject subject) {
        return sheet(subject).objects("works").stream()
                .map(each -> each.text("en") + "\n" + each.text("ar"))
                .collect(Collectors.joining("\n"));
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

    /** In the study of centres the cells do nothing by construction, whatever chance makes of the arms. */
    @Test
    void whereTheCellsDoNothingNoDifferenceIsTheirs() {
        Subject centres = SmallRun.few("centres")
                .contrasts(c -> Contrasts.interval(c, 0.5, 2))
                .subject();
        String works = works(centres);
        assertThat(works)
                .contains("no, for here cells do nothing", "إذ لا تفعل الخلايا هنا شيئاً")
                .doesNotContain("rather worse", "Of each 10");
        assertThat(sheet(centres).objects("sure").getFirst().text("en"))
                .contains("That cells do nothing was put into the program");
    }

    /** A difference that is 0 to the digits told is none, though its interval leaves out 0. */
    @Test
    void aDifferenceOfNoDigitIsNone() {
        Subject blood = SmallRun.few("blood-renewal")
                .contrasts(c -> Contrasts.interval(c, -2e-7, -1e-7))
                .subject();
        String works = works(blood);
        assertThat(works)
                .contains("In this computation: no difference.", "stood on average where those given nothing stood")
                .doesNotContain("rather worse");
    }

    @Test
    void aChangedRunGetsNoPlainVerdict() {
        Subject changed = SmallRun.of("knee", List.of("patients=20", "trials=2", "eligibility.pain-vas=[60,95]"))
                .subject();
        assertThat(new SheetWords(changed, new Findings(changed)).json()).isEmpty();
    }
}
