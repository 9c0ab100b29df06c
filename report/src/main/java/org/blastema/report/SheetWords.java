package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.blastema.core.Range;
import org.blastema.core.Text;
import org.blastema.formats.JsonObject;
import org.blastema.model.Model;
import org.blastema.statistics.Interval;
import org.blastema.trial.ContrastSummary;

/**
 * What the sheet of paper says to a reader without science: the same numbers as the page, no sign before a number, better and worse in
 * words, nothing that needs to be known beforehand. Written after a reader had failed on the words of the page.
 */
final class SheetWords {
    private final Subject run;
    private final Findings findings;

    SheetWords(Subject run, Findings findings) {
        this.run = run;
        this.findings = findings;
    }

    /** The parts of the sheet; nothing where no verdict is given or nothing is under test. */
    Optional<JsonObject> json() {
        List<ContrastSummary> contrasts = run.treatedContrasts(run.summary().contrasts());
        if (findings.modified() || contrasts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new JsonObject()
                .put("works", ReportData.texts(works(contrasts)))
                .put("sure", ReportData.texts(sure(contrasts)))
                .put("compared", ReportData.text(compared()))
                .put("contradictions", ReportData.texts(new Comparisons(run).plainContradictions())));
    }

    private List<Text> works(List<ContrastSummary> contrasts) {
        List<Text> works = new ArrayList<>(findings.leads());
        works.add(verdict(contrasts));
        works.add(scale());
        if (run.ofPeople()) {
            works.add(ofAHundred(Subject.mean(contrasts)));
            return works;
        }
        double mean = Subject.mean(contrasts);
        if (isZero(mean)) {
            works.add(Finding.of(
                    "%s after %s, those given %s stood on average where those given %s stood.",
                    "بعد %s من %s كان من أُعطوا %s في المتوسط حيث كان من أُعطوا %s.",
                    Span.of(run.primaryVisit()),
                    run.study().words().treatment(),
                    run.study().words().tested(),
                    run.reference()));
            return works;
        }
        works.add(Finding.of(
                "%s after %s, those given %s stood on average %s than those given %s%s.",
                "بعد %s من %s كان من أُعطوا %s في المتوسط %s ممّن أُعطوا %s%s.",
                Span.of(run.primaryVisit()),
                run.study().words().treatment(),
                run.study().words().tested(),
                better(run, run.primary(), mean),
                run.reference(),
                matters(Math.abs(mean))));
        findings.share(points(run.primary()) ? new Text("points", "درجات") : unit(run, run.primary()))
                .ifPresent(works::add);
        return works;
    }

    private Text ofAHundred(double mean) {
        return Finding.of(
                "%s after %s, of 100 people given %s %s had it than of 100 given %s.",
                "بعد %s من %s، من كل 100 أُعطوا %s تحقّق ذلك عند %s مقارنةً بكل 100 أُعطوا %s.",
                Span.of(run.primaryVisit()),
                run.study().words().treatment(),
                run.study().words().tested(),
                Finding.of(
                        "%s %s",
                        "%s %s", plain(Math.abs(mean)), mean < 0 ? new Text("fewer", "أقل") : new Text("more", "أكثر")),
                run.reference());
    }

    private Text verdict(List<ContrastSummary> contrasts) {
        double mean = Subject.mean(contrasts);
        if (run.nothing()) {
            return Finding.of(
                    "In this computation: no, for here %s do nothing. Any difference is chance, or comes from how people are treated and asked.",
                    "في هذا الحساب: لا، إذ لا تفعل %s هنا شيئاً. وكل فرق مصادفة، أو آتٍ من طريقة معاملة الناس وسؤالهم.",
                    run.study().words().tested());
        }
        if (Subject.chance(contrasts) || isZero(mean)) {
            return new Text("In this computation: no difference.", "في هذا الحساب: لا فرق.");
        }
        if (run.primary().better() == Model.Better.NEITHER) {
            return new Text(
                    "In this computation something is counted that is neither good nor bad for a patient of itself.",
                    "في هذا الحساب يُعدّ شيء ليس في ذاته نفعاً للمريض ولا ضرراً.");
        }
        if (!Subject.improves(run.primary(), mean)) {
            return new Text("In this computation: no, rather worse.", "في هذا الحساب: لا، بل أسوأ.");
        }
        if (run.study().endpoints().getFirst().harm()) {
            return new Text("In this computation: less harm.", "في هذا الحساب: ضرر أقل.");
        }
        if (Double.isNaN(findings.mcid())) {
            return new Text(
                    "In this computation: better on average; whether a person notices it is not said by any source here.",
                    "في هذا الحساب: أفضل في المتوسط، ولا يقول أيّ مصدر هنا هل يشعر الشخص بذلك.");
        }
        return Math.abs(mean) < findings.mcid()
                ? new Text(
                        "In this computation: a little, and on average less than a person notices.",
                        "في هذا الحساب: قليلاً، وفي المتوسط أقل ممّا يشعر به الشخص.")
                : new Text("In this computation: yes.", "في هذا الحساب: نعم.");
    }

    private Text scale() {
        if (run.ofPeople()) {
            return Finding.of(
                    "What is counted: how many of 100 people have this: %s%s.",
                    "ما يُعَدّ: كم من كل 100 شخص تحقّق لديه هذا: %s%s.",
                    run.primary().label(),
                    goodEnd(run.primary().better()));
        }
        Range range = run.primary().range();
        return Finding.of(
                "What is measured: %s, on a scale of %s to %s%s.",
                "ما يُقاس: %s، على مقياس من %s إلى %s%s.",
                run.primary().label(),
                plain(range.low()),
                plain(range.high()),
                goodEnd(run.primary().better()));
    }

