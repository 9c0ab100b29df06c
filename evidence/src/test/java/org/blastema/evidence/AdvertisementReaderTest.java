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
    void onlyThePhraseIsQuotedWithItsLineAndAComparatorOfItsOwnSentence() {
        Advertisement found =
                read("Doctor Nobody greets.\nKnee pain? Our stem cells beat cortisone.\nA knee without pain.");
        Advertisement.Candidate candidate = found.candidates().getFirst();
        assertThat(candidate.parts().get(Phrases.Kind.USE).quoted()).isEqualTo(new Advertisement.Quoted(2, "Knee"));
        assertThat(candidate.parts()).doesNotContainKey(Phrases.Kind.COMPARATOR);
        assertThat(found.toString()).doesNotContain("Nobody", "greets", "beat");
        assertThat(found.unread()).containsExactly(1);
        assertThat(read("Knee pain less than after cortisone.")
                        .candidates()
                        .getFirst()
                        .parts())
                .containsKey(Phrases.Kind.COMPARATOR);
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
    }

    @Test
    void whatCannotBeAnsweredIsSaidOnceWithItsReason() {
        Advertisement found = read("Autism and diabetes.\nDiabetes again, guaranteed!\nCall us.");
        assertThat(found.open())
                .extracting(open -> open.quoted().text())
                .containsExactly("diabetes", "Autism", "guaranteed");
        assertThat(found.open())
                .allSatisfy(open -> assertThat(open.because().ar()).isNotBlank());
        assertThat(found.unread()).containsExactly(3);
        assertThat(found.language()).isEqualTo(Language.EN);
        assertThat(read("خلايا stem جذعية").language()).isEqualTo(Language.AR);
    }

    @Test
    void everyClaimCanBeMadeByWordsAPriceOrAPlace() {
        List<String> made = java.util.stream.Stream.of(
                        PHRASES.rules().stream().map(Phrases.Rule::claim),
                        PHRASES.priceClaims().stream(),
                        PHRASES.placeClaims().stream())
                .flatMap(each -> each)
                .distinct()
                .toList();
        assertThat(made).containsExactlyInAnyOrderElementsOf(Library.packaged().names("claims"));
    }
}
