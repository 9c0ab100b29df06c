package org.blastema.trial;

import java.util.List;
import java.util.function.Supplier;

/**
 * Harms that are asked for together at each giving of a product. Immutable.
 *
 * @param purposes code of the chance that decides on each term
 * @param heard code of the chance that decides on each term whether it is noticed
 * @param once for each term whether the first giving alone can bring it
 * @param givings days since treatment, ascending
 * @param figures for one thread
 */
record Hazard(
        List<Integer> purposes,
        List<Integer> heard,
        List<Boolean> once,
        List<Double> givings,
        Supplier<Figures> figures) {
    /** Numbers of a term in {@link Figures}: chance, day, duration, share that is noticed, 0 where it cannot come. */
    static final int EACH = 5;

    /** What a person's values make of the harms. */
    @FunctionalInterface
    interface Figures {
        /**
         * The figures of every term, {@link #EACH} a term: the chance at one giving, days from the giving to the harm, how many days it
         * lasts (NaN where nobody says), the chance that somebody hears of it, 0 where the harm cannot come.
         *
         * @param values of the arm's variables
         * @throws org.blastema.kinetics.NumericalFailure where they cannot be found or are no such figures
         */
        void of(double[] values, double[] out);
    }

    /** How many givings can bring a term. */
    int givings(int term) {
        return once.get(term) ? 1 : givings.size();
    }

    int terms() {
        return purposes.size();
    }
}
