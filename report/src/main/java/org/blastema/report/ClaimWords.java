package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.blastema.core.Decimal;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.Verdict;
import org.blastema.statistics.Interval;

/** What the experiments say of a claim, for the terminal. */
public final class ClaimWords {
    /** Standard deviations beyond which a normal draw of 53 bits never lies. */
    private static final double NEVER = 8;

    private final ClaimResult result;
    private final Language language;
    private final List<String> lines = new ArrayList<>();

    private ClaimWords(ClaimResult result, Language language) {
        this.result = result;
        this.language = language;
    }

    /** The block of one claim, line by line. */
    public static List<String> of(ClaimResult result, Language language) {
        ClaimWords words = new ClaimWords(result, language);
        words.head();
        result.comparisons().forEach(words::compared);
        result.rates().forEach(words::rated);
        result.designs().ifPresent(words::designs);
        words.list("Put in:", "المُدخل:", result.claim().putIn());
        words.list(
                "What must not be concluded:",
                "ما لا يجوز استنتاجه:",
                result.claim().mustNotClaim());
        return words.lines;
    }

    private void say(int indent, String en, String ar, Object... values) {
        lines.add("  ".repeat(indent) + Finding.of(en, ar, values).in(language));
    }

    private void head() {
        Claim claim = result.claim();
        say(0, "%s  %s", "%s  %s", claim.id(), claim.title());
        if (result.modified().isEmpty()) {
            say(
                    1,
                    "Simulation: %s. Published evidence: %s, certainty %s.",
                    "المحاكاة: %s. الدليل المنشور: %s، ودرجة اليقين %s.",
                    ClaimTerms.verdict(result.verdict().orElseThrow()),
                    ClaimTerms.support(claim.evidence().verdict()),
                    ClaimTerms.certainty(claim.evidence().certainty()));
        } else {
            say(
                    1,
                    "MODIFIED: files stand in place of the library's (%s), so no verdict is given. Published evidence: %s, certainty %s.",
                    "معدَّل: حلّت ملفات محلّ ملفات المكتبة (%s)، فلا يُعطى حكم. الدليل المنشور: %s، ودرجة اليقين %s.",
                    String.join(", ", result.modified()),
                    ClaimTerms.support(claim.evidence().verdict()),
                    ClaimTerms.certainty(claim.evidence().certainty()));
        }
        say(
                1,
                "%s [%s]",
                "%s [%s]",
                claim.evidence().about(),
                String.join(", ", claim.evidence().sources()));
    }

    private Text verdict(Verdict verdict) {
        return result.modified().isEmpty() ? ClaimTerms.verdict(verdict) : new Text("-", "-");
    }

    private void head(Text label, Verdict verdict, boolean decides) {
        say(
                1,
                "%s: %s%s",
                "%s: %s%s",
                label,
                verdict(verdict),
                decides ? new Text("", "") : new Text(" (beside; does not decide)", " (للمقارنة ولا يحسم)"));
    }

    private void compared(ClaimResult.Compared each) {
        Claim.Comparison asked = each.experiment();
        head(asked.label(), each.verdict(), asked.decides());
        say(
                2,
                "%s against %s: %s over %d draws of what is not known, %d persons each; least difference that matters %s (%s).",
                "%s مقابل %s: %s عبر %d سحبة لما هو مجهول، في كل منها %d أشخاص؛ وأصغر فرق يُعتدّ به %s (%s).",
                title(each, asked.arm()),
                title(each, asked.versus()),
                interval(each.found().difference(), each.found().interval(), each.unit()),
                each.draws(),
                each.persons(),
                amount(asked.mid().limit().value(), each.unit()),
                ClaimTerms.threshold(asked.mid().threshold()));
        measured(2, each.found(), each.unit());
        each.beside().forEach(beside -> beside(each, beside));
        assumption(each);
        shares(each.shares(), each.unmeasured());
        each.flips().forEach(this::flip);
        each.variants().forEach(varied -> varied(varied, each.unit()));
    }

    private static Text title(ClaimResult.Compared each, String arm) {
        return each.titles().getOrDefault(arm, new Text(arm, arm));
    }

