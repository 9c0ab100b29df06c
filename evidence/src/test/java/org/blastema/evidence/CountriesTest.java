package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.blastema.core.InvalidInput;
import org.blastema.core.Knowledge;
import org.blastema.core.Language;
import org.blastema.evidence.CountryProfile.Row;
import org.blastema.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts of the library, held by hand against what was read. */
final class CountriesTest {
    private static final Countries ALL = Countries.read(Library.packaged());

    private static CountryProfile profile(String name) {
        return ALL.profile(name, Language.EN);
    }

    private static Fact.Licence product(String country, String name) {
        return profile(country).country().products().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Fact.Amount price(String country, Fact.Basis basis) {
        return profile(country).country().in(Fact.Section.PRICES).stream()
                .map(Fact.Amount.class::cast)
                .filter(each -> each.basis() == basis)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            South Korea | south-korea
            south-korea | south-korea
            KR          | south-korea
            kor         | south-korea
            كوريا الجنوبية | south-korea
            ألمانيا     | germany
            المانيا     | germany
            DE          | germany
            USA         | united-states
            u.s.a.      | united-states
            السعودية    | saudi-arabia
            أوكرانيا    | ukraine
            اوكرانيا    | ukraine
            Türkiye     | turkey
            EU          | european-union
            """)
    void aCountryIsFoundByNameInTwoLanguagesAndByCode(String wanted, String name) {
        assertThat(profile(wanted).country().name()).isEqualTo(name);
    }

    @Test
    void anUnknownCountryIsToldWithTheNearestAndAllThatAreKnown() {
        InvalidInput error =
                Assertions.catchThrowableOfType(InvalidInput.class, () -> ALL.profile("Ukrain", Language.EN));
        assertThat(error.problems().toString())
                .contains("unknown country 'Ukrain'", "nearest: Ukraine]", "known are Australia, Canada");
        InvalidInput arabic =
                Assertions.catchThrowableOfType(InvalidInput.class, () -> ALL.profile("أوكراني", Language.AR));
        assertThat(arabic.problems().toString()).contains("أوكرانيا", "ألمانيا");
        assertThat(Assertions.catchThrowableOfType(InvalidInput.class, () -> ALL.profile("-", Language.EN)))
                .isNotNull();
    }

    @Test
    void southKorea() {
        Fact.Licence cartistem = product("KR", "Cartistem");
        assertThat(cartistem.status()).isEqualTo(Fact.Status.APPROVED);
        assertThat(cartistem.use().en()).isEqualTo("knee cartilage");
        assertThat(cartistem.backing().date()).hasToString("2012");
        assertThat(cartistem.backing().knowledge()).isEqualTo(Knowledge.READ);
        assertThat(product("KR", "Neuronata-R").status()).isEqualTo(Fact.Status.CONDITIONAL);
        assertThat(product("KR", "AstroStem").status()).isEqualTo(Fact.Status.NOT_APPROVED);
        assertThat(profile("KR").country().in(Fact.Section.RULES))
                .extracting(fact -> fact.backing().date().toString())
                .containsExactly("2020-08-28", "2025-02-21");
        assertThat(price("KR", Fact.Basis.MODELLED).value()).hasValue(14410);
    }

    @Test
    void unitedStates() {
        Fact.Amount knee = price("US", Fact.Basis.ASKED);
        assertThat(knee.value()).hasValue(5156);
        assertThat(knee.sd()).hasValue(2446);
        assertThat(knee.low()).hasValue(1150);
        assertThat(knee.high()).hasValue(12000);
        assertThat(knee.n()).hasValue(65);
        assertThat(knee.backing().sources()).containsExactly("piuzzi-2018");
        assertThat(knee.backing().knowledge()).isEqualTo(Knowledge.ABSTRACT);
        assertThat(product("US", "Ryoncil").backing().date()).hasToString("2024-12-18");
        assertThat(product("US", "Prochymal").status()).isEqualTo(Fact.Status.NOT_APPROVED);
        assertThat(price("US", Fact.Basis.LIST).backing().unverified()).isTrue();
    }

    @Test
    void germanyHoldsWhatHoldsInTheUnionAndEverywhere() {
        CountryProfile germany = profile("Germany");
        assertThat(germany.holding()).extracting(Country::name).containsExactly("germany", "european-union", "world");
        assertThat(germany.rows(Fact.Section.RULES).getFirst().fact().backing().unverified())
                .isTrue();
        Row alofisel = germany.rows(Fact.Section.PRODUCTS).getFirst();
        assertThat(alofisel.from().name()).isEqualTo("european-union");
        assertThat(((Fact.Licence) alofisel.fact()).latest()).isEqualTo(Fact.Status.WITHDRAWN);
        Row warning = germany.rows(Fact.Section.WARNINGS).getFirst();
        assertThat(warning.fact().backing().date()).hasToString("2025-03-13");
        assertThat(warning.mayBeOutOfDate(warning.fact().backing())).isFalse();
        assertThat(alofisel.mayBeOutOfDate(alofisel.fact().backing())).isTrue();
    }

    /** Median and spread of the notes; 95 of 100 lie between the median times and by exp(1.96 sigma), sigma 0.4466 and 0.6315. */
    @ParameterizedTest
    @CsvSource({"0, 4660, 1941, 11185", "1, 20000, 5801, 68959"})
    void lawsOfPricesHoldEverywhereAndAreOfNoCountry(int place, double median, double low, double high) {
        for (String country : new String[] {"Germany", "US", "world"}) {
            List<Row> laws = profile(country).rows(Fact.Section.PRICE_LAWS);
            assertThat(laws).hasSize(4).allMatch(row -> row.from().name().equals("world"));
            Fact.Amount law = (Fact.Amount) laws.get(place).fact();
            assertThat(law.value()).hasValue(median);
            assertThat(law.most().orElseThrow().low()).isCloseTo(low, within(0.002 * low));
            assertThat(law.most().orElseThrow().high()).isCloseTo(high, within(0.002 * high));
        }
        Fact.Amount newspaper =
                (Fact.Amount) profile("US").rows(Fact.Section.PRICE_LAWS).get(2).fact();
        assertThat(newspaper.basis()).isEqualTo(Fact.Basis.STATED);
        assertThat(newspaper.most()).isEmpty();
        assertThat(newspaper.backing().unverified()).isTrue();
    }

    /** Prices that were not found must not be claimed. */
    @ParameterizedTest
    @ValueSource(strings = {"Ukraine", "Switzerland", "Germany", "South Korea"})
    void noClinicPriceOfTheFourCountriesOfTheArticle(String name) {
        Country country = profile(name).country();
        assertThat(country.nothingIn(Fact.Section.PRICES).orElseThrow().en())
                .startsWith("No published survey")
                .contains("and a claim");
        assertThat(country.in(Fact.Section.PRICES))
                .allMatch(fact -> ((Fact.Amount) fact).basis() == Fact.Basis.MODELLED);
        assertThat(country.in(Fact.Section.CLINICS)).isEmpty();
    }

    @Test
    void everyCountryLiesInTheWorldAndSaysWhatMustNotBeClaimed() {
        assertThat(ALL.all()).hasSize(21);
        assertThat(ALL.all()).allSatisfy(country -> {
            CountryProfile profile = profile(country.name());
            assertThat(profile.mustNotClaim()).hasSizeGreaterThanOrEqualTo(5);
            assertThat(List.of(Fact.Section.values()))
                    .allSatisfy(section -> assertThat(country.in(section).isEmpty()
                                    && country.nothingIn(section).isEmpty()
                                    && section != Fact.Section.WARNINGS
                                    && section != Fact.Section.PRICE_LAWS
                                    && !country.name().equals("world"))
                            .as(country.name() + " " + section)
                            .isFalse());
        });
    }

    @Test
    void aProductIsFoundHereAndElsewhere() {
        ProductProfile cartistem = ALL.product(profile("Germany"), "cartistem");
        assertThat(cartistem.here()).isEmpty();
        assertThat(cartistem.elsewhere()).extracting(row -> row.from().name()).containsExactly("south-korea");
        assertThat(ALL.product(profile("KR"), "CARTISTEM").prices()).hasSize(1);
        assertThat(ALL.product(profile("KR"), "Cellgram").name()).isEqualTo("Hearticellgram-AMI");
        assertThat(ALL.product(profile("India"), "Stempeucel").here()).hasSize(2);
    }

    @Test
    void anUnknownProductIsToldWithTheNearestAndWhatIsKnownHere() {
        InvalidInput error =
                Assertions.catchThrowableOfType(InvalidInput.class, () -> ALL.product(profile("Japan"), "Temcel"));
        assertThat(error.problems().toString())
                .contains(
                        "unknown product 'Temcel'",
                        "known in Japan: Temcell HS (approved), Stemirac (conditional)",
                        "nearest: Temcell");
        assertThat(Assertions.catchThrowableOfType(InvalidInput.class, () -> ALL.product(profile("Ukraine"), "Ukrcell"))
                        .problems()
                        .toString())
                .contains("known in Ukraine: no product");
    }
}
