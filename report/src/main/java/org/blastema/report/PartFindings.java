package org.blastema.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.blastema.core.Text;
import org.blastema.trial.EndpointSummary;
import org.blastema.trial.Parts;
import org.blastema.trial.Study;

/** What a whole is made of in each arm, a sentence an arm. */
final class PartFindings {
    private final Subject run;

    PartFindings(Subject run) {
        this.run = run;
    }

    /** Of the arms in which there is a whole, in their order; nothing where the study names no parts. */
    List<Text> sentences() {
        return run.study()
                .parts()
                .map(parts -> run.study().arms().stream()
                        .map(Study.Arm::name)
                        .flatMap(arm -> sentence(arm, parts).stream())
                        .toList())
                .orElse(List.of());
    }

    private Optional<Text> sentence(String arm, Parts parts) {
        return found(arm, parts.whole())
                .filter(whole -> whole.mean() != 0)
                .map(whole -> Finding.of(
                        "%s: %s %s%s; %s.",
                        "%s: %s %s%s؛ %s.",
                        run.title(arm),
                        about(whole.mean()),
                        run.unit(parts.whole()),
                        draws(whole),
                        split(arm, parts, whole.mean())));
    }

    /** Where the mean of a group of so many falls; nothing where it is the same in every group. */
    private Text draws(EndpointSummary whole) {
        return whole.prediction95()
                .filter(range -> !about(range.low()).equals(about(range.high())))
                .map(range -> Finding.of(
                        " (the mean of 95 of 100 groups of %s: %s to %s)",
                        " (متوسط 95 من كل 100 مجموعة فيها %s: من %s إلى %s)",
                        run.sizes(Counted::people),
                        about(range.low()),
                        about(range.high())))
                .orElse(new Text("", ""));
    }

    private Text split(String arm, Parts parts, double whole) {
        List<Text> told = new ArrayList<>();
        for (String part : parts.of()) {
            Optional<EndpointSummary> found = found(arm, part);
            if (found.isEmpty()) {
                return new Text("no parts of it were read", "ولم تُقرأ أجزاؤها");
            }
            double size = found.get().mean();
            if (size != 0) {
                told.add(Finding.of(
                        "%s %s (%.0f %%)",
                        "%s \u200e%s\u200f (\u200e%.0f٪\u200f)", label(part), about(size), 100 * size / whole));
            }
        }
        return Finding.of("of it %s", "منها %s", Finding.joined(told));
    }

    private Text label(String part) {
        Text label = run.model().readouts().get(run.model().readout(part)).label();
        return new Text(label.en().toLowerCase(Locale.ROOT), label.ar());
    }

    private Optional<EndpointSummary> found(String arm, String endpoint) {
        return run.endpoint(arm, endpoint, run.primaryVisit().day());
    }

    /** To three digits, as no more is known. */
    private static String about(double value) {
        return String.format(Locale.ROOT, "%,.0f", new BigDecimal(value).round(new MathContext(3)));
    }
}
