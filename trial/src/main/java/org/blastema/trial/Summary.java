package org.blastema.trial;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/**
 * What a run found.
 *
 * @param study name of the study
 * @param seed seed of all chance
 * @param scenario the run's scenario
 * @param patients randomised per arm in one trial
 * @param trials replicate trials
 * @param modified what was changed against the library, in words; empty for an unchanged run
 * @param arms in the study's order, the run's scenario
 * @param contrasts of the run's scenario
 * @param pairedDifferences of every scenario, for each trial; empty for parallel groups
 * @param scenarios contrasts of every scenario, in the study's order
 * @param contextShares how much of each arm's gain the reference arm shows too, at the primary visits
 * @param practices what becomes of the trials under each practice of the study
 * @param economics costs beside effects; absent where the study does not ask
 * @param longTerm what the study that continues this one found; absent where there is none
 * @param individualEffects from the twins, at every visit; empty without twins
 * @param curves courses over time
 * @param failures patients whose solution failed, at most the first 20
 * @param failed how many failed
 * @param simulated how many patients were simulated, all arms, scenarios and twins
 */
public record Summary(
        String study,
        long seed,
        String scenario,
        int patients,
        int trials,
        List<String> modified,
        List<ArmSummary> arms,
        List<ContrastSummary> contrasts,
        List<PairedDifferences> pairedDifferences,
        SequencedMap<String, List<ContrastSummary>> scenarios,
        List<ContextShare> contextShares,
        List<PracticeSummary> practices,
        Optional<EconomicSummary> economics,
        Optional<LongTerm> longTerm,
        List<IndividualEffect> individualEffects,
        List<Curve> curves,
        List<PatientFailure> failures,
        long failed,
        long simulated) {

    /**
     * Mean years in full health of an arm: up to the horizon of the study's economics, else up to the study's own horizon from the study
     * that continues it. Absent where neither tells.
     */
    public OptionalDouble qaly(String arm) {
        return economics.isPresent()
                ? economics.get().effect(arms, arm)
                : longTerm.isPresent() ? longTerm.get().qaly(arm) : OptionalDouble.empty();
    }

    /** Mean of all that an arm costs up to the horizon of the study's economics: its product and what the model counts. */
    public OptionalDouble wholeCost(String arm) {
        return economics.isPresent() ? economics.get().cost(arms, arm) : OptionalDouble.empty();
    }

    /** The same with what the study that continues it found. */
    Summary with(LongTerm later) {
        return new Summary(
                study,
                seed,
                scenario,
                patients,
                trials,
                modified,
                arms,
                contrasts,
                pairedDifferences,
                scenarios,
                contextShares,
                practices,
                economics,
                Optional.of(later),
                individualEffects,
                curves,
                failures,
                failed,
                simulated);
    }
}
