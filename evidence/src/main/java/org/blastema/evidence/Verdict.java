package org.blastema.evidence;

import java.util.List;
import org.blastema.statistics.Interval;

/** What an experiment says of a claim, from the least to the most against it. */
public enum Verdict {
    /** The interval of the benefit lies wholly beyond the least difference that matters. */
    HOLDS,
    /** The benefit is more than nothing, but its interval reaches below the least difference. */
    PARTLY,
    /** No value that the assumed ranges allow could change the verdict, or the claim says that it was put in: the run adds nothing to that. */
    DECIDED_BY_ASSUMPTION,
    /** Most of the variance comes from parameters that no data set. */
    UNTESTABLE,
    /** The interval includes nothing, or lies wholly below the least difference. */
    FAILS;

    /** Share of the variance from unmeasured parameters above which a test tells nothing. */
    static final double MOST_UNMEASURED = 0.5;

    /** Whether a benefit came out that may be told as one. */
    public boolean passed() {
        return this == HOLDS || this == PARTLY;
    }

    /** The word of the book of claims. */
    public String word() {
        return name().replace('_', ' ');
    }

    /**
     * By the interval of the benefit, over what is not known.
     *
     * @param benefit positive where the arm does better
     * @param least the least difference that matters, positive
     */
    static Verdict ofBenefit(Interval benefit, double least) {
        if (benefit.low() > least) {
            return HOLDS;
        }
        return benefit.low() > 0 && benefit.high() > least ? PARTLY : FAILS;
    }

    /**
     * How far the interval of a benefit is from another verdict than this one: above 0 where {@link #ofBenefit} gives this one, below 0
     * where it gives another, and moving with the ends of the interval without a jump. For the three verdicts of an interval.
     */
    double margin(Interval benefit, double least) {
        double some = Math.min(benefit.low(), benefit.high() - least);
        return switch (this) {
            case HOLDS -> benefit.low() - least;
            case PARTLY -> Math.min(some, least - benefit.low());
            case FAILS -> -some;
            case DECIDED_BY_ASSUMPTION, UNTESTABLE -> throw new IllegalArgumentException(word());
        };
    }

    /** By the interval of a share that the claim wants below a limit. */
    static Verdict ofShare(Interval share, double limit) {
        if (share.high() < limit) {
            return HOLDS;
        }
        return share.low() < limit ? PARTLY : FAILS;
    }

    /** By the interval of a ratio that the claim wants above a limit of 1 or more. */
    static Verdict ofRatio(Interval ratio, double limit) {
        if (ratio.low() > limit) {
            return HOLDS;
        }
        return ratio.low() > 1 && ratio.high() > limit ? PARTLY : FAILS;
    }

    /**
     * What an interval says, with what decides it taken into account.
     *
     * @param assumed whether the answer follows from what was put in by assumption
     * @param unmeasured share of the variance from parameters that no data set
     */
    static Verdict decided(Verdict byInterval, boolean assumed, double unmeasured) {
        if (assumed) {
            return DECIDED_BY_ASSUMPTION;
        }
        return unmeasured > MOST_UNMEASURED ? UNTESTABLE : byInterval;
    }

    /** A claim that says several things holds where all do, and fails where one fails. */
    static Verdict together(List<Verdict> parts) {
        return parts.stream().max(Verdict::compareTo).orElse(UNTESTABLE);
    }
}
