package org.blastema.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CsvTest {
    private static List<Yaml.Mapping> read(String text) {
        return Csv.read("t.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRowIsAMappingWithoutItsEmptyCells() {
        List<Yaml.Mapping> rows = read("arm,n,note\nsaline,12,\n\"cells, many\",,\"two\nlines\"\n");
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().entries())
                .extracting(e -> e.key().text() + "=" + ((Yaml.Scalar) e.value()).text())
                .containsExactly("arm=saline", "n=12");
        assertThat(rows.get(1).entries())
                .extracting(e -> ((Yaml.Scalar) e.value()).text())
                .containsExactly("cells, many", "two\nlines");
    }

    @Test
    void positionsAreLineAndCell() {
        Yaml.Mapping row = read("a,b\n\"x\ny\",1\nz,oops\n").get(1);
        assertThat(row.position()).hasToString("t.csv:4:1");
        Problems problems = new Problems();
        new Fields(row, problems, "the row").number("b");
        assertThat(problems.list())
                .singleElement()
                .hasToString("t.csv:4:2: error: the row: 'b' is 'oops'; a finite number is needed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| the table is empty",
                "'a,a\n1,2\n'| t.csv:1:2: error: the column 'a' a second time",
                "'a,b\n1\n'| t.csv:2:1: error: a row of 1 cells; every row has the 2 columns",
                "'a,b\n1,2,3\n'| a row of 3 cells",
                "'a,b\n\"1,2\n'| a row of 1 cells"
            })
    void brokenTablesAreRefused(String text, String said) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidInput.class).hasMessageContaining(said.strip());
    }
}
