package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.blastema.core.Yaml;
import org.blastema.model.Model;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Moments;
import org.blastema.statistics.Quantiles;
import org.blastema.trial.EndpointSummary;
import org.blastema.trial.PairedDifferences;
import org.blastema.trial.Plan;
import org.blastema.trial.SharedDraw;
import org.blastema.trial.Summary;

/** One comparison of a claim: its test, what moves it, and the same test under other assumptions. */
final class ComparisonTest {
    /** How often more persons are taken where their noise hides what differs between draws. */
    private static final int ENLARGED = 2;
    /** Share of the variance between draws that noise may be. */
    private static final double NOISY = 0.5;
    /** Noise of a draw, in least differences, that does not matter. */
    private static final double SMALL = 0.1;
    /** Distance of an interval from another verdict, in noises of a draw, from which the noise does not matter either. */
    private static final double FAR = 3;

    private final String claim;
    private final PairedStudy study;
    private final Claim.Comparison comparison;
    private final Simulations simulations;
    private final Claim.Question question;
    private final Plan plan;
    private final double sign;
    private final Summary summary;

    private ComparisonTest(String claim, Claim.Comparison comparison, PairedStudy study, Simulations simulations) {
        this.claim = claim;
        this.study = study;
        this.comparison = comparison;
        this.simulations = simulations;
        this.question = comparison.question();
        this.plan = study.plan();
        this.sign = plan.better(question.endpoint()) == Model.Better.LOW ? -1 : 1;
        this.summary = simulations.of(plan);
    }

    /** The test, with more persons than asked for where the noise of so few hides what is not known. */
    static ComparisonTest of(String claim, Claim.Comparison comparison, PairedStudy study, Simulations simulations) {
        ComparisonTest test = new ComparisonTest(claim, comparison, study, simulations);
        for (int i = 0; i < ENLARGED && test.noisy(); i++) {
            test = new ComparisonTest(claim, comparison, test.study.larger(), simulations);
        }
        return test;
    }

    private boolean noisy() {
        PairedDifferences found = differences(summary, question.arm());
        double noise = found.noise();
        return found.share() < NOISY && noise > SMALL * SMALL * least() * least() && isNear(found, Math.sqrt(noise));
    }

    /** Whether the interval, the noise of the persons left in it, lies near another verdict. */
    private boolean isNear(PairedDifferences found, double noise) {
        Interval benefit = benefit(interval(found.differences()));
        return Verdict.ofBenefit(benefit, least()).margin(benefit, least()) < FAR * noise;
    }

    ClaimResult.Compared run() {
        PairedDifferences found = differences(summary, question.arm());
        Verdict byInterval = verdict(interval(found.effects()));
        List<SharedDraw> shared = SharedDraw.of(plan, question.arm());
        VarianceShares variance = new VarianceShares(found.differences(), found.share());
        shared.forEach(each -> variance.add(each.parameter(), each.uniforms()));
        double margin = byInterval.margin(benefit(interval(found.effects())), least());
        FlipSearch search = new FlipSearch(this, plan.parameters(question.arm()), shared, byInterval, margin);
        List<ClaimResult.Flip> flips = search.flips(comparison.flip());
        return new ClaimResult.Compared(
                comparison,
                found.endpoint().unit(),
                plan.better(question.endpoint()),
                study.effort().draws(),
                study.effort().persons(),
                measured(summary, question.arm()),
                byInterval,
                Verdict.decided(byInterval, comparison.assumed() || !search.changeable(), variance.unmeasured()),
                variance.list(),
                variance.unmeasured(),
                flips,
                variants(found),
                question.beside().stream().map(arm -> beside(summary, arm)).toList(),
                study.gain(),
                study.titles());
    }

    private PairedDifferences differences(Summary summary, String arm) {
        return summary.pairedDifferences().stream()
                .filter(each -> each.scenario().equals(summary.scenario())
                        && each.contrast().arm().equals(arm))
                .filter(each -> each.endpoint().name().equals(question.endpoint())
                        && each.visit().isAt(question.month()))
                .findFirst()
                .orElseThrow();
    }

    private static Interval interval(List<Double> effects) {
        return Quantiles.middle95(effects).orElseThrow();
    }

    private Verdict verdict(Interval interval) {
        return Verdict.ofBenefit(benefit(interval), least());
    }

    private Interval benefit(Interval interval) {
        return sign > 0 ? interval : new Interval(-interval.high(), -interval.low());
    }

    private double least() {
        return comparison.mid().limit().value();
    }

    private ClaimResult.Measured measured(Summary summary, String arm) {
        PairedDifferences found = differences(summary, arm);
        EndpointSummary own = ClaimEngine.endpoint(summary, arm, question.endpoint(), question.month());
        EndpointSummary other = ClaimEngine.endpoint(summary, question.versus(), question.endpoint(), question.month());
        return new ClaimResult.Measured(
                found.moments().mean(),
                interval(found.effects()),
                own.meanChange(),
                other.meanChange(),
                own.responders(),
                other.responders());
    }

    private ClaimResult.Beside beside(Summary summary, String arm) {
        ClaimResult.Measured measured = measured(summary, arm);
        return new ClaimResult.Beside(arm, measured, verdict(measured.interval()));
    }

    private List<ClaimResult.Varied> variants(PairedDifferences base) {
        List<ClaimResult.Varied> variants = new ArrayList<>();
        for (Claim.Variant variant : comparison.variants()) {
            List<Double> effects = variant.with().entries().isEmpty()
                    ? base.effects()
                    : differences(
                                    simulations.of(study.alone().plan(tree -> tree.merged(variant.with()))),
                                    question.arm())
                            .effects();
            List<Double> shifted = shifted(variant, effects);
            Interval interval = interval(shifted);
            double mean = Moments.of(
                            shifted.stream().mapToDouble(Double::doubleValue).toArray())
                    .mean();
            variants.add(new ClaimResult.Varied(variant, mean, interval, verdict(interval)));
        }
        return variants;
    }

    private List<Double> shifted(Claim.Variant variant, List<Double> effects) {
        if (variant.shift().isEmpty()) {
            return effects;
        }
        KnownDraw shift =
                KnownDraw.of(variant.shift().get(), claim, comparison.name() + "." + variant.name(), plan.seed());
        List<Double> shifted = new ArrayList<>();
        for (int draw = 0; draw < effects.size(); draw++) {
            shifted.add(effects.get(draw) + shift.value(draw));
        }
        return shifted;
    }

    /**
     * What the test says with parameters moved.
     *
     * @param verdict of its interval
     * @param margin how far that interval is from another verdict than the one before, below 0 where it has another
     */
    record Moved(Verdict verdict, double margin) {}

    /** The test with parameters moved to other values, against a verdict before. */
    Moved moved(SortedMap<String, Double> values, Verdict before) {
        Interval interval = interval(differences(study.alone(), values).effects());
        return new Moved(verdict(interval), before.margin(benefit(interval), least()));
    }

    /** Mean benefit of a part of the draws with a parameter moved: enough to see which way it goes. */
    double benefit(String name, double value) {
        return sign
                * differences(study.alone().part(), new TreeMap<>(Map.of(name, value)))
                        .moments()
                        .mean();
    }

    private PairedDifferences differences(PairedStudy asked, SortedMap<String, Double> values) {
        Plan moved = asked.plan(tree -> {
            Yaml.Mapping changed = tree;
            for (Map.Entry<String, Double> each : values.entrySet()) {
                changed = PairedStudy.moved(changed, each.getKey(), each.getValue());
            }
            return changed;
        });
        return differences(simulations.of(moved), question.arm());
    }
}
