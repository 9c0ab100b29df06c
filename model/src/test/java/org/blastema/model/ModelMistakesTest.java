package org.blastema.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.blastema.model.ModelReaderTest.DECAY;

import org.blastema.core.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in a model's file is told, with its place and its rule. */
final class ModelMistakesTest {
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
            start: 1                        | start: x                    | state x, start 'x' depends on a state | parameters, covariates | 10
            start: 1                        | start: "2 [mg] * t / 1 [d]" | depends on the time | parameters, covariates | 10
            start: 1                        | start: q / k                | depends on a state | parameters, covariates | 10
            start: 1                        | start: "sum_over(dose, amount)" | depends on what was given | parameters, covariates | 10
            start: 1                        | start: 1, scale: 0          | the scale 0.0 | above 0 | 10
            q: {unit: mg/d                  | exp: {unit: mg/d            | the name 'exp' | no word of the language | 12
            fields: {amount:                | fields: {q:                 | the field 'q' is called like another part | names must be unique | 14
            default: 0, range               | default: 11, range          | the default 11 | range 0 to 10 | 14
            kind: continuous, unit          | unit                        | has no 'kind' | is needed | 16
            better: low, equation           | equation                    | has no 'better' | is needed | 16
            equation: x}                    | "equation": x, mcid: {value: 5, unit: d, source: a, knowledge: read}} | mcid in d | the unit mg is needed | 16
            equation: x}                    | "equation": x, mcid: {value: 0, unit: mg, source: a, knowledge: read}} | mcid 0 | above 0 | 16
            value: 24, unit: 1/d            | value: NaN, unit: 1/d       | 'value' is 'NaN' | a finite number | 5
            value: 24, unit: 1/d            | value: 24, range: [0, 1], unit: 1/d | the value 24.0 | range 0 to 1 | 5
            value: 24, unit: 1/d            | value: 24, unit: 1//d       | '1//d' is not a UCUM unit | UCUM code | 5
            value: 70, unit: kg             | value: 70, range: [0, 50], unit: kg | the value 70.0 | range 0 to 50 | 8
            -k * x                          | -k * x * 2^(k/h)^3 * 1e999  | the number 1e999 | finite | 10
            -k * x                          | -k * x + sqrt(k) * x        | the root of dimension s-1 | must be even | 10
            -k * x                          | "-k * x^13 / 1 [mg]^12"     | a power of dimension g in 'x^13' | whole constant exponent | 10
            -k * x                          | "-k * x * (1 < 2)"          | a condition where a number is needed | if(condition, a, b) | 10
            -k * x                          | "if(x < k, k, k) * x"       | dimensions g and s-1 in 'x < k' | same dimension | 10
            -k * x                          | "sum_over(amount) * k"      | 'sum_over(amount)' | needs the name of an input | 10
            -k * x                          | "-k * x * (5 [parsec] / 5 [parsec])" | 'parsec' is not a UCUM unit | UCUM code | 10
            """)
    void everyMistakeIsToldWithItsPlace(String right, String wrong, String what, String rule, int line) {
        assertThat(DECAY).contains(right);
        Problems problems = new Problems();
        ModelReaderTest.read(DECAY.replace(right, wrong), problems);
        assertThat(problems.list()).anySatisfy(problem -> {
            assertThat(problem.toString()).contains(what).contains(rule);
            assertThat(problem.position().line()).isEqualTo(line);
        });
    }

    /** Each is added at the end of the model, from line 17 on. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            default-scenario: a                      | unknown scenario 'a'               | it must be a known scenario | 17:19
            scenarios: {a: {k: 1}}                   | model has no 'default-scenario'    | is needed                   | 1:1
            scenarios: {a: {kk: 1}}                  | unknown parameter 'kk'             | nearest: k                  | 17:17
            scenarios: {a: {k: x}}                   | 'k' is 'x'                         | a finite number             | 17:20
            scenarios: {a: [1]}                      | scenario a is not a mapping        | parameters to values        | 17:16
            scenario-words: {a: {en: x, ar: y}}      | unknown scenario 'a'               | it must be a known scenario | 17:18
            scenario-words: {a: {en: x}}             | has no 'ar'                        | is needed                   | 17:21
            scenario-words: {a: x}                   | is not a mapping                   | a text in both languages    | 17:21
            switches: {s: {off: {g: 0}}}             | unknown parameter 'g'              | nearest: h, k               | 17:22
            settings: {s: {default: b, choices: {a: {k: 1}}}}  | unknown choice 'b' | nearest: a                  | 17:25
            settings: {s: {default: a, choices: {a: {g: 1}}}}  | unknown parameter 'g' | nearest: h, k            | 17:42
            settings: {s: {default: a}}              | setting s has no 'choices'         | is needed                   | 17:15
            settings: {s: {choices: {a: {}}}}        | setting s has no 'default'         | is needed                   | 17:15
            design: {belief: g}                      | unknown parameter 'g'              | nearest: h, k               | 17:18
            design: {beleif: k}                      | unknown key of design 'beleif'     | nearest: belief             | 17:10
            switches: {s: {about: x}}                | switch s has no 'off'              | is needed                   | 17:15
            events: [{name: e, set: {x: 0}}]         | has neither of 'at' and 'when'     | at a time or when           | 17:10
            events: [{name: e, at: 1, when: x < y, set: {x: 0}}] | has both of 'at' and 'when' | at a time or when | 17:10
            events: [{name: e, at: 1}]               | event has no 'set'                 | is needed                   | 17:10
            events: [{name: e, at: t, set: {x: 0}}]  | depends on the time                | parameters, covariates      | 17:24
            events: [{name: e, at: "1 [mg]", set: {x: 0}}] | has dimension g              | dimension s (unit d)        | 17:25
            begins: "-x / (k * 5 [mg])"              | depends on a state                 | parameters, covariates      | 17:9
            begins: "-1 [mg]"                        | has dimension g                    | dimension s (unit d)        | 17:10
            events: [{name: e, when: x, set: {x: 0}}] | 'x' is not a condition            | compares two numbers        | 17:26
            events: [{name: e, when: x < k, set: {x: 0}}] | dimensions g and s-1           | same dimension              | 17:28
            events: [{name: e, when: "x < 1 [mg]", set: {y: 0}}] | unknown state 'y'       | nearest: x                  | 17:46
            correlations: {g: [{between: [k, hh], value: 0.1}]} | unknown parameter 'hh'   | nearest: h                  | 17:30
            correlations: {g: [{between: [k, k], value: 0.1}]}  | between [k, k]           | two parameters              | 17:30
            correlations: {g: [{between: [k, h], value: 1}]}    | a correlation of 1       | between -1 and 1            | 17:45
            correlations: {g: [{between: [k, h], value: 0.5}]}  | no common level          | of the same level           | 17:30
            include: [{model: knee, as: 1a}]         | the prefix '1a'                    | begins with a letter        | 17:29
            include: [{model: kne, as: a}]           | unknown model 'kne'                | nearest: knee               | 17:19
            include: [{model: baker-2017, as: a}]    | counts time in 1                   | must count time in d        | 17:19
            """)
    void everyMistakeInWhatFollowsIsToldWithItsPlace(String line, String what, String rule, String place) {
        Problems problems = new Problems();
        ModelReaderTest.read(DECAY + line + "\n", problems);
        assertThat(problems.list()).anySatisfy(problem -> {
            assertThat(problem.toString()).contains(what).contains(rule);
            assertThat(problem.position().toString()).isEqualTo("user.yaml:" + place);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{name: {en: a, ar: ب}}] | has no 'why'",
                "[{why: {en: a, ar: ب}}] | has no 'name'",
                "[{name: {en: a, ar: ب}, why: {en: a}}] | why",
                "[{name: {en: a, ar: ب}, why: {en: a, ar: ب}, colour: red}] | colour",
                "[moon] | 'moon'",
            })
    void whatIsNotModelledNeedsANameAndAReason(String list, String seen) {
        Problems problems = new Problems();
        ModelReaderTest.read(DECAY + "not-modelled: " + list + "\n", problems);
        assertThat(problems.list())
                .anySatisfy(p -> assertThat(p.what() + " " + p.rule()).contains(seen));
    }

    @Test
    void columnPointsIntoTheExpression() {
        Problems problems = new Problems();
        ModelReaderTest.read(DECAY.replace("equation: -k * x", "equation: -k * y"), problems);
        int column = DECAY.lines().toList().get(9).indexOf("* x") + 3;
        assertThat(problems.list())
                .anySatisfy(p -> assertThat(p.position().column()).isEqualTo(column));
    }

    @Test
    void allProblemsComeAtOnce() {
        Problems problems = new Problems();
        ModelReaderTest.read(
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
            ModelReaderTest.read(DECAY.replace("-k * x", "\"" + wrong + "\""), problems);
            assertThat(problems.failed()).isTrue();
        }
    }
}
