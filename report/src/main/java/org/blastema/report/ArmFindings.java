package org.blastema.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Text;
import org.blastema.model.Model;
import org.blastema.statistics.Interval;
import org.blastema.trial.ContrastSummary;

/** What each arm gains against the reference over many trials, with the interval of its mean; nothing of a run that was changed. */
final class ArmFindings {
    /** So many arms are told one by one; of more, the two ends. */
    private static final int MOST = 6;

    private final Subject run;
    private final Findings findings;

    ArmFindings(Subject run) {
        this.run = run;
        this.findings = new Findings(run);
    }

    /** The arms under test, where there are several; where no product is under test, every arm but the reference; of one arm alone, its course. */
    Optional<Text> arms() {
        if (run.study().arms().size() == 1) {
            return alone();
        }
        List<ContrastSummary> found = found(run.judgedArms());
        boolean toldAlready = found.size() == 1 && !run.treatedArms().isEmpty();
        if (found.isEmpty() || toldAlready) {
            return Optional.empty();
        }
        Text each = Finding.joined(told(found).stream().map(this::gain).toList());
        return Optional.of(Finding.of(
                "%s %s: %s.",
                "%s %s: %s.",
                found.size() > MOST
                        ? Finding.of(
                                "The least and the greatest of %s", "الأدنى والأعلى من %s", Counted.arms(found.size()))
                        : new Text("By arm", "بحسب المجموعة"),
                beside(),
                each));
    }

    private Optional<Text> alone() {
        String arm = run.study().reference();
        boolean told = run.summary().modified().isEmpty();
        return run.endpoint(arm, run.primary().name(), run.primaryVisit().day())
                .filter(found -> told && found.kind().equals("continuous"))
                .map(found -> Finding.of(
                        "%s, %s: on average %s at the start and %s after %s (%s). There is nobody to compare with, so this says nothing of what a treatment does.",
                        "%s، %s: ‎%s في المتوسط عند البدء و‎%s بعد %s (%s). لا أحد يُقارَن به، فلا يقول هذا شيئاً عمّا يفعله علاج.",
                        run.title(arm),
                        run.primary().label(),
                        findings.size(found.baselineMean()),
                        findings.size(found.mean()),
                        Span.of(run.primaryVisit()),
                        Findings.unitOf(run)));
    }

    /** The comparators beside the reference, each with what it harms; nothing where no product is under test. */
    Optional<Text> comparators() {
        List<ContrastSummary> found = run.treatedArms().isEmpty() ? List.of() : found(run.comparators());
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        "%s %s, and their harms per 1,000 people: %s.",
                        "%s %s، وأضرارها من كل 1000 شخص: %s.",
                        found.size() > MOST
                                ? Finding.of(
                                        "The first %d of %d comparators",
                                        "أول %d من علاجات المقارنة، وعددها %d،", MOST, found.size())
                                : new Text("Comparators", "علاجات المقارنة"),
                        beside(),
                        listed(found.stream()
                                .limit(MOST)
                                .map(each -> Finding.of(
                                        "%s, %s", "%s، %s", gain(each), new HarmFindings(run).of(each.arm())))
                                .toList())));
    }

    /** Parts that hold commas themselves. */
    private static Text listed(List<Text> parts) {
        return new Text(
                String.join("; ", parts.stream().map(Text::en).toList()),
                String.join("؛ ", parts.stream().map(Text::ar).toList()));
    }

    private static List<ContrastSummary> told(List<ContrastSummary> found) {
        Comparator<ContrastSummary> order = Comparator.comparingDouble(ContrastSummary::difference);
        return found.size() > MOST
                ? List.of(
                        found.stream().min(order).orElseThrow(),
                        found.stream().max(order).orElseThrow())
                : found;
    }

    /** The contrasts that have an interval over trials; none where a difference is neither good nor bad. */
    private List<ContrastSummary> found(List<String> arms) {
        boolean told = run.summary().modified().isEmpty()
                && run.summary().trials() > 1
                && run.primary().better() != Model.Better.NEITHER;
        return run
                .contrasts(
                        run.summary().contrasts(),
                        arms,
                        run.study().reference(),
                        run.primaryVisit().day())
                .stream()
                .filter(each -> told && each.ci95().isPresent())
                .toList();
    }

    private Text beside() {
        return Finding.of(
                "against %s after %s (%s; 95 %% interval of the mean over %s)",
                "مقابل %s بعد %s (%s؛ مجال 95٪ للمتوسط على %s)",
                run.reference(),
                Span.of(run.primaryVisit()),
                Findings.unitOf(run),
                Counted.trials(run.summary().trials()));
    }

    private Text gain(ContrastSummary c) {
        double sign = c.difference() < 0 ? -1 : 1;
        Interval ci = c.ci95().orElseThrow();
        return Finding.of(
                "%s %s (%s to %s)",
                "%s %s (من \u200e%s\u200f إلى \u200e%s\u200f)",
                run.title(c.arm()),
                amount(c.difference()),
                findings.size(sign * (sign < 0 ? ci.high() : ci.low())),
                findings.size(sign * (sign < 0 ? ci.low() : ci.high())));
    }

    private Text amount(double difference) {
        String size = findings.size(Math.abs(difference));
        return Double.parseDouble(size) == 0
                ? new Text(size, size)
                : Finding.of(
                        "%s %s", "%2$s بمقدار \u200e%1$s\u200f", size, Subject.direction(run.primary(), difference));
    }
}
