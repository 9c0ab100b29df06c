package org.blastema.trial;

import java.util.List;
import java.util.Optional;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Intervals;
import org.blastema.statistics.Moments;
import org.blastema.statistics.Quantiles;

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

    /** Moments of the trials' differences. */
    public Moments moments() {
        return moments(differences);
    }

    private static Moments moments(List<Double> values) {
        return Moments.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * Share of the variance between trials that is not the noise of their persons, by the method of moments: (V - E) / V with V the
     * variance of the differences and E the mean of their squared errors, not below 0; 1 where V is 0 or nothing tells E.
     */
    public double share() {
        double variance = moments().variance();
        return !(variance > 0) ? 1 : Math.max(0, variance - noise()) / variance;
    }

    /** The part of the variance between trials that is the noise of their persons: E above; 0 where nothing tells it. */
    public double noise() {
        Moments noise = moments(squaredErrors);
        return noise.n() == 0 ? 0 : noise.mean();
    }

    /**
     * The effect under each draw with the noise of the persons removed: drawn towards the mean of all by the root of {@link #share}, so
     * that the variance between trials is what is left of it. NaN stays.
     */
    public List<Double> effects() {
        double mean = moments().mean();
        double root = Math.sqrt(share());
        return differences.stream().map(each -> mean + root * (each - mean)).toList();
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
        double[] known = effects().stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray();
        return known.length < 2
                ? Optional.empty()
                : Optional.of(new Interval(Quantiles.of(known, 0.025), Quantiles.of(known, 0.975)));
    }
}
