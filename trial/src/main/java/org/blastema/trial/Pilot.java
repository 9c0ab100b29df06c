package org.blastema.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.blastema.core.Failure;

/**
 * Finds the level at which the disappointed leave an arm so that the share which the study names does: persons of some trials, whom
 * nobody leaves, tell what is gained. Always the same persons, whatever the size of the run.
 */
final class Pilot {
    private static final int TRIALS = 64;
    private static final int PERSONS = 256;
    private static final int HALVINGS = 100;
    private static final double FAR = 500;

    private final Plan plan;
    private final ArmSetup setup;

    Pilot(Plan plan, ArmSetup setup) {
        this.plan = plan;
        this.setup = setup;
    }

    /** Who leaves, for each scenario. */
    List<Leaving> leaving(Study.DropOut dropOut, double slope) {
        int visits = plan.visits().size();
        int decides = 0;
        while (plan.visits().get(decides).day() < dropOut.by()) {
            decides++;
        }
        List<Leaving> leaving = new ArrayList<>();
        for (double[] gains : gains(decides)) {
            leaving.add(new Leaving.Disappointed(level(gains, slope, dropOut.share()), slope, decides, visits));
        }
        return leaving;
    }

    private List<double[]> gains(int visit) {
        int scenarios = plan.scenarios().size();
        List<double[]> gains = new ArrayList<>();
        for (int s = 0; s < scenarios; s++) {
            gains.add(new double[TRIALS * PERSONS]);
        }
        List<Leaving> nobody = java.util.Collections.nCopies(
                scenarios, new Leaving.Nobody(plan.visits().size()));
        ArmCohort cohort = new ArmCohort(plan, setup, nobody);
        for (int trial = 0; trial < TRIALS; trial++) {
            try {
                cohort.run(trial, 0, PERSONS, () -> {});
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Failure("interrupted");
            }
            for (int s = 0; s < scenarios; s++) {
                double[] found = cohort.gains(s, visit);
                System.arraycopy(found, 0, gains.get(s), trial * PERSONS, PERSONS);
            }
        }
        return gains;
    }

    /** The level at which the mean chance is the share, by halving. */
    private static double level(double[] gains, double slope, double share) {
        double[] known = Arrays.stream(gains).filter(Double::isFinite).toArray();
        double low = -FAR;
        double high = FAR;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double sum = 0;
            for (double gain : known) {
                sum += Leaving.Disappointed.chance(middle, slope, gain);
            }
            if (sum < share * known.length) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
