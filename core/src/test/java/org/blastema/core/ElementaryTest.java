package org.blastema.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against series summed with 60 digits. */
final class ElementaryTest {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal LN2 = new BigDecimal(
            "0.693147180559945309417232121458176568075500134360255254120680009493393621969694715605863327");
    private static final BigDecimal PI = new BigDecimal(
            "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803482534");

    @Test
    void expWithinOneUnit() {
        assertThat(worst(Elementary::exp, ElementaryTest::exp, -700, 700, 4001)).isLessThanOrEqualTo(1.0);
        assertThat(worst(Elementary::exp, ElementaryTest::exp, -1, 1, 4001)).isLessThanOrEqualTo(1.0);
    }

    @Test
    void logWithinOneUnit() {
        assertThat(worst(Elementary::log, ElementaryTest::log, 0.001, 4, 3001)).isLessThanOrEqualTo(1.0);
        assertThat(worst(Elementary::log, ElementaryTest::log, 1e-300, 1e-299, 101))
                .isLessThanOrEqualTo(1.0);
        assertThat(worst(Elementary::log, ElementaryTest::log, 1, 1e12, 1001)).isLessThanOrEqualTo(1.0);
    }

    @Test
    void log10WithinOneUnit() {
        BigDecimal ten = log(BigDecimal.TEN);
        assertThat(worst(Elementary::log10, x -> log(x).divide(ten, DIGITS), 0.01, 1000, 2001))
                .isLessThanOrEqualTo(1.0);
        assertThat(Elementary.log10(1000)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"2.5", "-3.3", "0.1", "137.25", "-0.001"})
    void powWithinTwoUnits(double y) {
        BigDecimal exponent = new BigDecimal(y);
        UnaryOperator<BigDecimal> exact = x -> exp(log(x).multiply(exponent, DIGITS));
        assertThat(worst(x -> Elementary.pow(x, y), exact, 0.02, 50, 1501)).isLessThanOrEqualTo(2.0);
    }

    @Test
    void sinAndCosWithinTwoUnits() {
        for (double far : new double[] {7, 1e3, 1e6}) {
            assertThat(worst(Elementary::sin, x -> turned(x, 1), -far, far, 1501))
                    .isLessThanOrEqualTo(2.0);
            assertThat(worst(Elementary::cos, x -> turned(x, 0), -far, far, 1501))
                    .isLessThanOrEqualTo(2.0);
        }
    }

    @Test
    void tanhWithinTwoUnits() {
        UnaryOperator<BigDecimal> exact = x -> {
            BigDecimal e = exp(x.add(x));
            return e.subtract(BigDecimal.ONE).divide(e.add(BigDecimal.ONE), DIGITS);
        };
        assertThat(worst(Elementary::tanh, exact, -3, 3, 2002)).isLessThanOrEqualTo(2.0);
    }

    @Test
    void specialValues() {
        assertThat(Elementary.exp(Double.NaN)).isNaN();
        assertThat(Elementary.exp(710)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Elementary.exp(-745)).isEqualTo(Double.MIN_VALUE);
        assertThat(Elementary.exp(0)).isEqualTo(1);
        assertThat(Elementary.log(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Elementary.log(-1)).isNaN();
        assertThat(Elementary.log(Double.MIN_VALUE)).isEqualTo(StrictMath.log(Double.MIN_VALUE));
        assertThat(Elementary.log(1)).isEqualTo(0);
        assertThat(Elementary.pow(0, -2)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.pow(-2, 3)).isEqualTo(-8);
        assertThat(Elementary.pow(-2, 0.5)).isNaN();
        assertThat(Elementary.pow(0, 0)).isEqualTo(1);
        assertThat(Elementary.pow(2, 1e9)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Elementary.pow(Double.POSITIVE_INFINITY, -1)).isZero();
        assertThat(Elementary.tanh(40)).isEqualTo(1);
        assertThat(Elementary.tanh(Double.NaN)).isNaN();
        assertThat(Elementary.sin(1e10)).isNaN();
    }

    /** Largest error in units in the last place over evenly spaced arguments. */
    private static double worst(
            DoubleUnaryOperator ours, UnaryOperator<BigDecimal> exact, double from, double to, int points) {
        double worst = 0;
        for (int i = 0; i < points; i++) {
            double x = from + (to - from) * i / (points - 1);
            double y = ours.applyAsDouble(x);
            BigDecimal error =
                    new BigDecimal(y).subtract(exact.apply(new BigDecimal(x))).abs();
            worst = Math.max(worst, error.doubleValue() / Math.ulp(y));
        }
        return worst;
    }

    private static BigDecimal exp(BigDecimal x) {
        long k = x.divide(LN2, DIGITS)
                .setScale(0, java.math.RoundingMode.HALF_EVEN)
                .longValue();
        BigDecimal r = x.subtract(LN2.multiply(BigDecimal.valueOf(k)));
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; n < 45; n++) {
            term = term.multiply(r, DIGITS).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        BigDecimal two = BigDecimal.valueOf(2);
        return k >= 0 ? sum.multiply(two.pow((int) k, DIGITS), DIGITS) : sum.divide(two.pow((int) -k, DIGITS), DIGITS);
    }

    /** Newton on exp from the double logarithm. */
    private static BigDecimal log(BigDecimal x) {
        BigDecimal y = new BigDecimal(StrictMath.log(x.doubleValue()));
        for (int i = 0; i < 3; i++) {
            y = y.add(x.divide(exp(y), DIGITS).subtract(BigDecimal.ONE), DIGITS);
        }
        return y;
    }

    /** Cosine (first = 0) or sine (first = 1) by the series after reduction to one turn. */
    private static BigDecimal turned(BigDecimal x, int first) {
        BigDecimal turn = PI.add(PI);
        BigDecimal r = x.subtract(turn.multiply(x.divide(turn, DIGITS).setScale(0, java.math.RoundingMode.HALF_EVEN)));
        BigDecimal term = first == 0 ? BigDecimal.ONE : r;
        BigDecimal sum = term;
        for (int n = first + 1; n < 70; n += 2) {
            term = term.multiply(r, DIGITS).multiply(r, DIGITS).divide(BigDecimal.valueOf(-(long) n * (n + 1)), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }
}
