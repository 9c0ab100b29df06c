package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import org.blastema.core.Bibliography;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimResult;

/** A claim in the book of claims. */
final class BookClaim {
    private final ClaimResult result;
    private final Claim claim;
    private final Html html;
    private final Bibliography bibliography;

    BookClaim(ClaimResult result, Html html, Bibliography bibliography) {
        this.result = result;
        this.claim = result.claim();
        this.html = html;
        this.bibliography = bibliography;
    }

    /** Its line among the others. */
    String line() {
        return Html.el(
                "li",
                "<a href=\"#" + claim.id() + "\">"
                        + Html.el(
                                "b",
                                "<small>",
                                claim.id(),
                                " ",
                                html.say("It is said:", "يقال:"),
                                "</small> ",
                                quoted())
                        + "</a>",
                Html.el("span", html.text(claim.inShort())),
                support());
    }

    private String quoted() {
        return html.say("“%s”", "«%s»", claim.title());
    }

    private String support() {
        Claim.Evidence evidence = claim.evidence();
        return Html.el(
                "span class=\"mark " + BookTerms.mark(evidence) + "\"",
                html.say("%s. %s", "%s. %s", BookTerms.support(evidence), BookTerms.certainty(evidence.certainty())));
    }

    String section(String urgent) {
        return Html.el(
                "section class=\"claim\" id=\"" + claim.id() + "\"",
                Html.el("h3", "<span class=\"number\">" + claim.id() + "</span> ", quoted()),
                Html.el("p class=\"short\"", html.text(claim.inShort())),
                Html.el("div class=\"marks\"", support(), computed()),
                new BookPictures(result, html).pictures(),
                mustNot(),
                details(),
                harms() ? urgent : "",
                Html.el(
                        "p class=\"back\"",
                        "<a href=\"#claims\">",
                        html.say("Back to all claims", "عودة إلى كل الأقوال"),
                        "</a>"));
    }

    /** One answer, or one for each test where the tests that decide do not agree. */
    private String computed() {
        List<ClaimResult.Found> deciding = result.deciding();
        boolean agree = result.verdict().isEmpty()
                || deciding.stream().map(ClaimResult.Found::verdict).distinct().count() < 2;
        if (agree) {
            return computed(BookTerms.computed(result));
        }
        return computed(new Text("Our simulation answers test by test:", "تجيب محاكاتنا عن كل اختبار وحده:"))
                + html.points(deciding.stream()
                        .map(each -> Finding.of(
                                "%s: %s", "%s: %s", each.experiment().label(), BookTerms.alone(each.verdict())))
                        .toList());
    }

    private String computed(Text answer) {
        return Html.el("span class=\"mark computed\"", html.text(answer));
    }

    private String mustNot() {
        return claim.mustNotClaim().isEmpty()
                ? ""
                : Html.el("h4", html.say("This does not mean:", "هذا لا يعني:")) + html.points(claim.mustNotClaim());
    }

    private String details() {
        List<String> parts = new ArrayList<>();
        parts.add(Html.el("summary", html.say("How we know, and how sure it is", "كيف نعرف ذلك، وما مدى التأكّد منه")));
        part(parts, "What published studies say", "ما تقوله الدراسات المنشورة");
        parts.add(Html.el("p", html.text(claim.evidence().about())));
        claim.untested().ifPresent(why -> {
            part(parts, "Why nothing was simulated", "لماذا لم يُحاكَ شيء");
            parts.add(Html.el("p", html.text(why)));
        });
        if (!claim.putIn().isEmpty()) {
            part(parts, "What was put into the simulation", "ما أُدخل في المحاكاة");
            parts.add(html.points(claim.putIn()));
        }
        if (!result.found().isEmpty()) {
            part(parts, "What came out of the simulation", "ما خرج من المحاكاة");
            parts.add(new BookFindings(result, html).plain());
        }
        new BookChange(result).sentence().ifPresent(sentence -> {
            part(parts, "What would change the answer", "ما الذي يغيّر الجواب");
            parts.add(Html.el("p", html.text(sentence)));
        });
        part(parts, "Sources", "المصادر");
        parts.add(sources());
        if (!result.found().isEmpty()) {
            parts.add(new BookFindings(result, html).figures());
        }
        return Html.el("details", parts.toArray(String[]::new));
    }

    private void part(List<String> parts, String en, String ar) {
        parts.add(Html.el("h4", html.say(en, ar)));
    }

    private String sources() {
        return Html.el(
                "ul class=\"sources\" dir=\"ltr\"",
                claim.evidence().sources().stream()
                        .map(key -> Html.el(
                                "li lang=\"en\"",
                                Html.escape(bibliography
                                        .entry(key)
                                        .map(Bibliography.Entry::text)
                                        .orElse(key))))
                        .toArray(String[]::new));
    }

    /** Whether it speaks of what can go wrong. */
    private boolean harms() {
        return !result.found(ClaimResult.Rated.class).isEmpty()
                || !result.found(ClaimResult.Occurred.class).isEmpty();
    }
}
