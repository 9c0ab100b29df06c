package org.blastema.trial;

import org.blastema.core.Elementary;

/** Who leaves an arm when. A patient's chance is one uniform; a visit after the leaving is missed, and all that follow. */
sealed interface Leaving {
    /** Visits kept whatever the patient gains. */
    int visitsKept(double uniform);

    /** Visits kept by one whose gain of the primary endpoint at {@link #decides} is known; NaN is no gain known. */
    int visitsKept(double uniform, double gain);

    /** The visit at which the gain decides; -1 where it never does. */
    int decides();

    /** Nobody leaves. */
    record Nobody(int visits) implements Leaving {
        @Override
        public int visitsKept(double uniform) {
            return visits;
        }

        @Override
        public int visitsKept(double uniform, double gain) {
            return visits;
        }

        @Override
        public int decides() {
            return -1;
        }
    }

    /**
     * Leaving at a constant rate.
     *
     * @param rate a day, above 0
     * @param days of the visits
     */
    record Constant(double rate, double[] days) implements Leaving {
        static Constant of(Study.DropOut dropOut, double[] days) {
            return new Constant(-Elementary.log(1 - dropOut.share()) / dropOut.by(), days);
        }

        @Override
        public int visitsKept(double uniform) {
            double leaves = -Elementary.log(uniform) / rate;
            int kept = 0;
            while (kept < days.length && days[kept] <= leaves) {
                kept++;
            }
            return kept;
        }

        @Override
        public int visitsKept(double uniform, double gain) {
            return visitsKept(uniform);
        }

        @Override
        public int decides() {
            return -1;
        }
    }

    /**
     * Whoever gains less leaves sooner: the chance is 1 / (1 + exp(-(level - slope gain))), decided at one visit, which is missed
     * with all that follow.
     */
    record Disappointed(double level, double slope, int decides, int visits) implements Leaving {
        @Override
        public int visitsKept(double uniform) {
            return visits;
        }

        @Override
        public int visitsKept(double uniform, double gain) {
            return uniform < chance(level, slope, gain) ? decides : visits;
        }

        static double chance(double level, double slope, double gain) {
            return 1 / (1 + Elementary.exp(slope * gain - level));
        }
    }
}
