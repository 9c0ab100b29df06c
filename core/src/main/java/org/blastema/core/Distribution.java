package org.blastema.core;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a value is spread. Each draws by inversion from one uniform. A replacing distribution gives the value itself, a
 * multiplicative one a factor, an additive one a difference.
 */
public sealed interface Distribution {
    /** How the draw joins the value. */
    enum Kind {
        REPLACING,
        MULTIPLICATIVE,
        ADDITIVE
    }

    /** The uniform of a median. */
    double MIDDLE = 0.5;

    Kind kind();

    /**
     * @param u in the open interval (0, 1)
     */
    double quantile(double u);

    /** A short description for people. */
    String words();

    /** The same with its chance taken away, so that every draw is its median. One of some values has no middle and stays as it is. */
    default Distribution middle() {
        return switch (this) {
            case Choice choice -> choice;
            case Sized sized -> sized.sized(0);
            case Drawn drawn -> always(drawn.sorted().quantile(MIDDLE));
            case DrawnSize drawn -> drawn.shape().sized(0);
            case Uniform uniform -> always(uniform.quantile(MIDDLE));
            case Triangular triangular -> always(triangular.quantile(MIDDLE));
            case Beta beta -> always(beta.quantile(MIDDLE));
        };
    }

    private static Distribution always(double value) {
        return new Uniform(value, value);
    }

    /** Applies a draw to a value. */
    default double apply(double value, double u) {
        return switch (kind()) {
            case REPLACING -> quantile(u);
            case MULTIPLICATIVE -> value * quantile(u);
            case ADDITIVE -> value + quantile(u);
        };
    }

    /** A distribution around a middle value that one number makes wider. */
    sealed interface Sized extends Distribution {
        /** The same shape with another standard deviation or coefficient of variation, 0 or more. */
        Sized sized(double size);

        /** What the number is called. */
        String sizeWords();
    }

    /** Difference with standard deviation {@code sd}. */
    record Normal(double sd) implements Sized {
        @Override
        public Normal sized(double size) {
            return new Normal(size);
        }

        @Override
        public String sizeWords() {
            return "normal, SD";
        }

        @Override
        public Kind kind() {
            return Kind.ADDITIVE;
        }

        @Override
        public double quantile(double u) {
            return sd * Gaussian.quantile(u);
        }

        @Override
        public String words() {
            return sizeWords() + " " + Decimal.plain(sd);
        }
    }

    /** Factor with median 1 and coefficient of variation {@code cv}. */
    record Lognormal(double cv, double sigma) implements Sized {
        public Lognormal(double cv) {
            this(cv, Math.sqrt(Elementary.log(1 + cv * cv)));
        }

        @Override
        public Lognormal sized(double size) {
            return new Lognormal(size);
        }

        @Override
        public String sizeWords() {
            return "lognormal, CV";
        }

        @Override
        public Kind kind() {
            return Kind.MULTIPLICATIVE;
        }

        @Override
        public double quantile(double u) {
            return Elementary.exp(sigma * Gaussian.quantile(u));
        }

        @Override
        public String words() {
            return sizeWords() + " " + Decimal.plain(cv);
        }
    }

    /** Even between two ends. */
    record Uniform(double low, double high) implements Distribution {
        @Override
        public Kind kind() {
            return Kind.REPLACING;
        }

        @Override
        public double quantile(double u) {
            return low + (high - low) * u;
        }

        @Override
        public String words() {
            return "uniform, " + new Range(low, high);
        }
    }

    /** Triangle with its top at {@code mode}. */
    record Triangular(double low, double mode, double high) implements Distribution {
        @Override
        public Kind kind() {
            return Kind.REPLACING;
        }

        @Override
        public double quantile(double u) {
            double left = (mode - low) / (high - low);
            return u < left
                    ? low + Math.sqrt(u * (high - low) * (mode - low))
                    : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
        }

        @Override
        public String words() {
            return "triangular, " + new Range(low, high);
        }
    }

    /** One of some values. */
    record Choice(List<Double> values, List<Double> weights) implements Distribution {
        public Choice {
            values = List.copyOf(values);
            weights = List.copyOf(weights);
        }

        @Override
        public Kind kind() {
            return Kind.REPLACING;
        }

        @Override
        public double quantile(double u) {
            double total = 0;
            for (double weight : weights) {
                total += weight;
            }
            double left = u * total;
            for (int i = 0; i < values.size() - 1; i++) {
                left -= weights.get(i);
                if (left < 0) {
                    return values.get(i);
                }
            }
            return values.getLast();
        }

        @Override
        public String words() {
            return "one of " + plain(values) + " with weights " + plain(weights);
        }

        private static String plain(List<Double> numbers) {
            return numbers.stream().map(Decimal::plain).collect(Collectors.joining(", "));
        }
    }

