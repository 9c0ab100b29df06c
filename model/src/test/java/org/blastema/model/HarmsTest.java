package org.blastema.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.blastema.core.Problem;
import org.blastema.core.Problems;
import org.blastema.core.YamlReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models of harms, and includes in which an expression stands for a parameter. */
final class HarmsTest {
    private static final String RISK = """
            model: own
            title: {en: Own, ar: نموذج}
            time: h
            include: [{model: core, as: c, with: {rate: defence * c.own_rate}}]
            parameters:
              p: {value: 0.1, unit: "1", source: s, knowledge: assumed}
              defence: {value: 0.5, unit: "1", source: s, knowledge: assumed}
              wait: {value: 48, unit: h, source: s, knowledge: assumed}
            course: {when: p > 0, until: "2 [d]"}
            harms:
              a fever:
                label: {en: fever, ar: حمّى}
                serious: true
                related: possible
                chance: 1 - exp(-p * c.x)
                day: wait
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("models"));
        Files.createDirectories(folder.resolve("evidence"));
        Files.writeString(folder.resolve("models/core.yaml"), """
                model: core
                title: {en: Core, ar: أساس}
                time: h
                parameters:
                  rate: {value: 2, unit: 1/h, source: s, knowledge: assumed}
                states:
                  x: {unit: "1", start: 1, equation: -rate * x}
                harms:
                  hidden: {label: {en: hidden, ar: مخفي}, serious: false, related: definite, chance: 1, day: 0}
                """);
        Files.writeString(
                folder.resolve("evidence/sources.bib"), "@misc{s, author = {S}, title = {T}, year = {2000}}\n");
    }

    private Model read(String text, Problems problems) {
        return ModelReader.read(
                Library.folder(folder), YamlReader.read("own.yaml", text.getBytes(StandardCharsets.UTF_8)), problems);
    }

    @Test
    void aHarmIsReadInDaysWhateverTheModelCountsIn() {
        Problems problems = new Problems();
        Model.Risk risk = read(RISK, problems).risk().orElseThrow();
        assertThat(problems.failed()).isFalse();
        assertThat(risk.harms())
                .extracting(Model.Harm::term)
                .as("those of an include stay out")
                .containsExactly("a fever");
        Model.Harm fever = risk.harms().getFirst();
        assertThat(fever.serious()).isTrue();
        assertThat(fever.related()).isEqualTo(Model.Related.POSSIBLE);
        assertThat(fever.duration()).isEmpty();
        assertThat(fever.once()).isFalse();
        assertThat(fever.day().expression()).isInstanceOf(Expression.Scaled.class);
        assertThat(fever.noticed().expression()).isEqualTo(new Expression.Constant(1, org.blastema.core.Unit.ONE));
        assertThat(risk.course().orElseThrow().until().expression())
                .isEqualTo(new Expression.Constant(48, org.blastema.core.Unit.parse("h")));
    }

    @Test
    void anExpressionStandsForAParameterOfAnInclude() {
        Problems problems = new Problems();
        Model own = read(RISK, problems);
        assertThat(problems.failed()).isFalse();
        assertThat(own.parameters()).extracting("name").contains("c.own_rate").doesNotContain("c.rate");
        assertThat(own.quantities()).singleElement().satisfies(rate -> {
            assertThat(rate.name()).isEqualTo("c.rate");
            assertThat(rate.unit().code()).isEqualTo("1/h");
            assertThat(rate.words()).isEqualTo("defence * c.own_rate");
        });
    }

    @Test
    void aReplacedParameterThatNobodyUsesIsGone() {
        Problems problems = new Problems();
        Model own = read(RISK.replace("defence * c.own_rate", "defence / wait"), problems);
        assertThat(problems.list()).isEmpty();
        assertThat(own.parameters()).extracting("name").doesNotContain("c.rate", "c.own_rate");
        read(RISK.replace("defence * c.own_rate", "defence / wait * xc.own_rate * wait"), problems);
        assertThat(problems.list()).extracting(Problem::what).contains("unknown name 'xc.own_rate'");
    }

    @Test
    void anInputGivesToAStateOfAnInclude() {
        Problems problems = new Problems();
        Model own = read(RISK + """
                        inputs:
                          dose:
                            fields: {amount: {unit: "1"}}
                            adds: {c.x: p * amount}
                        """, problems);
        assertThat(problems.list()).isEmpty();
        assertThat(own.inputs().getFirst().adds()).singleElement().satisfies(add -> {
            assertThat(own.states().get(add.state()).name()).isEqualTo("c.x");
            assertThat(add.words()).isEqualTo("p * amount");
        });
    }

    @Test
    void aModelWithoutHarmsHasNone() {
        assertThat(read(RISK.substring(0, RISK.indexOf("course")), new Problems())
                        .risk())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            chance: 1 - exp(-p * c.x) | chance: 1.5 | chance 1.5 | it lies in 0 to 1
            chance: 1 - exp(-p * c.x) | chance: -0.1 | chance -0.1 | it lies in 0 to 1
            chance: 1 - exp(-p * c.x) | chance: wait | has dimension s | dimension 1 (unit 1) is needed
            chance: 1 - exp(-p * c.x) | chance: 1 - exp(-q * c.x) | unknown name 'q' | nearest: p
            chance: 1 - exp(-p * c.x) | about: none | has no 'chance' | is needed
            day: wait | day: p | has dimension 1 | dimension s (unit d) is needed
            day: wait | day: -1 | day -1 | counts from the giving on
            day: wait | about: none | has no 'day' | is needed
            day: wait | day: wait\\n    noticed: 2 | noticed 2 | it lies in 0 to 1
            day: wait | day: wait\\n    duration: p | has dimension 1 | dimension s (unit d) is needed
            day: wait | day: wait\\n    lasts: 3 | unknown key of harm a fever 'lasts' | it must be one of about, asked, chance, day
            related: possible | related: perhaps | unknown related 'perhaps' | probable
            related: possible | about: none | has no 'related' | is needed
            serious: true | about: none | has no 'serious' | is needed
            label: {en: fever, ar: حمّى} | label: {en: fever} | 'ar' | needed
            when: p > 0, until | until | has no 'when' | is needed
            when: p > 0 | when: p | is not a condition | a condition compares
            until: "2 [d]" | until: "c.x * 1 [h]" | depends on a state | parameters, covariates
            until: "2 [d]" | until: "2 [d]", since: 1 | unknown key of the course 'since' | it must be one of until, when
            with: {rate: defence | with: {rat: defence | unknown parameter of model core 'rat' | nearest: rate
            with: {rate: defence * c.own_rate | with: {rate: defence | has dimension 1 | dimension s-1
            """)
    void mistakesAreTold(String from, String to, String what, String rule) {
        Problems problems = new Problems();
        String written = to.replace("\\n", "\n");
        assertThat(RISK).contains(from);
        read(RISK.replace(from, written), problems);
        String told = problems.list().stream().map(Problem::toString).collect(Collectors.joining("\n"));
        assertThat(told).contains(what).contains(rule);
    }

    @Test
    void aCourseWithoutHarmsIsRefused() {
        Problems problems = new Problems();
        read(RISK.substring(0, RISK.indexOf("harms:")), problems);
        assertThat(problems.list().toString()).contains("a course in a model without harms");
    }
}
