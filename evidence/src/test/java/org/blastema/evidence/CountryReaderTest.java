package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.blastema.core.Problem;
import org.blastema.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake in a file of {@code access/} is told with its place, the rule and the nearest valid name. */
final class CountryReaderTest {
    private static final String LAND = """
            access: land
            title: {en: Land, ar: أرض}
            iso: [LA]
            also: [Terra]
            within: [union]
            as-of: 2025-06
            regulators:
              - what: {en: The agency, ar: الوكالة}
                date: 2020
                source: law
                knowledge: read
            products:
              - product: Knee-A
                also: [Knee-Alpha]
                cells: {en: own cells, ar: خلايا ذاتية}
                use: {en: knees, ar: الركب}
                status: approved
                date: 2012
                source: law
                knowledge: read
                later: {status: withdrawn, date: 2024, source: law, knowledge: recalled}
            clinics:
              - what: {en: Clinics, ar: عيادات}
                basis: counted
                value: 7
                unit: "1"
                date: 2021
                source: law
                knowledge: abstract
            prices:
              - what: {en: One injection, ar: حقنة}
                basis: asked
                product: Knee-A
                value: 20
                sd: 3
                low: 10
                high: 30
                n: 4
                unit: USD
                date: 2021
                source: law
                knowledge: computed
                note: {en: Dear., ar: غالية.}
            nothing-found:
              rules: {en: No law was read., ar: لم يُقرأ قانون.}
            must-not-claim:
              - {en: Anything., ar: أي شيء.}
            """;
    private static final String UNION = """
            access: union
            title: {en: Union, ar: اتحاد}
            as-of: 2025
            """;
    private static final String SIGNS = """
            access: signs
            title: {en: Signs, ar: علامات}
            as-of: 2025
            about:
              - {en: A count., ar: عدّ.}
            signs:
              - {sign: one, what: {en: One., ar: واحد.}, points: 1, date: 2023, source: law, knowledge: read}
              - {sign: two, what: {en: Two., ar: اثنان.}, points: 2, date: 2023, source: law, knowledge: read}
            """;

    @TempDir
    private Path folder;

    private List<Problem> problems(String land, String union, String signs) throws IOException {
        Files.createDirectories(folder.resolve("evidence"));
        Files.createDirectories(folder.resolve("access"));
        Files.writeString(folder.resolve("evidence/sources.bib"), "@misc{law, author={A}, title={T}, year={2020}}\n");
        Files.writeString(folder.resolve("access/land.yaml"), land);
        Files.writeString(folder.resolve("access/union.yaml"), union);
        Files.writeString(folder.resolve("access/signs.yaml"), signs);
        return EvidenceChecker.checker().check(Library.folder(folder)).problems();
    }

