package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.blastema.core.Text;
import org.blastema.trial.AdverseEventSummary;
import org.blastema.trial.ArmSummary;
import org.blastema.trial.ContrastSummary;
import org.blastema.trial.EndpointSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FindingsTest {
    private static final List<String> CELLS = List.of("msc-1e7", "msc-5e7", "msc-1e8");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final SmallRun run = SmallRun.of();

    @Test
    void ofEachTenIsTheGainOfTheReferenceOverThatOfTheArms() {
        double saline = run.endpoint("saline", "pain-vas", 6).meanChange();
        double ofTen =
                mean(arm -> 10 * saline / run.endpoint(arm, "pain-vas", 6).meanChange());
        assertThat(ofTen).isBetween(1.0, 10.0);
        assertThat(run.findings().share().orElseThrow().en())
                .isEqualTo(String.format(
                        Locale.ROOT,
                        "Of each 10 mm gained about %.0f are not the cells: they came with saline injection too.",
                        ofTen));
    }

    @Test
    void whatIsNeitherGoodNorBadIsCountedAndNotJudged() {
        SmallRun counted = SmallRun.of("differentiation", List.of());
        assertThat(counted.findings().answer().getFirst().en())
                .contains("plain medium 0.0", "medium for fat", "says nothing of good or harm")
                .doesNotContain("better", "worse");
        assertThat(counted.findings().answer().getFirst().ar()).doesNotContain("أفضل", "أسوأ");
        List<String> sheet = new SheetWords(counted.subject(), counted.findings())
                .json().orElseThrow().objects("works").stream()
                        .map(each -> each.text("en"))
                        .toList();
        assertThat(String.join(" ", sheet))
                .contains("neither good nor bad", "higher")
                .doesNotContain("better");
    }

    @Test
    void aShareOfPeopleIsToldAsHowManyMoreOfAHundred() {
        SmallRun responses = SmallRun.few("gvhd");
        assertThat(responses.findings().answer())
                .anySatisfy(text -> assertThat(text.en())
                        .containsPattern(
                                "of every 100 people given cells \\d+\\.\\d (more|fewer) had this than of 100 given"))
                .noneSatisfy(text -> assertThat(text.en()).contains("on average"));
    }

    @Test
    void noDifferenceIsNeitherBetterNorWorse() {
        SmallRun none = run.contrasts(c -> Contrasts.difference(c, 0.01));
        assertThat(none.findings().answer().getFirst().en())
                .contains("stood on average where those given saline injection stood")
                .doesNotContain("better", "worse");
    }

    @Test
    void seriousHarmIsToldByArmWhereArmsDiffer() {
        SmallRun centres = SmallRun.of("centres", List.of("patients=400", "trials=4"));
        ArmSummary most = centres.summary().arms().stream()
                .filter(arm -> centres.subject().treated(arm.name()))
                .max(Comparator.comparingDouble(
                        arm -> arm.seriousHarm().orElseThrow().rate()))
                .orElseThrow();
        assertThat(centres.findings().harms().orElseThrow().en())
                .contains("given cells (8 arms together)", "(“A donor's cells, good practice, lots tested”) to ")
                .contains(String.format(
                        Locale.ROOT,
                        "to %.1f (“%s”) by arm given cells",
                        1000 * most.seriousHarm().orElseThrow().rate(),
                        centres.subject().title(most.name()).en()));
        assertThat(centres.findings().harms().orElseThrow().ar())
                .contains(
                        "(8 مجموعات معاً)",
                        "(«" + centres.subject().title(most.name()).ar() + "») بحسب المجموعة");
        assertThat(centres.subject().title("clinic").en()).isEqualTo("A donor's cells, clinic without safeguards");
        assertThat(run.findings().harms().orElseThrow().en()).doesNotContain("by arm");
    }

    @Test
    void nothingIsSharedWhereNobodyGains() {
        assertThat(run.endpoints(FindingsTest::worse).findings().share()).isEmpty();
    }

    private static EndpointSummary worse(EndpointSummary e) {
        return new EndpointSummary(
                e.name(),
                e.kind(),
                e.unit(),
                e.day(),
                e.month(),
                e.n(),
                e.baselineMean(),
                e.mean(),
                e.sd(),
                Math.abs(e.meanChange()),
                e.ci95(),
                e.prediction95(),
                e.responders(),
                e.respondersCi95(),
                e.median());
    }

    @Test
    void theAnswerIsTheMeanContrastBesideWhatMatters() {
        double[] differences = {
            difference("msc-1e7"), difference("msc-5e7"), difference("msc-1e8"),
        };
        double mean = (differences[0] + differences[1] + differences[2]) / 3;
        double least = Math.min(-differences[0], Math.min(-differences[1], -differences[2]));
        double most = Math.max(-differences[0], Math.max(-differences[1], -differences[2]));
        assertThat(run.findings().answer().getFirst().en())
                .contains("scenario “pooled”, 6 months", String.format(Locale.ROOT, "%.1f mm of 100 better", -mean))
                .contains(String.format(
                        Locale.ROOT, "(%.1f to %.1f by arm; data conflict: none is ranked above another)", least, most))
                .contains("below the 17.5 mm");
    }

    private double difference(String arm) {
        return run.subject().contrasts(run.summary().contrasts(), List.of(arm), "saline", 6 * 30.4375).stream()
                .mapToDouble(ContrastSummary::difference)
                .sum();
    }

    @Test
    void aDoseOnTheOtherSideOfZeroKeepsItsSign() {
        SmallRun mixed = run.contrasts(c -> Contrasts.difference(c, c.arm().equals("msc-1e7") ? 1 : -5));
        assertThat(mixed.findings().answer().getFirst().en()).contains("3.0 mm of 100 better", "(-1.0 to 5.0 by arm");
        SmallRun harmful = run.contrasts(c -> Contrasts.difference(c, 20));
        assertThat(harmful.findings().answer().getFirst().en()).contains("20.0 mm of 100 worse", "above the 17.5");
    }

    @Test
    void harmsAreThoseOfAllTreatedArms() {
        double pain = rate(CELLS, "injection-site pain", AdverseEventSummary::count);
        double saline = rate(List.of("saline"), "injection-site pain", AdverseEventSummary::count);
        double serious = serious(CELLS);
        assertThat(run.findings().harms().orElseThrow().en())
                .contains(String.format(
                        Locale.ROOT,
                        "%.0f given cells (3 arms together), %.0f given saline injection; serious harm from what was given: %.1f given cells, %.1f given saline injection.",
                        pain,
                        saline,
                        serious,
                        serious(List.of("saline"))));
    }

    @Test
    void anArmWhoseHarmsNobodyCountedIsNoneWithoutHarm() {
        List<String> others =
                CELLS.stream().filter(arm -> !arm.equals("msc-1e8")).toList();
        assertThat(run.harmless("msc-1e8").findings().harms().orElseThrow().en())
                .contains(String.format(
                        Locale.ROOT,
                        "went in: %.0f given",
                        rate(others, "injection-site pain", AdverseEventSummary::count)))
                .contains(String.format(Locale.ROOT, "serious harm from what was given: %.1f given", serious(others)));
    }

    /** Per 1,000 patients, who are counted once whatever serious harms they have. */
    private double serious(List<String> arms) {
        long with = run.summary().arms().stream()
                .filter(arm -> arms.contains(arm.name()))
                .mapToLong(arm -> arm.seriousHarm().orElseThrow().count())
                .sum();
        return 1000.0 * with / (30 * 6 * arms.size());
    }

    /** Per 1,000 patients of these arms. */
    private double rate(List<String> arms, String term, ToLongFunction<AdverseEventSummary> count) {
        long with = run.summary().arms().stream()
                .filter(arm -> arms.contains(arm.name()))
                .flatMap(arm -> arm.adverseEvents().stream())
                .filter(event -> event.term().equals(term))
                .mapToLong(count)
                .sum();
        return 1000.0 * with / (30 * 6 * arms.size());
    }

    @Test
    void bothLanguagesSayTheSameNumbers() {
        List<Text> all = new java.util.ArrayList<>(run.findings().answer());
        all.addAll(run.findings().cameOut());
        all.addAll(run.findings().contradictions());
        assertThat(all)
                .hasSizeGreaterThan(6)
                .allSatisfy(text -> assertThat(numbers(text.ar()))
                        .as(text.ar())
                        .isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(numbers(text.en())));
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text.replace("1,000", "1000"))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void oneTrialSaysHowLittleItKnows() {
        SmallRun single = SmallRun.of(1, Optional.empty());
        assertThat(single.findings().answer())
                .anySatisfy(text -> assertThat(text.en())
                        .startsWith(
                                "This is one trial: by its own 95 % intervals the difference may be anything from -"));
        assertThat(run.findings().answer()).noneMatch(text -> text.en().startsWith("This is one trial"));
        SmallRun tiny = SmallRun.of("knee", List.of("patients=5", "trials=1"));
        assertThat(tiny.findings().share()).isEmpty();
    }

    @Test
    void aMinusStaysBeforeItsNumberInArabic() {
        assertThat(Finding.of("%.1f", "فرق %.1f", -4.8)).isEqualTo(new Text("-4.8", "فرق \u200e-4.8"));
    }

    @Test
    void anArabicListRunsFromRightToLeft() {
        assertThat(Finding.joined(List.of(new Text("-0.3", "-0.3"), new Text("msc-5e7", "msc-5e7"))))
                .isEqualTo(new Text("-0.3, msc-5e7", "-0.3\u200f، msc-5e7"));
    }

    private static double mean(ToDoubleFunction<String> of) {
        return CELLS.stream().mapToDouble(of).average().orElseThrow();
    }
}
