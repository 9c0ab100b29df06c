package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import org.blastema.core.Elementary;
import org.blastema.statistics.NoisyDraws;

/** Shares of persons who are marked, [arm][person] in each draw; the same persons in every arm. */
final class PersonShares {
    private PersonShares() {}

    /** The share of an arm with its squared error. */
    static NoisyDraws of(List<boolean[][]> marked, int arm) {
        List<Double> values = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (boolean[][] draw : marked) {
            double share = (double) count(draw[arm]) / draw[arm].length;
            values.add(share);
            errors.add(share * (1 - share) / draw[arm].length);
        }
        return new NoisyDraws(values, errors);
    }

    /**
     * The logarithm of the ratio of two arms' shares, half a person added to each count, with the squared error of two shares of the
     * same persons.
     */
    static NoisyDraws ratios(List<boolean[][]> marked, int arm, int versus) {
        List<Double> values = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (boolean[][] draw : marked) {
            double people = draw[arm].length + 1.0;
            double own = (count(draw[arm]) + 0.5) / people;
            double other = (count(draw[versus]) + 0.5) / people;
            int both = 0;
            for (int person = 0; person < draw[arm].length; person++) {
                both += draw[arm][person] && draw[versus][person] ? 1 : 0;
            }
            values.add(Elementary.log(own / other));
            errors.add(Math.max(0, 1 / own + 1 / other - 2 * both / people / (own * other)) / people);
        }
        return new NoisyDraws(values, errors);
    }

    static int count(boolean[] marked) {
        int count = 0;
        for (boolean each : marked) {
            count += each ? 1 : 0;
        }
        return count;
    }
}
