package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.blastema.core.Knowledge;
import org.blastema.core.Position;

/**
 * What a trial printed for one arm, endpoint and visit. A row without a value tells a finding in its note alone.
 *
 * @param trial name of the trial, that of its study file where there is one
 * @param arm name of the arm, that of the study file where it is there
 * @param n people behind the number
 * @param endpoint name of the readout where the model has it; {@code harm:TERM} or {@link #SERIOUS_HARM} for people to whom a harm came
 * @param kind what the value is
 * @param statistic what of the people it is
 * @param baseline value before treatment, in the unit of the endpoint
 * @param baselineSd standard deviation between people before treatment
 * @param month after treatment
 * @param value in the unit of the endpoint; of a share, 0 to 1
 * @param sd standard deviation between people
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param interval what low and high are
 * @param sources keys of the bibliography
 * @param knowledge how the number is known
 * @param note what a reader should know of it; empty for nothing
 * @param position where it stands
 */
public record Outcome(
        String trial,
        String arm,
        OptionalInt n,
        String endpoint,
        Kind kind,
        Statistic statistic,
        OptionalDouble baseline,
        OptionalDouble baselineSd,
        OptionalDouble month,
        OptionalDouble value,
        OptionalDouble sd,
        OptionalDouble low,
        OptionalDouble high,
        Interval interval,
        List<String> sources,
        Knowledge knowledge,
        String note,
        Position position) {
    /** Begins an endpoint that counts the people with one harm; its term follows. */
    public static final String HARM = "harm:";
    /** The endpoint that counts the people with any serious harm that what was given may have brought. */
    public static final String SERIOUS_HARM = "serious-harm";

    /** The term of the one harm that is counted; empty where the endpoint is another. */
    public Optional<String> harm() {
        return endpoint.startsWith(HARM) ? Optional.of(endpoint.substring(HARM.length())) : Optional.empty();
    }

    /** Whether people with a harm are counted, one harm or any serious one. */
    public boolean countsHarm() {
        return countsHarm(endpoint);
    }

    /** Whether an endpoint of this name counts people with a harm. */
    static boolean countsHarm(String endpoint) {
        return endpoint.startsWith(HARM) || endpoint.equals(SERIOUS_HARM);
    }

    /** A value at the visit, a change from before treatment, a difference between arms, a share of the people, or words alone. */
    public enum Kind {
        VALUE,
        CHANGE,
        DIFFERENCE,
        SHARE,
        FINDING
    }

    /** What of the people the number is. */
    public enum Statistic {
        MEAN,
        MEDIAN
    }

    /** What the ends are: a 95 % confidence interval, the quartiles, the range over people, or nothing. */
    public enum Interval {
        NONE,
        CI95,
        IQR,
        RANGE
    }
}
