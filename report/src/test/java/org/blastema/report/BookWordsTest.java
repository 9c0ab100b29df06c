package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimReader;
import org.blastema.evidence.ClaimResult;
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
                .contains("نحو 94٪ من الأول، أي لم يتغيّر شيء يُذكر في هذا الحساب؛ وقد يكون بين 80٪ و96٪");
        assertThat(BookPictures.ratio(50, 0.4, new Interval(0.2, 0.7)).en()).contains("about 40 % of the first, less;");
        assertThat(BookPictures.ratio(50, 1.2, new Interval(0.9, 1.3)).en())
                .contains("about 120 % of the first, not less;");
    }

    /** An interval with two equal ends is none. */
    @Test
    void whatNothingMovesIsSaidToStay() {
        Text none = BookTerms.supposed(0);
        assertThat(BookPictures.between(none, none).en()).isEqualTo("It is so whatever we try.");
        assertThat(BookPictures.between(none, BookTerms.supposed(0.01)).en())
                .contains("between none of 10,000 people and about 100 of 10,000 people");
    }

    @ParameterizedTest
    @CsvSource({"2, مرتين", "3, 3 مرات", "10.4, 10 مرات", "46, 46 مرة", "166, 170 مرة"})
    void timesHaveTheirNoun(double value, String arabic) {
        assertThat(BookPictures.times(value).ar()).isEqualTo(arabic);
    }

    @Test
    void aRangeIsOfLessOrOfMoreOrOfBoth() {
        assertThat(plain(BookDifference.range(new Interval(-11.5, -0.217), 15, "mm")
                        .ar()))
                .isEqualTo("؛ وقد يكون المتوسط أقل بـ 0.22 إلى 12 درجة من 100");
        assertThat(plain(
                        BookDifference.range(new Interval(54.2, 110.3), 14, "d").ar()))
                .isEqualTo("؛ وقد يكون المتوسط أكثر بـ 54 إلى 110 أيام");
        assertThat(BookDifference.range(new Interval(-0.138, 0.586), 5, "%").en())
                .isEqualTo("; that average could be anything from 0.14 % less to 0.59 % more");
        assertThat(BookDifference.range(new Interval(-0.01, 0.01), 5, "%").en()).isEmpty();
        assertThat(BookDifference.range(new Interval(0.01, 3), 5, "%").en())
                .isEqualTo("; that average could be anything from no difference to 3 % more");
    }

    @Test
    void aSentenceOfTheClaimTakesItsNumber() {
        Text says = new Text("About {value} of 100 buyers", "نحو {value} من كل 100 مشترٍ");
        assertThat(BookDifference.said(says, 46.6, new Interval(32.4, 60.2), 50))
                .isEqualTo(new Text(
                        "About 47 of 100 buyers (in our calculation 32 to 60). The test asks for at least 50.",
                        "نحو 47 من كل 100 مشترٍ (وهو في حسابنا بين 32 و60). ويشترط الاختبار 50 على الأقل."));
        assertThat(BookDifference.said(says, 0, new Interval(0, 0), 50).en())
                .isEqualTo("0 of 100 buyers. The test asks for at least 50.");
        assertThat(BookDifference.said(says, 0.05, new Interval(0.05, 0.05), 50))
                .isEqualTo(new Text(
                        "About 5 of 10,000 buyers. The test asks for at least 5,000.",
                        "نحو 5 من كل 10,000 مشترٍ. ويشترط الاختبار 5,000 على الأقل."));
    }

    @Test
    void painIsToldInPointsOfItsScaleWithTheNounOfTheNumber() {
        assertThat(Amounts.plain(-4.89, "mm").en()).isEqualTo("-4.9 points of 100");
        assertThat(plain(Amounts.limit(15, "mm").ar())).isEqualTo("15 درجة من 100");
        assertThat(plain(Amounts.limit(7, "mm").ar())).isEqualTo("7 درجات من 100");
        assertThat(Amounts.limit(1, "{grade}").ar()).isEqualTo("درجة واحدة");
        assertThat(Amounts.limit(1, "{grade}").en()).isEqualTo("1 grade");
        assertThat(Amounts.limit(17.5, "mm").en()).isEqualTo("17.5 points of 100");
    }

    /** What does help stands in one claim, with the sources of its numbers. */
    @Test
    void whatHelpsAKneeStandsWithItsSources() {
        Claim claim = ClaimReader.read(new StudyReader(Library.packaged()), "C7");
        ClaimResult result = new ClaimResult(claim, List.of(), List.of(), Optional.empty());
        String section =
                new BookClaim(result, new Html(Language.EN), Library.packaged().bibliography()).section();
        assertThat(section)
                .contains("id=\"care-C7\"", "12 points less pain", "Fransen et al. 2015", "a doctor decides");
        assertThat(claim.ordinaryCare().orElseThrow().sizes())
                .hasSizeGreaterThan(8)
                .allSatisfy(size -> assertThat(size.sources()).isNotEmpty());
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

    /** A bullet that begins with "that" is read as true by who skips the heading above it. */
    @Test
    void whatMustNotBeConcludedIsDeniedInItsOwnSentence() {
        StudyReader studies = new StudyReader(Library.packaged());
        assertThat(Library.packaged().names("claims")).allSatisfy(id -> {
            Claim claim = ClaimReader.read(studies, id);
            assertThat(claim.mustNotClaim()).isNotEmpty().allSatisfy(that -> {
                assertThat(that.en()).startsWith("That ");
                assertThat(that.ar()).matches("(?s)أنّ?(ه|ها)? .*");
            });
        });
        ClaimResult result = new ClaimResult(ClaimReader.read(studies, "C15"), List.of(), List.of(), Optional.empty());
        assertThat(new BookClaim(
                                result,
                                new Html(Language.EN),
                                Library.packaged().bibliography())
                        .section())
                .contains("<li>It does not mean that a fever after an injection can be waited out.");
        assertThat(new BookClaim(
                                result,
                                new Html(Language.AR),
                                Library.packaged().bibliography())
                        .section())
                .contains("<li>لا يعني هذا أنّ الحمّى");
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
        assertThat(BookTerms.support(inPart(Claim.Support.SUPPORTED)).en())
                .isEqualTo("Published research supports it within limits: this");
    }

    private static Claim.Evidence inPart(Claim.Support verdict) {
        return new Claim.Evidence(
                verdict, Claim.Certainty.LOW, Optional.of(new Text("this", "هذا")), new Text("", ""), List.of());
    }
}
