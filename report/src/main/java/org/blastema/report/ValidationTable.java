package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.blastema.core.Fields;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.NullTrial;
import org.blastema.evidence.Outcome;
import org.blastema.evidence.PeopleSpread;
import org.blastema.evidence.Scored;
import org.blastema.evidence.ScoredArm;
import org.blastema.evidence.Validation;

/** A validation on the terminal. */
public final class ValidationTable {
    /** The column from which on cells are numbers, up to the last. */
    private static final int FIRST_NUMBER = 4;

    private final Language language;
    private final List<String> lines = new ArrayList<>();

    private ValidationTable(Language language) {
        this.language = language;
    }

    /** The table and the sentences below it. */
    public static List<String> of(Validation validation, Language language) {
        ValidationTable table = new ValidationTable(language);
        table.arms(validation);
        table.judged(validation);
        table.spreads(validation);
        table.blinding(validation);
        table.nulls(validation);
        return table.lines;
    }

    private void arms(Validation validation) {
        lines.add(say(new Text(
                "Published arms beside 95 % of simulated trials of their size, in the unit of the endpoint",
                "مجموعات منشورة بجانب 95٪ من التجارب المحاكاة بحجمها، بوحدة المقياس")));
        lines.add("");
        List<List<String>> rows = new ArrayList<>(List.of(head()));
        validation.arms().forEach(arm -> rows.add(cells(arm)));
        lines.addAll(Aligned.of(rows, FIRST_NUMBER));
        lines.add("");
    }

    private List<String> head() {
        return List.of(
                say(new Text("trial", "التجربة")),
                say(new Text("arm", "المجموعة")),
                say(new Text("endpoint", "المقياس")),
                say(new Text("number", "العدد")),
                say(new Text("month", "الشهر")),
                say(new Text("published", "المنشور")),
                say(new Text("from", "من")),
                say(new Text("to", "إلى")),
                "");
    }

    private List<String> cells(ScoredArm arm) {
        return List.of(
                arm.trial(),
                arm.arm(),
                arm.endpoint(),
                say(kind(arm)),
                month(arm.month()),
                number(arm, arm.observed()),
                number(arm, arm.low()),
                number(arm, arm.high()),
                say(inside(arm.inside())));
    }

    /** Where a published number lies. */
    static Text inside(boolean inside) {
        return inside ? new Text("inside", "داخل") : new Text("OUTSIDE", "خارج");
    }

    /** What the published number is. */
    static Text kind(ScoredArm arm) {
        return kind(arm.kind(), arm.statistic());
    }

    /** What a number is. */
    static Text kind(Outcome.Kind what, Outcome.Statistic statistic) {
        Text kind = switch (what) {
            case VALUE -> new Text("value", "قيمة");
            case CHANGE -> new Text("change", "تغيّر");
            case SHARE -> new Text("share", "نسبة");
            case DIFFERENCE -> new Text("difference", "فرق");
            case FINDING -> new Text("finding", "نتيجة");
        };
        return statistic == Outcome.Statistic.MEDIAN ? new Text(kind.en() + ", median", kind.ar() + "، وسيط") : kind;
    }

    private void judged(Validation validation) {
        for (Scored.Block block : validation.blocks()) {
            for (String area : validation.areas()) {
                validation.coverage(block, area).ifPresent(coverage -> {
                    lines.add(area + ", " + Fields.word(block));
                    ValidationWords.coverage(coverage, validation.shortfall(Optional.of(block), area))
                            .forEach(sentence -> lines.add("  " + say(sentence)));
                    lines.add("  " + say(ValidationWords.block(block)));
                });
            }
        }
        for (String area : validation.areas()) {
            validation.leaveOneOut(area).ifPresent(coverage -> {
                lines.add(area + ", " + say(new Text("leave one out", "بترك واحدة")));
                ValidationWords.coverage(coverage, validation.shortfall(Optional.empty(), area))
                        .forEach(sentence -> lines.add("  " + say(sentence)));
                lines.add("  " + say(ValidationWords.LEFT_OUT));
            });
        }
    }

    private void spreads(Validation validation) {
        for (String area : validation.areas()) {
            List<PeopleSpread> arms = validation.spreads(area);
            if (!arms.isEmpty()) {
                lines.add(area + ", " + say(ValidationWords.DIFFER));
                lines.add("  " + say(ValidationWords.spreads(arms)));
            }
        }
    }

    private void blinding(Validation validation) {
        if (validation.byBlinding().isEmpty()) {
            return;
        }
        lines.add(say(BlindingWords.HEAD));
        Aligned.of(BlindingWords.rows(validation.byBlinding(), language), 2).forEach(line -> lines.add("  " + line));
        lines.add("  " + say(BlindingWords.ABOUT));
    }

    private void nulls(Validation validation) {
        lines.add(say(ValidationWords.nulls(validation)));
        for (NullTrial trial : validation.nulls()) {
            lines.add("  " + trial.trial() + ", " + trial.arm() + " / " + trial.versus() + ", " + trial.endpoint()
                    + ", " + say(Span.moment(trial.month())) + ": "
                    + say(ValidationWords.why(trial)));
        }
    }

    private String say(Text text) {
        return text.in(language);
    }

    /** A number of an arm; harms are rare, so that their shares need more digits. */
    static String number(ScoredArm arm, double value) {
        return arm.countsHarm() ? String.format(Locale.ROOT, "%.4f", value) : number(value);
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.equals("-0.00") ? "0.00" : text;
    }

    static String month(double month) {
        return month == Math.rint(month) ? Long.toString((long) month) : Double.toString(month);
    }
}
