package org.blastema.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.blastema.core.Problems;
import org.blastema.core.Text;
import org.blastema.core.Unit;
import org.blastema.core.YamlReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that extend others, and tables of numbers. */
final class ModelExtensionTest {
    private static final String HEAD = "model: own\ntitle: {en: Own, ar: نموذج}\ntime: d\n";
    private static final String TABLE = "tables: {f: {file: populations/t.csv, where: {sex: man}, "
            + "x: {column: age, unit: a}, y: {column: q, unit: \"1\"}, between: linear, source: s, knowledge: read}}\n";
    private static final String USE = "states: {y: {unit: \"1\", start: 0, equation: \"f(t) / 1 [d]\"}}\n";

    @TempDir
    private Path folder;

    private Library library = Library.packaged();

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("models"));
        Files.createDirectories(folder.resolve("populations"));
        Files.writeString(folder.resolve("models/base.yaml"), """
                model: base
                title: {en: Base, ar: أساس}
                time: d
                parameters:
                  k: {value: 2, unit: 1/d, source: s, knowledge: assumed}
                  e: {value: 1, unit: "1", source: s, knowledge: assumed}
                states:
                  x: {unit: mg, start: 1, equation: -k * x * e}
                readouts:
                  level: {kind: continuous, unit: mg, range: [0, 10], better: low, equation: x}
                default-scenario: pooled
                scenarios: {none: {e: 0}, pooled: {e: 1}}
                scenario-words: {none: {en: nothing, ar: لا شيء}, pooled: {en: all trials, ar: كل التجارب}}
                switches: {decay: {off: {k: 0}}}
                must-not-claim: [{en: That base is more., ar: أنّ الأساس أكثر.}]
                """);
        Files.writeString(folder.resolve("populations/t.csv"), """
                sex,age,q
                man,50,0.5
                man,60,0.75
                woman,50,x
                """);
        Files.createDirectories(folder.resolve("evidence"));
        Files.writeString(
                folder.resolve("evidence/sources.bib"), "@misc{s, author = {S}, title = {T}, year = {2000}}\n");
        library = Library.folder(folder);
    }

    private Model read(String text, Problems problems) {
        return ModelReader.read(library, YamlReader.read("own.yaml", text.getBytes(StandardCharsets.UTF_8)), problems);
    }

    @Test
    void aModelIncludedWithoutAPrefixIsExtended() {
        Problems problems = new Problems();
        Model own = read(HEAD + """
                include: [{model: base}]
                parameters:
                  g: {value: 0, unit: "1", source: s, knowledge: assumed}
                states:
                  y: {unit: mg, start: 0, equation: k * x * (1 + g)}
                scenarios: {pooled: {g: 1}, more: {g: 2, e: 1}}
                scenario-words: {pooled: {en: one trial, ar: تجربة واحدة}}
                switches: {other: {off: {g: 0}}}
                """, problems);
        assertThat(problems.failed()).isFalse();
        assertThat(own.extended()).containsExactly("base");
        assertThat(own.states()).extracting(Model.State::name).containsExactly("y", "x");
        assertThat(own.readouts()).extracting(Model.Readout::name).containsExactly("level");
        assertThat(own.defaultScenario()).isEqualTo("pooled");
        assertThat(own.scenarios())
                .isEqualTo(Map.of(
                        "none", Map.of("e", 0.0),
                        "pooled", Map.of("e", 1.0, "g", 1.0),
                        "more", Map.of("g", 2.0, "e", 1.0)));
        assertThat(own.scenarioWords())
                .isEqualTo(Map.of(
                        "none", new Text("nothing", "لا شيء"),
                        "pooled", new Text("one trial", "تجربة واحدة")));
        assertThat(own.switches()).containsOnlyKeys("decay", "other");
        assertThat(own.mustNotClaim()).hasSize(1);
    }

    @Test
    void aModelBeginsWithTheOneThatItExtends() throws IOException {
        Files.writeString(
                folder.resolve("models/base.yaml"),
                Files.readString(folder.resolve("models/base.yaml")) + "begins: -3 / k\n");
        library = Library.folder(folder);
        Problems problems = new Problems();
        assertThat(read(HEAD + "include: [{model: base}]\n", problems).begins())
                .map(Model.Begin::words)
                .contains("-3 / k");
        assertThat(read(HEAD + "include: [{model: base}]\nbegins: -1\n", problems)
                        .begins())
                .map(Model.Begin::words)
                .contains("-1");
        assertThat(read(HEAD + "include: [{model: base, as: b}]\n", problems).begins())
                .isEmpty();
        assertThat(problems.failed()).isFalse();
    }

    @Test
    void aPrefixKeepsTheScenariosOut() {
        Problems problems = new Problems();
        Model own = read(HEAD + "include: [{model: base, as: b}]\n", problems);
        assertThat(problems.failed()).isFalse();
        assertThat(own.extended()).isEmpty();
        assertThat(own.scenarios()).isEmpty();
        assertThat(own.switches()).isEmpty();
    }

    @Test
    void tablesGiveTheirPointsInUnitsThatAreChecked() {
        Problems problems = new Problems();
        Model own = read(
                HEAD + TABLE.replace("between", "gives: rate, between")
                        + "states: {y: {unit: \"1\", start: 0, equation: f(t)}}\n",
                problems);
        assertThat(problems.failed()).isFalse();
        Model.Table table = own.tables().getFirst();
        assertThat(table.at()).containsExactly(50.0, 60.0);
        assertThat(table.values()).containsExactly(-Math.log(0.5), -Math.log(0.25));
        assertThat(table.unit().commensurable(Unit.parse("1/a"))).isTrue();
        assertThat(library.filesRead()).containsKey("populations/t.csv");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            include: [{model: base}]          | states: {x: {unit: mg, start: 0, equation: -k * x}} | the name 'x' stands twice          | unique
            include: [{model: base}]          | switches: {decay: {off: {k: 1}}}  | the switch 'decay' stands twice                      | the model's own
            include: [{model: base}]          | default-scenario: pooed           | unknown scenario 'pooed'                             | pooled
            include: [{model: base}]          | must-not: []                      | unknown key of model 'must-not'                      | must-not-claim
            file: populations/t.csv           | file: populations/tt.csv          | unknown file 'populations/tt.csv'                    | populations/t.csv
            column: q                         | column: p                         | the row has no 'p'                                   | is needed
            sex: man                          | sex: boy                          | table f has 0 rows                                   | at least two points
            sex: man                          | sex: woman                        | 'q' is 'x'                                           | a finite number
            where: {sex: man}                 | where: {}                         | age 50 after 60                                      | must ascend
            between: linear                   | between: curved                   | unknown between 'curved'                             | linear, log-linear
            between: linear,                  | about: x,                         | table f has no 'between'                             | is needed
            file: populations/t.csv,          | about: x,                         | table f has no 'file'                                | is needed
            y: {column: q, unit: "1"}         | y: {column: q, unit: "%"}, gives: rate | y in %                                          | has the unit 1
            y: {column: q, unit: "1"}         | y: {column: age, unit: "1"}, gives: rate | age 50                                        | lies in 0 to 1
            f(t)                              | f(t, t)                           | f with 2 arguments                                   | f has 1
            f(t)                              | g(t)                              | unknown function 'g'                                 | nearest: f
            f(t)                              | f(1 [kg])                         | dimension g in 'f(1 [kg])'                           | dimension s (unit a)
            f(t) / 1 [d]                      | f(t)                              | has dimension 1                                      | dimension s-1
            source: s, knowledge: read        | about: x                          | table f has no source                                | bibliography
            """)
    void everyMistakeIsTold(String from, String to, String what, String rule) {
        Problems problems = new Problems();
        String text =
                from.startsWith("include") ? HEAD + from + "\n" + to + "\n" : HEAD + (TABLE + USE).replace(from, to);
        read(text, problems);
        assertThat(problems.list())
                .anySatisfy(
                        problem -> assertThat(problem.toString()).contains(what).contains(rule));
    }

    @Test
    void aLogarithmOfNothingIsRefused() throws IOException {
        Files.writeString(folder.resolve("populations/t.csv"), "sex,age,q\nman,50,0\nman,60,1\n");
        library = Library.folder(folder);
        Problems problems = new Problems();
        read(HEAD + (TABLE + USE).replace("linear", "log-linear"), problems);
        assertThat(problems.list())
                .anySatisfy(problem -> assertThat(problem.toString()).contains("a value of 0 or less"));
    }
}
