package org.blastema.core;

import java.math.BigDecimal;

/** Numbers as people write them, the same on every machine and in every locale. */
public final class Decimal {
    private static final int MOST_DIGITS_BEFORE_POINT = 6;
    private static final int MOST_ZEROS_AFTER_POINT = 3;

    private Decimal() {}

    /** The shortest text that reads back as the same number: {@code 0.85}, {@code 60}, {@code 5e7}, {@code 2e-5}. */
    public static String plain(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -MOST_ZEROS_AFTER_POINT - 1 && exponent < MOST_DIGITS_BEFORE_POINT) {
            return digits.toPlainString();
        }
        return digits.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }
}
