package org.blastema.trial;

import java.util.ArrayList;
import java.util.List;
import org.blastema.statistics.Moments;

/**
 * Harms of the patients of one arm, added up.
 *
 * @param terms in the order of the arm's terms
 * @param any patients with any harm that what was given may have brought
 * @param serious of these, those with a serious one
 */
public record HarmSums(List<OfTerm> terms, long any, long serious) {
    public HarmSums {
        terms = List.copyOf(terms);
    }

    /**
     * One harm. A patient counts once, with the first giving that brought it.
     *
     * @param atRisk patients to whom it could have come
     * @param patients with it
     * @param noticed of these, whose harm somebody hears of
     * @param days from treatment to it
     * @param durations days; of nobody where nobody says how long it lasts
     * @param lots lots of the product that it struck
     */
    public record OfTerm(long atRisk, long patients, long noticed, Moments days, Moments durations, Lots lots) {
        OfTerm merge(OfTerm later) {
            return new OfTerm(
                    atRisk + later.atRisk,
                    patients + later.patients,
                    noticed + later.noticed,
                    days.merge(later.days),
                    durations.merge(later.durations),
                    lots.merge(later.lots));
        }
    }

    /**
     * How many lots were struck. A lot may go on from one block of patients to the next, so that the ends of the range are kept.
     *
     * @param struck how many
     * @param first the first of them, -1 for none
     * @param last the last of them
     */
    public record Lots(long struck, long first, long last) {
        static final Lots NONE = new Lots(0, -1, -1);

        static Lots of(long lot) {
            return new Lots(1, lot, lot);
        }

        Lots merge(Lots later) {
            if (struck == 0 || later.struck == 0) {
                return struck == 0 ? later : this;
            }
            return new Lots(struck + later.struck - (last == later.first ? 1 : 0), first, later.last);
        }
    }

    /** Adds the harms of patients of a higher index. */
    HarmSums merge(HarmSums later) {
        List<OfTerm> both = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            both.add(terms.get(i).merge(later.terms.get(i)));
        }
        return new HarmSums(both, any + later.any, serious + later.serious);
    }
}
