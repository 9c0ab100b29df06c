package org.blastema.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.DoubleStream;
import org.blastema.core.Elementary;
import org.blastema.model.Model;
import org.blastema.statistics.Interval;
import org.blastema.statistics.NoisyDraws;
import org.blastema.statistics.Quantiles;
import org.blastema.trial.Plan;

/**
 * How much likelier a story of a great gain is after one treatment than after another, when of equally many people of every arm those who
 * gained most tell theirs. The logarithm of the ratio is taken draw by draw, half a teller added to each count; its squared error is
 * that of two shares of the same persons.
 */
final class StoriesTest {
    private final Claim.Stories asked;
    private final PairedStudy study;
    private final Simulations simulations;

    /**
     * @param study with fewer draws and more persons than a test of means: see {@link PairedStudy#forPersons}
     */
    StoriesTest(Claim.Stories asked, PairedStudy study, Simulations simulations) {
        this.asked = asked;
        this.study = study;
        this.simulations = simulations;
    }

    ClaimResult.Told run() {
        Plan plan = study.plan();
        Claim.Question question = asked.question();
        PersonChanges changes = PersonChanges.of(plan, question, simulations);
        double sign = plan.better(question.endpoint()) == Model.Better.LOW ? -1 : 1;
        List<List<double[]>> arms = study.arms().stream().map(changes::arm).toList();
        List<boolean[][]> tellers = new ArrayList<>();
        for (int draw = 0; draw < plan.trials(); draw++) {
            int at = draw;
            tellers.add(
                    tellers(arms.stream().map(each -> times(sign, each.get(at))).toList()));
        }
        NoisyDraws ratios = PersonShares.ratios(
                tellers, study.arms().indexOf(question.arm()), study.arms().indexOf(question.versus()));
        Interval interval = VariationTest.interval(ratios);
        return new ClaimResult.Told(
                asked,
                study.effort(),
                Elementary.exp(ratios.moments().mean()),
                interval,
                Verdict.ofRatio(interval, asked.above().value()),
                shares(tellers),
                study.titles());
    }

    private static double[] times(double sign, double[] changes) {
        return Arrays.stream(changes).map(each -> sign * each).toArray();
    }

    /** [arm][person] who tells, in one draw. */
    private boolean[][] tellers(List<double[]> gains) {
        double[] all = gains.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(each -> !Double.isNaN(each))
                .toArray();
        double least = Quantiles.of(all, 1 - asked.told().value());
        boolean[][] tellers = new boolean[gains.size()][];
        for (int arm = 0; arm < tellers.length; arm++) {
            tellers[arm] = new boolean[gains.get(arm).length];
            for (int person = 0; person < tellers[arm].length; person++) {
                tellers[arm][person] = gains.get(arm)[person] > least;
            }
        }
        return tellers;
    }

    /** Of all who tell, the share that each arm makes up. */
    private SequencedMap<String, Double> shares(List<boolean[][]> tellers) {
        double[] counts = new double[study.arms().size()];
        for (boolean[][] draw : tellers) {
            for (int arm = 0; arm < counts.length; arm++) {
                counts[arm] += PersonShares.count(draw[arm]);
            }
        }
        double all = DoubleStream.of(counts).sum();
        SequencedMap<String, Double> shares = new LinkedHashMap<>();
        for (int arm = 0; arm < counts.length; arm++) {
            shares.put(study.arms().get(arm), all > 0 ? counts[arm] / all : 0);
        }
        return shares;
    }
}
