package org.blastema.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.blastema.core.InvalidInput;
import org.blastema.core.Level;
import org.blastema.core.Problems;
import org.blastema.core.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelReaderTest {
    private static final String DECAY = """
            model: decay
            title: {en: Decay, ar: اضمحلال}
            time: d
            parameters:
              k: {value: 24, unit: 1/d, source: a, knowledge: assumed}
              h: {value: 1, unit: 1/h, source: a, knowledge: assumed}
            covariates:
              w: {value: 70, unit: kg}
            states:
              x: {unit: mg, start: 1, equation: -k * x}
            quantities:
              q: {unit: mg/d, equation: h * x}
            inputs:
              dose: {fields: {amount: {unit: mg, default: 0, range: [0, 10]}}, adds: {x: amount}}
            readouts:
              level: {kind: continuous, unit: mg, range: [0, 10], better: low, equation: x}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"knee", "baker-2017", "knee-arthroplasty"})
    void everyModelOfTheLibraryReads(String name) {
        Model model = ModelReader.read(Library.packaged(), name);
        assertThat(model.name()).isEqualTo(name);
        assertThat(model.readouts()).isNotEmpty();
    }

    @Test
    void kneeHasItsTwelveStates() {
        Model knee = ModelReader.read(Library.packaged(), "knee");
        assertThat(knee.states()).hasSize(12);
        assertThat(knee.scenario("optimistic")).isEqualTo(Map.of("efficacy", 2.0));
        assertThat(knee.parameters().get(knee.parameter("b")).spreads())
                .extracting(s -> s.level())
                .containsExactly(Level.PATIENT, Level.TRIAL);
        assertThat(knee.fixed(Map.of("b", 0.0))
                        .parameters()
                        .get(knee.parameter("b"))
                        .spreads())
                .isEmpty();
    }

    @Test
    void scalesThatDifferAreJoined() {
        Model model = read(DECAY, new Problems());
        assertThat(model.quantities().getFirst().equation())
                .isInstanceOfSatisfying(
                        Expression.Scaled.class,
                        scaled -> assertThat(scaled.factor()).isEqualTo(24));
        assertThat(model.states().getFirst().equation()).isNotInstanceOf(Expression.Scaled.class);
    }

    /** Each replaces one line of the model; the message and the line are told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            -k * x                          | -kk * x                     | unknown name 'kk' | nearest: k | 10
            -k * x                          | k * (x                      | ')' is needed here | the end of | 10
            -k * x                          | "-k * x + 1 [mm/d]"         | dimensions | both sides need the same dimension | 10
            -k * x                          | k                           | has dimension s-1 | dimension g.s-1 (unit mg/d) is needed | 10
            -k * x                          | -exp(x) * x * k             | dimension g in 'exp(x)' | dimension 1 is needed | 10
            -k * x                          | -expp(k / k) * x * k        | unknown function 'expp' | nearest: exp | 10
            -k * x                          | -min(k) * x                 | min with 1 arguments | min has 2 | 10
            -k * x                          | "if(k, x, x) * k"           | is not a condition | a condition compares | 10
            -k * x                          | -k * x $ 2                  | the character '$' | expressions hold | 10
            -k * x                          | -k^x * x                    | dimension g in | dimension 1 is needed | 10
            -k * x                          | "-k * x + sum_over(dosis, amount) * k" | unknown input 'dosis' | nearest: dose | 10
            value: 24, unit: 1/d            | value: 24, unit: mg         | has dimension g2 | dimension g.s-1 | 10
            adds: {x: amount}               | adds: {y: amount}           | unknown state 'y' | nearest: x | 14
            q: {unit: mg/d, equation: h * x} | q: {unit: mg/d, equation: q + h * x} | quantities use each other: q > q | must not depend on itself | 12
            q: {unit: mg/d                  | k: {unit: mg/d              | the name 'k' stands twice | names must be unique | 12
            better: low                     | better: lower               | unknown better 'lower' | nearest: low | 16
            range: [0, 10], better          | range: [10, 0], better      | the range [10.0, 0.0] | low below high | 16
            title: {en: Decay, ar: اضمحلال}  | title: {en: Decay}          | no 'ar' | is needed | 2
            time: d                         | time: day                   | 'day' is not a UCUM unit | UCUM code | 3
            time: d                         | tme: d                      | unknown key of model 'tme' | nearest: time | 3
            unit: mg, start: 1              | unit: mg, strat: 1          | unknown key of state x 'strat' | nearest: start | 10
            """)
    void everyMistakeIsToldWithItsPlace(String right, String wrong, String what, String rule, int line) {
        assertThat(DECAY).contains(right);
        Problems problems = new Problems();
        read(DECAY.replace(right, wrong), problems);
        assertThat(problems.list()).anySatisfy(problem -> {
            assertThat(problem.toString()).contains(what).contains(rule);
            assertThat(problem.position().line()).isEqualTo(line);
        });
    }

    @Test
    void columnPointsIntoTheExpression() {
        Problems problems = new Problems();
        read(DECAY.replace("equation: -k * x", "equation: -k * y"), problems);
        int column = DECAY.lines().toList().get(9).indexOf("* x") + 3;
        assertThat(problems.list())
                .anySatisfy(p -> assertThat(p.position().column()).isEqualTo(column));
    }

    @Test
    void allProblemsComeAtOnce() {
        Problems problems = new Problems();
        read(
                DECAY.replace("-k * x", "-kk * x")
                        .replace("h * x", "hh * x")
                        .replace("time: d\n", "time: d\ncolour: red\n"),
                problems);
        assertThat(problems.list().toString()).contains("'kk'").contains("'hh'").contains("'colour'");
    }

    @Test
    void deepParenthesesAndLongTextsAreRefused() {
        for (String wrong : new String[] {"(".repeat(20_000), "x" + " + x".repeat(10_000), "-".repeat(5_000) + "x"}) {
            Problems problems = new Problems();
            read(DECAY.replace("-k * x", "\"" + wrong + "\""), problems);
            assertThat(problems.failed()).isTrue();
        }
    }

    @Test
    void includesCarryTheirPrefixAndMustNotCircle(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("models"));
        Files.writeString(folder.resolve("models/decay.yaml"), DECAY);
        Files.writeString(folder.resolve("models/two.yaml"), """
                model: two
                title: {en: Two, ar: اثنان}
                time: d
                include: [{model: decay, as: one}]
                states:
                  y: {unit: mg, start: 0, equation: one.k * one.x}
                """);
        Files.writeString(
                folder.resolve("models/a.yaml"),
                "model: a\ntitle: {en: a, ar: a}\ntime: d\ninclude: [{model: b, as: b}]\n");
        Files.writeString(
                folder.resolve("models/b.yaml"),
                "model: b\ntitle: {en: b, ar: b}\ntime: d\ninclude: [{model: a, as: a}]\n");
        Library library = Library.folder(folder);
        Problems problems = new Problems();
        Model two = ModelReader.read(library, library.document("models", "two").orElseThrow(), problems);
        assertThat(two.states()).extracting(Model.State::name).containsExactly("y", "one.x");
        assertThat(two.inputs()).extracting(Model.Input::name).containsExactly("one.dose");
        assertThatThrownBy(() -> ModelReader.read(library, "a"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("a > b > a");
        assertThatThrownBy(() -> ModelReader.read(library, "decai"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("unknown model 'decai'")
                .hasMessageContaining("nearest: decay");
    }

    @Test
    void libraryKeepsTheHashOfWhatItRead() {
        Library library = Library.packaged();
        ModelReader.read(library, "baker-2017");
        assertThat(library.filesRead()).containsOnlyKeys("evidence/sources.bib", "models/baker-2017.yaml");
        assertThat(library.names("studies")).contains("knee");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a + b * c",
                "(a + b) * c",
                "a - (b - c)",
                "a / (b * c)",
                "-(a + b)",
                "a^b^c",
                "(a^b)^c",
                "-a^2",
                "exp(a, b) / 2 [mm]",
                "not (a < b) or a == b and b > c",
                "a * -b"
            })
    void wordsReadBackAsTheSameExpression(String text) {
        String words = syntax(text).words();
        assertThat(syntax(words).words()).isEqualTo(words);
        assertThat(words.replace(" ", "")).isEqualTo(text.replace(" ", "").replace("a*-b", "a*(-b)"));
    }

    private static Syntax syntax(String text) {
        var yaml = YamlReader.read("f", ("e: \"" + text + "\"").getBytes(StandardCharsets.UTF_8));
        return SyntaxReader.read(yaml.get("e").orElseThrow(), new Problems(), "e")
                .orElseThrow();
    }

    private static Model read(String yaml, Problems problems) {
        return ModelReader.read(
                Library.packaged(), YamlReader.read("user.yaml", yaml.getBytes(StandardCharsets.UTF_8)), problems);
    }
}
