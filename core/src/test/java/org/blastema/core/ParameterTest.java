package org.blastema.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ParameterTest {
    private final Problems problems = new Problems();

    @Test
    void bindsEverything() {
        Parameter b = read("""
                value: 0.29
                unit: "1"
                spread:
                  - {level: patient, distribution: normal, sd: 0.22}
                  - {level: trial, distribution: normal, sd: 0.12}
                range: [-0.3, 0.9]
                source: [one, two]
                knowledge: abstract
                basis: measured
                calibrate: true
                note: text
                """, Strictness.LIBRARY);
        assertThat(problems.list()).isEmpty();
        assertThat(b.spreads()).extracting(Spread::level).containsExactly(Level.PATIENT, Level.TRIAL);
        assertThat(b.sources()).containsExactly("one", "two");
        assertThat(b.range()).contains(new Range(-0.3, 0.9));
        assertThat(b.without(Level.TRIAL).spreads()).hasSize(1);
        assertThat(b.fixed(1).spreads()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {value: x, unit: mm}                        | 'value' is 'x'
            {value: .nan, unit: mm}                     | 'value' is '.nan'
            {value: 1e999, unit: mm}                    | a finite number
            {unit: mm}                                  | no 'value'
            {value: 1, unit: furlong}                   | 'furlong' is not a UCUM unit
            {value: 1, unit: ng//mL}                    | 'ng//mL' is not a UCUM unit
            {value: 1, unit: "1/({cells}.d"}            | '1/({cells}.d' is not a UCUM unit
            {value: 1, unit: "1/{cells}).d"}            | closes a parenthesis
            {value: 1, unit: "{cells"}                  | '{cells' is not a UCUM unit
            {value: 3, unit: mm, range: [0, 2]}         | it must lie in its range
            {value: 1, unit: mm, range: [2, 0]}         | low below high
            {value: 1, unit: mm, range: [0, 2], spread: {level: trial, distribution: uniform, low: 0.5, high: 3}} | its ends must lie in the range 0 to 2
            {value: 1, unit: mm, range: [0, 2], spread: {level: trial, distribution: triangular, low: -1, high: 2}} | the spread from -1 to 2
            {value: 1, unit: mm, range: [0, 2], spread: {level: trial, distribution: choice, values: [1, 4], weights: [1, 1]}} | the spread from 1 to 4
            {value: 1, unit: mm, vlaue: 2}              | nearest: value
            {value: 1, unit: mm, knowledge: guessed}    | unknown knowledge 'guessed'
            {value: 1, unit: mm, spread: {level: patient, distribution: normal, sd: -1}}    | it must be above 0
            {value: 1, unit: mm, spread: {level: patint, distribution: normal, sd: 1}}      | nearest: patient
            {value: 1, unit: mm, spread: {level: patient, distribution: nromal, sd: 1}}     | nearest: normal
            {value: 2, unit: "1", spread: {level: patient, distribution: beta, sd: 0.1}}    | the mean must lie between 0 and 1
            {value: 1, unit: mm, spread: {level: trial, distribution: uniform, low: 2, high: 1}} | low must be below high
            {value: 1, unit: mm, spread: [{level: trial, distribution: normal, sd: 1}, {level: trial, distribution: normal, sd: 2}]} | one spread a level
            """)
    void tellsWhatIsWrong(String yaml, String message) {
        read(yaml, Strictness.USER);
        assertThat(problems.list().toString()).contains(message).contains("p.yaml:1:");
    }

    @Test
    void missingSourceIsAnErrorInTheLibraryAndAWarningForAUser() {
        read("{value: 1, unit: mm}", Strictness.USER);
        assertThat(problems.list()).hasSize(2).allMatch(p -> p.severity() == Severity.WARNING);
        read("{value: 1, unit: mm}", Strictness.LIBRARY);
        assertThat(problems.failed()).isTrue();
        assertThat(problems.list().toString()).contains("has no source").contains("has no knowledge");
    }

    @ParameterizedTest
    @CsvSource({
        "1/h, 1/d, 24",
        "'%', 1, 0.01",
        "mo, d, 30.4375",
        "a, d, 365.25",
        "ng/mL, ug/L, 1",
        "pg/{cell}/d, fg/{cells}/h, 41.666666666666664",
        "'%/a', 1/d, 2.7378507871321013e-5",
        "10*6/mL, 1/L, 1e9",
        "1/({cells}.h), 1/({cell}.d), 24",
        "ng/(mL.({cells}/d)), ng.d/mL/{cells}, 1",
        "{USD}/({cells}/{USD}), {USD}2/{cells}, 1"
    })
    void convertsUnits(String from, String to, double factor) {
        Unit one = Unit.parse(from);
        Unit other = Unit.parse(to);
        assertThat(one.commensurable(other)).isTrue();
        assertThat(one.factorTo(other)).isCloseTo(factor, within(1e-12 * factor));
    }

    @Test
    void cellsAndMoneyAreDimensionsOfTheirOwn() {
        assertThat(Unit.parse("{cells}").commensurable(Unit.ONE)).isFalse();
        assertThat(Unit.parse("{cells}").commensurable(Unit.parse("{cell}"))).isTrue();
        assertThat(Unit.parse("{USD}").commensurable(Unit.parse("{cells}"))).isFalse();
        assertThat(Unit.parse("{cells}").per(Unit.parse("{cell}")).dimensionless())
                .isTrue();
        assertThat(Unit.parse("{cells}/mL").dimension()).contains("{cell}").contains("m-3");
        assertThat(Unit.parse("mm").power(2).root())
                .hasValueSatisfying(mm -> assertThat(mm).isEqualTo(Unit.parse("mm")));
        assertThat(Unit.parse("mm").root()).isEmpty();
    }

    @Test
    void nearestNamesComeFirstByDistance() {
        assertThat(Problems.nearest("salin", List.of("saline", "msc-1e7", "aline")))
                .containsExactly("saline", "aline");
        assertThat(Problems.nearest("zzzz", List.of("saline"))).isEmpty();
    }

    @Test
    void bibliographyReadsEntries() {
        Bibliography sources = Bibliography.read("s.bib", """
                @article{a-1, author = {Ann and {Group B}}, year = {2013},
                  note = {15 \\% left}}
                @misc{b, title = {T}}
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(sources.keys()).containsExactly("a-1", "b");
        assertThat(sources.entry("a-1").orElseThrow().text()).isEqualTo("Ann, Group B. 2013. 15 % left.");
        InvalidInput twice = org.assertj.core.api.Assertions.catchThrowableOfType(
                InvalidInput.class,
                () -> Bibliography.read(
                        "s.bib", "@misc{a, year={1}}\n@misc{a, year={2}}".getBytes(StandardCharsets.UTF_8)));
        assertThat(twice.problems().getFirst().position().line()).isEqualTo(2);
    }

    private Parameter read(String yaml, Strictness strictness) {
        Yaml.Mapping mapping = YamlReader.read("p.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return Parameter.read("x", new Fields(mapping, problems, "parameter x"), strictness);
    }
}
