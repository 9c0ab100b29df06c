package org.blastema.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.core.Range;
import org.blastema.core.Text;
import org.blastema.evidence.NullTrial;
import org.blastema.statistics.Interval;
import org.blastema.trial.ContrastSummary;
import org.blastema.trial.EndpointSummary;
import org.blastema.trial.Visit;

/** A run beside the published comparisons of its arms. */
final class Comparisons {
    /** A difference below this share of the scale contradicts nothing: it is drift of the model, not a result. */
    private static final double SMALLEST = 0.01;

    private final Subject run;

    Comparisons(Subject run) {
        this.run = run;
    }

    /** What is published and what the run gives for it. */
    List<Text> stated() {
        List<Text> out = new ArrayList<>();
        for (Published row : run.published()) {
            List<ContrastSummary> contrasts = simulated(row);
            change(row).ifPresent(out::add);
            if (!contrasts.isEmpty()) {
                out.add(Finding.of(
                        "%s: published: %s; here %.1f %s (mean of %s).",
                        "%s: المنشور: %s؛ وهنا %.1f %s (متوسط %s).",
                        row.label(),
                        published(row),
                        Subject.mean(contrasts),
                        run.unit(row.endpoint()),
                        Finding.joined(row.arms().stream().map(run::title).toList())));
            }
        }
        return out;
    }

