package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.blastema.evidence.Advertisement.Quoted;
import org.blastema.model.Library;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Six invented advertisements as clinics write them: every claim, quote and price, and nothing else. */
final class AdvertisementSamplesTest {
    private static final Path SAMPLES = Path.of("src/test/resources/org/blastema/evidence");
    private static final Phrases PHRASES = Phrases.read(Library.packaged());
    private static final Countries COUNTRIES = Countries.read(Library.packaged());

    private static String text(String sample) throws IOException {
        return Files.readString(SAMPLES.resolve("advertisement-" + sample + ".txt"));
    }

    private static Advertisement read(String sample) throws IOException {
        return AdvertisementReader.read(PHRASES, COUNTRIES, text(sample));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            knee        | C7 C11 C15 C17 C18 C21
            anti-ageing | C3 C17 C19 C24
            abroad      | C6 C10 C13 C15 C23 C24
            ar-knee     | C7 C15 C17 C18 C20 C21 C25
            ar-skin     | C3 C11 C15 C19 C24
            ar-abroad   | C1 C2 C4 C6 C10 C13 C18 C23
            """)
    void exactlyTheseClaimsAreFound(String sample, String claims) throws IOException {
        assertThat(read(sample).candidates())
                .extracting(Advertisement.Candidate::claim)
                .containsExactlyInAnyOrder(claims.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            knee        | C7  | 2 | Our FDA approved stem cells heal cartilage
            knee        | C17 | 2 | you will never need a knee replacement.
            knee        | C18 | 3 | 90 % of our patients are pain-free after 3.5 months
            knee        | C15 | 4 | Your own cells, so there is no risk of rejection and no side effects
            anti-ageing | C3  | 3 | Smooths wrinkles
            anti-ageing | C19 | 2 | As seen on the red carpet: film stars swear by our anti-aging stem cell facial.
            abroad      | C6  | 1 | Reset your immune system with 200 million living stem cells.
            abroad      | C10 | 3 | The treatment costs between 20,000 and 35,000 dollars depending on the type of cells.
            abroad      | C23 | 4 | It is expensive because it needs complex technology
            ar-knee     | C17 | 1 | لن تحتاج إلى عملية بعد اليوم!
            ar-knee     | C7  | 2 | وتخفّف الألم
            ar-knee     | C15 | 4 | لا آثار جانبية لأنها خلاياك
            ar-knee     | C20 | 5 | بإشراف د. فلان وأ.د. علّان في مركزنا المتخصص.
            ar-skin     | C15 | 3 | وبدون أي آثار جانبية
            ar-skin     | C11 | 7 | قد تختلف النتائج من شخص لآخر.
            ar-abroad   | C4  | 2 | وتقلّل الالتهاب المزمن
            ar-abroad   | C23 | 4 | العلاج باهظ لأنه يحتاج إلى مختبرات وتقنيات معقدة.
            """)
    void aClaimStandsInItsStatementAsItWasWritten(String sample, String claim, int line, String statement)
            throws IOException {
        assertThat(text(sample).lines().toList().get(line - 1)).contains(statement);
        assertThat(read(sample).candidates())
                .filteredOn(each -> each.claim().equals(claim))
                .singleElement()
                .satisfies(each -> assertThat(each.statements()).contains(new Quoted(line, statement)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            knee        | FDA approved; One injection is enough; never need a knee replacement; no risk of rejection; treated over; Call today; not guaranteed
            anti-ageing | Turn back the clock; 100% natural; no chemicals; naturally; energy; better sleep; GMP; laboratory
            abroad      | autism; multiple sclerosis; COPD; herniated discs; hips; shoulders; laboratory; certified laboratory; JCI accredited; Permanent; money back
            ar-knee     | حقنة واحدة تكفي; لن تحتاج إلى عملية; معتمدة من هيئة الغذاء والدواء; ولا خطر للرفض; والأماكن محدودة
            ar-skin     | التصبغات; طبيعية ١٠٠٪; غير مؤلمة; تبطئ الشيخوخة; الحيوية
            ar-abroad   | الروماتويد; والتوحد; والسكري; شفاء تام; ونهائي; بضمان; وآلاف الحالات; حاصلة على شهادة; لاعب
            """)
    void whatNoClaimCoversIsQuotedWithItsReason(String sample, String phrases) throws IOException {
        assertThat(read(sample).open().stream().flatMap(each -> each.quoted().stream()))
                .extracting(Quoted::text)
                .containsExactlyInAnyOrder(phrases.split("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            knee        | 4900  | 4900  | USD
            anti-ageing | 2900  | 4500  | EUR
            abroad      | 20000 | 35000 | USD
            ar-knee     | 20000 | 20000 | EGP
            ar-skin     | 3500  | 3500  | USD
            ar-abroad   | 25000 | 50000 | USD
            """)
    void eachHasOnePrice(String sample, double low, double high, String currency) throws IOException {
        assertThat(read(sample).prices()).singleElement().satisfies(price -> {
            assertThat(price.low()).isEqualTo(low);
            assertThat(price.high()).isEqualTo(high);
            assertThat(price.currency()).isEqualTo(currency);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            knee        |
            anti-ageing | from the very first drip.
            abroad      | Stem cells restore your hearing.
            ar-knee     | هل تعاني من خشونة الركبة؟
            ar-skin     |
            ar-abroad   | نستقبلكم في صالة مريحة.
            """)
    void whatIsLeftIsQuotedToo(String sample, String statement) throws IOException {
        assertThat(read(sample).unread())
                .extracting(Quoted::text)
                .isEqualTo(statement == null ? List.of() : List.of(statement));
    }

    /** Nothing is lost: each statement is a candidate's or is told of in another way, and every word of the text is in one. */
    @ParameterizedTest
    @CsvSource({"knee", "anti-ageing", "abroad", "ar-knee", "ar-skin", "ar-abroad"})
    void noWordOfTheTextIsLost(String sample) throws IOException {
        List<String> lines = text(sample).lines().toList();
        List<String> kept = new ArrayList<>();
        new Statements(PHRASES, part -> true).of(text(sample)).forEach(each -> {
            assertThat(lines.get(each.line() - 1)).contains(each.text());
            kept.addAll(words(each.text()).toList());
        });
        assertThat(kept)
                .containsExactlyElementsOf(lines.stream()
                        .flatMap(line -> words(line.replaceFirst("^[0-9]\\. ", "")))
                        .toList());
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}\\p{M}]+")).filter(word -> !word.isEmpty());
    }
}
