package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Knowledge;

/**
 * How far simulated trials are off by how the published ones were blinded.
 *
 * @param area the area; empty for all areas together
 * @param group how the trials were blinded
 * @param trials how many they are
 * @param coverage of their scored arms
 * @param size mean of how far the published arms lie from the mean of their simulated trials, without its sign, on a scale of 0 to 100
 */
public record BlindingError(Optional<String> area, Group group, int trials, Coverage coverage, double size) {
    /** Fewer arms decide nothing. */
    public static final int FEWEST = 3;

    /** How a trial was blinded. */
    public enum Group {
        TRIPLE,
        DOUBLE,
        SINGLE,
        ASSESSOR,
        OPEN,
        /** Groups are compared, and who knew what was not read. */
        NOT_READ,
        /** No group stands against another, so that nobody can be kept from knowing. */
        NO_CONTROL;

        private static Group of(Optional<TrialRecord> known) {
            if (known.isEmpty()) {
                return NOT_READ;
            }
            TrialRecord trial = known.get();
            if (trial.design() != TrialRecord.Design.RANDOMISED && trial.design() != TrialRecord.Design.CONTROLLED) {
                return NO_CONTROL;
            }
            return trial.blinding()
                    .filter(each -> !trial.knowledge().equals(Optional.of(Knowledge.RECALLED)))
                    .map(each -> switch (each) {
                        case TRIPLE -> TRIPLE;
                        case DOUBLE -> DOUBLE;
                        case SINGLE -> SINGLE;
                        case ASSESSOR -> ASSESSOR;
                        case OPEN -> OPEN;
                    })
                    .orElse(NOT_READ);
        }
    }

    /** Whether there are too few arms for a judgement. */
    public boolean few() {
        return coverage.arms() < FEWEST;
    }

    /**
     * The errors of a validation, area by area and then of all areas where there are several; groups without an arm are left out.
     *
     * @param trials what is known of the trials beside their numbers
     */
    static List<BlindingError> of(List<ScoredArm> arms, List<TrialRecord> trials) {
        List<BlindingError> errors = new ArrayList<>();
        List<String> areas = arms.stream().map(ScoredArm::area).distinct().toList();
        for (String area : areas) {
            errors.addAll(of(
                    Optional.of(area),
                    arms.stream().filter(each -> each.area().equals(area)).toList(),
                    trials));
        }
        if (areas.size() > 1) {
            errors.addAll(of(Optional.empty(), arms, trials));
        }
        return errors;
    }

    private static List<BlindingError> of(Optional<String> area, List<ScoredArm> arms, List<TrialRecord> trials) {
        List<BlindingError> errors = new ArrayList<>();
        for (Group group : Group.values()) {
            List<ScoredArm> own = arms.stream()
                    .filter(arm -> group
                            == Group.of(trials.stream()
                                    .filter(each -> each.trial().equals(arm.trial()))
                                    .findFirst()))
                    .toList();
            if (!own.isEmpty()) {
                errors.add(error(area, group, own));
            }
        }
        return errors;
    }

    private static BlindingError error(Optional<String> area, Group group, List<ScoredArm> arms) {
        return new BlindingError(
                area,
                group,
                (int) arms.stream().map(ScoredArm::trial).distinct().count(),
                Coverage.of(arms),
                arms.stream().mapToDouble(arm -> Math.abs(arm.betterBy())).sum() / arms.size());
    }
}