    /** A published change from baseline beside the run's own. */
    private Optional<Text> change(Published row) {
        List<EndpointSummary> seen = changes(row);
        return seen.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        "%s, %s: published change %s; here %.1f %s.",
                        "%s، %s: التغيّر المنشور %s؛ وهنا %.1f %s.",
                        row.label(),
                        Span.moment(row.month()),
                        published(row),
                        meanChange(seen),
                        run.unit(row.endpoint())));
    }

    /** The endpoints that a row speaks of; none for a difference between arms. */
    private List<EndpointSummary> changes(Published row) {
        return row.versus().isPresent()
                ? List.of()
                : run.visit(row.month()).stream()
                        .flatMap(visit -> row.arms().stream()
                                .flatMap(arm -> run.endpoint(arm, row.endpoint(), visit.day()).stream()))
                        .toList();
    }

    private static double meanChange(List<EndpointSummary> seen) {
        return seen.stream().mapToDouble(EndpointSummary::meanChange).average().orElseThrow();
    }

    /** A published change whose interval touches that of no arm; a change printed without an interval contradicts nothing. */
    private Optional<Text> contradictedChange(Published row) {
        List<EndpointSummary> seen = changes(row);
        boolean apart = !seen.isEmpty()
                && seen.stream()
                        .allMatch(e -> e.ci95().filter(ci -> apart(ci, row)).isPresent());
        return apart
                ? Optional.of(Finding.of(
                        "%s, %s: published change %s; here %.1f %s on average. The model contradicts what was published. No number was altered to hide this.",
                        "%s، %s: التغيّر المنشور %s؛ وهنا %.1f %s في المتوسط. النموذج يخالف ما نُشر، ولم يُغيَّر أي رقم لإخفاء ذلك.",
                        row.label(),
                        Span.moment(row.month()),
                        published(row),
                        meanChange(seen),
                        run.unit(row.endpoint())))
                : Optional.empty();
    }

    /** Sentences on the published results that were not put in and that the run contradicts, first those that a trial of its size would most often show. */
    List<Text> contradictions() {
        return run.published().stream()
                .filter(row -> row.role().equals("compared"))
                .sorted(Comparator.comparingDouble(row -> -power(simulated(row)).orElse(0)))
                .flatMap(row -> (row.versus().isEmpty() ? contradictedChange(row) : contradiction(row, simulated(row)))
                        .stream())
                .toList();
    }

    /** The same of the primary endpoint for a reader without science. */
    List<Text> plainContradictions() {
        return run.published().stream()
                .filter(row -> row.role().equals("compared")
                        && row.endpoint().equals(run.primary().name()))
                .filter(row -> isContradicted(row, simulated(row)))
                .map(row -> Finding.of(
                        "But: %s: in the real trial %s; the program computes %s. Where they disagree, the real trial counts.",
                        "لكن: %s: في التجربة الحقيقية %s، أمّا البرنامج فيحسبها %s. وحيث يختلفان فالعبرة بالتجربة الحقيقية.",
                        row.label(),
                        published(row),
                        SheetWords.better(
                                run,
                                run.model().readouts().get(run.model().readout(row.endpoint())),
                                Subject.mean(simulated(row)))))
                .toList();
    }

    private boolean isContradicted(Published row, List<ContrastSummary> contrasts) {
        return !contrasts.isEmpty() && contrasts.stream().allMatch(c -> contradicts(c, row));
    }

    private Optional<Text> contradiction(Published row, List<ContrastSummary> contrasts) {
        if (!isContradicted(row, contrasts)) {
            return Optional.empty();
        }
        OptionalDouble power = power(contrasts);
        return Optional.of(Finding.of(
                "%s: published: %s; here %.1f %s on average (%s). %s",
                "%s: المنشور: %s؛ وهنا %.1f %s في المتوسط (%s). %s",
                row.label(),
                published(row),
                Subject.mean(contrasts),
                run.unit(row.endpoint()),
                intervals(contrasts),
                row.finding().isPresent() && power.isPresent() && power.getAsDouble() < NullTrial.ENOUGH
                        ? unseen(power.getAsDouble())
                        : contradicted(power)));
    }

    private Text contradicted(OptionalDouble power) {
        return power.isEmpty()
                ? new Text(
                        "The model contradicts the trial. No number was altered to hide this.",
                        "النموذج يخالف التجربة، ولم يُغيَّر أي رقم لإخفاء ذلك.")
                : Finding.of(
                        "The model contradicts the trial; a single trial of %s an arm would find it in %.0f %% of cases. No number was altered to hide this.",
                        "النموذج يخالف التجربة؛ وتجدها تجربة واحدة فيها %s لكل مجموعة في %.0f٪ من الحالات، ولم يُغيَّر أي رقم لإخفاء ذلك.",
                        run.sizes(Counted::patients),
                        100 * power.getAsDouble());
    }

    /** That a trial found nothing says little where most such trials find nothing. */
    private Text unseen(double power) {
        return Finding.of(
                "A single trial of %s an arm would find it in %.0f %% of cases, so that most such trials find no difference either; the published trial does not support it.",
                "تجده تجربة واحدة فيها %s لكل مجموعة في %.0f٪ من الحالات، فمعظم التجارب المشابهة لا تجد فرقاً أيضاً؛ والتجربة المنشورة لا تؤيّده.",
                run.sizes(Counted::patients),
                100 * power);
    }

    /** How often a single trial of the run's size finds such a difference. */
    private static OptionalDouble power(List<ContrastSummary> contrasts) {
        return contrasts.stream().flatMapToDouble(each -> each.power().stream()).average();
    }

    /**
     * Whether a difference stands where none was found (its interval leaves out 0 and it is at least a hundredth of the scale), or the
     * interval does not touch the published one.
     */
    private boolean contradicts(ContrastSummary contrast, Published row) {
        if (contrast.ci95().isEmpty()) {
            return false;
        }
        Interval ci = contrast.ci95().get();
        return row.finding().isPresent()
                ? !ci.contains(0) && Math.abs(contrast.difference()) >= least(contrast.endpoint())
                : apart(ci, row);
    }

    private static boolean apart(Interval ci, Published row) {
        return ci.high() < row.low().orElse(Double.NEGATIVE_INFINITY)
                || ci.low() > row.high().orElse(Double.POSITIVE_INFINITY);
    }

    private double least(String endpoint) {
        Range range = run.model().readouts().get(run.model().readout(endpoint)).range();
        return SMALLEST * (range.high() - range.low());
    }

    /** The contrasts that a row speaks of; none for a change from baseline. */
    private List<ContrastSummary> simulated(Published row) {
        if (row.versus().isEmpty()) {
            return List.of();
        }
        return run.summary().contrasts().stream()
                .filter(c -> row.arms().contains(c.arm())
                        && c.versus().equals(row.versus().get()))
                .filter(c ->
                        c.endpoint().equals(row.endpoint()) && Visit.at(c.day()).isAt(row.month()))
                .toList();
    }

    private static Text published(Published row) {
        if (row.value().isEmpty()) {
            return new Text("no difference was found", "لم يُعثر على فرق");
        }
        double value = row.value().get();
        return row.low().isEmpty() || row.high().isEmpty()
                ? Finding.of("%.1f", "%.1f", value)
                : Finding.of(
                        "%.1f (%.1f to %.1f)",
                        "%.1f (من %.1f إلى %.1f)",
                        value,
                        row.low().get(),
                        row.high().get());
    }

    private Text intervals(List<ContrastSummary> contrasts) {
        return Finding.joined(contrasts.stream().map(this::interval).toList());
    }

    private Text interval(ContrastSummary c) {
        Interval ci = c.ci95().orElseThrow();
        return Finding.of(
                "%s %.1f, 95 %% interval %.1f to %.1f",
                "%s %.1f، مجال 95٪ من %.1f إلى %.1f", run.title(c.arm()), c.difference(), ci.low(), ci.high());
    }
}