    /**
     * The values that a parameter has in the draws of a posterior. The draws of all its parameters go together, so they share one uniform.
     *
     * @param posterior its name
     * @param values one a draw, at least one
     * @param inTurn whether the trials of a study take the draws one after the other, else by chance
     */
    record Drawn(String posterior, List<Double> values, boolean inTurn) implements Distribution {
        public Drawn {
            values = List.copyOf(values);
        }

        @Override
        public Kind kind() {
            return Kind.REPLACING;
        }

        /** Which draw a uniform takes. */
        public int place(double u) {
            return Math.min(values.size() - 1, (int) (u * values.size()));
        }

        @Override
        public double quantile(double u) {
            return values.get(place(u));
        }

        /** What the uniform that takes a draw is for. */
        public Purpose purpose() {
            return new Purpose(Level.KNOWLEDGE, "posterior." + posterior);
        }

        /**
         * The uniform by which a trial takes its draw.
         *
         * @param knowledge what the trial's knowledge is drawn by
         */
        public double uniform(Uniforms knowledge, int trial) {
            return inTurn
                    ? (trial % values.size() + 0.5) / values.size()
                    : knowledge.uniform(trial, 0, 0, purpose().code());
        }

        /** The same values in ascending order, so that the quantile is one. */
        public Drawn sorted() {
            return new Drawn(posterior, values.stream().sorted().toList(), inTurn);
        }

        @Override
        public String words() {
            return "posterior " + posterior + ", " + values.size() + " draws, 95 % " + Decimal.plain(ordered(0.025))
                    + " to " + Decimal.plain(ordered(0.975));
        }

        private double ordered(double q) {
            double value = sorted().quantile(q);
            return value == 0
                    ? 0
                    : new BigDecimal(value).round(new MathContext(3)).doubleValue();
        }
    }

    /**
     * A spread whose size is that of a draw of a posterior.
     *
     * @param shape of the spread, its own size aside
     * @param sizes the standard deviation or coefficient of variation in each draw, 0 or more
     */
    record DrawnSize(Sized shape, Drawn sizes) implements Distribution {
        @Override
        public Kind kind() {
            return shape.kind();
        }

        /** With the mean of the sizes; who knows the draw takes {@link #in(double)}. */
        @Override
        public double quantile(double u) {
            double mean =
                    sizes.values().stream().mapToDouble(Double::doubleValue).sum()
                            / sizes.values().size();
            return shape.sized(mean).quantile(u);
        }

        /**
         * The spread in one draw of the posterior.
         *
         * @param draw uniform that takes the draw
         */
        public Distribution in(double draw) {
            return shape.sized(sizes.quantile(draw));
        }

        /** The spread with the median of the sizes. */
        public Distribution inMiddle() {
            return shape.sized(sizes.sorted().quantile(MIDDLE));
        }

        @Override
        public String words() {
            return shape.sizeWords() + " from the " + sizes.words();
        }
    }

    /**
     * Beta between 0 and 1. The quantile comes from a table of exact quantiles and slopes, cubic between them, and from the exact
     * inversion in the outermost hundredths.
     */
    final class Beta implements Distribution {
        private static final int STEPS = 1024;
        private static final double EDGE = 0.01;

        private final double a;
        private final double b;
        private final org.hipparchus.distribution.continuous.BetaDistribution exact;
        private final double[] value = new double[STEPS + 1];
        private final double[] slope = new double[STEPS + 1];

        public Beta(double a, double b) {
            this.a = a;
            this.b = b;
            exact = new org.hipparchus.distribution.continuous.BetaDistribution(a, b, 1e-14);
            for (int i = 0; i <= STEPS; i++) {
                value[i] = exact.inverseCumulativeProbability(EDGE + (1 - 2 * EDGE) * i / STEPS);
                slope[i] = 1 / exact.density(value[i]);
            }
        }

        /** The beta distribution with this mean and standard deviation; both must be feasible. */
        public static Beta ofMean(double mean, double sd) {
            double size = mean * (1 - mean) / (sd * sd) - 1;
            return new Beta(mean * size, (1 - mean) * size);
        }

        @Override
        public Kind kind() {
            return Kind.REPLACING;
        }

        @Override
        public double quantile(double u) {
            if (u < EDGE || u > 1 - EDGE) {
                return exact.inverseCumulativeProbability(u);
            }
            double width = (1 - 2 * EDGE) / STEPS;
            double place = (u - EDGE) / width;
            int i = Math.min(STEPS - 1, (int) place);
            double t = place - i;
            double t2 = t * t;
            double t3 = t2 * t;
            return (2 * t3 - 3 * t2 + 1) * value[i]
                    + (t3 - 2 * t2 + t) * width * slope[i]
                    + (3 * t2 - 2 * t3) * value[i + 1]
                    + (t3 - t2) * width * slope[i + 1];
        }

        @Override
        public String words() {
            return "beta, " + Decimal.plain(Math.round(a * 1000) / 1000.0) + " and "
                    + Decimal.plain(Math.round(b * 1000) / 1000.0);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Beta beta && beta.a == a && beta.b == b;
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(new double[] {a, b});
        }
    }
}
