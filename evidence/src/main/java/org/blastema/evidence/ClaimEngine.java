package org.blastema.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.blastema.core.Text;
import org.blastema.statistics.Interval;
import org.blastema.trial.ContrastSummary;
import org.blastema.trial.EndpointSummary;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.StudyReader;
import org.blastema.trial.Summary;
import org.blastema.trial.Visit;

/** Runs the experiments of claims. */
public final class ClaimEngine {
    private final StudyReader studies;
    private final Effort effort;
    private final Simulations simulations;

    /**
     * @param studies where the studies of the claims are read
     * @param effort how much is simulated
     */
    public ClaimEngine(StudyReader studies, Effort effort) {
        this.studies = studies;
        this.effort = effort;
        this.simulations = new Simulations(effort.threads());
    }

    /** Judges a claim. */
    public ClaimResult judge(Claim claim) {
        List<ClaimResult.Found> found = claim.experiments().stream()
                .map(each -> found(claim.id(), each))
                .toList();
        ClaimResult before =
                new ClaimResult(claim, List.copyOf(studies.library().replaced()), found, Optional.empty());
        return claim.designs()
                .map(each -> before.with(designs(each, before.comparisons())))
                .orElse(before);
    }

    private ClaimResult.Found found(String claim, Claim.Experiment experiment) {
        return switch (experiment) {
            case Claim.Comparison asked ->
                ComparisonTest.of(claim, asked, whole(asked.question()), simulations)
                        .run();
            case Claim.Rate asked -> new RateTest(claim, asked).run();
            case Claim.Variation asked ->
                new VariationTest(asked, whole(asked.question()).alone().forPersons(), simulations).run();
            case Claim.Stories asked ->
                new StoriesTest(asked, whole(asked.question()).forPersons(), simulations).run();
            case Claim.Occurrence asked ->
                new OccurrenceTest(asked, whole(asked.question()).alone().forHarms(), simulations).run();
            case Claim.Lookup asked -> new LookupTest(Countries.read(studies.library())).run(asked);
        };
    }

    private PairedStudy whole(Claim.Question question) {
        return PairedStudy.whole(studies, question, effort);
    }

    private ClaimResult.DesignsFound designs(Claim.Designs designs, List<ClaimResult.Compared> comparisons) {
        Options options = new Options(
                OptionalInt.empty(),
                OptionalInt.of(effort.draws()),
                OptionalLong.empty(),
                Optional.empty(),
                List.of("twins=0"));
        Plan plan = studies.plan(designs.study(), options, UnaryOperator.identity());
        Summary summary = simulations.of(plan);
        List<ClaimResult.DesignFound> rows =
                designs.rows().stream().map(row -> row(designs, row, summary)).toList();
        double change = rows.getFirst().effect();
        Optional<ClaimResult.Measured> effect = comparisons.stream().findFirst().map(ClaimResult.Compared::found);
        return new ClaimResult.DesignsFound(
                plan.endpoints().getFirst().unit(),
                plan.patients(),
                plan.trials(),
                rows,
                effect.map(each -> OptionalDouble.of(1 - each.difference() / change))
                        .orElse(OptionalDouble.empty()),
                effect.map(each -> rest(each.interval(), change)));
    }

    private static Interval rest(Interval effect, double change) {
        double one = 1 - effect.low() / change;
        double other = 1 - effect.high() / change;
        return new Interval(Math.min(one, other), Math.max(one, other));
    }

    private static ClaimResult.DesignFound row(Claim.Designs designs, Claim.Design row, Summary summary) {
        Text label = row.label();
        if (row.versus().isEmpty()) {
            EndpointSummary found = endpoint(summary, row.arm(), designs.endpoint(), designs.month());
            return new ClaimResult.DesignFound(label, false, found.meanChange(), found.prediction95());
        }
        ContrastSummary found = summary.contrasts().stream()
                .filter(each -> each.arm().equals(row.arm())
                        && each.versus().equals(row.versus().orElseThrow()))
                .filter(each -> each.endpoint().equals(designs.endpoint())
                        && Visit.at(each.day()).isAt(designs.month()))
                .findFirst()
                .orElseThrow();
        return new ClaimResult.DesignFound(label, true, found.difference(), found.prediction95());
    }

    /** What an arm shows of an endpoint at a month. */
    static EndpointSummary endpoint(Summary summary, String arm, String endpoint, double month) {
        return summary.arms().stream()
                .filter(each -> each.name().equals(arm))
                .flatMap(each -> each.endpoints().stream())
                .filter(each ->
                        each.name().equals(endpoint) && Visit.at(each.day()).isAt(month))
                .findFirst()
                .orElseThrow();
    }
}
