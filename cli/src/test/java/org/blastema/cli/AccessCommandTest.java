package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessCommandTest {
    @Test
    void aCountryIsToldWithDateKnowledgeAndSource() {
        assertThat(Said.of("access", "South Korea").ended(0).out())
                .startsWith("South Korea")
                .contains("- Cartistem (stem cells of donated cord blood), for knee cartilage: approved")
                .contains("2012, may be out of date; read in the source [cell-product-tables]")
                .contains("AstroStem", "NOT approved", "unverified")
                .contains("14,410 USD (from a published economic model)")
                .contains("No published survey")
                .contains("Signs to look for")
                .contains("What must not be concluded", "[korea-20331] South Korea, Law 20331. 2025.");
        assertThat(Said.of("access", "US").ended(0).out())
                .contains("mean: 5,156 USD, SD 2,446, 1,150 to 12,000 USD, n = 65 (asked by centres in a survey)")
                .contains("2017, may be out of date; read in an abstract or at second hand [piuzzi-2018]");
    }

    @Test
    void aCountryIsToldInArabic() {
        assertThat(Said.of("access", "ألمانيا", "--lang", "ar").ended(0).out())
                .startsWith("ألمانيا")
                .contains("غير محقَّق", "قد يكون قديماً", "الاتحاد الأوروبي، 2018")
                .contains("لم يوجد أي استطلاع منشور للأسعار", "ما لا يجوز استنتاجه")
                .doesNotContain("Nothing is", "unverified", "may be out of date");
    }

    @Test
    void nothingKnownIsSaid() {
        assertThat(Said.of("access", "Egypt").ended(0).out())
                .contains(
                        "Nothing readable was found", "No price was read.", "Nothing is known of this country itself.");
    }

    @Test
    void aProductOfAnotherCountryIsSaidToBeFromThere() {
        assertThat(Said.of("access", "Germany", "Cartistem").ended(0).out())
                .contains("In Germany", "No authorisation is known here", "South Korea, 2012");
        assertThat(Said.of("access", "Germany", "Alofisel").ended(0).out())
                .contains("approved, later withdrawn", "European Union, 2018", "Later: withdrawn", "Japan, 2021");
    }

    @Test
    void withoutACountryThoseThatAreKnownAreNamed() {
        assertThat(Said.of("access").ended(0).out()).contains("Ukraine (UA, UKR)", "Everywhere");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            access Ukrain            | unknown country 'Ukrain'   | nearest: Ukraine
            access Ukrain            | known are Australia        | United States
            access Japan Temcel      | unknown product 'Temcel'   | Temcell HS (approved), Stemirac
            access --signs --answers 1=maybe | the answer 'maybe' | SIGN=yes
            """)
    void whatIsNotKnownIsToldWithExitTwo(String words, String told, String also) {
        Said said = Said.of(words.split(" ")).ended(2);
        assertThat(said.err()).contains(told, also);
        assertThat(said.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            access Japan --signs         | leave 'Japan' out
            access Japan --answers 1=yes | belong to --signs
            access Japan --lang fr       | fr
            """)
    void wrongUseIsToldWithExitThree(String words, String told) {
        assertThat(Said.of(words.split(" ")).ended(3).err()).contains(told);
    }

    @Test
    void signsAreListedAndCountedWithoutAVerdict() {
        assertThat(Said.of("access", "--signs").ended(0).out())
                .contains(
                        "10. You are asked to travel", "[pressure, 1 point]", "A count of signs is no measure of risk");
        assertThat(Said.of("access", "--signs", "--answers", "1=yes,pressure=yes,3=no")
                        .ended(0)
                        .out())
                .contains("Signs seen: 2 of 10 points.", "between 2 and 9", "does not show that an offer is safe");
        assertThat(Said.of("access", "--signs", "--answers", "1=نعم", "--lang", "ar")
                        .ended(0)
                        .out())
                .contains("العلامات المرئية: 1 من 10", ": نعم", ": لا أعرف");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access --json",
                "access KR --json",
                "access KR Cartistem --json",
                "access --signs --json",
                "access --signs --answers 1=yes --json",
                "list access --json"
            })
    void jsonIsOneObjectAndNothingElse(String words) {
        Said said = Said.of(words.split(" ")).ended(0);
        assertThat(said.json()).startsWith("{");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void jsonHoldsEachFactWithWhatStandsBehindIt() {
        String json = Said.of("access", "DE", "--json").ended(0).json().replaceAll("\\s+", " ");
        assertThat(json)
                .startsWith("{ \"country\" : \"germany\", \"title\" : { \"en\" : \"Germany\",")
                .contains("\"as_of\" : \"2025\"")
                .contains("\"product\" : \"Alofisel\"", "\"status\" : \"approved\", \"date\" : \"2018\"")
                .contains("\"later\" : { \"status\" : \"withdrawn\", \"date\" : \"2024\"")
                .contains("\"knowledge\" : \"recalled\", \"unverified\" : true", "\"from\" : \"european-union\"")
                .contains("\"nothing_known\" : {", "\"signs\" : [", "\"must_not_claim\" : [");
        assertThat(Said.of("access", "--signs", "--answers", "1=yes", "--json")
                        .ended(0)
                        .json()
                        .replaceAll("\\s+", " "))
                .contains("\"points\" : 1, \"points_not_known\" : 9, \"most_points\" : 10");
    }

    @Test
    void showAndListKnowCountries() {
        assertThat(Said.of("show", "ukraine").ended(0).out()).startsWith("Ukraine");
        assertThat(Said.of("show", "signs", "--lang", "ar").ended(0).out()).startsWith("علامات");
        assertThat(Said.of("list", "access").ended(0).out()).contains("ukraine", "signs");
    }
}
