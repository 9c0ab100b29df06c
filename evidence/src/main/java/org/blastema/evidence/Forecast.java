package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SortedMap;
import org.blastema.core.Range;
import org.blastema.model.Model;
import org.blastema.statistics.Interval;
import org.blastema.trial.Visit;

/**
 * What a registered trial of which no result is known is expected to print. It holds all that is needed to score it later, so that
 * neither the library nor the program is asked again.
 *
 * @param study name of the study, which is that of the trial
 * @param registration number in a public registry
 * @param area whose other trials it is held against; absent where the trial is in no list
 * @param design what is simulated
 * @param seed seed of all chance
 * @param trials simulated trials of its size
 * @param inputs everything that the numbers depend on: path of a library file to its SHA-256, and the version of the program
 * @param modified what was changed against the library, in words; empty where nothing was
 * @param rows by arm, endpoint, visit and number
 */
public record Forecast(
        String study,
        String registration,
        Optional<String> area,
        Design design,
        long seed,
        int trials,
        SortedMap<String, String> inputs,
        List<String> modified,
        List<Row> rows) {

    /**
     * What is simulated.
     *
     * @param model of the study
     * @param scenario that is simulated
     * @param arms in the order of the study
     * @param reference name of the arm that the others are compared with
     * @param alpha two-sided level of the planned test
     * @param primary name of the primary endpoint
     * @param month of its visit
     * @param eligibility by readout, what may be measured at screening
     * @param leaving share who have left by a month; absent where nobody leaves
     */
    public record Design(
            String model,
            String scenario,
            List<Arm> arms,
            String reference,
            double alpha,
            String primary,
            double month,
            SequencedMap<String, Range> eligibility,
            Optional<Leaving> leaving) {}

    /**
     * @param product what the arm gets
     * @param patients randomised to it
     */
    public record Arm(String name, String product, int patients) {}

    /** @param share who have left by the month, 0 to 1 */
    public record Leaving(double share, double month) {}

    /**
     * One number as trials of this size would print it, in the unit of the endpoint; a share is 0 to 1.
     *
     * @param arm name of the arm
     * @param versus the arm that is taken away from it; empty where the number is of one arm
     * @param statistic mean or median over the people
     * @param day of the visit
     * @param mean over the simulated trials
     * @param half from the 25 % to the 75 % quantile of them
     * @param most from the 2.5 % to the 97.5 % quantile
     * @param values the means of {@link #VALUES} equally large parts of the trials in ascending order, which stand for all where the
     *     forecast is scored
     * @param found of a difference, the share of the trials whose planned test finds one, in either direction
     * @param range least and largest value of the number's scale
     * @param better which end of the number is better
     */
    public record Row(
            String arm,
            String versus,
            String endpoint,
            String unit,
            Outcome.Kind kind,
            Outcome.Statistic statistic,
            double day,
            double mean,
            Interval half,
            Interval most,
            List<Double> values,
            OptionalDouble found,
            Range range,
            Model.Better better) {
        /** How many values stand for a distribution. */
        public static final int VALUES = 40;

        /** Whether the forecast is that such a trial finds a difference. */
        public boolean expected() {
            return found.orElse(0) >= NullTrial.ENOUGH;
        }

        /** The visit. */
        public Visit visit() {
            return Visit.at(day);
        }
    }

    /** The comparisons at the primary endpoint and visit. */
    public List<Row> primary() {
        return rows.stream()
                .filter(row -> row.kind() == Outcome.Kind.DIFFERENCE)
                .filter(row ->
                        row.endpoint().equals(design.primary()) && row.visit().isAt(design.month()))
                .toList();
    }
}
