package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.Verdict;
import org.blastema.statistics.Interval;

/** What the experiments of a claim found: in plain words, and as the figures of the terminal. */
final class BookFindings {
    private static final Text NONE = new Text("", "");
    private static final double HUNDREDTH = 100;

    private final ClaimResult result;
    private final Html html;

    BookFindings(ClaimResult result, Html html) {
        this.result = result;
        this.html = html;
    }

    /** An experiment each: its words, its answer and, where two treatments are held against one another, by how much they differ. */
    String plain() {
        return Html.el("ul", result.found().stream().map(this::plain).toArray(String[]::new));
    }

    private String plain(ClaimResult.Found found) {
        Text beside = found.experiment().decides() ? new Text("", "") : new Text(" (for comparison)", " (للمقارنة)");
        return Html.el(
                "li",
                Html.el("b", html.text(found.experiment().label()), html.text(beside), ":"),
                " ",
                result.verdict().isPresent() ? html.say("%s. ", "%s. ", answer(found)) : "",
                html.text(numbers(found)));
    }

    /** The numbers that can be told without a name of the program; those of the others stand among the figures. */
    private static Text numbers(ClaimResult.Found found) {
        return switch (found) {
            case ClaimResult.Compared each -> difference(each);
            case ClaimResult.Rated each -> share(each);
            case ClaimResult.LookedUp each ->
                Finding.joined(each.places().stream()
                        .map(place -> Finding.of("%s: %s", "%s: %s", place.country(), ClaimWords.authorised(place)))
                        .toList());
            case ClaimResult.Varying _, ClaimResult.Told _, ClaimResult.Occurred _ -> NONE;
        };
    }

    private static Text share(ClaimResult.Rated each) {
        return Finding.of(
                "This happens to %s; by what is not known it could be anything from %s to %s. The test asks for fewer than %s of 10,000 people.",
                "يحدث هذا عند %s؛ وبسبب ما هو مجهول قد يكون العدد الحقيقي أي شيء من %s إلى %s. ويشترط الاختبار أقل من %s من كل 10,000 شخص.",
                BookTerms.ofTenThousand(each.mean()),
                BookTerms.ofTenThousand(each.interval().low()),
                BookTerms.ofTenThousand(each.interval().high()),
                Amounts.number(10_000 * each.experiment().below().value()));
    }

    private static Text answer(ClaimResult.Found found) {
        return found instanceof ClaimResult.LookedUp looked
                ? BookTerms.looked(looked.verdict())
                : BookTerms.computed(found.verdict());
    }

    private static Text difference(ClaimResult.Compared each) {
        Claim.Question asked = each.experiment().question();
        return each.experiment()
                .says()
                .map(says -> said(says, each.found().difference(), each.found().interval(), least(each)))
                .orElseGet(() -> Finding.of(
                        "“%s” against “%s”: on average %s%s. The test asks for at least %s in favour of the first%s.",
                        "«%s» مقابل «%s»: في المتوسط %s%s. ويشترط الاختبار ما لا يقلّ عن %s لصالح الأول%s.",
                        ClaimTerms.title(each.titles(), asked.arm()),
                        ClaimTerms.title(each.titles(), asked.versus()),
                        by(each.found().difference(), least(each), each.unit()),
                        range(each.found().interval(), least(each), each.unit()),
                        Amounts.amount(least(each), each.unit()),
                        each.verdict() == Verdict.PARTLY
                                ? new Text(
                                        ", and only a part of what it could really be reaches that",
                                        "، ولا يبلغ ذلك إلا جزء ممّا قد يكون عليه الفرق الحقيقي")
                                : NONE));
    }

    private static double least(ClaimResult.Compared each) {
        return each.experiment().mid().limit().value();
    }

