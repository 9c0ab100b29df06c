package org.blastema.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SyntaxTest {
    private static final Position NOWHERE = new Position("f", 1, 1);
    private static final List<String> OPERATORS =
            List.of("+", "-", "*", "/", "^", "<", "<=", ">", ">=", "==", "!=", "and", "or");

    @Test
    void everyTreePrintsToTextThatReadsBackAsTheSameTree() {
        SplittableRandom random = new SplittableRandom(20_261_124);
        for (int i = 0; i < 5_000; i++) {
            Syntax tree = tree(random, 5);
            String words = tree.words();
            Syntax again = read("\"" + words + "\"", new Problems()).orElseThrow(() -> new AssertionError(words));
            assertThat(bare(again)).as(words).isEqualTo(bare(tree));
        }
    }

    private static Syntax tree(SplittableRandom random, int depth) {
        int kind = depth == 0 ? random.nextInt(2) : random.nextInt(8);
        return switch (kind) {
            case 0 -> new Syntax.Literal(random.nextInt(100) / 8.0, random.nextBoolean() ? "" : "mm/d", NOWHERE);
            case 1 -> new Syntax.Name(random.nextBoolean() ? "a" : "p.kR_1", NOWHERE);
            case 2 -> new Syntax.Negated(tree(random, depth - 1), NOWHERE);
            case 3 -> new Syntax.Not(tree(random, depth - 1), NOWHERE);
            case 4 ->
                new Syntax.Call(
                        "f",
                        IntStream.range(0, 1 + random.nextInt(3))
                                .mapToObj(i -> tree(random, depth - 1))
                                .toList(),
                        NOWHERE);
            default ->
                new Syntax.Infix(
                        OPERATORS.get(random.nextInt(OPERATORS.size())),
                        tree(random, depth - 1),
                        tree(random, depth - 1),
                        NOWHERE);
        };
    }

    /** The same tree without places. */
    private static Syntax bare(Syntax tree) {
        return switch (tree) {
            case Syntax.Literal number -> new Syntax.Literal(number.value(), number.unit(), NOWHERE);
            case Syntax.Name name -> new Syntax.Name(name.name(), NOWHERE);
            case Syntax.Negated negated -> new Syntax.Negated(bare(negated.of()), NOWHERE);
            case Syntax.Not not -> new Syntax.Not(bare(not.of()), NOWHERE);
            case Syntax.Infix infix ->
                new Syntax.Infix(infix.operator(), bare(infix.left()), bare(infix.right()), NOWHERE);
            case Syntax.Call call ->
                new Syntax.Call(
                        call.function(),
                        call.arguments().stream().map(SyntaxTest::bare).toList(),
                        NOWHERE);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "-k * x, -k * x",
        "((a)) + (b * c), a + b * c",
        "-a^2, -a^2",
        "(-a)^2, (-a)^2",
        "2^-1, 2^(-1)",
        "a^b^c, a^b^c",
        "a - b - c, a - b - c",
        "a - (b - c), a - (b - c)",
        "a / b / c * d, a / b / c * d",
        "- -a, -(-a)",
        "not a < b and c > d or e == f, not (a < b) and c > d or e == f",
        "1e-5 [1/d] * 5e7 [{cells}], 1e-5 [1/d] * 5e7 [{cells}]"
    })
    void precedenceIsThatOfMathematics(String typed, String words) {
        assertThat(read("\"" + typed + "\"", new Problems()).orElseThrow().words())
                .isEqualTo(words);
    }

    /** The column of the sign {@code $}, which no expression may hold, however the text is written in YAML. */
    @ParameterizedTest
    @ValueSource(strings = {"a + $", "\"a + $\"", "'a + $'", "\"السن + $\"", "  a + $"})
    void placeIsThatOfTheCharacter(String yaml) {
        Problems problems = new Problems();
        assertThat(read(yaml, problems)).isEmpty();
        String file = "e: " + yaml;
        assertThat(problems.list().getFirst().position()).isEqualTo(new Position("f", 1, file.indexOf('$') + 1));
    }

    /** Where the text in the file is not the text of the expression, its start is told. */
    @ParameterizedTest
    @ValueSource(strings = {">\n  a +\n  $", "|-\n  a + $", "\"a\\x20+ $\"", "'a + ''$'", "a +\n  b + $"})
    void placeIsThatOfTheTextWhereColumnsAreLost(String yaml) {
        Problems problems = new Problems();
        assertThat(read(yaml, problems)).isEmpty();
        assertThat(problems.list().getFirst().position()).isEqualTo(new Position("f", 1, 4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a +            | the end of 'a +' | a number, a name or '('
            a b            | 'b' in 'a b' | an operator or the end
            (a             | ')' is needed | the end of
            f(a            | ')' is needed | the end of
            f()            | ')' in 'f()' | a number, a name or '('
            a ** b         | '*' in 'a ** b' | a number, a name or '('
            2x             | 'x' in '2x' | an operator or the end
            1e999          | the number 1e999 | a finite number
            a ? b          | the character '?' | expressions hold
            5 [mm          | the character '[' | expressions hold
            and            | 'and' | a number, a name or '('
            """)
    void brokenTextIsToldWithWhatIsNeeded(String typed, String what, String rule) {
        Problems problems = new Problems();
        assertThat(read("\"" + typed + "\"", problems)).isEmpty();
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().getFirst().toString()).contains(what).contains(rule);
    }

    @Test
    void towersAndChainsAreRefusedAndNeverOverflowTheStack() {
        for (String text : new String[] {
            "(".repeat(20_000),
            "(".repeat(20_001),
            "-".repeat(20_000),
            "not ".repeat(5_000),
            "f(".repeat(10_000),
            "a" + "+a".repeat(9_999),
            "a" + "^a".repeat(9_999),
            ("(a" + "+a".repeat(400)).repeat(20),
            "a" + "<a".repeat(9_999)
        }) {
            Problems problems = new Problems();
            assertThat(read("\"" + text + "\"", problems)).isEmpty();
            assertThat(problems.list()).hasSize(1);
        }
    }

    @Test
    void longSumsAndLongNamesAreFine() {
        assertThat(read("a" + "+a".repeat(500), new Problems())).isPresent();
        String name = "a" + ".a".repeat(9_999);
        assertThat(read(name, new Problems()).orElseThrow().words()).isEqualTo(name);
    }

    private static Optional<Syntax> read(String yaml, Problems problems) {
        var document = YamlReader.read("f", ("e: " + yaml).getBytes(StandardCharsets.UTF_8));
        return SyntaxReader.read(document.get("e").orElseThrow(), problems, "e");
    }
}
