package org.blastema.cli;

import org.blastema.core.Refusal;
import org.blastema.evidence.Effort;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How much is simulated for claims. */
final class EffortOption {
    private static final int FEWEST_DRAWS = 20;
    private static final int FEWEST_PERSONS = 2;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "draws of what is not known; the intervals of the verdicts are over them")
    private int draws = Effort.usual(1).draws();

    @Option(names = "--patients", paramLabel = "N", description = "persons of each draw, in every arm")
    private int patients = Effort.usual(1).persons();

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    /** @throws Refusal if it is too little */
    Effort effort() {
        least("--draws", draws, FEWEST_DRAWS);
        least("--patients", patients, FEWEST_PERSONS);
        return new Effort(draws, patients, threads.workers());
    }

    private static void least(String option, int value, int least) {
        if (value < least) {
            throw new Refusal(option + " " + value + ": at least " + least + " are needed");
        }
    }
}