    private void measured(int indent, ClaimResult.Measured found, String unit) {
        say(
                indent,
                "Change from the start: %s, in the comparator %s%s.",
                "التغيّر منذ البداية: %s، وعند المقارَن به %s%s.",
                amount(found.change(), unit),
                amount(found.versusChange(), unit),
                responders(found));
    }

    private static Text responders(ClaimResult.Measured found) {
        if (found.responders().isEmpty() || found.versusResponders().isEmpty()) {
            return new Text("", "");
        }
        Text needed = found.numberNeededToTreat().isPresent()
                ? Finding.of(
                        ", one more for every %.0f treated",
                        "، أي واحد زيادة لكل %.0f يُعالجون",
                        found.numberNeededToTreat().getAsDouble())
                : new Text(", not more than in the comparator", "، أي لا زيادة على المقارَن به");
        return Finding.of(
                "; responders %.0f of 100 against %.0f%s",
                "؛ والمستجيبون %.0f من كل 100 مقابل %.0f%s",
                100 * found.responders().getAsDouble(),
                100 * found.versusResponders().getAsDouble(),
                needed);
    }

    private void beside(ClaimResult.Compared each, ClaimResult.Beside beside) {
        say(
                2,
                "Beside, the same test: %s against %s: %s: %s.",
                "بجانبه، الاختبار نفسه: %s مقابل %s: %s: %s.",
                title(each, beside.arm()),
                title(each, each.experiment().versus()),
                interval(beside.found().difference(), beside.found().interval(), each.unit()),
                verdict(beside.verdict()));
    }

    private void assumption(ClaimResult.Compared each) {
        if (each.verdict() != each.byInterval()) {
            say(
                    2,
                    each.verdict() == Verdict.UNTESTABLE
                            ? "By its interval alone: %s; but most of what moves it was never measured."
                            : "By its interval alone: %s; no value that the ranges allow changes that, so it follows from what was put in.",
                    each.verdict() == Verdict.UNTESTABLE
                            ? "بالمجال وحده: %s؛ لكنّ معظم ما يحرّكه لم يُقس قط."
                            : "بالمجال وحده: %s؛ ولا تغيّره أي قيمة تسمح بها المجالات، فهو نابع مما أُدخل.",
                    verdict(each.byInterval()));
        }
    }

    private void shares(List<ClaimResult.Share> shares, double unmeasured) {
        if (shares.isEmpty()) {
            return;
        }
        List<Text> parts = shares.stream()
                .map(each -> Finding.of(
                        each.unmeasured() ? "%s %.0f %% (no data)" : "%s %.0f %%",
                        each.unmeasured() ? "%s %.0f٪ (بلا بيانات)" : "%s %.0f٪",
                        each.parameter(),
                        100 * each.share()))
                .toList();
        say(
                2,
                "What moves it: %s. From numbers without data: %.0f %%.",
                "ما يحرّكه: %s. من أرقام بلا بيانات: %.0f٪.",
                Finding.joined(parts),
                100 * unmeasured);
    }

    private void flip(ClaimResult.Flip flip) {
        if (flip.at().isEmpty()) {
            say(
                    2,
                    "Flip: %s at %s changes nothing anywhere in its range, %s to %s.",
                    "نقطة الانقلاب: %s وقيمته %s لا يغيّر الحكم في أي موضع من مجاله، من %s إلى %s.",
                    flip.parameter(),
                    number(flip.from()),
                    number(flip.range().low()),
                    number(flip.range().high()));
            return;
        }
        say(
                2,
                "Flip: %s from %s to %s makes it %s; %s.",
                "نقطة الانقلاب: إذا انتقل %s من %s إلى %s صار الحكم %s؛ %s.",
                flip.parameter(),
                number(flip.from()),
                number(flip.at().getAsDouble()),
                verdict(flip.verdict()),
                uncertainty(flip));
    }

