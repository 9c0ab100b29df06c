package org.blastema.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.blastema.core.Range;
import org.blastema.core.Text;
import org.blastema.model.Model;
import org.blastema.statistics.Interval;

/**
 * What the experiments say of a claim.
 *
 * @param claim the claim
 * @param modified files in place of the library's; where there are any, no verdict is given
 * @param found what its experiments found, in their order
 * @param designs several designs side by side
 */
public record ClaimResult(Claim claim, List<String> modified, List<Found> found, Optional<DesignsFound> designs) {

    /** The word where a claim cannot be tested. */
    public static final String UNTESTED = "NOT APPLICABLE";

    /** The verdict of the experiments that decide; absent where the library was changed and where there is no experiment. */
    public Optional<Verdict> verdict() {
        List<Verdict> parts = deciding().stream().map(Found::verdict).toList();
        return modified.isEmpty() && !parts.isEmpty() ? Optional.of(Verdict.together(parts)) : Optional.empty();
    }

    /** What the experiments found that decide. */
    public List<Found> deciding() {
        return found.stream().filter(each -> each.experiment().decides()).toList();
    }

    /** The comparisons among what was found. */
    public List<Compared> comparisons() {
        return found(Compared.class);
    }

    /** What was found by experiments of a kind. */
    public <T extends Found> List<T> found(Class<T> kind) {
        return found.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    ClaimResult with(DesignsFound beside) {
        return new ClaimResult(claim, modified, found, Optional.of(beside));
    }

    /** What an experiment found. */
    public sealed interface Found permits Compared, Rated, Varying, Told, Occurred, LookedUp {
        Claim.Experiment experiment();

        Verdict verdict();

        /** What moves it between draws, most first; nothing where that is not asked. */
        default List<Share> shares() {
            return List.of();
        }
    }

    /**
     * One arm against another.
     *
     * @param difference arm less versus, mean over draws of knowledge
     * @param interval 2.5 to 97.5 % over draws of knowledge, without the noise of persons
     * @param change of the arm from its baseline
     * @param versusChange of the other arm
     * @param responders share of the arm; absent where the study asks for none
     * @param versusResponders share of the other arm
     */
    public record Measured(
            double difference,
            Interval interval,
            double change,
            double versusChange,
            OptionalDouble responders,
            OptionalDouble versusResponders) {

        /** People treated for one responder more; absent where there are not more. */
        public OptionalDouble numberNeededToTreat() {
            double more = responders.orElse(0) - versusResponders.orElse(0);
            return more > 0 ? OptionalDouble.of(1 / more) : OptionalDouble.empty();
        }
    }

    /**
     * A comparison that was run.
     *
     * @param experiment what was asked
     * @param unit of the endpoint
     * @param better which way it is better
     * @param draws of knowledge
     * @param persons of each draw, in every arm
     * @param found what came out
     * @param byInterval the verdict of the interval alone
     * @param verdict the verdict, with what decides it taken into account
     * @param shares what moves the difference between draws, most first
     * @param unmeasured share of that variance from parameters that no data set
     * @param flips how far each parameter must move to change the verdict of the interval
     * @param variants the same test under other assumptions
     * @param beside known treatments under the same test
     * @param gain the gain that makes a responder, in words; absent where the study asks for none
     * @param titles what the arms are called, by their names
     */
    public record Compared(
            Claim.Comparison experiment,
            String unit,
            Model.Better better,
            int draws,
            int persons,
            Measured found,
            Verdict byInterval,
            Verdict verdict,
            List<Share> shares,
            double unmeasured,
            List<Flip> flips,
            List<Varied> variants,
            List<Beside> beside,
            Optional<Text> gain,
            Map<String, Text> titles)
            implements Found {

        /** The flip that is nearest in standard deviations, one without them after all that have them; the first where none flips. */
        public Optional<Flip> nearestFlip() {
            return flips.stream()
                    .filter(each -> each.at().isPresent())
                    .min(Comparator.comparingDouble(
                            each -> Math.abs(each.deviations().orElse(Double.MAX_VALUE))))
                    .or(() -> flips.stream().findFirst());
        }
    }

    /**
     * What a parameter contributes to the variance of the difference.
     *
     * @param parameter its name
     * @param share 0 to 1
     * @param unmeasured whether no data set it: marked calibrate and not fitted
     */
    public record Share(String parameter, double share, boolean unmeasured) {}

    /**
     * How far a parameter must move to change the verdict.
     *
     * @param parameter its name
     * @param unit UCUM code
     * @param from its value
     * @param range where it may lie
     * @param at the value nearest to its own at which the verdict changes, its own where knowing that exactly does; absent where none
     *     in its range does
     * @param verdict what it changes to; the same as before where it does not
     * @param deviations how far that is in standard deviations of what is not known of it; absent where no spread is known
     */
    public record Flip(
            String parameter,
            String unit,
            double from,
            Range range,
            OptionalDouble at,
            Verdict verdict,
            OptionalDouble deviations) {

        /** Whether the verdict is another as soon as the parameter's own value is known exactly: then its uncertainty decides. */
        public boolean exact() {
            return at.isPresent() && at.getAsDouble() == from;
        }
    }

    /** The test of a variant, by its interval. */
    public record Varied(Claim.Variant variant, double difference, Interval interval, Verdict verdict) {}

    /** A known treatment under the same test, by its interval. */
    public record Beside(String arm, Measured found, Verdict verdict) {}

    /**
     * A share of people with a harm.
     *
     * @param experiment what was asked
     * @param mean over draws of knowledge
     * @param interval 2.5 to 97.5 % over draws of knowledge
     * @param byInterval the verdict of the interval alone
     * @param verdict the verdict, with what decides it taken into account
     * @param shares what moves the share between draws, most first
     * @param unmeasured share of that variance from numbers that no data set
     */
    public record Rated(
            Claim.Rate experiment,
            double mean,
            Interval interval,
            Verdict byInterval,
            Verdict verdict,
            List<Share> shares,
            double unmeasured)
            implements Found {

        /** The limit at which the verdict of the interval would be another, the nearest. */
        public double flip() {
            return byInterval == Verdict.FAILS ? interval.low() : interval.high();
        }
    }

    /**
     * How far persons differ.
     *
     * @param experiment what was asked
     * @param titles what the arms are called, by their names
     * @param unit of the endpoint, or 1 of a ratio
     * @param effort draws of knowledge and persons of each
     * @param value geometric mean over draws of the standard deviation, or of the ratio of variances
     * @param interval 2.5 to 97.5 % over draws of knowledge, without the noise of persons
     * @param byInterval the verdict of the interval alone
     * @param verdict the verdict, with what decides it taken into account
     * @param shares what moves it between draws, most first
     * @param unmeasured share of that variance from parameters that no data set
     */
    public record Varying(
            Claim.Variation experiment,
            Map<String, Text> titles,
            String unit,
            Effort effort,
            double value,
            Interval interval,
            Verdict byInterval,
            Verdict verdict,
            List<Share> shares,
            double unmeasured)
            implements Found {}

    /**
     * What told stories say.
     *
     * @param experiment what was asked
     * @param effort draws of knowledge and persons of each
     * @param ratio how many times likelier a story is after the arm than after versus, geometric mean over draws
     * @param interval 2.5 to 97.5 % over draws of knowledge, without the noise of persons
     * @param verdict the verdict
     * @param tellers of all who tell, the share that each arm makes up; equally many people were given each
     * @param titles what the arms are called, by their names
     */
    public record Told(
            Claim.Stories experiment,
            Effort effort,
            double ratio,
            Interval interval,
            Verdict verdict,
            SequencedMap<String, Double> tellers,
            Map<String, Text> titles)
            implements Found {

        /** Of a hundred who tell after the arm, how many would have had as much to tell after versus; 100 where nothing sets them apart. */
        public double anyway() {
            return Math.min(100, 100 / ratio);
        }
    }

    /**
     * How many people have a harm.
     *
     * @param experiment what was asked
     * @param effort draws of knowledge and persons of each
     * @param share mean share of the arm's people
     * @param versusShare that of the other arm
     * @param value the ratio of both, geometric mean over draws, or the share
     * @param interval of the value, 2.5 to 97.5 % over draws of knowledge, without the noise of persons
     * @param byInterval the verdict of the interval alone
     * @param verdict the verdict, with what decides it taken into account
     * @param shares what moves it between draws, most first
     * @param unmeasured share of that variance from parameters that no data set
     * @param titles what the arms are called, by their names
     */
    public record Occurred(
            Claim.Occurrence experiment,
            Effort effort,
            double share,
            double versusShare,
            double value,
            Interval interval,
            Verdict byInterval,
            Verdict verdict,
            List<Share> shares,
            double unmeasured,
            Map<String, Text> titles)
            implements Found {}

    /** What is authorised in the countries of a claim. */
    public record LookedUp(Claim.Lookup experiment, List<PlaceFound> places, Verdict verdict) implements Found {}

    /** A country and those of the claim's products that are authorised there. */
    public record PlaceFound(Text country, List<String> authorised) {}

    /**
     * Several designs side by side.
     *
     * @param unit of the endpoint
     * @param patients of an arm in one trial
     * @param trials simulated
     * @param rows in the order of the claim
     * @param notTheCells share of the uncontrolled change that is not the effect, from the first comparison of the claim; absent without one
     * @param notTheCellsInterval over what is not known of the effect
     */
    public record DesignsFound(
            String unit,
            int patients,
            int trials,
            List<DesignFound> rows,
            OptionalDouble notTheCells,
            Optional<Interval> notTheCellsInterval) {}

    /** What a design shows on average, and where single trials of it fall. */
    public record DesignFound(Text label, boolean controlled, double effect, Optional<Interval> trials) {}
}
