package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import org.blastema.core.Elementary;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Moments;
import org.blastema.statistics.NoisyDraws;
import org.blastema.trial.Plan;
import org.blastema.trial.SharedDraw;

/**
 * How far persons differ, over draws of knowledge. Both measures are taken as logarithms, whose errors hardly depend on their size: of
 * normal changes that of a standard deviation has the squared error 1/(2(n-1)), and that of the variance ratio of paired changes with
 * correlation r 4(1-r^2)/(n-1) (Pitman and Morgan 1939).
 */
final class VariationTest {
    private final Claim.Variation asked;
    private final PairedStudy study;
    private final Simulations simulations;

    /**
     * @param study with fewer draws and more persons than a test of means: see {@link PairedStudy#forPersons}
     */
    VariationTest(Claim.Variation asked, PairedStudy study, Simulations simulations) {
        this.asked = asked;
        this.study = study;
        this.simulations = simulations;
    }

    ClaimResult.Varying run() {
        Plan plan = study.plan();
        Claim.Question question = asked.question();
        PersonChanges changes = PersonChanges.of(plan, question, simulations);
        List<double[]> arm = changes.arm(question.arm());
        List<double[]> versus = changes.arm(question.versus());
        NoisyDraws logarithms = asked.varies() == Claim.Varies.OUTCOME ? deviations(arm) : ratios(arm, versus);
        Interval interval = interval(logarithms);
        VarianceShares variance = new VarianceShares(logarithms.values(), logarithms.share());
        SharedDraw.of(plan, question.arm()).forEach(each -> variance.add(each.parameter(), each.uniforms()));
        double value = Elementary.exp(logarithms.moments().mean());
        Verdict byInterval = verdict(value, interval);
        return new ClaimResult.Varying(
                asked,
                study.titles(),
                asked.varies() == Claim.Varies.OUTCOME ? changes.unit() : "1",
                study.effort(),
                value,
                interval,
                byInterval,
                Verdict.decided(byInterval, asked.assumed(), crossed(logarithms) ? variance.unmeasured() : 0),
                variance.list(),
                variance.unmeasured());
    }

    private Verdict verdict(double value, Interval interval) {
        double limit = asked.above().value();
        if (asked.varies() == Claim.Varies.OUTCOME) {
            return interval.low() > limit ? Verdict.HOLDS : interval.high() > limit ? Verdict.PARTLY : Verdict.FAILS;
        }
        boolean more = interval.low() > 1;
        return more && value > limit ? Verdict.HOLDS : more ? Verdict.PARTLY : Verdict.FAILS;
    }

    /** Whether draws lie on both sides of the limit: where they do not, what no data set does not decide. */
    private boolean crossed(NoisyDraws logarithms) {
        long above = logarithms.values().stream()
                .filter(each -> Elementary.exp(each) > asked.above().value())
                .count();
        return above > 0 && above < logarithms.values().size();
    }

    static Interval interval(NoisyDraws logarithms) {
        Interval found = logarithms.interval95().orElseThrow();
        return new Interval(Elementary.exp(found.low()), Elementary.exp(found.high()));
    }

    private static NoisyDraws deviations(List<double[]> arm) {
        List<Double> values = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (double[] changes : arm) {
            Moments moments = Moments.of(changes);
            values.add(0.5 * Elementary.log(moments.variance()));
            errors.add(0.5 / (moments.n() - 1));
        }
        return new NoisyDraws(values, errors);
    }

    private static NoisyDraws ratios(List<double[]> arm, List<double[]> versus) {
        List<Double> values = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int draw = 0; draw < arm.size(); draw++) {
            Moments own = Moments.of(arm.get(draw));
            Moments other = Moments.of(versus.get(draw));
            Moments both = Moments.of(sums(arm.get(draw), versus.get(draw)));
            double covariance = (both.variance() - own.variance() - other.variance()) / 2;
            double squared = covariance * covariance / (own.variance() * other.variance());
            values.add(Elementary.log(own.variance() / other.variance()));
            errors.add(4 * Math.max(0, 1 - squared) / (own.n() - 1));
        }
        return new NoisyDraws(values, errors);
    }

    private static double[] sums(double[] one, double[] other) {
        double[] sums = new double[one.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = one[i] + other[i];
        }
        return sums;
    }
}
