package org.blastema.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.blastema.core.Knowledge;
import org.blastema.core.Parameter;
import org.blastema.statistics.Interval;
import org.blastema.trial.Study;

/**
 * What speaks for and against a study's answer.
 *
 * @param assessed what the library says of the study's risk; absent where nobody has judged it
 * @param arm whose persons' benefit is the headline
 * @param versus the arm that it is held against
 * @param unit UCUM code of the endpoint
 * @param month of the visit
 * @param headline mean over persons of the change with the arm less that of the same person, by the same chance, with the other
 * @param headline95 t interval of it over the simulated persons
 * @param persons simulated
 * @param failed share of persons whose equations could not be solved; they are left out
 * @param numbers everything that the two arms take, those that nobody measured first, then by influence
 * @param arms published arms held against this model, as the library keeps them
 * @param changed what their numbers depended on and is no longer what it was
 * @param modified what was changed against the library
 */
public record Credibility(
        Study study,
        Optional<CredibilityFrame.Assessed> assessed,
        long seed,
        String arm,
        String versus,
        String endpoint,
        String unit,
        double month,
        Interval headline95,
        double headline,
        int persons,
        double failed,
        List<Influence> numbers,
        List<ScoredArm> arms,
        List<String> changed,
        List<String> modified) {

    /** How a number is moved to see what hangs on it. */
    public enum Move {
        /** Its draw of what is not known goes from the 16 % to the 84 % quantile: two standard deviations of a normal spread. */
        SPREAD,
        /** It is a tenth larger, as drawn, and held to its range. */
        TENTH
    }

    /**
     * A number and what hangs on it.
     *
     * @param name full name, {@code FILE.parameter}
     * @param effect what the headline changes by when the number is moved; absent where it is a choice between values, which has no tenth
     * @param effect95 t interval of it over the same persons
     */
    public record Influence(
            String name, Parameter parameter, Move move, OptionalDouble effect, Optional<Interval> effect95) {
        static final Comparator<Influence> ORDER = Comparator.comparing((Influence each) -> !each.unmeasured())
                .thenComparing(Comparator.comparingDouble(
                                (Influence each) -> Math.abs(each.effect().orElse(0)))
                        .reversed());

        /** Whether it is recalled, assumed or of no stated knowledge. */
        public boolean unmeasured() {
            return parameter
                    .knowledge()
                    .filter(each -> each != Knowledge.RECALLED && each != Knowledge.ASSUMED)
                    .isEmpty();
        }
    }

    /** The least share of the headline that a number must move it by to drive it. */
    public static final double DRIVES = 0.01;

    /** Whether a number moves the headline by a hundredth of it or more, beyond chance. */
    public boolean drives(Influence number) {
        return number.effect95().filter(each -> !each.contains(0)).isPresent()
                && Math.abs(number.effect().orElse(0)) >= DRIVES * Math.abs(headline);
    }

    /** The numbers that drive the headline, those that nobody measured first. */
    public List<Influence> drivers() {
        return numbers.stream().filter(this::drives).toList();
    }

    /** How many numbers are known in each way. */
    public Map<Knowledge, Integer> known() {
        Map<Knowledge, Integer> counts = new TreeMap<>();
        numbers.forEach(each -> each.parameter().knowledge().ifPresent(k -> counts.merge(k, 1, Integer::sum)));
        return counts;
    }

    /** The published arms of a block. */
    public Optional<Coverage> coverage(Scored.Block block) {
        List<ScoredArm> own =
                arms.stream().filter(each -> each.block() == block).toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(Coverage.of(own));
    }
}
