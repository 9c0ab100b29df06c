package org.blastema.evidence;

import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.blastema.core.Parameter;
import org.blastema.core.Text;

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
     * @param fixed what it sets; all else is as in the model
     */
    public record Rival(Text title, List<Fixed> fixed) {}

    /**
     * A parameter that a mechanism sets.
     *
     * @param parameter as the model has it
     * @param value in its unit
     */
    public record Fixed(Parameter parameter, double value) {}

    /** The columns of the free parameters in a posterior. */
    Stream<String> columns() {
        return free.stream().map(FreeParameter::column);
    }

    /** Parameters that are not free and that a rival sets, as the model has them. */
    List<Parameter> beside() {
        List<String> own = columns().toList();
        return rivals.values().stream()
                .flatMap(rival -> rival.fixed().stream())
                .map(Fixed::parameter)
                .filter(each -> !own.contains(each.name()))
                .distinct()
                .toList();
    }

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