    /** The sentence of the claim with its number, where one arm against nothing would be no sentence. */
    static Text said(Text says, double difference, Interval over, double least) {
        String value = Amounts.rounded(difference);
        String low = Amounts.rounded(over.low());
        String high = Amounts.rounded(over.high());
        return Finding.of(
                low.equals(high)
                        ? "%s. The test asks for at least %s."
                        : "%s (it could be %3$s to %4$s). The test asks for at least %2$s.",
                low.equals(high)
                        ? "%s. ويشترط الاختبار %s على الأقل."
                        : "%s (وقد يكون بين %3$s و%4$s). ويشترط الاختبار %2$s على الأقل.",
                new Text(says.en().replace("{value}", value), says.ar().replace("{value}", value)),
                Amounts.rounded(least),
                low,
                high);
    }

    /** How far what is not known lets it lie; nothing where both ends are no difference to speak of. */
    static Text range(Interval over, double least, String unit) {
        double low = Math.abs(over.low()) < least / HUNDREDTH ? 0 : over.low();
        double high = Math.abs(over.high()) < least / HUNDREDTH ? 0 : over.high();
        if (low == 0 && high == 0) {
            return NONE;
        }
        if (low < 0 && high > 0) {
            return Finding.of(
                    "; it could really be anything from %s to %s",
                    "؛ وقد يكون الفرق الحقيقي أي شيء من %s إلى %s", by(low, least, unit), by(high, least, unit));
        }
        boolean less = low < 0;
        if (low == 0 || high == 0) {
            return Finding.of(
                    less
                            ? "; it could really be anything from no difference to %s less"
                            : "; it could really be anything from no difference to %s more",
                    less
                            ? "؛ وقد يكون الفرق الحقيقي أي شيء من لا فرق إلى أقل بـ %s"
                            : "؛ وقد يكون الفرق الحقيقي أي شيء من لا فرق إلى أكثر بـ %s",
                    Amounts.plain(Math.max(Math.abs(low), Math.abs(high)), unit));
        }
        return Finding.of(
                less ? "; it could really be %s to %s less" : "; it could really be %s to %s more",
                less ? "؛ وقد يكون النقص الحقيقي بين %s و%s" : "؛ وقد تكون الزيادة الحقيقية بين %s و%s",
                Amounts.rounded(Math.min(Math.abs(low), Math.abs(high))),
                Amounts.plain(Math.max(Math.abs(low), Math.abs(high)), unit));
    }

    /** A difference without a sign, to two digits; none to speak of below a hundredth of the least that matters. */
    private static Text by(double difference, double least, String unit) {
        if (Math.abs(difference) < least / HUNDREDTH) {
            return new Text("no difference to speak of", "لا فرق يُذكر");
        }
        return Finding.of(
                difference < 0 ? "%s less" : "%s more",
                difference < 0 ? "أقل بـ %s" : "أكثر بـ %s",
                Amounts.plain(Math.abs(difference), unit));
    }

    /** The lines of the terminal, with the names and verdicts of the program. */
    String figures() {
        StringBuilder all = new StringBuilder();
        List<String> below = new ArrayList<>();
        for (String line : ClaimWords.found(result, html.language())) {
            if (!line.startsWith(" ")) {
                all.append(list(below));
                all.append(Html.el("p class=\"test\"", Html.escape(line)));
            } else {
                below.add(Html.el("li", Html.escape(line.strip().replaceFirst("^- ", ""))));
            }
        }
        return Html.el(
                "details class=\"figures\"",
                Html.el(
                        "summary",
                        html.say("All figures, for readers who know statistics", "كل الأرقام، لمن يعرف الإحصاء")),
                Html.el(
                        "p",
                        "<a href=\"#verdicts\">",
                        html.say("What the words of verdicts mean", "ما تعنيه كلمات الأحكام"),
                        "</a>"),
                all.append(list(below)).toString());
    }

    private static String list(List<String> below) {
        String list = below.isEmpty() ? "" : Html.el("ul", below.toArray(String[]::new));
        below.clear();
        return list;
    }
}
