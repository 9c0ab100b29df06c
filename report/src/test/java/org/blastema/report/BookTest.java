package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.ClaimEngine;
import org.blastema.evidence.ClaimReader;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.Effort;
import org.blastema.evidence.SliderReader;
import org.blastema.evidence.SliderRun;
import org.blastema.evidence.Verdict;
import org.blastema.evidence.WarningSigns;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.statistics.Interval;
import org.blastema.trial.StudyReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small book of claims, really simulated, as text and as a browser on a phone shows it. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BookTest {
    private static final Effort FEW = new Effort(20, 2, 2);

    @TempDir
    private Path folder = Path.of("");

    private Book.Contents contents = new Book.Contents(
            List.of(),
            List.of(),
            WarningSigns.read(Library.packaged()),
            Library.packaged().bibliography(),
            FEW,
            List.of());

    @BeforeAll
    void judge() {
        StudyReader studies = new StudyReader(Library.packaged());
        ClaimEngine engine = new ClaimEngine(studies, FEW);
        List<ClaimResult> claims = List.of("C12", "C13", "C15", "C18", "C19", "C20").stream()
                .map(id -> engine.judge(ClaimReader.read(studies, id)))
                .toList();
        SliderRun runs = new SliderRun(studies, FEW);
        contents =
                with(claims, SliderReader.all(studies).stream().map(runs::run).toList(), List.of());
    }

    private Book.Contents with(
            List<ClaimResult> claims, List<org.blastema.evidence.SliderFound> sliders, List<String> modified) {
        return new Book.Contents(claims, sliders, contents.signs(), contents.bibliography(), FEW, modified);
    }

    private String page(String language) {
        return Objects.requireNonNull(Book.pages(contents).get(language + ".html"));
    }

    @ParameterizedTest
    @CsvSource({"ar, 390, rtl", "en, 390, ltr", "ar, 320, rtl", "en, 1280, ltr"})
    void isWholeOnAPhoneInBothLanguages(String language, int width, String direction) {
        Map<String, Object> seen = seen(language, width);
        assertThat(seen).containsEntry("lang", language).containsEntry("dir", direction);
        assertThat(seen).containsEntry("inner", (double) width);
        assertThat(Tree.number(seen, "scroll")).isLessThanOrEqualTo(width);
        assertThat(Tree.list(seen, "wide")).isEmpty();
        assertThat(Tree.list(seen, "loads")).isEmpty();
        assertThat(seen.get("text")).asString().doesNotContain("undefined", "NaN", "{prior}", "@", "[object");
        assertThat(Tree.objects(seen, "claims"))
                .extracting(part -> part.get("id"))
                .containsExactly("C12", "C13", "C15", "C18", "C19", "C20");
        assertThat(Tree.objects(seen, "claims"))
                .allSatisfy(part -> assertThat(Tree.number(part, "height")).isGreaterThan(100));
    }

    private Map<String, Object> seen(String language, int width) {
        Optional<Browser> browser = Browser.in(folder);
        assumeTrue(browser.isPresent(), "no Chromium on the PATH: the book was NOT looked at in a browser");
        Browser.Seen seen = browser.get().show(page(language), "", width, "book-measure.js");
        assertThat(seen.console()).isEmpty();
        return seen.measured();
    }

    @ParameterizedTest
    @CsvSource({"ar", "en"})
    void handlesChangeWhatIsShown(String language) {
        List<Map<String, Object>> sliders = Tree.objects(seen(language, 390), "sliders");
        assertThat(sliders)
                .extracting(slider -> slider.get("id"))
                .containsExactly("illusion", "blinding", "dose", "centre", "natural-course", "belief");
        assertThat(sliders).allSatisfy(slider -> {
            assertThat(Tree.list(slider, "first")).hasSize(1);
            assertThat(Tree.list(slider, "last")).hasSize(1).isNotEqualTo(Tree.list(slider, "first"));
        });
    }

    @Test
    void aBeliefFollowsBayesRuleAsThePaperSays() {
        Map<String, Object> belief = Tree.objects(seen("en", 390), "sliders").getLast();
        double power = Double.parseDouble(String.valueOf(Tree.at(belief, "odds", "power")));
        double alarm = Double.parseDouble(String.valueOf(Tree.at(belief, "odds", "alarm")));
        assertThat(power).isGreaterThan(alarm).isPositive();
        List<?> believed = Tree.list(belief, "believed");
        assertThat(believed.get(0)).asString().contains("10 of 100").contains(after(0.1, power, alarm));
        assertThat(believed.get(1)).asString().contains("50 of 100").contains(after(0.5, power, alarm));
        assertThat(believed.get(2)).isNotEqualTo(believed.get(0));
        assertThat(belief.get("static"))
                .asString()
                .contains("chance of " + after(0.1, power, alarm).replace(" of ", " in "));
    }

    private static String after(double prior, double power, double alarm) {
        double after = 100 * prior * power / (prior * power + (1 - prior) * alarm);
        return Math.round(after) + " of 100";
    }

    @Test
    void harmsHaveTheSignsThatNeedUrgentCareAndTreatedPeopleTheirComparator() {
        List<Map<String, Object>> claims = Tree.objects(seen("en", 390), "claims");
        assertThat(claims).allSatisfy(part -> {
            boolean harms = List.of("C15", "C20").contains(part.get("id"));
            assertThat(Tree.number(part, "urgent")).as("%s", part.get("id")).isEqualTo(harms ? 1 : 0);
        });
        assertThat(claims.get(3)).containsEntry("dots", 2.0);
        for (String sign : List.of("hot, swollen joint", "fever or chills", "breathlessness", "sudden loss of sight")) {
            assertThat(page("en")).contains(sign);
        }
        assertThat(page("ar")).contains("فقدان مفاجئ للبصر", "ليس نصيحة طبية", "من كل 100 شخص متخيَّل");
    }

    /** Beside a test that was not passed, how many must be treated would read as a benefit; among the figures too. */
    @ParameterizedTest
    @CsvSource({
        "HOLDS, true, true",
        "PARTLY, true, true",
        "FAILS, false, true",
        "UNTESTABLE, false, true",
        "DECIDED_BY_ASSUMPTION, false, true",
        "HOLDS, true, false"
    })
    void howManyMustBeTreatedIsToldOnlyWhereTheTestWasPassed(Verdict verdict, boolean told, boolean gain) {
        ClaimResult judged = contents.claims().get(3);
        ClaimResult.Compared each = judged.comparisons().getFirst();
        ClaimResult.Compared changed = changed(
                each, each.better(), measured(0.5, 0.4), verdict, gain ? each.gain() : Optional.empty(), each.beside());
        ClaimResult result = new ClaimResult(judged.claim(), List.of(), List.of(changed), judged.designs());
        String section = new BookClaim(result, new Html(Language.EN), contents.bibliography()).section();
        assertThat(section.contains("So about 10 people must be treated")).isEqualTo(told && gain);
        assertThat(section.contains("one more for every 10 treated")).isEqualTo(told);
        assertThat(section.contains("class=\"dots\"")).isEqualTo(gain);
    }

    /** Names of parameters and verdicts of the program stand among the figures, which are closed, and nowhere else. */
    @Test
    void aReaderWithoutScienceMeetsNoNameOfTheProgram() {
        String plain = page("en").replaceAll("(?s)<details class=\"figures\">.*?</details>", "");
        assertThat(page("en")).contains("effect_factor", ": FAILS");
        assertThat(plain.substring(0, plain.indexOf("id=\"about\"")))
                .doesNotContain("effect_factor", "FAILS", "UNTESTABLE", "DECIDED BY", "PARTLY", "{grade}")
                .contains(
                        "how much the injection eases pain",
                        "Ukraine: no authorised product",
                        "The test asks for fewer than 10 of 10,000 people.");
    }

    @Test
    void everyClaimSaysWhatWouldChangeItsAnswerAndLeadsBack() {
        assertThat(page("en").split("What would change the answer", -1)).hasSize(7);
        assertThat(page("ar").split("ما الذي يغيّر الجواب", -1)).hasSize(7);
        assertThat(page("en").split("Back to all claims", -1))
                .as("it stays in sight")
                .hasSize(2);
    }

    @Test
    void aReaderFindsHisCaseAndWhatToAsk() {
        assertThat(page("ar"))
                .contains("href=\"#about-joints\"", "id=\"about-joints\"", "الركبة والمفاصل", "ماذا تسأل قبل أن تدفع");
        assertThat(page("en").split("id=\"about-harm\"")[1]).containsSubsequence("#C15", "#C20", "about-offer", "#C12");
    }

    /** What is assumed of clinics is never told without that, and no more exactly than to one digit. */
    @Test
    void harmsOfClinicsAreSaidToBeAssumed() {
        String centre = page("en").split("id=\"centre\"")[1].split("</section>")[0];
        assertThat(centre.split("Nobody has counted the harms of such clinics", -1))
                .hasSize(2);
        assertThat(page("en").split("Nobody has counted the harms of such clinics", -1))
                .as("the same words at the handle and in C15 and C20")
                .hasSize(4);
        assertThat(page("en")).contains("This rests on a rate from memory that was not checked: short fever.");
        assertThat(BookTerms.supposed(0.0448)).isEqualTo(BookTerms.supposed(0.0440));
        assertThat(BookTerms.supposed(0.00058).en()).isEqualTo("fewer than 10 of 10,000 people");
        assertThat(BookTerms.supposed(0).en()).isEqualTo("none of 10,000 people");
        assertThat(BookTerms.ofTenThousand(0.0448).en()).isEqualTo("about 450 of 10,000 people");
        assertThat(BookTerms.ofTenThousand(0.00003).en()).isEqualTo("fewer than 1 of 10,000 people");
        assertThat(BookTerms.ofTenThousand(0.99991).en()).isEqualTo("nearly all of 10,000 people");
        assertThat(BookTerms.ofTenThousand(0).ar()).isEqualTo("لا أحد من كل 10,000 شخص");
    }

    @Test
    void aMinusStaysBeforeItsNumberInArabicAndBackticksAreCode() {
        Html arabic = new Html(Language.AR);
        assertThat(arabic.text(new Text("", "من -16.9 إلى 2 (-3) و`run`")))
                .isEqualTo("من \u200e-16.9 إلى 2 (\u200e-3) و<code>run</code>");
        assertThat(new Html(Language.EN).text(new Text("-1 to 2-3", ""))).isEqualTo("-1 to 2-3");
    }

    @Test
    void aChangedLibraryGivesNoVerdict() {
        ClaimResult judged = contents.claims().get(3);
        ClaimResult changed =
                new ClaimResult(judged.claim(), List.of("studies/knee.yaml"), judged.found(), judged.designs());
        Book.Contents before = contents;
        contents = with(List.of(changed), before.sliders(), List.of("studies/knee.yaml"));
        String page = page("en");
        contents = before;
        assertThat(page)
                .contains(
                        "<title>MODIFIED: ",
                        "MODIFIED: files stand in place of the library's (studies/knee.yaml)",
                        "No verdict")
                .doesNotContain(
                        "Our simulation does not",
                        "Our simulation supports",
                        ": FAILS",
                        ": HOLDS",
                        "What would change");
    }

    /** Pictures whose shares differ by less than a dot do not look different; their words tell the shares. */
    @Test
    void sharesThatDifferByLessThanADotHaveTheSameDots() {
        String close = pictures(0.0846, 0.0820);
        assertThat(close).contains(": 8.2 of 100", ": 8.5 of 100");
        assertThat(close.split("h80v10", -1)).hasSize(3);
        assertThat(pictures(0.36, 0.27)).contains(": 27 of 100", ": 36 of 100");
    }

    private String pictures(double treated, double versus) {
        ClaimResult.Compared each = contents.claims().get(3).comparisons().getFirst();
        return pictures(
                changed(each, each.better(), measured(treated, versus), each.verdict(), each.gain(), each.beside()));
    }

    private String pictures(ClaimResult.Compared changed) {
        ClaimResult judged = contents.claims().get(3);
        ClaimResult result = new ClaimResult(judged.claim(), List.of(), List.of(changed), judged.designs());
        return new BookPictures(result, new Html(Language.EN)).pictures();
    }

    private static ClaimResult.Measured measured(double treated, double versus) {
        return new ClaimResult.Measured(
                -7, new Interval(-11, -3), -20, -13, OptionalDouble.of(treated), OptionalDouble.of(versus));
    }

    private static ClaimResult.Compared changed(
            ClaimResult.Compared each,
            Model.Better better,
            ClaimResult.Measured found,
            Verdict verdict,
            Optional<Text> gain,
            List<ClaimResult.Beside> beside) {
        return new ClaimResult.Compared(
                each.experiment(),
                each.unit(),
                better,
                each.draws(),
                each.persons(),
                found,
                verdict,
                verdict,
                each.shares(),
                each.unmeasured(),
                each.flips(),
                each.variants(),
                beside,
                gain,
                each.titles());
    }

    /** Other treatments under the same test stand in words: pictures beside those of the cells would read as a ranking. */
    @Test
    void otherTreatmentsAreToldWithoutAPicture() {
        ClaimResult.Compared each = contents.claims().get(3).comparisons().getFirst();
        ClaimResult.Measured found = measured(0.9, 0.4);
        String arm = each.experiment().question().arm();
        String versus = each.experiment().question().versus();
        String told = pictures(changed(
                each,
                each.better(),
                measured(0.5, 0.4),
                Verdict.FAILS,
                each.gain(),
                List.of(
                        new ClaimResult.Beside(arm, found, Verdict.PARTLY),
                        new ClaimResult.Beside(versus, found, Verdict.FAILS))));
        assertThat(told.split("class=\"dots\"", -1)).hasSize(3);
        assertThat(told)
                .doesNotContain("90 of 100")
                .contains(
                        "Would another treatment pass the same test at the same time?",
                        arm(each, arm) + ": perhaps",
                        arm(each, versus) + ": it does not reach this limit");
    }

    private static String arm(ClaimResult.Compared each, String name) {
        return ClaimTerms.title(each.titles(), name).en();
    }

    @Test
    void whoseSideADifferenceIsOnFollowsWhatIsBetter() {
        ClaimResult.Compared each = contents.claims().get(3).comparisons().getFirst();
        assertThat(said(each, Model.Better.LOW)).contains("7 points of 100 less, in favour of the first; that average");
        assertThat(said(each, Model.Better.HIGH))
                .contains("7 points of 100 less, in favour of the second; that average");
    }

    private static String said(ClaimResult.Compared each, Model.Better better) {
        return BookDifference.of(changed(each, better, measured(0.5, 0.4), each.verdict(), each.gain(), each.beside()))
                .en();
    }

    /** What was never measured and moves the answer is named: whoever could measure it should know. */
    @Test
    void whatAMeasurementWouldHaveToMeasureIsNamed() {
        ClaimResult fever = contents.claims().get(2);
        assertThat(fever.claim().id()).isEqualTo("C15");
        assertThat(new BookChange(fever).sentence().orElseThrow().en())
                .contains("only a measurement of what was never measured could: how often fever comes without cells.");
    }

    /** A bar as long as another shows as much pain gone, in whichever slider it stands. */
    @Test
    void barsOfAllSlidersOfPainHaveOneScale() {
        String natural = page("en").split("id=\"natural-course\"")[1].split("</section>")[0];
        assertThat(natural).contains("width:").doesNotContain("width:100%");
    }

    @Test
    void isTheSameBytesAndSaysThatItIsRough() {
        assertThat(Book.pages(contents)).isEqualTo(Book.pages(contents));
        assertThat(page("en")).contains("A trial copy");
    }

    @Test
    void aHundredDotsAreFilledByTheirCount() {
        Html html = new Html(Language.EN);
        Text words = new Text("a \"b\" <c>", "");
        assertThat(Dots.of(html, 37, false, words))
                .contains("M0 0h100v30h-100z", "M0 30h70v10h-70z", "a &quot;b&quot; &lt;c&gt;");
        assertThat(Dots.of(html, 0, true, words)).doesNotContain("#d2");
        assertThat(Dots.of(html, 100, true, words)).contains("M0 0h100v100h-100z\"/></svg>");
    }
}
