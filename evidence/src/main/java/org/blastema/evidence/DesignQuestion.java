package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.blastema.core.Problems;
import org.blastema.core.Refusal;
import org.blastema.statistics.GroupSequential;
import org.blastema.statistics.Spending;
import org.blastema.trial.ArmPlan;
import org.blastema.trial.Plan;

/**
 * What is asked about the size of a trial.
 *
 * @param arms places of the arms that are held against the reference, in the study's order
 * @param reference place of the reference arm
 * @param endpoint place of the endpoint
 * @param visit place of the visit
 * @param test what is planned
 * @param effort how much is simulated
 */
public record DesignQuestion(List<Integer> arms, int reference, int endpoint, int visit, Test test, Effort effort) {
    /**
     * The planned test.
     *
     * @param alpha two-sided level, 0 to 1
     * @param power that is asked for, 0 to 1
     * @param looks 1 to {@value GroupSequential#MOST}
     * @param spending of the level over the looks
     */
    public record Test(double alpha, double power, int looks, Spending spending) {
        /** @throws Refusal if a number is outside of what it may be */
        public Test {
            share("--alpha", alpha);
            share("--power", power);
            if (power <= alpha) {
                throw new Refusal("--power " + power + ": more than the level " + alpha
                        + " is needed; that much comes by chance");
            }
            if (looks < 1 || looks > GroupSequential.MOST) {
                throw new Refusal("--looks " + looks + ": 1 to " + GroupSequential.MOST + " are possible");
            }
        }

        private static void share(String option, double value) {
            if (!(value > 0 && value < 1)) {
                throw new Refusal(option + " " + value + ": a number between 0 and 1 is needed, neither of them");
            }
        }
    }

    /**
     * How much is simulated.
     *
     * @param sizes patients per arm that are told, ascending
     * @param trials replicate trials
     */
    public record Effort(List<Integer> sizes, int trials) {
        /** As many patients per arm as may be asked for. */
        public static final int MOST = 2_000;

        private static final int FEWEST = 4;
        private static final int FEWEST_TRIALS = 20;

        /** @throws Refusal if a number is outside of what it may be */
        public Effort {
            sizes = sizes.stream().distinct().sorted().toList();
            if (sizes.isEmpty() || sizes.getFirst() < FEWEST || sizes.getLast() > MOST) {
                throw new Refusal("--sizes " + sizes + ": patients per arm, " + FEWEST + " to " + MOST);
            }
            if (trials < FEWEST_TRIALS) {
                throw new Refusal("--trials " + trials + ": at least " + FEWEST_TRIALS + " are needed to tell a power");
            }
        }

        /** The largest size, which is simulated; the others are its first patients. */
        public int most() {
            return sizes.getLast();
        }
    }

    /**
     * Finds what is named; what is not named is every arm but the reference, the primary endpoint and its visit.
     *
     * @throws org.blastema.core.InvalidInput with every name that the study does not have
     * @throws Refusal for a study of paired groups, of one arm, or if the reference is held against itself
     */
    public static DesignQuestion of(
            Plan plan, List<String> named, Optional<String> endpoint, OptionalDouble month, Test test, Effort effort) {
        if (plan.study().paired()) {
            throw new Refusal(
                    plan.name() + " has paired groups, the same persons in every arm: no trial is planned so");
        }
        List<String> arms = plan.arms().stream().map(ArmPlan::name).toList();
        if (arms.size() < 2) {
            throw new Refusal(plan.name() + " has one arm; design needs two");
        }
        Problems problems = new Problems();
        int reference = plan.place(plan.study().reference());
        List<Integer> asked = new ArrayList<>();
        named.forEach(name -> asked.add(SensitivityQuestion.place(plan, "arm", name, arms, problems)));
        List<String> endpoints =
                plan.endpoints().stream().map(ArmPlan.Followed::name).toList();
        int readout =
                SensitivityQuestion.place(plan, "endpoint", endpoint.orElse(endpoints.getFirst()), endpoints, problems);
        int visit = SensitivityQuestion.visit(plan, Math.max(0, readout), month, problems);
        problems.throwIfFailed();
        if (asked.contains(reference)) {
            throw new Refusal("the arm " + arms.get(reference) + " is the reference; name another with --arm");
        }
        List<Integer> all = IntStream.range(0, arms.size())
                .filter(arm -> arm != reference && (asked.isEmpty() || asked.contains(arm)))
                .boxed()
                .toList();
        return new DesignQuestion(all, reference, readout, visit, test, effort);
    }
}
