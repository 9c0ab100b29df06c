package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import org.blastema.core.Text;
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
                html.text(BookNumbers.of(found)));
    }

    private static Text answer(ClaimResult.Found found) {
        return found instanceof ClaimResult.LookedUp looked
                ? BookTerms.looked(looked.verdict())
                : BookTerms.alone(found.verdict());
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
                Html.el("summary", html.say("All figures (statistics)", "كل الأرقام (إحصاء)")),
                all.append(list(below)).toString());
    }

    private static String list(List<String> below) {
        String list = below.isEmpty() ? "" : Html.el("ul", below.toArray(String[]::new));
        below.clear();
        return list;
    }
}