    private static String with(String text, String from, String to) {
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    @Test
    void theFilesOfTheseTestsAreSound() throws IOException {
        assertThat(problems(LAND, UNION, SIGNS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            access: land          | acces: land           | 1:1   | no key 'access'                           | begins with it
            access: land          | access: lend          | 1:9   | the name 'lend'                           | land
            title: {              | titel: {              | 2:1   | unknown key of the country 'titel'        | title
            , ar: أرض}            | }                     | 2:8   | 'title'                                   | 'ar'
            iso: [LA]             | iso: [Land]           | 3:6   | the code 'Land'                           | two or three capitals
            within: [union]       | within: [unoin]       | 5:9   | unknown country 'unoin'                   | union
            within: [union]       | within: [land]        | 5:9   | unknown country 'land'                    | union
            as-of: 2025-06        | as-of: June           | 6:8   | 'as-of' is 'June'                         | YYYY-MM
            as-of: 2025-06        | as-of: unknown        | 6:8   | an unknown 'as-of'                        | newest source
            as-of: 2025-06        | as-if: 2025-06        | 6:1   | unknown key of the country 'as-if'        | as-of
            regulators:           | regulator:            | 7:1   | unknown key of the country 'regulator'    | regulators
            - what: {en: The      | - that: {en: The      | 8:5   | unknown key of a fact of regulators 'that' | what
            date: 2020            | date: 2020-13         | 9:11  | 'date' is '2020-13'                       | YYYY
            date: 2020            | date: 2026            | 9:11  | the date 2026 is later than 'as-of' 2025-06 | newest
            date: 2020            | day: 2020             | 9:5   | unknown key of a fact of regulators 'day' | date
            source: law           | source: lwa           | 10:13 | unknown source 'lwa'                      | law
            source: law           | sources: law          | 8:5   | a fact of regulators has no 'source'      | needed
            knowledge: read       | knowledge: raed       | 11:16 | unknown knowledge 'raed'                  | read
            knowledge: read       | knowledge: assumed    | 11:16 | a fact that is assumed                    | nothing known is said so
            knowledge: read       | known: read           | 8:5   | a fact of regulators has no 'knowledge'   | needed
            product: Knee-A       | name: Knee-A          | 13:5  | a fact of products has no 'product'       | needed
            status: approved      | status: aproved       | 17:13 | unknown status 'aproved'                  | approved
            use: {en: knees, ar: الركب} | use: {en: knees} | 16:10 | 'use'                                    | 'ar'
            later: {status: withdrawn, | later: {stat: withdrawn, | 21:13 | unknown key of later 'stat'    | status
            later: {status: withdrawn, date: 2024 | later: {status: withdrawn, date: 2026 | 21:38 | the date 2026 | newest
            basis: counted        | basis: count          | 24:12 | unknown basis 'count'                     | counted
            unit: "1"             | unit: USD             | 26:11 | the unit 'USD'                            | 1 or %
            value: 7              | value: -7             | 25:12 | 'value' is -7.0                           | not negative
            value: 7              | note: {en: a, ar: b}  | 23:5  | an amount without a number                | 'low' or 'high'
            product: Knee-A\\n    value: 20 | product: Knee-B\\n    value: 20 | 31:3 | unknown product of this country 'Knee-B' | Knee-A
            value: 20             | value: 31             | 36:10 | the ends do not hold the value            | low <= value
            low: 10               | low: 40               | 36:10 | the ends do not hold the value            | low <= value
            n: 4                  | n: 0                  | 38:8  | 'n' is 0                                  | at least 1
            unit: USD             | unit: dollars         | 39:11 | the unit 'dollars'                        | ISO 4217
            unit: USD             | units: USD            | 31:5  | a fact of prices has no 'unit'            | needed
              rules: {en: No      |   rule: {en: No       | 45:3  | unknown key of nothing-found 'rule'       | rules
            """)
    void aMistakeIsToldWithItsPlace(String from, String to, String place, String seen, String rule) throws IOException {
        assertThat(problems(with(LAND, from.replace("\\n", "\n"), to.replace("\\n", "\n")), UNION, SIGNS))
                .as("%s to %s", from, to)
                .anySatisfy(problem -> {
                    assertThat(problem.position().toString()).endsWith("access/land.yaml:" + place);
                    assertThat(problem.toString()).contains(seen).contains(rule);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sign: two      | sign: one      | the sign 'one' a second time
            sign: two      | sing: two      | unknown key of sign 'sing'
            points: 2      | points: 0      | 'points' is 0
            points: 2,     |                | sign has no 'points'
            source: law    | source: lwa    | unknown source 'lwa'
            date: 2023     | date: 2026     | the date 2026 is later
            about:         | abuot:         | the signs has no 'about'
            as-of: 2025    | as-of: unknown | an unknown 'as-of'
            """)
    void aMistakeInTheSignsIsTold(String from, String to, String seen) throws IOException {
        assertThat(problems(LAND, UNION, with(SIGNS, from, to == null ? "" : to)))
                .anySatisfy(problem -> {
                    assertThat(problem.position().file()).endsWith("access/signs.yaml");
                    assertThat(problem.what()).contains(seen);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            value: 20, cv: 0.5     | -                                          |
            low: 5, high: 9        | -                                          |
            value: 20              | neither a median and its spread            | two ends
            value: 20, low: 5, high: 40 | neither a median and its spread       | two ends
            value: 20, cv: -1      | 'cv' is -1.0                               | not negative
            low: 9, high: 5        | the ends do not hold                       | low <= value
            """)
    void aLawOfPricesIsAMedianWithASpreadOrTwoEnds(String numbers, String seen, String rule) throws IOException {
        List<Problem> found = problems(LAND + law(numbers, "fitted", "USD"), UNION, SIGNS);
        if (seen == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).anySatisfy(each -> assertThat(each.toString()).contains(seen, rule));
        }
    }

    private static String law(String numbers, String basis, String unit) {
        return """
                price-laws:
                  - {what: {en: A visit, ar: زيارة}, basis: %s, %s, unit: %s, date: 2021, source: law, knowledge: assumed}
                """.formatted(basis, numbers, unit);
    }

    @Test
    void onlyALawOfPricesIsFittedOrHasASpread() throws IOException {
        assertThat(problems(LAND + law("value: 20, cv: 0.5", "fitted", "gold"), UNION, SIGNS))
                .anyMatch(each -> each.what().equals("the unit 'gold'"));
        assertThat(problems(with(LAND, "basis: asked", "basis: guessed"), UNION, SIGNS))
                .anyMatch(each -> each.what().equals("the basis guessed in prices"));
        assertThat(problems(with(LAND, "sd: 3", "cv: 0.2"), UNION, SIGNS))
                .anyMatch(each -> each.what().equals("'cv' in prices"));
    }

    @Test
    void aFactStandsOnce() throws IOException {
        String twice = with(LAND, "clinics:\n", """
                clinics:
                  - {what: {en: Clinics, ar: س}, basis: counted, value: 8, unit: "1", date: 2021, source: law, knowledge: read}
                """);
        assertThat(problems(twice, UNION, SIGNS)).anyMatch(each -> each.what().equals("'Clinics' a second time"));
    }

    @Test
    void aNameMeansOneCountry() throws IOException {
        assertThat(problems(LAND, with(UNION, "ar: اتحاد}", "ar: اتحاد}\nalso: [TERRA]"), SIGNS))
                .anyMatch(each -> each.what().equals("the name 'TERRA' is also that of 'land'"));
        assertThat(problems(LAND, with(UNION, "ar: اتحاد}", "ar: اتحاد}\niso: [LA]"), SIGNS))
                .anyMatch(each -> each.what().equals("the name 'LA' is also that of 'land'"));
    }

    @Test
    void countriesDoNotLieWithinEachOther() throws IOException {
        assertThat(problems(LAND, UNION + "within: [land]\n", SIGNS))
                .anyMatch(each -> each.what().equals("'union' lies within 'land'"));
    }

    @Test
    void allMistakesComeAtOnce() throws IOException {
        String land = with(with(with(LAND, "iso: [LA]", "iso: [la]"), "n: 4", "n: 0"), "status: a", "status: b");
        assertThat(problems(land, UNION, SIGNS).toString()).contains("'la'", "'n' is 0", "'bpproved'");
    }
}
