package org.blastema.report;

import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.statistics.Interval;
import org.blastema.trial.ContrastSummary;

/** Contrasts that did not come out. */
final class Contrasts {
    private Contrasts() {}

    static ContrastSummary difference(ContrastSummary c, double difference) {
        return with(c, difference, c.ci95());
    }

    static ContrastSummary interval(ContrastSummary c, double low, double high) {
        return with(c, (low + high) / 2, Optional.of(new Interval(low, high)));
    }

    static ContrastSummary with(ContrastSummary c, double difference, Optional<Interval> ci95) {
        return with(c, difference, ci95, c.power());
    }

    static ContrastSummary power(ContrastSummary c, double power) {
        return with(c, c.difference(), c.ci95(), OptionalDouble.of(power));
    }

    private static ContrastSummary with(
            ContrastSummary c, double difference, Optional<Interval> ci95, OptionalDouble power) {
        return new ContrastSummary(
                c.arm(),
                c.versus(),
                c.endpoint(),
                c.unit(),
                c.day(),
                c.month(),
                difference,
                ci95,
                c.prediction95(),
                power,
                c.p(),
                c.labels());
    }
}
