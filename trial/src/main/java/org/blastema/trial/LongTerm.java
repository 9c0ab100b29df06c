package org.blastema.trial;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the study that continues a run found for the same arms.
 *
 * @param summary of the continuing study
 * @param effect its readout of years in full health, gathered from the treatment on
 * @param horizon last day of the study that it continues
 */
public record LongTerm(Summary summary, Optional<String> effect, double horizon) {

    /** Mean years in full health of an arm up to the last visit that is not after the horizon of the continued study. */
    public OptionalDouble qaly(String arm) {
        return summary.arms().stream()
                .filter(each -> each.name().equals(arm))
                .flatMap(each -> each.endpoints().stream())
                .filter(each -> effect.filter(each.name()::equals).isPresent() && each.day() <= horizon)
                .mapToDouble(EndpointSummary::mean)
                .reduce((earlier, last) -> last);
    }
}
