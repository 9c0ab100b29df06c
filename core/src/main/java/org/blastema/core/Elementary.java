package org.blastema.core;

/**
 * Elementary functions with the same bits on every machine. exp, log and log10 are within 1 unit in the last place, the others
 * within 2. Argument reductions and polynomials after the classical sources (Cody and Waite 1980; the freely distributable libm
 * of Sun for exp, log, sin and cos; Cephes for tanh).
 */
public final class Elementary {
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double INVERSE_LN2 = 1.44269504088896338700e+00;
    private static final double MAGIC = 0x1.8p52;
    private static final double EXP_OVERFLOW = 7.09782712893383973096e+02;
    private static final double EXP_UNDERFLOW = -7.45133219101941108420e+02;
    private static final double SQRT2 = 1.4142135623730951;
    /** Beyond this argument sin and cos are not reduced and give NaN. */
    private static final double MOST_ANGLE = 1e9;

    private static final double PI_HALF_1 = 1.5707963267948966;
    private static final double PI_HALF_2 = 6.123233995736766e-17;
    private static final double PI_HALF_3 = -1.4973849048591698e-33;

    private Elementary() {}

    public static double exp(double x) {
        if (!(x <= EXP_OVERFLOW)) {
            return Double.isNaN(x) ? x : Double.POSITIVE_INFINITY;
        }
        if (x < EXP_UNDERFLOW) {
            return 0;
        }
        double k = (x * INVERSE_LN2 + MAGIC) - MAGIC;
        return expReduced(x - k * LN2_HIGH, k * LN2_LOW, (int) k);
    }

    /** exp(high - low) 2^k for a reduced argument of at most ln(2)/2. */
    private static double expReduced(double high, double low, int k) {
        double r = high - low;
        double t = r * r;
        double c = r
                - t
                        * (1.66666666666666019037e-01
                                + t
                                        * (-2.77777777770155933842e-03
                                                + t
                                                        * (6.61375632143793436117e-05
                                                                + t
                                                                        * (-1.65339022054652515390e-06
                                                                                + t * 4.13813679705723846039e-08))));
        double y = 1 - (low - r * c / (2 - c) - high);
        return scale(y, k);
    }

    private static double scale(double y, int k) {
        if (k > 1023) {
            return y * 0x1p1023 * power2(k - 1023);
        }
        return k >= -1021 ? y * power2(k) : y * power2(k + 1000) * 0x1p-1000;
    }

    private static double power2(int k) {
        return Double.longBitsToDouble((long) (k + 1023) << 52);
    }

