package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.blastema.statistics.Ancova;
import org.blastema.statistics.GroupSequential;
import org.blastema.statistics.Intervals;
import org.blastema.statistics.Moments;

/** Simulated trials with looks: at each, the patients so far are analysed as planned and p is held against the level of the bound. */
final class LookedTrials {
    private static final double LEVEL = 0.95;

    private final SimulatedTrials trials;
    private final DesignQuestion question;
    private final GroupSequential plan;

    LookedTrials(SimulatedTrials trials, DesignQuestion question) {
        this.trials = trials;
        this.question = question;
        DesignQuestion.Test test = question.test();
        this.plan = GroupSequential.spending(test.looks(), test.alpha(), test.spending());
    }

    private double inflation() {
        return plan.inflation(question.test().alpha(), question.test().power());
    }

    /** Patients per arm if no look ends it: what one look needs, raised by what looking costs; at most what is simulated. */
    int most(OptionalInt needed) {
        int most = question.effort().most();
        return needed.isEmpty() ? most : (int) Math.min(most, Math.ceil(needed.getAsInt() * inflation()));
    }

    DesignFound.Looked looked(int arm, int scenario, int most) {
        int looks = plan.looks();
        int[] sizes = IntStream.rangeClosed(1, looks)
                .map(look -> Math.round((float) most * look / looks))
                .toArray();
        List<List<Ancova.Fit>> fits = new ArrayList<>();
        for (int size : sizes) {
            fits.add(trials.fits(arm, scenario, size));
        }
        double[] shares = new double[trials.trials()];
        long crossed = 0;
        for (int trial = 0; trial < shares.length; trial++) {
            int look = end(fits, trial);
            crossed += look < looks ? 1 : 0;
            shares[trial] = (double) sizes[Math.min(look, looks - 1)] / most;
        }
        Moments share = Moments.of(shares);
        return new DesignFound.Looked(
                most, DesignEngine.share(crossed, fits.getLast()), share.mean(), Intervals.mean(share, LEVEL));
    }

    /** The look that ends a trial, counted from 0; as many as there are if none does. */
    private int end(List<List<Ancova.Fit>> fits, int trial) {
        int look = 0;
        while (look < fits.size()) {
            Ancova.Fit fit = fits.get(look).get(trial);
            if (Double.isFinite(fit.value()) && trials.significant(fit, plan.nominal(look))) {
                return look;
            }
            look++;
        }
        return look;
    }

    DesignFound.Bounds bounds() {
        DesignQuestion.Test test = question.test();
        int looks = plan.looks();
        return new DesignFound.Bounds(
                plan.bounds(),
                IntStream.range(0, looks).mapToObj(plan::nominal).toList(),
                IntStream.rangeClosed(1, looks)
                        .mapToObj(look -> test.spending().spent(test.alpha(), (double) look / looks))
                        .toList(),
                inflation(),
                plan.expectedShare(plan.drift(test.power())),
                plan.expectedShare(0));
    }
}
