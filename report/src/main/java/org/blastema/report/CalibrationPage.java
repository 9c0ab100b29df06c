package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Language;
import org.blastema.evidence.Calibrated;
import org.blastema.evidence.Calibration;
import org.blastema.evidence.FreeParameter;
import org.blastema.evidence.Recovery;

/** A calibration as a page of the documentation, the same bytes for the same calibration. */
public final class CalibrationPage {
    private final Calibrated calibrated;
    private final StringBuilder page = new StringBuilder();

    private CalibrationPage(Calibrated calibrated) {
        this.calibrated = calibrated;
    }

    /** The page. */
    public static String of(Calibrated calibrated) {
        CalibrationPage page = new CalibrationPage(calibrated);
        page.head();
        page.parameters();
        page.recovery();
        page.trials();
        page.mechanisms();
        return page.page.toString();
    }

    /** The annotation asked for lies in a library that nothing else here needs. */
    @SuppressWarnings("AnnotateFormatMethod")
    private void line(String line, Object... values) {
        page.append(values.length == 0 ? line : String.format(Locale.ROOT, line, values))
                .append('\n');
    }

    private void head() {
        Calibration target = calibrated.calibration();
        line("# Calibration: %s", target.title().en());
        line("");
        line(
                "Made by `./blastema calibrate %s --write .`, not by hand. The draws stand in `library/evidence/posteriors/%s.csv`.",
                target.name(), target.name());
        line("");
        line(
                "Each of the %d published trials (%d rows) was simulated %d times at its own size in each of two rounds, the first over what was",
                calibrated.trials().size(), calibrated.rows(), target.trials());
        line(
                "known before, the second around the answer of the first, each time with a draw of the free parameters and, as chance that is no");
        likelihood();
        line(
                "What else is not known is drawn for each trial apart, although one truth holds for all; that makes the answer a little too sure.");
        line("Rows: SHA-256 %s, seed %d.", calibrated.data(), target.seed());
        line("");
        CalibrationWords.of(calibrated).forEach(sentence -> line("- " + sentence.en()));
        for (Calibration.Weighted row : target.exceptions()) {
            line(
                    "- Weight %s: %s, %s. %s",
                    CalibrationTable.number(row.weight()),
                    row.trial(),
                    row.arm(),
                    row.why().en());
        }
    }

    private void likelihood() {
        if (calibrated.counts() < calibrated.rows()) {
            line(
                    "question, of everything else that is not known. From this a normal likelihood of what a trial prints is learnt: the means and the");
            line(
                    "logarithms of the spreads are quadratic in the parameters. It is sampled by tempered particles on eight independent islands.");
        } else {
            line(
                    "question, of everything else that is not known. It is sampled by tempered particles on eight independent islands.");
        }
        if (calibrated.counts() > 0) {
            line(
                    "%d of the rows count people with a harm. Their likelihood is binomial, each by itself, with a chance whose logit is quadratic in the",
                    calibrated.counts());
            line(
                    "parameters, learnt by logistic regression: of 0, 1 or 4 people a normal distribution says nothing true.");
        }
    }

    private void table(List<List<String>> rows) {
        line("");
        for (int i = 0; i < rows.size(); i++) {
            line("| " + String.join(" | ", rows.get(i)) + " |");
            if (i == 0) {
                line("|" + "---|".repeat(rows.getFirst().size()));
            }
        }
    }

    private void parameters() {
        line("");
        line("## Before and after");
        table(CalibrationTable.rows(calibrated, Language.EN));
        line("");
        line(
                "Width left is the standard deviation afterwards in units of that before; from %.1f on the data count as saying nothing.",
                Calibrated.FreeResult.UNINFORMED);
        line(
                "`@trial` and `@patient` are the size of a parameter's spread between trials and between patients: the standard deviation where");
        line("that is normal, the coefficient of variation where it is lognormal.");
        line("");
        line("What the model says of each:");
        line("");
        calibrated.parameters().forEach(each -> line("%s", about(each.free())));
    }

