package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.blastema.core.Language;
import org.blastema.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the table of phrases makes of single sentences. */
final class AdvertisementReaderTest {
    private static final Phrases PHRASES = Phrases.read(Library.packaged());
    private static final Countries COUNTRIES = Countries.read(Library.packaged());

    private static Advertisement read(String text) {
        return AdvertisementReader.read(PHRASES, COUNTRIES, text);
    }

    private static List<String> claims(String text) {
        return read(text).candidates().stream()
                .map(Advertisement.Candidate::claim)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Stem cells ease the pain of your knees.      | C7
            الخلايا الجذعية تخفّف آلامَ ركبتك.           | C7
            وبالغضروفِ تعود الركبةُ كما كانت             | C7
            We boost your immune system                  | C6
            تقوّي جهازَ المناعة                          | C6
            Collagen for everybody                       | C3
            تُقلِّل الإجهادَ التأكسدي                    | C5
            You look years younger                       | C19
            Painlessly kneeling jointly                  |
            سافر إلى المال والمفصول                      |
            """)
    void aSentenceMakesItsClaimWhateverItsFormOfWords(String sentence, String claim) {
        assertThat(claims(sentence)).isEqualTo(claim == null ? List.of() : List.of(claim));
    }

    @Test
    void theUseOfAnEarlierSentenceHoldsUntilAnotherIsNamed() {
        assertThat(claims("For your knee!\nLess pain in weeks.")).containsExactly("C7");
        assertThat(claims("For your knee!\nFor your muscles: less pain.")).containsExactly("C8");
        assertThat(claims("For your knee!\nDiabetes: less pain.")).isEmpty();
        assertThat(claims("Less pain in weeks.")).isEmpty();
    }

    @Test
    void aUseThatNothingAnswersHoldsToo() {
        assertThat(claims("For your knee!\nWe treat diabetes, and there is less pain."))
                .isEmpty();
        assertThat(claims("For your knee!\nWe treat diabetes.\nLess pain.")).isEmpty();
    }

    @Test
    void oneStatementMakesSeveralClaimsAndOneClaimStandsInSeveral() {
        Advertisement found = read("Stem cells ease knee pain without surgery.\nYour knee moves: no pain.");
        assertThat(found.candidates())
                .extracting(Advertisement.Candidate::claim)
                .containsExactly("C7", "C17");
        assertThat(found.candidates().getFirst().statements())
                .extracting(Advertisement.Quoted::line)
                .containsExactly(1, 2);
    }

    @Test
    void aPhraseIsQuotedWithItsLineAndAComparatorOfItsOwnStatement() {
        Advertisement found =
                read("Doctor Nobody greets.\nKnee pain? Our stem cells beat cortisone.\nA knee without pain.");
        Advertisement.Candidate candidate = found.candidates().getFirst();
        assertThat(candidate.parts().get(Phrases.Kind.USE).quoted()).isEqualTo(new Advertisement.Quoted(2, "Knee"));
        assertThat(candidate.parts()).doesNotContainKey(Phrases.Kind.COMPARATOR);
        assertThat(found.unread())
                .extracting(Advertisement.Quoted::text)
                .containsExactly("Doctor Nobody greets.", "Our stem cells beat cortisone.");
        assertThat(read("Knee pain less than after cortisone.")
                        .candidates()
                        .getFirst()
                        .parts())
                .containsKey(Phrases.Kind.COMPARATOR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Only 25,000 dollars                                     |
            Our knee package costs 25,000 dollars                   |
            Treatment costs from 20 to 60 thousand dollars          | C10
            Treatment costs from 2 to 6 thousand dollars            |
            Treatment costs from 20 to 60 thousand euros            |
            تتراوح كلفة العلاج بين ٢٠ و٦٠ ألف دولار                 | C10
            السعر ٢٥ ألف دولار                                      |
            In our own laboratory                                   |
            It is costly                                            |
            It is costly since it needs a laboratory                | C23
            A clinic in Germany                                     | C13
            A clinic in Turkey                                      |
            """)
    void aPriceALaboratoryAndAPlaceAloneMakeNoClaimThatWasNotMade(String text, String claim) {
        assertThat(claims(text)).isEqualTo(claim == null ? List.of() : List.of(claim));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            No risk of rejection          | No risk of rejection
            Our success stories           | success stories
            Results are not guaranteed    | not guaranteed
            Herniated disc: less pain     | Herniated disc
            آلام الظهر                    | آلام الظهر
            شفاء تام                      | شفاء تام
            """)
    void theLongerPhraseCountsAndNotTheShorterWithinIt(String text, String quoted) {
        assertThat(claims(text)).isEmpty();
        assertThat(read(text).open())
                .singleElement()
                .satisfies(open -> assertThat(open.quoted())
                        .extracting(Advertisement.Quoted::text)
                        .containsExactly(quoted));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            25,000 dollars                | 25000 | 25000 | USD
            $4.900 only                   | 4900  | 4900  | USD
            from 20 to 60 thousand USD    | 20000 | 60000 | USD
            25,000 to 40 thousand dollars | 25000 | 40000 | USD
            ٢٥ ألف دولار                  | 25000 | 25000 | USD
            من ٥ إلى ٧ آلاف يورو          | 5000  | 7000  | EUR
            €1,250.50                     | 1250.5 | 1250.5 | EUR
            بسعر ١٬٥٠٠ دولاراً            | 1500  | 1500  | USD
            ٢٠،٠٠٠ دولار                  | 20000 | 20000 | USD
            €2.900 to €4.500              | 2900  | 4500  | EUR
            ٣٠ ألف جنيه مصري              | 30000 | 30000 | EGP
            """)
    void pricesAreUnderstood(String text, double low, double high, String currency) {
        assertThat(read(text).prices()).singleElement().satisfies(price -> {
            assertThat(price.low()).isEqualTo(low);
            assertThat(price.high()).isEqualTo(high);
            assertThat(price.currency()).isEqualTo(currency);
        });
    }

    @Test
    void placesAreCountriesOfTheLibrary() {
        assertThat(read("In Ukraine, and again in Ukraine").places()).hasSize(1);
        assertThat(read("في ألمانيا بلا ألم").places())
                .singleElement()
                .satisfies(place -> assertThat(place.country().name()).isEqualTo("germany"));
        assertThat(read("20 dollars in 3 days").places()).isEmpty();
        assertThat(read("السعر ٣٠ ألف جنيه مصري").places()).isEmpty();
    }

    @Test
    void whatCannotBeAnsweredIsSaidOnceWithItsReason() {
        Advertisement found = read("Autism and diabetes.\nDiabetes again, guaranteed!\nCall us.");
        assertThat(found.open())
                .flatExtracting(Advertisement.Open::quoted)
                .extracting(Advertisement.Quoted::text)
                .containsExactly("diabetes", "Autism", "guaranteed");
        assertThat(found.open())
                .allSatisfy(open -> assertThat(open.because().ar()).isNotBlank());
        assertThat(found.unread()).containsExactly(new Advertisement.Quoted(3, "Call us."));
        assertThat(found.language()).isEqualTo(Language.EN);
        assertThat(read("خلايا stem جذعية").language()).isEqualTo(Language.AR);
    }

    @Test
    void everyClaimCanBeMadeByWordsAPriceOrAPlace() {
        List<String> made =
                PHRASES.rules().stream().map(Phrases.Rule::claim).distinct().toList();
        assertThat(made).containsExactlyInAnyOrderElementsOf(Library.packaged().names("claims"));
    }
}
