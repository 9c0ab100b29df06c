package org.blastema.report;

import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.blastema.core.Text;
import org.blastema.model.Model;
import org.blastema.statistics.Interval;
import org.blastema.trial.AdverseEventSummary;
import org.blastema.trial.ArmSummary;
import org.blastema.trial.EndpointSummary;
import org.blastema.trial.HarmTotal;
import org.blastema.trial.Study;
import org.blastema.trial.Visit;

/** What goes wrong in the treated arms together. */
final class HarmFindings {
    private static final Text NONE = new Text(
            "Harms: none is simulated here, which does not mean that there is none.",
            "الأضرار: لا يُحاكى هنا أي ضرر، ولا يعني ذلك أنه لا يوجد.");

    private final Subject run;

    HarmFindings(Subject run) {
        this.run = run;
    }

    /** The endpoints that are harms where the study names such, then the most frequent event beside the reference arm, and the serious ones. */
    Optional<Text> sentence(Text reference) {
        List<Text> shares = run.study().endpoints().stream()
                .filter(Study.Endpoint::harm)
                .flatMap(each -> share(each).stream())
                .toList();
        Optional<Text> events = events(reference);
        if (shares.isEmpty()) {
            return events.or(() -> run.treatsPeople() && !run.harmsPeople() ? Optional.of(NONE) : Optional.empty());
        }
        Text harms = harms(shares, reference);
        return Optional.of(
                events.map(each -> Finding.of("%s %s", "%s %s", harms, each)).orElse(harms));
    }

    /** The most frequent event of one arm and its serious harm, per 1,000 people. */
    Text of(String name) {
        List<ArmSummary> arm = arms(each -> each.name().equals(name));
        return terms(arm).stream()
                .max(Comparator.comparingDouble(term -> rate(arm, term)))
                .map(term -> Finding.of(
                        "%s %.0f, serious harm %.1f",
                        "%s %.0f، وضرر خطير %.1f", Terms.label(run, term), 1000 * rate(arm, term), 1000 * serious(arm)))
                .orElse(new Text("no events of harm are simulated", "ولا تُحاكى له أحداث ضرر"));
    }

    private Text harms(List<Text> shares, Text reference) {
        return Finding.of(
                "Harms, of 100 given %s (in brackets of those given %s): %s.",
                "الأضرار، من كل 100 أُعطوا %s (وبين قوسين ممّن أُعطوا %s): %s.",
                run.study().words().tested(),
                reference,
                Finding.joined(shares));
    }

    /** The share of one endpoint at its own visit, from the least to the greatest of the arms under test. */
    private Optional<Text> share(Study.Endpoint harm) {
        Model.Readout readout = run.readout(harm.readout());
        double ofHundred = 100 / readout.range().high();
        Visit visit = harm.primaryVisit().orElse(run.study().visits().getLast());
        DoubleSummaryStatistics treated = run.treatedArms().stream()
                .flatMap(arm -> run.endpoint(arm, harm.readout(), visit.day()).stream())
                .mapToDouble(EndpointSummary::mean)
                .summaryStatistics();
        return run.endpoint(run.study().reference(), harm.readout(), visit.day())
                .filter(each -> treated.getCount() > 0)
                .map(each -> Finding.of(
                        treated.getCount() > 1
                                ? "%1$s within %2$s: %3$.0f to %4$.0f by arm (%5$.0f)"
                                : "%1$s within %2$s: %3$.0f (%5$.0f)",
                        treated.getCount() > 1
                                ? "%1$s خلال %2$s: من \u200e%3$.0f إلى \u200e%4$.0f بحسب المجموعة (\u200e%5$.0f)"
                                : "%1$s خلال %2$s: \u200e%3$.0f (\u200e%5$.0f)",
                        readout.label(),
                        Span.of(visit),
                        ofHundred * treated.getMin(),
                        ofHundred * treated.getMax(),
                        ofHundred * each.mean()));
    }