    private static String about(FreeParameter free) {
        String what = free.between()
                .map(level -> "how far " + Fields.word(level) + "s differ in `" + free.parameter() + "`. "
                        + free.prior().note())
                .orElse(free.about());
        return "- `" + free.column() + "`: " + (what.isBlank() ? "nothing beside its name." : what.strip());
    }

    private void recovery() {
        line("");
        line("## Known parameters, found again");
        line("");
        line(
                "Ranks count as even if p is above %s divided by the number of parameters, here %s, for each parameter in both tables; 95 %% intervals",
                Decimal.plain(Recovery.RARE),
                Amounts.rounded(calibrated.recovery().leastEvenness()));
        line("count as right if the share of truths inside them is off 95 % by no more than chance at the same level.");
        line("");
        line("Trials simulated with parameters from anywhere in the prior stand in the place of the published ones:");
        recovery(calibrated.recovery());
        line("");
        line(
                "Trials simulated with draws of this posterior are added to the published ones (the likelihood is the one that gave the answer):");
        recovery(calibrated.near());
        if (!calibrated.recovered()) {
            line("");
            line(
                    "Known parameters are not found again as the intervals promise; no model should draw from this posterior before they are.");
        }
    }

    private void recovery(Recovery recovery) {
        line("");
        line("| parameter | truth inside 50 % | inside 95 % | evenness of ranks, p | correlation of found and true |");
        line("|---|---:|---:|---:|---:|");
        for (int d = 0; d < calibrated.parameters().size(); d++) {
            line(
                    "| %s | %.0f %% | %.0f %% | %.3f | %.2f |",
                    calibrated.parameters().get(d).free().column(),
                    100 * recovery.covered(d, 0.5),
                    100 * recovery.covered(d, 0.95),
                    recovery.evenness(d),
                    recovery.correlation(d));
        }
    }

    private void trials() {
        line("");
        line("## Trials left out");
        line("");
        line("| trial | shape k of the weights | |");
        line("|---|---:|---|");
        for (Calibrated.TrialFit each : calibrated.trials()) {
            line(
                    "| %s | %s | %s |",
                    each.trial(),
                    Double.isFinite(each.k()) ? String.format(Locale.ROOT, "%.2f", each.k()) : "none",
                    each.refit().isPresent() ? "calibrated anew without it" : "");
        }
        line("");
        line(
                "A trial left out is forecast from other published trials. Where trials are printed because of their result, all share that bias:");
        line("the posterior holds it, and a forecast of one trial from the others counts as good for holding it too.");
    }

    private void mechanisms() {
        if (calibrated.mechanisms().size() < 2) {
            return;
        }
        line("");
        line("## Rival mechanisms, weighed by the same trials");
        line("");
        line("| mechanism | log evidence | weight (with its uncertainty) | draws | R-hat | effective |");
        line("|---|---:|---:|---:|---:|---:|");
        for (Calibrated.Mechanism each : calibrated.mechanisms()) {
            line(
                    "| %s | %.2f | %s | %d | %.3f | %.0f |",
                    MechanismWords.title(calibrated, each).en(),
                    each.logEvidence().mean(),
                    CalibrationTable.weight(each),
                    each.draws(),
                    each.rHat(),
                    each.effective());
        }
        line("");
        line(MechanismWords.weights().en());
        line("");
        line("Their weights without each trial, from all others:");
        table(without());
    }

    private List<List<String>> without() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.concat(
                        Stream.of("without"), calibrated.mechanisms().stream().map(Calibrated.Mechanism::name))
                .toList());
        for (Calibrated.TrialFit each : calibrated.trials()) {
            rows.add(Stream.concat(
                            Stream.of(each.trial()),
                            each.weights().stream().map(weight -> String.format(Locale.ROOT, "%.3f", weight)))
                    .toList());
        }
        return rows;
    }
}
