package org.blastema.evidence;

import java.util.List;
import java.util.SequencedMap;
import org.blastema.core.Text;
import org.blastema.core.Yaml;

/**
 * What is to be calibrated on what: a file {@code calibrations/NAME.yaml}.
 *
 * @param name of the target and of its posterior
 * @param title for people
 * @param area whose scored calibration rows it uses
 * @param model whose parameters are free
 * @param free the parameters, at least one
 * @param exceptions rows whose weight is not 1
 * @param trials simulated of each published trial in a round
 * @param seed of all chance
 * @param rivals other mechanisms, weighed by the same trials; with none the model's own stands alone
 */
public record Calibration(
        String name,
        Text title,
        String area,
        String model,
        List<FreeParameter> free,
        List<Weighted> exceptions,
        int trials,
        long seed,
        SequencedMap<String, Rival> rivals) {

    /**
     * A row with a weight of its own.
     *
     * @param weight 0 leaves the row out; one of weight w counts like w trials
     */
    public record Weighted(String trial, String arm, double weight, Text why) {}

    /**
     * Another mechanism.
     *
     * @param change what is laid over every study, key by key
     */
    public record Rival(Text title, Yaml.Mapping change) {}

    /** The weight of a row. */
    double weight(Target target) {
        return exceptions.stream()
                .filter(each -> each.trial().equals(target.outcome().trial())
                        && each.arm().equals(target.outcome().arm()))
                .mapToDouble(Weighted::weight)
                .findFirst()
                .orElse(1);
    }
}
