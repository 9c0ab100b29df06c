package org.blastema.trial;

import java.util.List;
import java.util.Optional;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Intervals;
import org.blastema.statistics.Moments;
import org.blastema.statistics.NoisyDraws;

/**
 * What the same persons differ by between two arms, one number for each trial of a study with paired groups. A trial is one draw of
 * what is not known and of what differs between trials, so these are the effects under those draws, with what is left of the noise of
 * its persons.
 *
 * @param scenario name of the scenario
 * @param contrast the arm and what it is compared with
 * @param endpoint the readout and its unit
 * @param visit when
 * @param differences mean difference of each trial, arm less versus; NaN where no person has both values
 * @param squaredErrors squared standard error of each, from its persons; NaN below two of them
 */
public record PairedDifferences(
        String scenario,
        Study.Contrast contrast,
        ArmPlan.Followed endpoint,
        Visit visit,
        List<Double> differences,
        List<Double> squaredErrors) {

    public PairedDifferences {
        differences = List.copyOf(differences);
        squaredErrors = List.copyOf(squaredErrors);
    }

    private NoisyDraws draws() {
        return new NoisyDraws(differences, squaredErrors);
    }

    /** Moments of the trials' differences. */
    public Moments moments() {
        return draws().moments();
    }

    /** Share of the variance between trials that is not the noise of their persons, {@link NoisyDraws#share}. */
    public double share() {
        return draws().share();
    }

    /** The part of the variance between trials that is the noise of their persons; 0 where nothing tells it. */
    public double noise() {
        return draws().noise();
    }

    /** The effect under each draw with the noise of the persons removed, {@link NoisyDraws#withoutNoise}. NaN stays. */
    public List<Double> effects() {
        return draws().withoutNoise();
    }

    /** 95 % t interval of the mean over trials: how well the run knows it. Absent below two trials. */
    public Optional<Interval> ci95() {
        Moments moments = moments();
        return moments.n() < 2 ? Optional.empty() : Optional.of(Intervals.mean(moments, 0.95));
    }

    /**
     * From the 2.5 % to the 97.5 % quantile of {@link #effects}: where the true effect may lie, given what is not known. More persons in
     * a trial do not narrow it. Absent below two trials.
     */
    public Optional<Interval> interval95() {
        return draws().interval95();
    }
}
