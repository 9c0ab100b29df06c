package org.blastema.evidence;

import java.util.List;
import org.blastema.model.Posterior;

/**
 * A posterior over mechanisms and their parameters.
 *
 * @param values draws of the free parameters and of those that a rival sets
 * @param under the mechanism of each draw
 */
public record Mixed(Posterior values, List<String> under) {
    public Mixed {
        under = List.copyOf(under);
    }
}
