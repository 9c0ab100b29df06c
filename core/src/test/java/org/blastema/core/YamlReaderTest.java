package org.blastema.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class YamlReaderTest {
    @Test
    void keepsThePlaceOfEveryNode() {
        Yaml.Mapping root = read("a: 1\nb:\n  - x\n  - {c: 'two words'}\n");
        Yaml.Sequence list = (Yaml.Sequence) root.get("b").orElseThrow();
        assertThat(list.items().get(1).position()).isEqualTo(new Position("f.yaml", 4, 5));
        Yaml.Scalar text =
                (Yaml.Scalar) ((Yaml.Mapping) list.items().get(1)).get("c").orElseThrow();
        assertThat(text).isEqualTo(new Yaml.Scalar("two words", false, new Position("f.yaml", 4, 9)));
    }

    @Test
    void writesWhatItReads() {
        String text = "a: 1\nb:\n- x\n- c: \"two: words\"\n  d: []\ne: {}\nf: \"a \\\"b\\\" \\\\ خلية\"\n";
        Yaml.Mapping root = read(text);
        String written = YamlWriter.write(root);
        assertThat(YamlWriter.write(read(written))).isEqualTo(written);
        assertThat(written)
                .contains("f: \"a \\\"b\\\" \\\\ خلية\"")
                .contains("e: {}")
                .contains("d: []");
    }

    @Test
    void aTextInBracesThatNeedsQuotesIsToldSo() {
        assertRefused("a: {equation: 0.2 [cm2] * x}\n", "needs quotes", 1);
    }

    @Test
    void brokenYamlIsToldWithItsPlace() {
        assertRefused("a: [1, 2\nb: 3\n", "valid YAML", 2);
        assertRefused("a: 1\n\tb: 2\n", "valid YAML", 2);
    }

    @Test
    void twoKeysAreRefused() {
        assertRefused("a: 1\na: 2\n", "the key 'a' stands twice", 2);
    }

    @Test
    void moreKeysThanAnyFileNeedsAreRefused() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 10_001; i++) {
            text.append('k').append(i).append(": 1\n");
        }
        assertRefused(text.toString(), "more than 10000 keys", 10_001);
    }

    @Test
    void columnsHoldOnlyWhereTheFileHoldsTheTextAsItIs() {
        Yaml.Mapping root = read("a: x + y\nb: \"x + y\"\nc: \"x \\\" y\"\nd: x\n  + y\ne: >-\n  x\nf: \"السن\"\n");
        for (String key : new String[] {"a", "b", "f"}) {
            assertThat(((Yaml.Scalar) root.get(key).orElseThrow()).verbatim())
                    .as(key)
                    .isTrue();
        }
        for (String key : new String[] {"c", "d", "e"}) {
            assertThat(((Yaml.Scalar) root.get(key).orElseThrow()).verbatim())
                    .as(key)
                    .isFalse();
        }
    }

    @Test
    void emptyListAndSecondDocumentAreRefused() {
        assertRefused("", "empty", 1);
        assertRefused("- 1\n", "mapping", 1);
        assertRefused("a: 1\n---\nb: 2\n", "second document", 2);
    }

    @Test
    void aliasBombIsRefusedAtItsFirstAlias() {
        assertRefused("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "alias *a", 2);
    }

    @Test
    void twentyThousandBracketsAreRefused() {
        assertRefused("a: " + "[".repeat(20_000), "nesting deeper than", 1);
        assertRefused("a: " + "{a: ".repeat(20_000), "nesting deeper than", 1);
    }

    @Test
    void binaryAndWrongEncodingsAreRefused() {
        assertThatThrownBy(() -> YamlReader.read("f.yaml", new byte[] {'a', ':', '\n', (byte) 0xC3, 0x28}))
                .hasMessageContaining("f.yaml:2:1")
                .hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> YamlReader.read("f.yaml", "a: 1".getBytes(StandardCharsets.UTF_16)))
                .hasMessageContaining("UTF-16");
        assertThatThrownBy(() -> YamlReader.read("f.yaml", new byte[] {'a', 0, 'b'}))
                .hasMessageContaining("zero byte");
        assertThat(YamlReader.read("f.yaml", "\uFEFFa: 1".getBytes(StandardCharsets.UTF_8))
                        .get("a"))
                .isPresent();
    }

    @Test
    void hugeMissingAndWrongFilesAreRefused(@TempDir Path folder) throws IOException {
        Path huge = folder.resolve("huge.yaml");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(100_000_000);
        }
        assertThatThrownBy(() -> YamlReader.read(huge))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("100000000 bytes");
        assertThatThrownBy(() -> YamlReader.read(folder))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("not a file");
        assertThatThrownBy(() -> YamlReader.read(folder.resolve("none.yaml")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no such file");
        Files.delete(huge);
    }

    private static Yaml.Mapping read(String text) {
        return YamlReader.read("f.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String text, String message, int line) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> read(text));
        assertThat(refused).isNotNull().hasMessageContaining(message);
        assertThat(refused.problems().getFirst().position().line()).isEqualTo(line);
    }
}
