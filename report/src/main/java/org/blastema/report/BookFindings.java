package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimResult;

/** What the experiments of a claim found: in plain words, and as the figures of the terminal. */
final class BookFindings {
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
                found instanceof ClaimResult.Compared compared ? html.text(difference(compared)) : "");
    }

    private static Text answer(ClaimResult.Found found) {
        return found instanceof ClaimResult.LookedUp looked
                ? BookTerms.looked(looked.verdict())
                : BookTerms.computed(found.verdict());
    }

    private static Text difference(ClaimResult.Compared each) {
        Claim.Question asked = each.experiment().question();
        return Finding.of(
                "“%s” against “%s”: on average %s; what is not known lets it be anything from %s to %s. The test asks for at least %s.",
                "«%s» مقابل «%s»: في المتوسط %s؛ وما هو مجهول يسمح بأي شيء من %s إلى %s. ويشترط الاختبار ما لا يقلّ عن %s.",
                ClaimTerms.title(each.titles(), asked.arm()),
                ClaimTerms.title(each.titles(), asked.versus()),
                by(each.found().difference(), each.unit()),
                by(each.found().interval().low(), each.unit()),
                by(each.found().interval().high(), each.unit()),
                Amounts.amount(each.experiment().mid().limit().value(), each.unit()));
    }

    /** A difference without a sign. */
    private static Text by(double difference, String unit) {
        if (Double.parseDouble(Amounts.number(Math.abs(difference))) == 0) {
            return new Text("no difference", "لا فرق");
        }
        return Finding.of(
                difference < 0 ? "%s less" : "%s more",
                difference < 0 ? "أقل بـ %s" : "أكثر بـ %s",
                Amounts.amount(Math.abs(difference), unit));
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
