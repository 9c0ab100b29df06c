package org.blastema.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.blastema.core.Level;
import org.blastema.core.Parameter;
import org.blastema.core.Purpose;
import org.blastema.model.Posterior;

/** Mixes the posteriors of mechanisms: each gives draws in proportion to its weight, one mechanism after the other. */
final class Mixture {
    private final Calibration calibration;
    private final List<MechanismFit> fits;
    private final List<Integer> shares;
    private final List<Islands> islands;

    /**
     * @param shares how many draws each mechanism gives, in the order of the fits
     * @param islands of each mechanism, with all trials or without one
     */
    Mixture(Calibration calibration, List<MechanismFit> fits, List<Integer> shares, List<Islands> islands) {
        this.calibration = calibration;
        this.fits = fits;
        this.shares = shares;
        this.islands = islands;
    }

    /** How many of some draws each mechanism gets: whole numbers nearest to its part by the largest remainders, the first before others alike. */
    static List<Integer> shares(double[] weights, int draws) {
        int[] shares = Arrays.stream(weights)
                .mapToInt(weight -> (int) Math.floor(weight * draws))
                .toArray();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, weights.length).boxed().toList());
        order.sort(Comparator.comparingDouble(m -> shares[m] - weights[m] * draws));
        int left = draws - IntStream.of(shares).sum();
        order.stream().limit(left).forEach(m -> shares[m]++);
        return IntStream.of(shares).boxed().toList();
    }

    /** The draws of the posterior of a calibration. */
    Mixed draws() {
        SequencedMap<String, List<Double>> columns = new LinkedHashMap<>();
        List<SequencedMap<String, List<Double>>> parts = IntStream.range(0, fits.size())
                .mapToObj(m -> fits.get(m).first().at(some(m)).values().columns())
                .toList();
        calibration
                .columns()
                .forEach(column -> columns.put(
                        column,
                        parts.stream()
                                .flatMap(part -> part.get(column).stream())
                                .toList()));
        calibration.beside().forEach(parameter -> columns.put(parameter.name(), beside(parameter, parts)));
        List<String> under = IntStream.range(0, fits.size())
                .boxed()
                .flatMap(m -> Collections.nCopies(shares.get(m), fits.get(m).name()).stream())
                .toList();
        return new Mixed(new Posterior(calibration.name(), columns, false), under);
    }

    /** What a rival sets; under every other mechanism a draw of what the model knows of the parameter, by itself. */
    private List<Double> beside(Parameter parameter, List<SequencedMap<String, List<Double>>> parts) {
        int purpose = new Purpose(Level.KNOWLEDGE, "calibration." + calibration.name() + "." + parameter.name()).code();
        KnownDraw known = new KnownDraw(parameter, purpose, calibration.seed());
        List<Double> column = new ArrayList<>();
        for (int m = 0; m < parts.size(); m++) {
            List<Double> set = parts.get(m).get(parameter.name());
            for (int i = 0; i < shares.get(m); i++) {
                column.add(set == null ? known.value(column.size()) : set.get(i));
            }
        }
        return column;
    }

    /** Logarithm of the likelihood of each published trial, [draw][trial], each draw under its own mechanism. */
    double[][] log() {
        return IntStream.range(0, fits.size())
                .boxed()
                .flatMap(m -> Arrays.stream(fits.get(m).log(some(m))))
                .toArray(double[][]::new);
    }

    private double[][] some(int mechanism) {
        return islands.get(mechanism).some(shares.get(mechanism));
    }
}
