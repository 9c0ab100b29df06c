package org.blastema.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.blastema.core.Gaussian;
import org.blastema.core.Level;
import org.blastema.core.Parameter;
import org.blastema.statistics.NetBenefit;
import org.blastema.trial.EconomicPair;
import org.blastema.trial.EconomicSummary;
import org.blastema.trial.KeptInMemory;
import org.blastema.trial.Plan;
import org.blastema.trial.SharedDraw;

/**
 * What it would be worth to find out a number before choosing between two arms, for each person about whom one choice is made.
 *
 * @param currency of all amounts
 * @param threshold what a year of full health is taken to be worth
 * @param draws of what is not known, from which it is reckoned
 * @param perfect worth of knowing everything that differs between draws
 * @param numbers worth of knowing one number, most first; at most ten, none below half of the currency's unit
 */
public record ResearchValue(String currency, double threshold, int draws, double perfect, List<Of> numbers) {
    private static final int TOLD = 10;
    /** Amounts that round to nothing are not told. */
    private static final double LEAST = 0.5;

    /** What one number is worth. */
    public record Of(String parameter, double value) {}

    /**
     * Runs the study as it stands and reckons, one for each threshold; none where the study has no economics, prices or contrast of the
     * two arms.
     */
    public static List<ResearchValue> of(Plan plan, SensitivityQuestion question, int threads) {
        Optional<EconomicSummary> economics = plan.study().economics().isEmpty()
                ? Optional.empty()
                : KeptInMemory.run(plan, threads).economics();
        return economics.map(found -> of(plan, found, question)).orElse(List.of());
    }

    private static List<ResearchValue> of(Plan plan, EconomicSummary economics, SensitivityQuestion question) {
        String arm = plan.arms().get(question.arm()).name();
        String versus = plan.arms().get(question.versus()).name();
        Optional<NetBenefit> worth = economics
                .pairs(plan.scenario(), economics.asked().effects().getFirst())
                .stream()
                .filter(pair -> pair.arm().equals(arm) && pair.versus().equals(versus))
                .findFirst()
                .flatMap(EconomicPair::own);
        Map<String, double[]> numbers = numbers(plan, List.of(arm, versus));
        return worth.stream()
                .flatMap(found -> economics.asked().thresholds().stream()
                        .map(Parameter::value)
                        .map(threshold -> new ResearchValue(
                                economics.asked().currency(),
                                threshold,
                                found.draws(),
                                found.perfectInformation(threshold),
                                most(found, threshold, numbers))))
                .toList();
    }

    /** The normal score of each number that is not known, draw by draw. */
    private static Map<String, double[]> numbers(Plan plan, List<String> arms) {
        Map<String, double[]> numbers = new TreeMap<>();
        for (String arm : arms) {
            SharedDraw.of(plan, arm).stream()
                    .filter(each -> each.level() == Level.KNOWLEDGE)
                    .forEach(each -> numbers.put(
                            each.parameter().name(),
                            each.uniforms().stream()
                                    .mapToDouble(Gaussian::quantile)
                                    .toArray()));
        }
        return numbers;
    }

    private static List<Of> most(NetBenefit worth, double threshold, Map<String, double[]> numbers) {
        List<Of> found = new ArrayList<>();
        numbers.forEach((name, scores) -> found.add(new Of(name, worth.partialInformation(threshold, scores))));
        return found.stream()
                .filter(each -> each.value() >= LEAST)
                .sorted(Comparator.comparingDouble(Of::value).reversed())
                .limit(TOLD)
                .toList();
    }
}
