package org.blastema.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PositionTest {
    @Test
    void printsAsFileLineColumn() {
        assertThat(new Position("knee.yaml", 12, 5)).hasToString("knee.yaml:12:5");
    }
}
