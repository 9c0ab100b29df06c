package org.blastema.trial;

import java.util.List;

/**
 * Harms whose chance and day a product states: chance = probability times ratio, at most 1. All that happen are noticed.
 *
 * @param terms variable of the probability, of the ratio (-1 for none), of the day
 */
record ListedFigures(List<int[]> terms) implements Hazard.Figures {
    @Override
    public void of(double[] values, double[] out) {
        for (int i = 0; i < terms.size(); i++) {
            int[] term = terms.get(i);
            double ratio = term[1] < 0 ? 1 : values[term[1]];
            out[Hazard.EACH * i] = Math.min(1, values[term[0]] * ratio);
            out[Hazard.EACH * i + 1] = values[term[2]];
            out[Hazard.EACH * i + 2] = Double.NaN;
            out[Hazard.EACH * i + 3] = 1;
            out[Hazard.EACH * i + 4] = 1;
        }
    }
}