    private static Text goodEnd(Model.Better better) {
        return switch (better) {
            case LOW -> new Text("; less is better", "، والأقل أفضل");
            case HIGH -> new Text("; more is better", "، والأكثر أفضل");
            case NEITHER -> new Text("", "");
        };
    }

    private Text matters(double size) {
        double mcid = findings.mcid();
        if (Double.isNaN(mcid)) {
            return new Text("", "");
        }
        return size < mcid
                ? Finding.of(
                        ". One person notices a difference from about %s on: this is less",
                        ". ولا يشعر الشخص الواحد بفرق يهمّه إلا من نحو %s فأكثر، وهذا أقل", plain(mcid))
                : Finding.of(
                        ". One person notices a difference from about %s on: this is as much",
                        ". ويشعر الشخص الواحد بفرق يهمّه من نحو %s فأكثر، وهذا يبلغه", plain(mcid));
    }

    private List<Text> sure(List<ContrastSummary> contrasts) {
        List<Text> sure = new ArrayList<>();
        sure.add(run.nothing() ? nothingPutIn() : putIn());
        run.summary().scenarios().forEach((name, all) -> {
            List<ContrastSummary> own = run.treatedContrasts(all);
            if (!own.isEmpty()) {
                sure.add(Finding.of("%s: on average %s.", "%s: في المتوسط %s.", supposed(name), found(own)));
            }
        });
        scatter(contrasts).ifPresent(sure::add);
        return sure;
    }

    private Text found(List<ContrastSummary> contrasts) {
        return Subject.chance(contrasts)
                ? new Text("no difference", "لا فرق")
                : better(run, run.primary(), Subject.mean(contrasts));
    }

    private Text putIn() {
        return Finding.of(
                "Not sure. How well %s work was put into the program beforehand, so this sheet does not prove that they work.",
                "لسنا متأكدين. مقدار نفع %s أُدخل في البرنامج من قبل، فهذه الورقة لا تثبت أنها تنفع.",
                run.study().words().tested());
    }

    private Text nothingPutIn() {
        return Finding.of(
                "That %s do nothing was put into the program beforehand, so this sheet does not prove that they do nothing either.",
                "أُدخل في البرنامج من قبل أنّ %s لا تفعل شيئاً، فهذه الورقة لا تثبت ذلك أيضاً.",
                run.study().words().tested());
    }

    /** Whether a difference is none to the digits in which it is told. */
    private static boolean isZero(double difference) {
        return Double.parseDouble(plain(Math.abs(difference))) == 0;
    }

    private static boolean points(Model.Readout readout) {
        return readout.range().low() == 0 && readout.range().high() == 100 && readout.kind() != Model.Kind.PROPORTION;
    }

    private static Text supposed(String scenario) {
        return switch (scenario) {
            case "null" -> new Text("If they do nothing at all", "إن كانت لا تفعل شيئاً");
            case "pooled" -> new Text("If they do what is assumed here", "إن صحّ ما افتُرض هنا");
            case "optimistic" -> new Text("If they do the most that is hoped for", "إن صحّ أكثر ما يُرجى");
            default -> Finding.of("If it is as in “%s”", "إن كان الأمر كما في «%s»", Terms.scenario(scenario));
        };
    }

    private Optional<Text> scatter(List<ContrastSummary> contrasts) {
        List<Interval> ranges =
                contrasts.stream().flatMap(c -> c.prediction95().stream()).toList();
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        double low = ranges.stream().mapToDouble(Interval::low).min().orElseThrow();
        double high = ranges.stream().mapToDouble(Interval::high).max().orElseThrow();
        boolean less = run.primary().better() == Model.Better.LOW;
        return Optional.of(Finding.of(
                "One trial alone can mislead. Were the same trial done 100 times with %s an arm, it would end 95 times between these two: %s, %s.",
                "لا تكفي تجربة واحدة. لو أُجريت التجربة نفسها 100 مرة، وفي كل مجموعة %s، لوقعت النتيجة 95 مرة بين هذين الحدّين: %s، و%s.",
                run.sizes(Counted::people),
                better(run, run.primary(), less ? low : high),
                better(run, run.primary(), less ? high : low)));
    }

    private Text compared() {
        return Finding.of(
                "Everything is compared with %s, %s after %s.",
                "كل شيء يُقارن مع %s، بعد %s من %s.",
                run.reference(),
                Span.of(run.primaryVisit()),
                run.study().words().treatment());
    }

    /** A difference in words: how much better or worse, in points where the scale goes from 0 to 100. */
    static Text better(Subject run, Model.Readout readout, double difference) {
        if (isZero(difference)) {
            return new Text("no difference", "لا فرق");
        }
        return Finding.of(
                "%s %s %s",
                "%3$s بـ %1$s %2$s",
                plain(Math.abs(difference)),
                unit(run, readout),
                Subject.direction(readout, difference));
    }

    private static Text unit(Subject run, Model.Readout readout) {
        if (readout.kind() == Model.Kind.PROPORTION) {
            return new Text("of 100 people", "من كل 100 شخص");
        }
        return points(readout) ? new Text("points", "درجة") : run.unit(readout.name());
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : size(value);
    }

    private static String size(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 1 ? "%.2f" : "%.1f", value);
    }
}