    private Optional<Text> events(Text reference) {
        List<ArmSummary> treated = arms(
                arm -> run.treated(arm.name()) && !arm.adverseEvents().isEmpty()); // what nobody counted is no zero
        List<ArmSummary> untreated = arms(arm -> arm.name().equals(run.study().reference()));
        return terms(treated).stream()
                .max(Comparator.comparingDouble(term -> rate(treated, term)))
                .map(term -> Finding.of(
                        "Harms per 1,000 people: %1$s: %2$.0f given %3$s, %4$.0f given %5$s; %6$s.",
                        "الأضرار من كل 1000 شخص: %1$s: \u200f%2$.0f مع %3$s، و%4$.0f مع %5$s؛ %6$s.",
                        Terms.label(run, term),
                        1000 * rate(treated, term),
                        together(treated),
                        1000 * rate(untreated, term),
                        reference,
                        seriously(treated, untreated, reference)));
    }

    /** What is under test, and how many arms one number of it is of. */
    private Text together(List<ArmSummary> arms) {
        Text tested = run.study().words().tested();
        return arms.size() == 1
                ? tested
                : Finding.of("%s (%s together)", "%s (%s معاً)", tested, Counted.arms(arms.size()));
    }

    private Text seriously(List<ArmSummary> treated, List<ArmSummary> untreated, Text reference) {
        if (serious(treated) == 0 && serious(untreated) == 0) {
            return new Text(
                    "no serious harm from what was given came up, which does not mean that there is none",
                    "ولم يظهر ضرر خطير ممّا أُعطي، ولا يعني ذلك أنه لا يوجد");
        }
        Text given = apart(treated)
                ? byArm(treated)
                : Finding.of(
                        "%.1f given %s",
                        "\u200f%.1f مع %s",
                        1000 * serious(treated),
                        run.study().words().tested());
        return Finding.of(
                "serious harm from what was given: %s, %.1f given %s",
                "ضرر خطير ممّا أُعطي: %s، و%.1f مع %s", given, 1000 * serious(untreated), reference);
    }

    /** The arms with the fewest and with the most serious harms, by name. */
    private Text byArm(List<ArmSummary> treated) {
        Comparator<ArmSummary> order = Comparator.comparingDouble(arm -> serious(List.of(arm)));
        ArmSummary least = treated.stream().min(order).orElseThrow();
        ArmSummary most = treated.stream().max(order).orElseThrow();
        return Finding.of(
                "%.1f (“%s”) to %.1f (“%s”) by arm given %s",
                "\u200fمن %.1f («%s») إلى %.1f («%s») بحسب المجموعة مع %s",
                1000 * serious(List.of(least)),
                run.title(least.name()),
                1000 * serious(List.of(most)),
                run.title(most.name()),
                run.study().words().tested());
    }

    /** Whether arms differ in their serious harms by more than chance: the exact intervals of two of them lie apart. */
    private static boolean apart(List<ArmSummary> arms) {
        List<Interval> intervals = arms.stream()
                .flatMap(arm -> arm.seriousHarm().stream())
                .map(HarmTotal::ci95)
                .toList();
        return intervals.stream().mapToDouble(Interval::low).max().orElse(0)
                > intervals.stream().mapToDouble(Interval::high).min().orElse(1);
    }

    /** Share of the patients with a serious harm that what was given may have brought, each counted once. */
    private double serious(List<ArmSummary> arms) {
        long with = arms.stream()
                .flatMap(arm -> arm.seriousHarm().stream())
                .mapToLong(HarmTotal::count)
                .sum();
        return patients(arms) == 0 ? 0 : (double) with / patients(arms);
    }

    private List<ArmSummary> arms(Predicate<ArmSummary> wanted) {
        return run.summary().arms().stream().filter(wanted).toList();
    }

    private static List<String> terms(List<ArmSummary> arms) {
        return arms.stream()
                .flatMap(arm -> arm.adverseEvents().stream())
                .map(AdverseEventSummary::term)
                .distinct()
                .toList();
    }

    /** Share of the patients of all these arms with an event; an arm whose product lists others has none of it. */
    private double rate(List<ArmSummary> arms, String term) {
        long with = arms.stream()
                .flatMap(arm -> arm.adverseEvents().stream())
                .filter(event -> event.term().equals(term))
                .mapToLong(AdverseEventSummary::count)
                .sum();
        return patients(arms) == 0 ? 0 : (double) with / patients(arms);
    }

    private long patients(List<ArmSummary> arms) {
        return arms.stream()
                .mapToLong(arm -> arm.n() * run.summary().trials() - arm.failures())
                .sum();
    }
}