    private static Text uncertainty(ClaimResult.Flip flip) {
        if (flip.deviations().isEmpty()) {
            return new Text("how uncertain it is was not measured", "ولم يُقس مقدار الشك فيه");
        }
        double deviations = Math.abs(flip.deviations().getAsDouble());
        return deviations > NEVER
                ? new Text("no draw of what is not known of it goes so far", "ولا يبلغه أي سحب ممّا هو مجهول عنه")
                : Finding.of(
                        "%.1f standard deviations of what is not known of it",
                        "أي %.1f انحراف معياري مما هو مجهول عنه", deviations);
    }

    private void varied(ClaimResult.Varied varied, String unit) {
        say(
                2,
                "The same test, %s: %s: %s.",
                "الاختبار نفسه، %s: %s: %s.",
                varied.variant().label(),
                interval(varied.difference(), varied.interval(), unit),
                verdict(varied.verdict()));
    }

    private void rated(ClaimResult.Rated each) {
        Claim.Rate asked = each.experiment();
        head(asked.label(), each.verdict(), asked.decides());
        say(
                2,
                "%s of 10 000 people (%s to %s over what is not known); the claim holds if the upper end stays below %s.",
                "%s من كل 10000 شخص (من %s إلى %s عبر ما هو مجهول)؛ ويصحّ القول إذا بقي الطرف الأعلى دون %s.",
                tenThousand(each.mean()),
                tenThousand(each.interval().low()),
                tenThousand(each.interval().high()),
                tenThousand(asked.below().value()));
        shares(each.shares(), each.unmeasured());
        say(
                2,
                "Flip: with a limit of %s of 10 000 the verdict of the interval would be another.",
                "نقطة الانقلاب: لو كان الحدّ %s من كل 10000 لتغيّر حكم المجال.",
                tenThousand(each.flip()));
    }

    private static String tenThousand(double share) {
        return number(10_000 * share);
    }

    private void designs(ClaimResult.DesignsFound found) {
        say(
                1,
                "The same treatment in several designs (%d trials of %d an arm; in brackets where single trials fall):",
                "العلاج نفسه في تصاميم عدّة (%d تجربة في كل مجموعة منها %d؛ وبين قوسين مواقع التجارب المفردة):",
                found.trials(),
                found.patients());
        for (ClaimResult.DesignFound row : found.rows()) {
            say(
                    2,
                    "%s: %s%s.",
                    "%s: %s%s.",
                    row.label(),
                    row.trials()
                            .map(trials -> interval(row.effect(), trials, found.unit()))
                            .orElseGet(() -> amount(row.effect(), found.unit())),
                    row.controlled()
                            ? new Text("", "")
                            : new Text(", a change without any control", "، وهو تغيّر بلا أي مقارنة"));
        }
        found.notTheCells()
                .ifPresent(share -> found.notTheCellsInterval()
                        .ifPresent(over -> say(
                                2,
                                "Of the change without a control %.0f %% (%.0f to %.0f %%) is not the cells.",
                                "من التغيّر الذي بلا مقارنة، %.0f٪ (من %.0f إلى %.0f٪) ليس من الخلايا.",
                                100 * share,
                                100 * over.low(),
                                100 * over.high())));
    }

    private void list(String en, String ar, List<Text> texts) {
        if (!texts.isEmpty()) {
            say(1, en, ar);
            texts.forEach(text -> say(2, "- %s", "- %s", text));
        }
    }

    private static Text amount(double value, String unit) {
        return Finding.of("%s %s", "\u200e%s\u200f %s", number(value), unit(unit));
    }

    private static Text interval(double value, Interval interval, String unit) {
        return Finding.of(
                "%s %s (%s to %s)",
                "\u200e%s\u200f %s (من \u200e%s\u200f إلى \u200e%s\u200f)",
                number(value),
                unit(unit),
                number(interval.low()),
                number(interval.high()));
    }

    private static Text unit(String code) {
        return code.equals("mm") ? new Text("mm", "مم") : new Text(code, code);
    }

    /** Three significant digits, no more than three places. */
    private static String number(double value) {
        double size = Math.abs(value);
        int places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 || size == 0 ? 2 : 3;
        if (size >= 1e6 || size > 0 && size < 1e-3) {
            return String.format(Locale.ROOT, "%.2g", value);
        }
        return Decimal.plain(Double.parseDouble(String.format(Locale.ROOT, "%." + places + "f", value)));
    }
}
