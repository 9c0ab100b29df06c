package org.blastema.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.blastema.core.Knowledge;
import org.blastema.core.Parameter;
import org.blastema.statistics.Moments;

/**
 * First-order shares of a variance over draws: for each number that is drawn, the correlation ratio between sixths of its draw, corrected
 * for chance (epsilon squared, Kelley 1935). Choices of two, three or six equally likely values fall on these bounds. What numbers do only
 * together belongs to none of them. A share that is smaller than chance alone may make it is 0.
 */
final class VarianceShares {
    private static final int PARTS = 6;
    /**
     * A ratio counts above so many of the standard deviations that it has where there is nothing: of 20 numbers that do nothing, one in 20
     * runs then shows one, by the distribution F with 5 degrees of freedom.
     */
    private static final double SEEN = 4.4;

    private final List<Double> values;
    private final double total;
    private final double whole;
    private final List<ClaimResult.Share> shares = new ArrayList<>();

    /**
     * @param values one a draw; NaN is left out
     * @param signal share of their variance that is not noise, over which the shares are taken
     */
    VarianceShares(List<Double> values, double signal) {
        this.values = List.copyOf(values);
        Moments all = moments(-1, List.of());
        this.total = all.variance();
        this.whole = all.n() > PARTS ? total * signal : 0;
    }

    /** Whether no data set a parameter. */
    static boolean unmeasured(Parameter parameter) {
        return parameter.calibrate()
                && parameter
                        .knowledge()
                        .filter(each -> each == Knowledge.FITTED)
                        .isEmpty();
    }

    /** Adds a drawn number; its uniforms stand in the order of the values. */
    void add(Parameter parameter, List<Double> uniforms) {
        double share = whole > 0 ? share(uniforms) : 0;
        if (share > 0) {
            shares.add(new ClaimResult.Share(parameter.name(), share, unmeasured(parameter)));
        }
    }

    private double share(List<Double> uniforms) {
        double within = 0;
        long n = 0;
        int parts = 0;
        for (int part = 0; part < PARTS; part++) {
            Moments moments = moments(part, uniforms);
            within += moments.squares();
            n += moments.n();
            parts += moments.n() > 0 ? 1 : 0;
        }
        double between = total - within / (n - parts);
        return between > SEEN * chance(n) * total ? Math.min(1, between / whole) : 0;
    }

    /** Standard deviation of the ratio where there is nothing. */
    private static double chance(long n) {
        return Math.sqrt(2.0 * (PARTS - 1)) / n;
    }

    private Moments moments(int part, List<Double> uniforms) {
        double[] chosen = new double[values.size()];
        for (int i = 0; i < chosen.length; i++) {
            boolean here = part < 0 || (int) (PARTS * uniforms.get(i)) == part;
            chosen[i] = here ? values.get(i) : Double.NaN;
        }
        return Moments.of(chosen);
    }

    /** The shares, most first. */
    List<ClaimResult.Share> list() {
        return shares.stream()
                .sorted(Comparator.comparingDouble(ClaimResult.Share::share).reversed())
                .toList();
    }

    /**
     * Which part of all shares that are seen comes from numbers that no data set; 0 where none is seen. What numbers do together is so
     * divided as what they do alone, and a small share that is lost in chance moves it little, however many draws there are.
     */
    double unmeasured() {
        double all = sum(shares);
        return all == 0
                ? 0
                : sum(shares.stream().filter(ClaimResult.Share::unmeasured).toList()) / all;
    }

    private static double sum(List<ClaimResult.Share> shares) {
        return shares.stream().mapToDouble(ClaimResult.Share::share).sum();
    }
}
