package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.blastema.core.Bibliography;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimResult;

/** A claim in the book of claims. */
final class BookClaim {
    private static final Text CARE_DOCTOR = new Text(
            "Which of these suits a person, a doctor decides with them.",
            "وأيّها يناسب شخصاً بعينه يقرّره الطبيب معه.");

    private static final Text FOLLOWS = new Text(
            "All of it follows from what was put in; it was seen in nobody.",
            "كل ما يلي نابع ممّا أُدخل، ولم يُرَ عند أحد.");

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
                mark(html.say("%s.", "%s.", BookTerms.support(claim.evidence()))));
    }

    private String quoted() {
        return html.say("“%s”", "«%s»", claim.title());
    }

    private String support() {
        Claim.Evidence evidence = claim.evidence();
        return mark(
                html.say("%s. %s", "%s. %s", BookTerms.support(evidence), BookTerms.certainty(evidence.certainty())));
    }

    private String mark(String said) {
        return Html.el("span class=\"mark " + BookTerms.mark(claim.evidence()) + "\"", said);
    }

    String section() {
        return Html.el(
                "section class=\"claim\" id=\"" + claim.id() + "\"",
                Html.el("h3", "<span class=\"number\">" + claim.id() + "</span> ", quoted()),
                Html.el("p class=\"short\"", html.text(claim.inShort())),
                Html.el("div class=\"marks\"", support()),
                care(),
                mustNot(),
                published(),
                simulated(),
                harms() ? urgent() : "");
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

    /** What stands with numbers of harms that nobody counted. */
    private String uncounted() {
        boolean example = result.found().stream().anyMatch(BookClaim::isExample);
        if (!example && result.found(ClaimResult.Occurred.class).isEmpty()) {
            return "";
        }
        return Html.el("p class=\"assumed\"", html.text(example ? BookTerms.ASSUMED_HARMS : BookTerms.UNCOUNTED_HARMS));
    }

    /** Whether it tells a number of people harmed that was assumed. */
    private static boolean isExample(ClaimResult.Found found) {
        return found.experiment().assumed()
                && switch (found) {
                    case ClaimResult.Rated each -> each.mean() > 0;
                    case ClaimResult.Occurred each -> each.share() > 0;
                    default -> false;
                };
    }

    private String mustNot() {
        return claim.mustNotClaim().isEmpty()
                ? ""
                : Html.el("h4", html.say("What this does not mean", "ما لا يعنيه هذا"))
                        + html.points(claim.mustNotClaim().stream()
                                .map(BookClaim::denied)
                                .toList());
    }

    /** What must not be concluded begins with "that"; alone in a list it would be read as true. */
    private static Text denied(Text that) {
        return new Text("It does not mean that" + that.en().substring("That".length()), "لا يعني هذا " + that.ar());
    }

    private String published() {
        return Html.el(
                "details",
                Html.el("summary", html.say("What published studies say", "ما تقوله الدراسات المنشورة")),
                Html.el("p", html.text(claim.evidence().about())),
                Html.el("h4", html.say("Sources", "المصادر (بالإنجليزية)")),
                sources());
    }

    /** Apart from what was published, so that nobody takes the one for the other. */
    private String simulated() {
        List<String> parts = new ArrayList<>();
        parts.add(Html.el("summary", html.say("What our simulation says", "ما تقوله محاكاتنا")));
        parts.add(computed());
        claim.untested().ifPresent(why -> parts.add(Html.el("p", html.text(why))));
        parts.add(uncounted());
        parts.add(new BookPictures(result, html).pictures());
        if (!claim.putIn().isEmpty()) {
            part(parts, "What was put in", "ما أُدخل فيها");
            parts.add(html.points(claim.putIn()));
        }
        if (!result.found().isEmpty()) {
            part(parts, "What came out", "ما خرج منها");
            parts.add(Html.el("p", html.text(FOLLOWS)));
            parts.add(new BookFindings(result, html).plain());
        }
        new BookChange(result).sentence().ifPresent(sentence -> {
            part(parts, "What would change the answer", "ما الذي يغيّر الجواب");
            parts.add(Html.el("p", html.text(sentence)));
        });
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
                "ul class=\"sources\" lang=\"en\" dir=\"ltr\"",
                Stream.concat(
                                claim.evidence().sources().stream(),
                                claim.ordinaryCare().stream()
                                        .flatMap(care -> care.sizes().stream())
                                        .flatMap(each -> each.sources().stream()))
                        .distinct()
                        .map(key -> Html.el(
                                "li",
                                Html.escape(bibliography
                                        .entry(key)
                                        .map(Bibliography.Entry::text)
                                        .orElse(key))))
                        .toArray(String[]::new));
    }

    private String urgent() {
        return Html.el(
                "p class=\"urgent\"",
                "<a href=\"#urgent\">",
                html.say(
                        "After an injection: signs that need emergency care at once",
                        "بعد الحقن: علامات تستدعي الطوارئ فوراً"),
                "</a>");
    }

    /** Whether it speaks of what can go wrong. */
    private boolean harms() {
        return result.found().stream().anyMatch(BookClaim::isHarm);
    }

    private static boolean isHarm(ClaimResult.Found found) {
        return found instanceof ClaimResult.Rated || found instanceof ClaimResult.Occurred;
    }

    /** Where the page tells what was published of other treatments. */
    static String careOf(Claim claim) {
        return "care-" + claim.id();
    }

    /** What was published of other treatments, so that a reader leaves with more than what does not help. */
    private String care() {
        return claim.ordinaryCare()
                .map(care -> Html.el(
                        "div class=\"hundred\" id=\"" + careOf(claim) + "\"",
                        Html.el("h4", html.text(care.title())),
                        Html.el("p", html.text(care.scale())),
                        html.points(care.sizes().stream().map(Claim.Size::says).toList()),
                        Html.el("p", html.text(CARE_DOCTOR))))
                .orElse("");
    }
}
