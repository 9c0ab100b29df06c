package org.blastema.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ProblemsTest {
    @Test
    void problemsComeInTheOrderOfTheFileEachOnce() {
        Problems problems = new Problems();
        problems.error(new Position("b", 1, 1), "later file", "rule");
        problems.warning(new Position("a", 2, 1), "second line", "rule");
        problems.error(new Position("a", 1, 9), "first line", "rule");
        problems.error(new Position("a", 1, 9), "first line", "rule");
        assertThat(problems.list())
                .extracting(Problem::what)
                .containsExactly("first line", "second line", "later file");
        assertThat(problems.size()).isEqualTo(4);
        assertThatThrownBy(problems::throwIfFailed)
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("a:1:9: error: first line; rule\na:2:1: warning: second line");
    }

    @Test
    void warningsAloneDoNotFail() {
        Problems problems = new Problems();
        problems.warning(new Position("a", 1, 1), "odd", "rule");
        assertThat(problems.failed()).isFalse();
    }

    @Test
    void nearestNamesAreThoseOfFewestChanges() {
        assertThat(Problems.nearest("kr", List.of("kA", "kR", "alpha", "kR2"))).containsExactly("kR", "kA", "kR2");
        assertThat(Problems.nearest("zzzzzz", List.of("kA", "kR"))).isEmpty();
    }

    @Test
    void afterManyProblemsNoNamesAreComparedAnyMore() {
        Problems problems = new Problems();
        for (int i = 1; i <= 300; i++) {
            problems.unknown(new Position("a", i, 1), "name", "kk", List.of("kR"));
        }
        assertThat(problems.list()).filteredOn(p -> p.nearest().isEmpty()).hasSize(100);
        assertThat(problems.list().getFirst().nearest()).containsExactly("kR");
    }
}
