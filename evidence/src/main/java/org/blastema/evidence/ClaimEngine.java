package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.core.Text;
import org.blastema.model.Library;
import org.blastema.statistics.Interval;
import org.blastema.trial.ContrastSummary;
import org.blastema.trial.EndpointSummary;
import org.blastema.trial.Options;
import org.blastema.trial.Plan;
import org.blastema.trial.StudyReader;
import org.blastema.trial.Summary;

/** Runs the experiments of claims. */
public final class ClaimEngine {
    /** Draws of knowledge where nobody asks for another number. */
    public static final int DRAWS = 200;
    /** Persons of a draw where nobody asks for another number. */
    public static final int PERSONS = 20;

    private final Library library;
    private final int draws;
    private final int persons;
    private final int threads;

    /**
     * @param draws of knowledge, 20 or more
     * @param persons in every arm of a draw, 2 or more
     * @param threads 1 or more; the results do not depend on it
     */
    public ClaimEngine(Library library, int draws, int persons, int threads) {
        this.library = library;
        this.draws = draws;
        this.persons = persons;
        this.threads = threads;
    }

    /** Judges a claim. */
    public ClaimResult judge(Claim claim) {
        List<ClaimResult.Compared> comparisons = new ArrayList<>();
        List<ClaimResult.Rated> rates = new ArrayList<>();
        for (Claim.Experiment experiment : claim.experiments()) {
            switch (experiment) {
                case Claim.Comparison comparison ->
                    comparisons.add(new ComparisonTest(library, claim.id(), comparison, draws, persons, threads).run());
                case Claim.Rate rate -> rates.add(new RateTest(claim.id(), rate).run());
            }
        }
        Optional<ClaimResult.DesignsFound> designs = claim.designs().map(each -> designs(each, comparisons));
        return new ClaimResult(claim, List.copyOf(library.replaced()), comparisons, rates, designs);
    }

    private ClaimResult.DesignsFound designs(Claim.Designs designs, List<ClaimResult.Compared> comparisons) {
        Options options = new Options(
                java.util.OptionalInt.empty(),
                java.util.OptionalInt.of(draws),
                java.util.OptionalLong.empty(),
                Optional.empty(),
                List.of("twins=0"));
        Plan plan = StudyReader.read(library, designs.study(), options);
        Summary summary = Kept.run(plan, threads);
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
                .filter(each -> each.endpoint().equals(designs.endpoint()) && same(each.month(), designs.month()))
                .findFirst()
                .orElseThrow();
        return new ClaimResult.DesignFound(label, true, found.difference(), found.prediction95());
    }

    /** What an arm shows of an endpoint at a month. */
    static EndpointSummary endpoint(Summary summary, String arm, String endpoint, double month) {
        return summary.arms().stream()
                .filter(each -> each.name().equals(arm))
                .flatMap(each -> each.endpoints().stream())
                .filter(each -> each.name().equals(endpoint) && same(each.month(), month))
                .findFirst()
                .orElseThrow();
    }

    static boolean same(double month, double other) {
        return Math.abs(month - other) < ClaimChecks.SAME_MONTH;
    }
}
