package org.blastema.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.blastema.core.InvalidInput;
import org.blastema.core.Level;
import org.blastema.core.Problems;
import org.blastema.core.Severity;
import org.blastema.core.Text;
import org.blastema.core.Unit;
import org.blastema.core.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelReaderTest {
    static final String DECAY = """
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
    void kneeHasItsTenStatesAndTheFateOfGivenCells() {
        Model knee = ModelReader.read(Library.packaged(), "knee");
        assertThat(knee.states()).hasSize(10 + 5);
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

    @Test
    void aTimeToAnEventIsInDays() {
        Problems problems = new Problems();
        read(DECAY.replace("kind: continuous, unit: mg", "kind: time-to-event, unit: mg"), problems);
        assertThat(problems.list())
                .anySatisfy(problem -> assertThat(problem.toString())
                        .contains("readout level is in mg")
                        .contains("a time to an event is in days"));
    }

    @Test
    void correlationsJoinParametersOfOneLevelAndMustNotContradictOneAnother() {
        String spread = "spread: {level: patient, distribution: lognormal, cv: 0.3}, source";
        String file = DECAY.replace("1/d, source", "1/d, " + spread)
                .replace("1/h, source", "1/h, " + spread)
                .replace(
                        "covariates:",
                        "  l: {value: 1, unit: 1/h, " + spread + ": a, knowledge: assumed}\ncovariates:");
        String pair = "{between: [k, h], value: 0.7}, {between: [h, l], value: 0.7}";
        Problems problems = new Problems();
        Model model = read(file + "correlations: {rates: [" + pair + "]}\n", problems);
        assertThat(model.correlations())
                .containsExactly(new Model.Correlation("k", "h", 0.7), new Model.Correlation("h", "l", 0.7));
        assertThat(problems.list()).noneMatch(p -> p.what().contains("contradict"));
        read(file + "correlations: {rates: [" + pair + ", {between: [k, l], value: -0.9}]}\n", problems);
        assertThat(problems.list())
                .anySatisfy(p -> assertThat(p.toString())
                        .contains("the correlations contradict one another")
                        .contains("positive definite"));
    }

    @Test
    void aNumberAloneIsInTheUnitThatIsNeeded() {
        Model model = read(DECAY.replace("start: 1", "start: -2"), new Problems());
        assertThat(model.states().getFirst().start()).isEqualTo(new Expression.Constant(-2, Unit.parse("mg")));
        Problems problems = new Problems();
        read(DECAY.replace("-k * x", "-k * x + 1"), problems);
        assertThat(problems.failed()).isTrue();
    }

    /** What stands to the right is brought to the unit of what stands to the left, arguments without dimension to the scale 1. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (k + h) * x                                  | 24
            (k - h) * x                                  | 24
            max(k, h) * x                                | 24
            if(k < h, k, k) * x                          | 24
            if(k < k, k, h) * x                          | 24
            k * hill(k, h, 2) * x                        | 24
            (h + k) * x                                  | 1/24
            k * exp(w / 1 [g]) * x                       | 1000
            k * (w / 1 [g])^2 * x                        | 1000
            k * x * sum_over(dose, exp(since / 1 [h]))   | 24
            """)
    void aFactorStandsWhereScalesDiffer(String equation, String factor) {
        Problems problems = new Problems();
        Model model = read(DECAY.replace("-k * x", '"' + equation + '"'), problems);
        String tree = model.states().getFirst().equation().toString();
        double needed = factor.equals("1/24") ? 1 / 24.0 : Double.parseDouble(factor);
        assertThat(problems.list()).noneMatch(p -> p.position().line() == 10);
        assertThat(scales(tree)).as(tree).contains(needed);
    }

    private static List<Double> scales(String tree) {
        return Pattern.compile("factor=([-+.0-9E]+)")
                .matcher(tree)
                .results()
                .map(found -> Double.valueOf(found.group(1)))
                .toList();
    }

    @Test
    void aConstantIsConvertedAtOnce() {
        Model model = read(DECAY.replace("-k * x", "\"-2 [1/h] * x\""), new Problems());
        assertThat(model.states().getFirst().equation().toString())
                .contains("Scaled")
                .contains("factor=24.0");
        Model start = read(DECAY.replace("start: 1", "start: \"1 [g]\""), new Problems());
        assertThat(start.states().getFirst().start()).isEqualTo(new Expression.Constant(1000, Unit.parse("mg")));
    }

    @Test
    void powersMayBeNegative() {
        Problems problems = new Problems();
        read(DECAY.replace("-k * x", "-k * x^-1 * x^(2)"), problems);
        assertThat(problems.list()).noneMatch(p -> p.position().line() == 10);
    }

    @Test
    void towersOfPowersAndChainsOfQuantitiesAreRefused() {
        String power = "x";
        for (int i = 0; i < 20; i++) {
            power = "(" + power + ")^12";
        }
        Problems problems = new Problems();
        read(DECAY.replace("-k * x", power), problems);
        assertThat(problems.list()).anyMatch(p -> p.what().contains("a power of dimension"));
        for (boolean up : new boolean[] {true, false}) {
            StringBuilder chain = new StringBuilder("quantities:\n");
            for (int i = 1; i < 3_000; i++) {
                int number = up ? i : 3_000 - i;
                chain.append("  q").append(number).append(": {unit: mg, equation: ");
                chain.append(number == 1 ? "x" : "q" + (number - 1)).append("}\n");
            }
            Problems tower = new Problems();
            read(DECAY.replaceFirst("quantities:\n.*\n", chain.toString()), tower);
            assertThat(tower.list()).anyMatch(p -> p.what().contains("begins a chain of more than 200 quantities"));
        }
    }

    @Test
    void missingSourcesAreErrorsInTheLibraryAndWarningsInAUsersFile() {
        String bare = DECAY.replace("unit: 1/h, source: a, knowledge: assumed", "unit: 1/h");
        for (String file : new String[] {"library/models/decay.yaml", "mine.yaml"}) {
            Problems problems = new Problems();
            ModelReader.read(
                    Library.packaged(), YamlReader.read(file, bare.getBytes(StandardCharsets.UTF_8)), problems);
            Severity severity = file.equals("mine.yaml") ? Severity.WARNING : Severity.ERROR;
            assertThat(problems.list())
                    .filteredOn(p -> p.position().line() == 6)
                    .extracting(p -> p.severity() + " " + p.what())
                    .containsExactly(
                            severity + " parameter h has no source", severity + " parameter h has no knowledge");
        }
    }

    @Test
    void anIncludedFileSeesNothingOfTheFileThatIncludesIt(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("models"));
        Files.writeString(folder.resolve("models/inner.yaml"), """
                model: inner
                title: {en: i, ar: i}
                time: d
                states: {x: {unit: mg, start: 0, equation: "-outside * x"}}
                must-not-claim: [{en: nothing, ar: لا شيء}]
                not-modelled: [{name: {en: moon, ar: قمر}, why: {en: no source, ar: لا مصدر}}]
                """);
        String outer = """
                model: outer
                title: {en: o, ar: o}
                time: d
                include: [{model: inner, as: p}]
                parameters: {outside: {value: 1, unit: 1/d}}
                """;
        Problems problems = new Problems();
        Model model = ModelReader.read(
                Library.folder(folder),
                YamlReader.read("outer.yaml", outer.getBytes(StandardCharsets.UTF_8)),
                problems);
        assertThat(problems.list())
                .anySatisfy(p ->
                        assertThat(p.toString()).contains("models/inner.yaml:4:46: error: unknown name 'outside'"));
        assertThat(model.mustNotClaim()).extracting(Text::en).containsExactly("nothing");
        assertThat(model.notModelled())
                .containsExactly(new Model.Omission(new Text("moon", "قمر"), new Text("no source", "لا مصدر")));
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

    static Model read(String yaml, Problems problems) {
        return ModelReader.read(
                Library.packaged(), YamlReader.read("user.yaml", yaml.getBytes(StandardCharsets.UTF_8)), problems);
    }
}