    public static double log(double x) {
        if (!(x > 0)) {
            return x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (x == Double.POSITIVE_INFINITY) {
            return x;
        }
        double scaled = x;
        int k = 0;
        if (x < Double.MIN_NORMAL) {
            scaled *= 0x1p54;
            k = -54;
        }
        k += Math.getExponent(scaled);
        double m = scaled * power2(-Math.getExponent(scaled));
        if (m > SQRT2) {
            m *= 0.5;
            k++;
        }
        double f = m - 1;
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double odd = z
                * (6.666666666666735130e-01
                        + w
                                * (2.857142874366239149e-01
                                        + w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
        double even = w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
        double half = 0.5 * f * f;
        return k * LN2_HIGH - (half - (s * (half + odd + even) + k * LN2_LOW) - f);
    }

    /** Logarithm to base 10. */
    public static double log10(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return log(x);
        }
        LogParts parts = LogParts.of(x);
        double high = parts.high() * 0.4342944819032518;
        double error = Math.fma(parts.high(), 0.4342944819032518, -high);
        return high + (error + parts.high() * 1.098319650216765e-17 + parts.low() * 0.4342944819032518);
    }

    /** x to the power y; special cases as in IEEE 754. */
    public static double pow(double x, double y) {
        if (y == 0 || x == 1) {
            return 1;
        }
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        boolean odd = Math.rint(y) == y && Math.rint(y * 0.5) * 2 != y;
        if (x < 0 || x == 0 && 1 / x < 0) {
            if (Math.rint(y) != y && x != 0 && Double.isFinite(x) && Double.isFinite(y)) {
                return Double.NaN;
            }
            double magnitude = pow(-x, y);
            return odd ? -magnitude : magnitude;
        }
        return Double.isInfinite(x) || Double.isInfinite(y) || x == 0 ? powLimit(x, y) : powPositive(x, y);
    }

    /** x is zero or positive, x or y without end or x zero. */
    private static double powLimit(double x, double y) {
        if (x == 0 || Double.isInfinite(x)) {
            return x == 0 == y < 0 ? Double.POSITIVE_INFINITY : 0;
        }
        return x > 1 == y > 0 ? Double.POSITIVE_INFINITY : 0;
    }

    private static double powPositive(double x, double y) {
        LogParts log = LogParts.of(x);
        double high = y * log.high();
        if (!(Math.abs(high) < 800)) {
            return high > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        double low = Math.fma(y, log.high(), -high) + y * log.low();
        double k = (high * INVERSE_LN2 + MAGIC) - MAGIC;
        double reduced = high - k * LN2_HIGH;
        return expReduced(reduced, k * LN2_LOW - low, (int) k);
    }

    public static double tanh(double x) {
        double size = Math.abs(x);
        if (size < 0.625) {
            double z = x * x;
            double above = (-9.64399179425052238628e-1 * z - 9.92877231001918586564e1) * z - 1.61468768441708447952e3;
            double below =
                    ((z + 1.12811678491632931402e2) * z + 2.23548839060100448583e3) * z + 4.84406305325125486048e3;
            return x + x * z * above / below;
        }
        double t = size > 22 ? 1 : 1 - 2 / (exp(2 * size) + 1);
        return Double.isNaN(x) ? x : x < 0 ? -t : t;
    }

    /** Sine; NaN for |x| above 1e9. */
    public static double sin(double x) {
        return turned(x, 0);
    }

    /** Cosine; NaN for |x| above 1e9. */
    public static double cos(double x) {
        return turned(x, 1);
    }

    private static double turned(double x, int quarter) {
        if (!(Math.abs(x) <= MOST_ANGLE)) {
            return Double.NaN;
        }
        double n = Math.rint(x * 0.6366197723675814);
        double first = Math.fma(-n, PI_HALF_1, x);
        double product = n * PI_HALF_2;
        double tail = Math.fma(n, PI_HALF_2, -product) + n * PI_HALF_3;
        double r = first - product;
        double low = first - r - product - tail;
        return switch ((int) ((long) n + quarter & 3)) {
            case 0 -> sinKernel(r, low);
            case 1 -> cosKernel(r, low);
            case 2 -> -sinKernel(r, low);
            default -> -cosKernel(r, low);
        };
    }

    private static double sinKernel(double x, double low) {
        double z = x * x;
        double v = z * x;
        double r = 8.33333333332248946124e-03
                + z
                        * (-1.98412698298579493134e-04
                                + z
                                        * (2.75573137070700676789e-06
                                                + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)));
        return x - (z * (0.5 * low - v * r) - low - v * -1.66666666666666324348e-01);
    }

    private static double cosKernel(double x, double low) {
        double z = x * x;
        double r = z
                * (4.16666666666666019037e-02
                        + z
                                * (-1.38888888888741095749e-03
                                        + z
                                                * (2.48015872894767294178e-05
                                                        + z
                                                                * (-2.75573143513906633035e-07
                                                                        + z
                                                                                * (2.08757232129817482790e-09
                                                                                        + z
                                                                                                * -1.13596475577881948265e-11)))));
        double half = 0.5 * z;
        double w = 1 - half;
        return w + (1 - w - half + (z * r - x * low));
    }
}
