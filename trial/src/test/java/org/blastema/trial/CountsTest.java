package org.blastema.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Histograms that hold their filled bins alone, and the bytes that keep them. */
final class CountsTest {
    @Test
    void valuesAreCountedInTheirBins() {
        double[] values = {Double.NaN, 9.99, 0, -5, 3.2, 3.4, 10, 1e300};
        Counts counts = Counts.of(values, 0, 10, 10);
        assertThat(counts.bins()).containsExactly(0, 3, 9);
        assertThat(counts.counts()).containsExactly(2, 2, 3);
        assertThat(Counts.of(new double[] {Double.NaN}, 0, 10, 10).bins()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "127, 1", "128, 2", "16384, 3", "9223372036854775807, 9"})
    void aSmallNumberTakesFewBytes(long number, int bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArrayCodec.write(new DataOutputStream(out), number);
        assertThat(out.size()).isEqualTo(bytes);
        assertThat(ArrayCodec.number(new DataInputStream(new ByteArrayInputStream(out.toByteArray()))))
                .isEqualTo(number);
    }

    @Test
    void aNumberThatDoesNotEndIsRefused() {
        byte[] endless = new byte[20];
        java.util.Arrays.fill(endless, (byte) 0xff);
        assertThatThrownBy(() -> ArrayCodec.number(new DataInputStream(new ByteArrayInputStream(endless))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than 64 bits");
    }
}
