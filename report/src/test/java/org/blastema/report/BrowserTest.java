package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.blastema.core.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page as a browser draws it. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserTest {
    private static final List<String> SECTIONS = List.of(
            "question",
            "answer",
            "hundred",
            "curves",
            "change",
            "scenarios",
            "validation",
            "results",
            "harms",
            "later",
            "followed",
            "cost",
            "economics",
            "putIn",
            "mustNot",
            "notModelled",
            "parameters",
            "methods");

    private final SmallRun run = SmallRun.of();

    @TempDir
    private Path folder = Path.of("");

    private Optional<Browser> browser = Optional.empty();

    @BeforeEach
    void find() {
        browser = Browser.in(folder);
        assumeTrue(browser.isPresent(), "no Chromium on the PATH: the page was NOT looked at in a browser");
    }

    @ParameterizedTest
    @CsvSource({"en, 1280, ltr", "ar, 1280, rtl", "en, 390, ltr", "ar, 390, rtl"})
    void isWholeInBothLanguagesAndWidths(String language, int width, String direction) {
        Browser.Seen seen = browser.orElseThrow().show(Page.html(run.json(), Language.EN), language, width);
        assertThat(seen.console()).isEmpty();
        Map<String, Object> first = Tree.objectOf(Tree.at(seen.measured(), "first"));
        assertWhole(first, width);
        assertThat(first).containsEntry("lang", language).containsEntry("dir", direction);
        assertThat(first).containsEntry("direction", direction);
        assertThat(Tree.list(first, "heads")).isNotEmpty().allMatch(direction::equals);
        Map<String, Object> second = Tree.objectOf(Tree.at(seen.measured(), "second"));
        assertWhole(second, width);
        assertThat(second.get("lang")).isEqualTo(language.equals("en") ? "ar" : "en");
        assertThat(second.get("dir")).isNotEqualTo(direction);
    }

    private static void assertWhole(Map<String, Object> page, int width) {
        assertThat(page).containsEntry("inner", (double) width);
        assertThat(Tree.number(page, "scroll")).isLessThanOrEqualTo(width);
        assertThat(Tree.objects(page, "sections"))
                .extracting(part -> part.get("id"))
                .containsExactlyElementsOf(SECTIONS);
        assertThat(Tree.objects(page, "sections")).allSatisfy(part -> {
            assertThat(Tree.number(part, "text")).as("%s", part.get("id")).isGreaterThan(40);
            assertThat(Tree.number(part, "height")).as("%s", part.get("id")).isGreaterThan(40);
        });
        assertThat(Tree.objects(page, "tables"))
                .filteredOn(table -> "harms".equals(table.get("id")))
                .isNotEmpty()
                .allSatisfy(table ->
                        assertThat(Tree.number(table, "whole")).isLessThanOrEqualTo(Tree.number(table, "shown")));
        assertWords(page);
        assertCharts(Tree.objects(page, "charts"));
    }

    private static void assertWords(Map<String, Object> page) {
        assertThat(page.get("text"))
                .asString()
                .doesNotContain("undefined", "NaN", "[object")
                .doesNotContainPattern("\\{\\w+}");
    }

    /** One for all curves, five beside the reference, five of change, the scenarios, two of published trials, seven of the followed patient, six of the following years. */
    private static void assertCharts(List<Map<String, Object>> charts) {
        assertThat(charts).hasSize(1 + 5 + 5 + 1 + 2 + 7 + 6).allSatisfy(chart -> {
            assertThat(Tree.number(chart, "width")).isGreaterThan(150);
            assertThat(Tree.number(chart, "height")).isGreaterThan(100);
            assertThat(Tree.number(chart, "lines")).isGreaterThan(5);
        });
    }

    @Test
    void aChangedRunIsMarkedOnEveryChart() {
        SmallRun changed = SmallRun.of("eligibility.pain-vas=[60,95]");
        Browser.Seen seen = browser.orElseThrow().show(Page.html(changed.json(), Language.EN), "en", 1280);
        assertThat(seen.console()).isEmpty();
        for (String language : List.of("first", "second")) {
            Map<String, Object> page = Tree.objectOf(Tree.at(seen.measured(), language));
            assertThat(Tree.objects(page, "charts"))
                    .isNotEmpty()
                    .allSatisfy(
                            chart -> assertThat(chart.get("text")).asString().contains("MODIFIED"));
            assertThat(page.get("title")).asString().startsWith("MODIFIED: ");
            for (String mark : List.of("stamp", "banner")) {
                assertThat((double) Tree.at(page, mark, "height")).isPositive();
            }
            assertThat(page.get("text"))
                    .asString()
                    .contains("--set eligibility.pain-vas=[60,95]")
                    .doesNotContain("contradicts the trial", "يخالف التجربة", "Of each 10", "من كل 10 مم");
        }
    }

    @Test
    void aStudyThatNamesLessIsDrawnToo() {
        Browser.Seen seen = browser.orElseThrow().show(Page.html(SmallRun.bare().json(), Language.EN), "en", 1280);
        assertThat(seen.console()).isEmpty();
        Map<String, Object> page = Tree.objectOf(Tree.at(seen.measured(), "second"));
        assertWords(page);
        assertThat(page.get("text"))
                .asString()
                .contains("\n10 أيام\t", "\nشهر\t")
                .doesNotContain("(1)");
        assertThat(Tree.objects(page, "sections"))
                .extracting(part -> part.get("id"))
                .doesNotContain("question", "validation")
                .contains("answer", "curves", "change", "scenarios", "results", "harms", "followed", "methods");
    }

    @ParameterizedTest
    @CsvSource({
        "illusion, lesson steps practices results",
        "three-designs, steps scenarios results",
        "six-readings, steps practices scenarios results"
    })
    void studiesWhoseArmsAreStepsAreDrawnArmByArm(String study, String sections) {
        SmallRun steps = SmallRun.of(study, List.of("patients=20", "trials=5"));
        Browser.Seen seen = browser.orElseThrow().show(Page.html(steps.json(), Language.EN), "en", 390);
        assertThat(seen.console()).isEmpty();
        for (String language : List.of("first", "second")) {
            Map<String, Object> page = Tree.objectOf(Tree.at(seen.measured(), language));
            assertThat(Tree.objects(page, "sections"))
                    .extracting(part -> part.get("id"))
                    .contains((Object[]) sections.split(" "))
                    .doesNotContain("curves", "change", "harms", "cost", "hundred");
            assertThat(page.get("text")).asString().contains("MODIFIED").doesNotContain("undefined", "NaN");
        }
    }

    @Test
    void theSheetAnswersTheFiveQuestionsWithoutCharts() {
        String sheet = Page.sheet(run.json(), Language.AR);
        assertThat(sheet.length()).isLessThan(400_000);
        Browser.Seen seen = browser.orElseThrow().show(sheet, "ar", 800);
        assertThat(seen.console()).isEmpty();
        Map<String, Object> page = Tree.objectOf(Tree.at(seen.measured(), "first"));
        assertThat(page.get("text"))
                .asString()
                .contains("هل ينفع؟", "كم شخصاً من كل 100؟", "مقارنةً بماذا؟", "ما مدى التأكّد؟", "ما الذي قد يسوء؟")
                .contains("كانوا سيتحسّنون مع", "ضيق نفس", "ليست نصيحة طبية")
                .doesNotContain("undefined", "NaN");
    }

    @Test
    void publishedTrialsThatAreOutOfDateAreSaidToBe() {
        String data = run.json();
        assertThat(data).contains("\"changed\":[");
        for (String changed : List.of("", "\"models/knee.yaml\"")) {
            String page =
                    Page.html(data.replaceFirst("\"changed\":\\[[^]]*]", "\"changed\":[" + changed + "]"), Language.EN);
            Browser.Seen seen = browser.orElseThrow().show(page, "en", 390);
            assertThat(seen.console()).isEmpty();
            String english = String.valueOf(Tree.at(Tree.objectOf(Tree.at(seen.measured(), "first")), "text"));
            String arabic = String.valueOf(Tree.at(Tree.objectOf(Tree.at(seen.measured(), "second")), "text"));
            assertThat(english.contains(
                            "Out of date: these have changed since the trials were simulated: models/knee.yaml"))
                    .isEqualTo(!changed.isEmpty());
            assertThat(arabic.contains("لم يعد هذا القسم محدَّثاً")).isEqualTo(!changed.isEmpty());
            assertThat(english).contains("published arms", "calibration rows", "Gain since the start of treatment");
        }
    }

    @Test
    void anUnchangedRunHasNoMark() {
        Browser.Seen seen = browser.orElseThrow().show(Page.html(run.json(), Language.AR), "", 1280);
        Map<String, Object> page = Tree.objectOf(Tree.at(seen.measured(), "first"));
        assertThat(page).containsEntry("lang", "ar");
        assertThat(page.get("text")).asString().contains("من كل 10 مم").doesNotContain("MODIFIED");
        assertCharts(Tree.objects(page, "charts"));
        assertThat(Tree.objects(page, "charts"))
                .noneMatch(chart -> Tree.at(chart, "text").toString().contains("MODIFIED"));
    }
}
