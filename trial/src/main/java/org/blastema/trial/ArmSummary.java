package org.blastema.trial;

import java.util.List;
import java.util.Optional;

/**
 * One arm over all trials of the run's scenario.
 *
 * @param name name of the arm
 * @param n patients randomised to it in one trial
 * @param failures patients of all trials whose solution failed
 * @param endpoints by endpoint, then visit
 * @param adverseEvents in the order of the product's file, then those of the model of its harms
 * @param anyHarm patients with any of these that what was given may have brought; absent where the product names none
 * @param seriousHarm patients with a serious one
 * @param cost absent where the product names no cost
 */
public record ArmSummary(
        String name,
        long n,
        long failures,
        List<EndpointSummary> endpoints,
        List<AdverseEventSummary> adverseEvents,
        Optional<HarmTotal> anyHarm,
        Optional<HarmTotal> seriousHarm,
        Optional<CostSummary> cost) {}
