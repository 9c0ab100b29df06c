package org.blastema.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChanceTest {
    /** Known answers published with the generator (Random123). */
    @ParameterizedTest
    @CsvSource({
        "00000000, 00000000, 00000000, 00000000, 00000000, 00000000, 6627e8d5e169c58d",
        "ffffffff, ffffffff, ffffffff, ffffffff, ffffffff, ffffffff, 408f276d41c83b0e",
        "243f6a88, 85a308d3, 13198a2e, 03707344, a4093822, 299f31d0, d16cfe0994fdcceb"
    })
    void philoxGivesThePublishedWords(String c0, String c1, String c2, String c3, String k0, String k1, String words) {
        long block = Philox.block(hex(c0), hex(c1), hex(c2), hex(c3), hex(k0), hex(k1));
        assertThat(Long.toHexString(block)).isEqualTo(words);
    }

    private static int hex(String word) {
        return Integer.parseUnsignedInt(word, 16);
    }

    @Test
    void uniformsAreEvenAndDependOnEveryPartOfTheCounter() {
        Chance chance = new Chance(7);
        int[] counts = new int[10];
        for (int unit = 0; unit < 100_000; unit++) {
            counts[(int) (10 * chance.uniform(3, unit, 1, 99))]++;
        }
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - 10_000.0) * (count - 10_000.0) / 10_000;
        }
        assertThat(chiSquare).isLessThan(27.9); // 0.1 % point with 9 degrees of freedom
        double here = chance.uniform(1, 2, 3, 4);
        assertThat(List.of(
                        chance.uniform(2, 2, 3, 4),
                        chance.uniform(1, 3, 3, 4),
                        chance.uniform(1, 2, 4, 4),
                        chance.uniform(1, 2, 3, 5),
                        new Chance(8).uniform(1, 2, 3, 4)))
                .doesNotContain(here)
                .doesNotHaveDuplicates();
        assertThat(chance.uniform(1, 2, 3, 4)).isEqualTo(here);
    }

    @Test
    void knowledgeDrawsDifferBetweenTrialsAndFollowTheSeed() {
        assertThat(new Chance(1).knowledge(0))
                .isNotEqualTo(new Chance(1).knowledge(1))
                .isEqualTo(new Chance(1).knowledge(0));
        assertThat(new Chance(1).knowledge(0)).isNotEqualTo(new Chance(2).knowledge(0));
    }

    @Test
    void twoPurposesWithOneCodeAreRefused() {
        Purpose one = colliding(0);
        Purpose other = colliding(1);
        assertThat(one.code()).isEqualTo(other.code());
        assertThatThrownBy(() -> Purpose.refuseCollisions(List.of(one, other)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(one.name())
                .hasMessageContaining(other.name());
        Purpose.refuseCollisions(List.of(one, one));
    }

    /** Two names with the same code, found by search. */
    private static Purpose colliding(int which) {
        java.util.Map<Integer, String> seen = new java.util.HashMap<>();
        for (int i = 0; ; i++) {
            String name = "p" + i;
            String before = seen.putIfAbsent(new Purpose(Level.PATIENT, name).code(), name);
            if (before != null) {
                return new Purpose(Level.PATIENT, which == 0 ? before : name);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.975, 1.959963984540054",
        "0.025, -1.959963984540054",
        "0.999, 3.090232306167813",
        "1e-10, -6.361340902404056"
    })
    void gaussianQuantiles(double u, double z) {
        assertThat(Gaussian.quantile(u)).isCloseTo(z, within(1e-12 * Math.max(1, Math.abs(z))));
        assertThat(Gaussian.cdf(Gaussian.quantile(u))).isCloseTo(u, within(1e-13));
    }

    @Test
    void distributionsHaveTheirMoments() {
        assertMoments(new Distribution.Normal(12), 0, 12);
        double cv = 0.6;
        double mean = Math.sqrt(1 + cv * cv);
        assertMoments(new Distribution.Lognormal(cv), mean, cv * mean);
        assertMoments(Distribution.Beta.ofMean(0.85, 0.08), 0.85, 0.08);
        assertMoments(new Distribution.Beta(4, 4.9), 4 / 8.9, Math.sqrt(4 * 4.9 / (8.9 * 8.9 * 9.9)));
        assertMoments(new Distribution.Uniform(1, 3), 2, 2 / Math.sqrt(12));
        assertMoments(new Distribution.Triangular(0, 1, 4), 5.0 / 3, Math.sqrt((1 + 16 - 4) / 18.0));
        assertMoments(
                new Distribution.Choice(List.of(2.4, 1.3, 0.4), List.of(0.1, 0.45, 0.45)), 1.005, Math.sqrt(0.398475));
    }

    @Test
    void betaTableMeetsTheExactQuantile() {
        Distribution.Beta beta = new Distribution.Beta(4, 4.9);
        var exact = new org.hipparchus.distribution.continuous.BetaDistribution(4, 4.9);
        for (double u = 0.0005; u < 1; u += 0.001) {
            assertThat(exact.cumulativeProbability(beta.quantile(u))).isCloseTo(u, within(1e-8));
        }
    }

    /** Mean and SD by the midpoint rule over the quantile function. */
    private static void assertMoments(Distribution distribution, double mean, double sd) {
        int n = 200_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double x = distribution.quantile((i + 0.5) / n);
            sum += x;
            squares += x * x;
        }
        assertThat(sum / n).as(distribution.words()).isCloseTo(mean, within(1e-3 * Math.max(1, Math.abs(mean))));
        assertThat(Math.sqrt(squares / n - sum / n * (sum / n)))
                .as(distribution.words())
                .isCloseTo(sd, within(2e-3 * Math.max(1, sd)));
    }
}
