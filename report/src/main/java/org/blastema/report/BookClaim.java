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
    private static final Text CARE_SCALE = new Text(
            "Published sizes, in points of pain of 100 (some were converted from another scale). Each was measured against something else, so they may not be ranked.",
            "مقادير منشورة، بدرجات ألم من 100 (حُوّل بعضها من مقياس آخر). وكل منها قيس مقابل شيء مختلف، فلا يجوز ترتيبها.");
    private static final Text CARE_DOCTOR = new Text(
            "Which of these suits a person, a doctor decides with them.",
            "وأيّها يناسب شخصاً بعينه يقرّره الطبيب معه.");

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
                Html.el("div class=\"marks\"", support(), computed()),
                uncounted(),
                new BookPictures(result, html).pictures(),
                care(),
                mustNot(),
                details(),
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
                : Html.el("h4", html.say("Do not conclude from this:", "لا تستنتج من هذا:"))
                        + html.points(claim.mustNotClaim());
    }

    private String details() {
        List<String> parts = new ArrayList<>();
        parts.add(Html.el("summary", html.say("How we know", "كيف نعرف ذلك")));
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
        part(parts, "Sources", "المصادر (بالإنجليزية)");
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
                        Html.el("p", html.text(CARE_SCALE)),
                        html.points(care.sizes().stream().map(Claim.Size::says).toList()),
                        Html.el("p", html.text(CARE_DOCTOR))))
                .orElse("");
    }
}
