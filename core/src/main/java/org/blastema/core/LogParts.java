package org.blastema.core;

/**
 * A natural logarithm as an unevaluated sum, accurate to about 2^-64 relative, so that a power does not lose the digits of its
 * exponent. With s = (m-1)/(m+1), log m = 2 (s + s^3/3 + s^5/5 + ...); the first two terms are carried in double length.
 */
record LogParts(double high, double low) {
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double LN2_TAIL = 1.1612227229362532e-26;
    private static final double THIRD_LOW = 1.850371707708594e-17;

    /** The logarithm of a positive finite number. */
    static LogParts of(double x) {
        double scaled = x < Double.MIN_NORMAL ? x * 0x1p54 : x;
        int k = Math.getExponent(scaled) - (x < Double.MIN_NORMAL ? 54 : 0);
        double m = scaled * Double.longBitsToDouble((long) (1023 - Math.getExponent(scaled)) << 52);
        if (m > 1.4142135623730951) {
            m *= 0.5;
            k++;
        }
        double f = m - 1;
        double d = m + 1;
        double dLow = f > 0 ? m - d + 1 : 1 - d + m;
        double s = f / d;
        double sLow = (Math.fma(-s, d, f) - s * dLow) / d;
        double z = s * s;
        double zLow = Math.fma(s, s, -z) + 2 * s * sLow;
        double third = 1.0 / 3.0;
        double cube = z * third;
        double cubeLow = Math.fma(z, third, -cube) + z * THIRD_LOW + zLow * third;
        double rest = z
                * z
                * (1.0 / 5
                        + z
                                * (1.0 / 7
                                        + z
                                                * (1.0 / 9
                                                        + z
                                                                * (1.0 / 11
                                                                        + z
                                                                                * (1.0 / 13
                                                                                        + z
                                                                                                * (1.0 / 15
                                                                                                        + z
                                                                                                                * (1.0
                                                                                                                                / 17
                                                                                                                        + z
                                                                                                                                * (1.0
                                                                                                                                                / 19
                                                                                                                                        + z
                                                                                                                                                / 21))))))));
        double factor = 1 + cube;
        double factorLow = 1 - factor + cube + cubeLow + rest;
        double series = s * factor;
        double seriesLow = Math.fma(s, factor, -series) + s * factorLow + sLow * factor;
        return sum(k * LN2_HIGH, k * LN2_LOW, k * LN2_TAIL, 2 * series, 2 * seriesLow);
    }

    private static LogParts sum(double a, double aLow, double aTail, double b, double bLow) {
        double total = a + b;
        double back = total - a;
        double error = a - (total - back) + (b - back);
        double second = total + aLow;
        double back2 = second - total;
        double error2 = total - (second - back2) + (aLow - back2);
        double low = error + error2 + bLow + aTail;
        double high = second + low;
        return new LogParts(high, second - high + low);
    }
}
