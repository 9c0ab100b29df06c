package org.blastema.evidence;

import org.blastema.core.Chance;
import org.blastema.core.Level;
import org.blastema.core.Parameter;
import org.blastema.core.Purpose;
import org.blastema.core.Spread;

/** The value of a number, of a claim say, under each draw of knowledge; the same draws whatever is asked beside. */
record KnownDraw(Parameter parameter, int purpose, long seed) {
    /**
     * That of a number of a claim.
     *
     * @param claim name of the claim
     * @param where the experiment and what the number is there
     */
    static KnownDraw of(Parameter parameter, String claim, String where, long seed) {
        return new KnownDraw(parameter, new Purpose(Level.KNOWLEDGE, "claim." + claim + "." + where).code(), seed);
    }

    double uniform(int draw) {
        return new Chance(seed).knowledge(draw).uniform(draw, 0, 0, purpose);
    }

    double value(int draw) {
        double value = parameter.value();
        for (Spread spread : parameter.spreads()) {
            if (spread.level() == Level.KNOWLEDGE) {
                value = spread.distribution().apply(value, uniform(draw));
            }
        }
        double drawn = value;
        return parameter.range().map(range -> range.clamp(drawn)).orElse(drawn);
    }
}
