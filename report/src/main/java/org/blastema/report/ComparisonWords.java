package org.blastema.report;

import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.Verdict;

/** What a comparison of a claim found, for the terminal. */
final class ComparisonWords {
    /** Standard deviations beyond which a normal draw of 53 bits never lies. */
    static final double NEVER = 8;

    private final Lines lines;
    private final ClaimResult result;

    /**
     * @param result of the claim: where the library was changed, no verdict is told
     */
    ComparisonWords(Lines lines, ClaimResult result) {
        this.lines = lines;
        this.result = result;
    }

    void compared(ClaimResult.Compared each) {
        Claim.Comparison asked = each.experiment();
        lines.say(
                2,
                "%s against %s: %s over %s, %s each; least difference that matters %s (%s).",
                "%s مقابل %s: %s عبر %s، في كل منها %s؛ وأصغر فرق يُعتدّ به %s (%s).",
                ClaimTerms.title(each.titles(), asked.question().arm()),
                ClaimTerms.title(each.titles(), asked.question().versus()),
                Amounts.interval(each.found().difference(), each.found().interval(), each.unit()),
                Counted.draws(each.draws()),
                Counted.people(each.persons()),
                Amounts.amount(asked.mid().limit().value(), each.unit()),
                ClaimTerms.whose(asked.mid().threshold()));
        measured(each);
        each.beside().forEach(beside -> beside(each, beside));
        ClaimWords.assumption(lines, each, each.byInterval(), withheld());
        ClaimWords.shares(lines, result, each.shares(), each.unmeasured());
        each.flips().forEach(this::flip);
        each.variants().forEach(varied -> varied(varied, each.unit()));
    }

    private void measured(ClaimResult.Compared each) {
        ClaimResult.Measured found = each.found();
        String unit = each.unit();
        lines.say(
                2,
                "Change from the start: %s, in the comparator %s%s.",
                "التغيّر منذ البداية: %s، وفي مجموعة المقارنة %s%s.",
                Amounts.amount(found.change(), unit),
                Amounts.amount(found.versusChange(), unit),
                responders(found, each.verdict().passed()));
    }

    /** How many must be treated for one more is told only where the test was passed: beside another verdict it would read as a benefit. */
    private static Text responders(ClaimResult.Measured found, boolean passed) {
        if (found.responders().isEmpty() || found.versusResponders().isEmpty()) {
            return new Text("", "");
        }
        Text needed = !passed
                ? new Text("", "")
                : found.numberNeededToTreat().isPresent()
                        ? Finding.of(
                                ", one more for every %,.0f treated",
                                "، أي شخص واحد زيادة من كل %,.0f يُعالَجون",
                                found.numberNeededToTreat().getAsDouble())
                        : new Text(", not more than in the comparator", "، أي لا زيادة على مجموعة المقارنة");
        return Finding.of(
                "; responders %.1f of 100 against %.1f%s",
                "؛ والمستجيبون %.1f من كل 100 مقابل %.1f%s",
                100 * found.responders().getAsDouble(),
                100 * found.versusResponders().getAsDouble(),
                needed);
    }

    private void beside(ClaimResult.Compared each, ClaimResult.Beside beside) {
        lines.say(
                2,
                "Beside: %s: %s: %s.",
                "بجانبه: %s: %s: %s.",
                ClaimTerms.title(each.titles(), beside.arm()),
                Amounts.interval(beside.found().difference(), beside.found().interval(), each.unit()),
                verdict(beside.verdict()));
    }

    private void flip(ClaimResult.Flip flip) {
        if (flip.at().isEmpty()) {
            lines.say(
                    2,
                    "Flip: %s at %s changes nothing anywhere in its range, %s to %s.",
                    "نقطة الانقلاب: تغيير %s (وهنا %s) لا يغيّر الحكم في أي موضع من مجاله، من %s إلى %s.",
                    named(flip),
                    Amounts.number(flip.from()),
                    Amounts.number(flip.range().low()),
                    Amounts.number(flip.range().high()));
            return;
        }
        if (flip.exact()) {
            lines.say(
                    2,
                    "Flip: were %s known to be exactly %s, as it is taken here, it would be %s; so what is not known of it decides.",
                    "نقطة الانقلاب: لو عُرفت قيمة %s وكانت %s تماماً، كما أُخذ هنا، لصار الحكم «%s»؛ فما هو مجهول عنها هو الحاسم.",
                    named(flip),
                    Amounts.number(flip.from()),
                    verdict(flip.verdict()));
            return;
        }
        lines.say(
                2,
                "Flip: %s from %s to %s makes it %s; %s.",
                "نقطة الانقلاب: بتغيير %s من %s إلى %s يصير الحكم «%s»؛ %s.",
                named(flip),
                Amounts.number(flip.from()),
                Amounts.number(flip.at().getAsDouble()),
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
        lines.say(
                2,
                "Or %s: %s: %s.",
                "أو %s: %s: %s.",
                varied.variant().label(),
                Amounts.interval(varied.difference(), varied.interval(), unit),
                verdict(varied.verdict()));
    }

    private Text named(ClaimResult.Flip flip) {
        return ClaimWords.named(result.claim(), flip.parameter());
    }

    private boolean withheld() {
        return !result.modified().isEmpty();
    }

    private Text verdict(Verdict verdict) {
        return ClaimTerms.verdict(verdict, withheld());
    }
}
