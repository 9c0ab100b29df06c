package org.blastema.evidence;

import java.util.Optional;
import org.blastema.core.Gaussian;
import org.blastema.core.Level;
import org.blastema.core.Parameter;
import org.blastema.core.Spread;
import org.blastema.model.Posterior;

/**
 * A parameter that a calibration may move. Its place is told as the normal score of its prior, so that every prior is standard normal.
 *
 * @param parameter its name in the model
 * @param between the level at which the size of the parameter's spread is free; empty where its value is
 * @param prior what was known before any trial was held against it
 * @param about what the model says of it; empty where it says nothing
 */
public record FreeParameter(String parameter, Optional<Level> between, Parameter prior, String about) {
    /** Its column in a posterior. */
    public String column() {
        return between.map(level -> Posterior.between(parameter, level)).orElse(parameter);
    }

    /** The value, or the size of the spread, at a normal score. */
    public double value(double score) {
        double value = prior.value();
        for (Spread spread : prior.spreads()) {
            if (spread.level() == Level.KNOWLEDGE) {
                value = spread.distribution().apply(value, Math.clamp(Gaussian.cdf(score), 0x1p-53, 1 - 0x1p-53));
            }
        }
        double drawn = value;
        return prior.range().map(range -> range.clamp(drawn)).orElse(drawn);
    }
}
