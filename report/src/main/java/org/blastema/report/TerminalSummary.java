package org.blastema.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Language;
import org.blastema.core.Range;
import org.blastema.core.Text;
import org.blastema.trial.Curve;
import org.blastema.trial.Visit;

/** The end of a run on the terminal: at most 15 lines. */
public final class TerminalSummary {
    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final int WIDTH = 40;
    /** Lines, that of the report included. */
    private static final int MOST = 15;

    private static final double SHARE = 0.1;

    private final Subject run;
    private final Language language;

    private TerminalSummary(Subject run, Language language) {
        this.run = run;
        this.language = language;
    }

    /** All lines but the last. */
    static List<String> of(Subject run, Language language) {
        return new TerminalSummary(run, language).lines();
    }

    /** The last line: where the report is. */
    public static String report(Path where, Language language) {
        return Finding.of("Report: %s", "التقرير: %s", where).in(language);
    }

    private List<String> lines() {
        Findings findings = new Findings(run);
        List<String> lines = new ArrayList<>();
        lines.add(run.study().title().in(language));
        lines.add(say(Finding.of(
                "%d simulated %s of %s an arm, scenario %s, seed %d",
                "%d %s، %s لكل مجموعة، السيناريو %s، البذرة %d",
                run.summary().trials(),
                run.summary().trials() == 1 ? new Text("trial", "تجربة محاكاة") : new Text("trials", "تجربة محاكاة"),
                run.sizes(Counted::patients),
                Terms.explained(run, run.summary().scenario()),
                run.summary().seed())));
        if (!run.summary().modified().isEmpty()) {
            lines.add("MODIFIED: " + String.join(", ", run.summary().modified()));
        }
        lines.add("");
        Ladder ladder = new Ladder(run);
        if (ladder.empty()) {
            curves(lines);
        } else {
            lines.addAll(ladder.lines(language));
        }
        lines.add("");
        findings.answer().forEach(sentence -> lines.add(say(sentence)));
        new ArmFindings(run).arms().ifPresent(sentence -> lines.add(say(sentence)));
        new ArmFindings(run).comparators().ifPresent(sentence -> lines.add(say(sentence)));
        List<Text> practices = run.summary().modified().isEmpty() ? ladder.practices() : List.of();
        practices.reversed().stream().limit(1).forEach(sentence -> lines.add(say(sentence)));
        findings.contradictions().stream().limit(1).forEach(sentence -> lines.add(say(sentence)));
        findings.harms().ifPresent(sentence -> lines.add(say(sentence)));
        LaterFindings.of(run)
                .filter(later -> run.summary().modified().isEmpty())
                .flatMap(LaterFindings::outcome)
                .ifPresent(sentence -> lines.add(say(sentence)));
        new EconomicFindings(run).line().ifPresent(sentence -> lines.add(say(sentence)));
        new PriceFindings(run).line().ifPresent(sentence -> lines.add(say(sentence)));
        lines.add(say(advice()));
        return fitted(lines);
    }

    /** Without as many blank lines as are too many with the last line; sentences go before these. */
    private static List<String> fitted(List<String> lines) {
        int tooMany = lines.size() + 1 - MOST;
        List<String> kept = new ArrayList<>();
        for (String line : lines) {
            if (line.isEmpty() && tooMany > 0) {
                tooMany--;
            } else {
                kept.add(line);
            }
        }
        return kept;
    }

    private Text advice() {
        Text advice = new Text("A simulation, not medical advice.", "محاكاة، وليست نصيحة طبية.");
        return new EconomicFindings(run)
                .none()
                .map(none -> Finding.of("%s %s", "%s %s", none, advice))
                .orElse(advice);
    }

    private String say(Text text) {
        return text.in(language);
    }

    /** The course of the primary endpoint in the reference arm and in the middle one of those held against it, on one scale. */
    private void curves(List<String> lines) {
        List<String> others = run.judgedArms();
        Optional<Curve> reference = curve(run.study().reference());
        Optional<Curve> middle = others.isEmpty() ? Optional.empty() : curve(others.get(others.size() / 2));
        if (reference.isEmpty() || middle.isEmpty()) {
            return;
        }
        double low = Math.min(least(reference.get()), least(middle.get()));
        double high = Math.max(most(reference.get()), most(middle.get()));
        double missing = leastSpan(low, high) - (high - low);
        if (missing > 0) {
            low -= missing / 2;
            high += missing / 2;
        }
        for (Curve curve : List.of(reference.get(), middle.get())) {
            double first = curve.mean()[0];
            double last = curve.mean()[curve.mean().length - 1];
            lines.add(String.format(
                    java.util.Locale.ROOT,
                    "  %s  %4.1f → %4.1f %s  %s",
                    bars(curve, low, high),
                    first,
                    last,
                    say(Findings.bareUnit(run)),
                    say(run.title(curve.arm()))));
        }
        lines.add("  "
                + say(Finding.of(
                        "%s, over %s%s",
                        "%s، على مدى %s%s",
                        run.primary().label(),
                        Span.of(Visit.at(reference.get().day()[reference.get().day().length - 1])),
                        missing > 0
                                ? new Text(
                                        "; so small a change is not drawn to full height",
                                        "؛ تغيّر بهذا الصغر لا يُرسم بالارتفاع كله")
                                : new Text("", ""))));
    }

    /** What the height of the bars stands for at least, so that noise is not drawn as a course: {@link #SHARE} of the values or of the scale, the less. */
    private double leastSpan(double low, double high) {
        Range scale = run.primary().range();
        return SHARE * Math.min(scale.high() - scale.low(), Math.max(Math.abs(low), Math.abs(high)));
    }

    private Optional<Curve> curve(String arm) {
        return run.summary().curves().stream()
                .filter(c ->
                        c.arm().equals(arm) && c.readout().equals(run.primary().name()) && c.day().length > 1)
                .findFirst();
    }

    private static double least(Curve curve) {
        return java.util.Arrays.stream(curve.mean()).min().orElse(0);
    }

    private static double most(Curve curve) {
        return java.util.Arrays.stream(curve.mean()).max().orElse(1);
    }

    private static String bars(Curve curve, double low, double high) {
        StringBuilder bars = new StringBuilder();
        double last = curve.day()[curve.day().length - 1];
        for (int i = 0; i < WIDTH; i++) {
            double value = at(curve, last * i / (WIDTH - 1));
            int level = (int) Math.round((value - low) / Math.max(1e-12, high - low) * (BARS.length() - 1));
            bars.append(BARS.charAt(Math.max(0, Math.min(BARS.length() - 1, level))));
        }
        return bars.toString();
    }

    private static double at(Curve curve, double day) {
        int i = 1;
        while (i < curve.day().length - 1 && curve.day()[i] < day) {
            i++;
        }
        double share = (day - curve.day()[i - 1]) / (curve.day()[i] - curve.day()[i - 1]);
        return curve.mean()[i - 1] + Math.max(0, Math.min(1, share)) * (curve.mean()[i] - curve.mean()[i - 1]);
    }
}
