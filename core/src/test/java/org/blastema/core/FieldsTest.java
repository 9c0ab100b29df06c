package org.blastema.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What must be there is asked for once, and reading goes on with something in its place. */
final class FieldsTest {
    private enum Colour {
        RED,
        DEEP_BLUE
    }

    private final Problems problems = new Problems();

    private Fields fields(String yaml) {
        Yaml.Mapping file = YamlReader.read("f.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return new Fields(file, problems, "the thing");
    }

    @Test
    void whatIsThereIsRead() {
        Fields thing = fields("label: {en: a, ar: ب}\ncolour: deep-blue\n");
        assertThat(thing.requiredBilingual("label")).isEqualTo(new Text("a", "ب"));
        assertThat(thing.requiredChoice("colour", Colour.class, Colour.RED)).isEqualTo(Colour.DEEP_BLUE);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void whatIsMissingIsOneProblem() {
        Fields thing = fields("other: 1\n");
        assertThat(thing.requiredBilingual("label")).isEqualTo(new Text("", ""));
        assertThat(thing.requiredChoice("colour", Colour.class, Colour.RED)).isEqualTo(Colour.RED);
        assertThat(problems.list())
                .extracting(Problem::what)
                .containsExactly("the thing has no 'label'", "the thing has no 'colour'");
    }

    @Test
    void whatIsWrongIsNotCalledMissing() {
        Fields thing = fields("label: {en: a}\ncolour: rde\n");
        thing.requiredBilingual("label");
        assertThat(thing.requiredChoice("colour", Colour.class, Colour.DEEP_BLUE))
                .isEqualTo(Colour.DEEP_BLUE);
        assertThat(problems.list())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.what()).doesNotContain("has no 'label'"));
        assertThat(problems.list().getLast().nearest()).contains("red");
    }
}
