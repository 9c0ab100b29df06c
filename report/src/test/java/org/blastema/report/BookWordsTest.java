package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimReader;
import org.blastema.evidence.Verdict;
import org.blastema.model.Library;
import org.blastema.statistics.Interval;
import org.blastema.trial.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences of the book of claims whose words go by their numbers. */
final class BookWordsTest {
    private static String plain(String text) {
        return text.replaceAll("[\\u200e\\u200f]", "");
    }

    @Test
    void aRatioAboveOneIsTimesAndItsMiddleIsNotTheQuotientOfTheMeans() {
        Text words = BookPictures.ratio(50, 45.8, new Interval(9.12, 166));
        assertThat(words.ar())
                .contains("جرّبنا 50 مجموعة", "نحو 46 مرة قدر الأول؛ وقد يكون بين 9.1 مرة و170 مرة", "متوسطان");
        assertThat(words.en()).contains("We tried 50 sets", "about 46 times the first; it could be 9.1 to 170 times");
    }

    @Test
    void aRatioBelowOneIsPercent() {
        assertThat(BookPictures.ratio(50, 0.94, new Interval(0.8, 0.96)).ar())
                .contains("نحو 94٪ من الأول، أي أقل قليلاً؛ وقد يكون بين 80٪ و96٪");
        assertThat(BookPictures.ratio(50, 0.4, new Interval(0.2, 0.7)).en()).contains("about 40 % of the first, less;");
        assertThat(BookPictures.ratio(50, 1.2, new Interval(0.9, 1.3)).en())
                .contains("about 120 % of the first, not less;");
    }

    @ParameterizedTest
    @CsvSource({"2, مرتين", "3, 3 مرات", "10.4, 10 مرات", "46, 46 مرة", "166, 170 مرة"})
    void timesHaveTheirNoun(double value, String arabic) {
        assertThat(BookPictures.times(value).ar()).isEqualTo(arabic);
    }

    @Test
    void aRangeIsOfLessOrOfMoreOrOfBoth() {
        assertThat(plain(BookFindings.range(new Interval(-11.5, -0.217), 15, "mm")
                        .ar()))
                .isEqualTo("؛ وقد يكون النقص الحقيقي بين 0.22 و12 مم");
        assertThat(plain(BookFindings.range(new Interval(54.2, 110.3), 14, "d").ar()))
                .isEqualTo("؛ وقد تكون الزيادة الحقيقية بين 54 و110 أيام");
        assertThat(BookFindings.range(new Interval(-0.138, 0.586), 5, "%").en())
                .isEqualTo("; it could really be anything from 0.14 % less to 0.59 % more");
        assertThat(BookFindings.range(new Interval(-0.01, 0.01), 5, "%").en()).isEmpty();
        assertThat(BookFindings.range(new Interval(0.01, 3), 5, "%").en())
                .isEqualTo("; it could really be anything from no difference to 3 % more");
    }

    @Test
    void aSentenceOfTheClaimTakesItsNumber() {
        Text says = new Text("About {value} of 100 buyers", "نحو {value} من كل 100 مشترٍ");
        assertThat(BookFindings.said(says, 46.6, new Interval(32.4, 60.2), 50))
                .isEqualTo(new Text(
                        "About 47 of 100 buyers (it could be 32 to 60). The test asks for at least 50.",
                        "نحو 47 من كل 100 مشترٍ (وقد يكون بين 32 و60). ويشترط الاختبار 50 على الأقل."));
        assertThat(BookFindings.said(says, 0, new Interval(0, 0), 50).en())
                .isEqualTo("About 0 of 100 buyers. The test asks for at least 50.");
    }

    /** A limit that wants less holds above the interval, one that wants more below it. */
    @ParameterizedTest
    @CsvSource({
        "HOLDS, true, 3",
        "PARTLY, true, 3",
        "FAILS, true, 1",
        "HOLDS, false, 1",
        "PARTLY, false, 1",
        "FAILS, false, 3"
    })
    void theLimitThatGivesAnotherAnswerIsAnEndOfTheInterval(Verdict verdict, boolean below, double end) {
        assertThat(BookChange.end(verdict, new Interval(1, 3), below)).isEqualTo(end);
    }

    @Test
    void whatIsSupportedInPartSaysWhichPart() {
        StudyReader studies = new StudyReader(Library.packaged());
        List<Claim> claims = Library.packaged().names("claims").stream()
                .map(id -> ClaimReader.read(studies, id))
                .toList();
        assertThat(claims)
                .filteredOn(claim -> claim.evidence().verdict() == Claim.Support.PARTLY_SUPPORTED)
                .isNotEmpty()
                .allSatisfy(claim ->
                        assertThat(claim.evidence().part()).as(claim.id()).isPresent());
        assertThat(claims)
                .filteredOn(claim -> claim.evidence().part().isPresent())
                .allSatisfy(claim -> assertThat(claim.evidence().verdict().inPart())
                        .as(claim.id())
                        .isTrue());
        assertThat(BookTerms.mark(inPart(Claim.Support.SUPPORTED)))
                .as("no plain yes")
                .isEqualTo("part");
        assertThat(BookTerms.support(inPart(Claim.Support.PARTLY_SUPPORTED)).ar())
                .isEqualTo("البحث المنشور لا يؤيّد إلا جزءاً منه: هذا");
    }

    private static Claim.Evidence inPart(Claim.Support verdict) {
        return new Claim.Evidence(
                verdict, Claim.Certainty.LOW, Optional.of(new Text("this", "هذا")), new Text("", ""), List.of());
    }
}
