package org.blastema.report;

import java.util.List;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.Verdict;

/** What the experiments say of a claim, for the terminal. */
public final class ClaimWords {
    private final ClaimResult result;
    private final Lines lines;

    private ClaimWords(ClaimResult result, Language language) {
        this.result = result;
        this.lines = new Lines(language);
    }

    /** The block of one claim, line by line. */
    public static List<String> of(ClaimResult result, Language language) {
        ClaimWords words = new ClaimWords(result, language);
        words.head();
        result.found().forEach(words::found);
        result.designs().ifPresent(words::designs);
        words.lines.list("Put in:", "المُدخل:", result.claim().putIn());
        words.lines.list(
                "What must not be concluded:",
                "ما لا يجوز استنتاجه:",
                result.claim().mustNotClaim());
        return words.lines.written();
    }

    /** What the experiments found alone: a line without indent for each experiment, and below it what it found. */
    static List<String> found(ClaimResult result, Language language) {
        ClaimWords words = new ClaimWords(result, language);
        result.found().forEach(words::found);
        result.designs().ifPresent(words::designs);
        return words.lines.written().stream().map(line -> line.substring(2)).toList();
    }

    private void head() {
        Claim claim = result.claim();
        lines.say(0, "%s  %s", "%s  %s", claim.id(), claim.title());
        if (result.modified().isEmpty() || claim.untested().isPresent()) {
            lines.say(
                    1,
                    "Simulation: %s. Published evidence: %s, certainty %s.",
                    "المحاكاة: %s. الدليل المنشور: %s، ودرجة اليقين %s.",
                    result.verdict().map(ClaimTerms::verdict).orElse(ClaimTerms.UNTESTED),
                    ClaimTerms.support(claim.evidence().verdict()),
                    ClaimTerms.certainty(claim.evidence().certainty()));
            claim.untested().ifPresent(why -> lines.say(1, "%s", "%s", why));
        } else {
            lines.say(
                    1,
                    "MODIFIED: files stand in place of the library's (%s), so no verdict is given. Published evidence: %s, certainty %s.",
                    "معدَّل: حلّت ملفات محلّ ملفات المكتبة (%s)، فلا يُعطى حكم. الدليل المنشور: %s، ودرجة اليقين %s.",
                    String.join(", ", result.modified()),
                    ClaimTerms.support(claim.evidence().verdict()),
                    ClaimTerms.certainty(claim.evidence().certainty()));
        }
        lines.say(
                1,
                "%s [%s]",
                "%s [%s]",
                claim.evidence().about(),
                String.join(", ", claim.evidence().sources()));
    }

    private void head(Text label, Verdict verdict, boolean decides) {
        lines.say(
                1,
                "%s: %s%s",
                "%s: %s%s",
                label,
                ClaimTerms.verdict(verdict, withheld()),
                decides ? new Text("", "") : new Text(" (beside; does not decide)", " (للمقارنة ولا يحسم)"));
    }

    private void found(ClaimResult.Found found) {
        head(found.experiment().label(), found.verdict(), found.experiment().decides());
        switch (found) {
            case ClaimResult.Compared each -> new ComparisonWords(lines, result).compared(each);
            case ClaimResult.Rated each -> rated(each);
            case ClaimResult.Varying each -> varying(each);
            case ClaimResult.Told each -> told(each);
            case ClaimResult.Occurred each -> occurred(each);
            case ClaimResult.LookedUp each -> lookedUp(each);
        }
    }

    private void varying(ClaimResult.Varying each) {
        boolean effect = each.experiment().varies() == Claim.Varies.EFFECT;
        lines.say(
                2,
                effect
                        ? "Variance of the change, “%s” against “%s”: %s over %s of what is not known, %s each; the claim wants more than %s, and the interval above 1."
                        : "Persons given “%s” (beside others given “%s”) differ in their change by a standard deviation of %s over %s of what is not known, %s each; the claim wants more than %s.",
                effect
                        ? "تباين التغيّر، «%s» مقابل «%s»: %s عبر %s لما هو مجهول، في كل منها %s؛ والقول يتطلّب أكثر من %s، وأن يبقى المجال فوق 1."
                        : "يختلف تغيّر من أُعطوا «%s» (وبجانبهم من أُعطوا «%s») بانحراف معياري قدره %s عبر %s لما هو مجهول، في كل منها %s؛ والقول يتطلّب أكثر من %s.",
                ClaimTerms.title(each.titles(), each.experiment().question().arm()),
                ClaimTerms.title(each.titles(), each.experiment().question().versus()),
                Amounts.interval(each.value(), each.interval(), each.unit()),
                Counted.draws(each.effort().draws()),
                Counted.people(each.effort().persons()),
                Amounts.amount(each.experiment().above().value(), each.unit()));
        assumption(lines, each, each.byInterval(), withheld());
        shares(lines, result, each.shares(), each.unmeasured());
    }

    private void told(ClaimResult.Told each) {
        Claim.Question asked = each.experiment().question();
        lines.say(
                2,
                "Those who gained most, %s of 100 of all, tell their story. A story is %s times as likely after “%s” as after “%s” (%s to %s over %s of what is not known, %s each); the claim wants more than %s times.",
                "يروي قصّته من تحسّنوا أكثر من غيرهم، وهم %1$s من كل 100. احتمال القصّة بعد «%3$s» هو %2$s %10$s قدر احتمالها بعد «%4$s» (من %5$s إلى %6$s عبر %7$s لما هو مجهول، في كل منها %8$s)؛ والقول يتطلّب أكثر من %9$s %11$s.",
                Amounts.number(100 * each.experiment().told().value()),
                Amounts.number(each.ratio()),
                ClaimTerms.title(each.titles(), asked.arm()),
                ClaimTerms.title(each.titles(), asked.versus()),
                Amounts.number(each.interval().low()),
                Amounts.number(each.interval().high()),
                Counted.draws(each.effort().draws()),
                Counted.people(each.effort().persons()),
                Amounts.number(each.experiment().above().value()),
                times(each.ratio()),
                times(each.experiment().above().value()));
        lines.say(
                2,
                "Of 100 who tell after “%s”, %.0f would have had as much to tell after “%s”.",
                "من كل 100 يروون بعد «%s» كان لدى %.0f منهم ما يروونه بالقدر نفسه بعد «%s».",
                ClaimTerms.title(each.titles(), asked.arm()),
                each.anyway(),
                ClaimTerms.title(each.titles(), asked.versus()));
        each.tellers()
                .forEach((arm, share) -> lines.say(
                        2,
                        "- told after “%s”: %.0f of 100 stories",
                        "- رُويت بعد «%s»: %.0f من كل 100 قصّة",
                        ClaimTerms.title(each.titles(), arm),
                        100 * share));
    }

    private static String times(double number) {
        return Counted.noun(number, "مرة", "مرات", "مرة");
    }

    private void occurred(ClaimResult.Occurred each) {
        Claim.Occurrence asked = each.experiment();
        boolean share = asked.wanted() == Claim.Wanted.SHARE_BELOW;
        lines.say(
                2,
                "Of 10 000 people: %s with “%s”, %s with “%s” (%s of what is not known, %s each).",
                "من كل 10000 شخص: %s مع «%s»، و%s مع «%s» (%s لما هو مجهول، في كل منها %s).",
                tenThousand(each.share()),
                ClaimTerms.title(each.titles(), asked.question().arm()),
                tenThousand(each.versusShare()),
                ClaimTerms.title(each.titles(), asked.question().versus()),
                Counted.draws(each.effort().draws()),
                Counted.people(each.effort().persons()));
        lines.say(
                2,
                share
                        ? "Over what is not known: %s to %s of 10 000; the claim holds if the upper end stays below %s."
                        : "Ratio over what is not known: %s (%s to %s); the claim wants %s.",
                share
                        ? "عبر ما هو مجهول: من %s إلى %s من كل 10000؛ ويصحّ القول إذا بقي الطرف الأعلى دون %s."
                        : "النسبة عبر ما هو مجهول: %s (من %s إلى %s)؛ والقول يتطلّب %s.",
                share
                        ? new Object[] {
                            tenThousand(each.interval().low()),
                            tenThousand(each.interval().high()),
                            tenThousand(asked.limit().value())
                        }
                        : new Object[] {
                            Amounts.number(each.value()),
                            Amounts.number(each.interval().low()),
                            Amounts.number(each.interval().high()),
                            wanted(asked)
                        });
        assumption(lines, each, each.byInterval(), withheld());
        shares(lines, result, each.shares(), each.unmeasured());
    }

    private static Text wanted(Claim.Occurrence asked) {
        return asked.wanted() == Claim.Wanted.RATIO_ABOVE
                ? Finding.of(
                        "more than %s",
                        "أكثر من %s", Amounts.number(asked.limit().value()))
                : Finding.of(
                        "less than %s",
                        "أقل من %s", Amounts.number(asked.limit().value()));
    }

    private void lookedUp(ClaimResult.LookedUp each) {
        each.places().forEach(place -> lines.say(2, "%s: %s", "%s: %s", place.country(), authorised(place)));
    }

    static Text authorised(ClaimResult.PlaceFound place) {
        return place.authorised().isEmpty()
                ? new Text("no authorised product of this kind is known here", "لا يُعرف هنا منتج مرخّص من هذا النوع")
                : new Text(
                        "authorised: " + String.join(", ", place.authorised()),
                        "مرخّص: " + String.join("، ", place.authorised()));
    }

    private void rated(ClaimResult.Rated each) {
        Claim.Rate asked = each.experiment();
        lines.say(
                2,
                "%s of 10 000 people (%s to %s over what is not known); the claim holds if the upper end stays below %s.",
                "%s من كل 10000 شخص (من %s إلى %s عبر ما هو مجهول)؛ ويصحّ القول إذا بقي الطرف الأعلى دون %s.",
                tenThousand(each.mean()),
                tenThousand(each.interval().low()),
                tenThousand(each.interval().high()),
                tenThousand(asked.below().value()));
        assumption(lines, each, each.byInterval(), withheld());
        shares(lines, result, each.shares(), each.unmeasured());
        lines.say(
                2,
                "Flip: with a limit of %s of 10 000 the verdict of the interval would be another.",
                "نقطة الانقلاب: لو كان الحدّ %s من كل 10000 لتغيّر حكم المجال.",
                tenThousand(each.flip()));
    }

    private static String tenThousand(double share) {
        return Amounts.number(10_000 * share);
    }

    private void designs(ClaimResult.DesignsFound found) {
        lines.say(
                1,
                "The same treatment in several designs (%d trials of %d an arm; in brackets where single trials fall):",
                "العلاج نفسه في تصاميم عدّة (%d تجربة في كل مجموعة منها %d؛ وبين قوسين مواقع التجارب المفردة):",
                found.trials(),
                found.patients());
        for (ClaimResult.DesignFound row : found.rows()) {
            lines.say(
                    2,
                    "%s: %s%s.",
                    "%s: %s%s.",
                    row.label(),
                    row.trials()
                            .map(trials -> Amounts.interval(row.effect(), trials, found.unit()))
                            .orElseGet(() -> Amounts.amount(row.effect(), found.unit())),
                    row.controlled()
                            ? new Text("", "")
                            : new Text(", a change without any control", "، وهو تغيّر بلا أي مقارنة"));
        }
        found.notTheCells()
                .ifPresent(share -> found.notTheCellsInterval()
                        .ifPresent(over -> lines.say(
                                2,
                                "Of the change without a control %.0f %% (%.0f to %.0f %%) is not the cells.",
                                "من التغيّر الذي بلا مقارنة، %.0f٪ (من %.0f إلى %.0f٪) ليس من الخلايا.",
                                100 * share,
                                100 * over.low(),
                                100 * over.high())));
    }

    /** Why a verdict is not that of its interval. */
    static void assumption(Lines lines, ClaimResult.Found found, Verdict byInterval, boolean withheld) {
        if (found.verdict() != byInterval) {
            lines.say(
                    2,
                    "By its interval alone: %s; %s.",
                    "بالمجال وحده: %s؛ %s.",
                    ClaimTerms.verdict(byInterval, withheld),
                    why(found));
        }
    }

    private static Text why(ClaimResult.Found found) {
        if (found.verdict() == Verdict.UNTESTABLE) {
            return new Text("but most of what moves it was never measured", "لكنّ معظم ما يحرّكه لم يُقس قط");
        }
        return found.experiment().assumed()
                ? new Text("but it follows from what was put in by assumption", "لكنه نابع ممّا أُدخل افتراضاً")
                : new Text("the ranges put in allow no other answer", "والمجالات المُدخلة لا تسمح بجواب آخر");
    }

    /** A number in the words of the claim, its name in brackets; the name alone where the claim has none. */
    static Text named(Claim claim, String parameter) {
        Text words = claim.called().get(parameter);
        return words == null ? new Text(parameter, parameter) : Finding.of("%s (%s)", "%s (%s)", words, parameter);
    }

    /** What moves the result of an experiment between draws. */
    static void shares(Lines lines, ClaimResult result, List<ClaimResult.Share> shares, double unmeasured) {
        if (shares.isEmpty()) {
            return;
        }
        List<Text> parts = shares.stream()
                .map(each -> Finding.of(
                        each.unmeasured() ? "%s %.0f %% (no data)" : "%s %.0f %%",
                        each.unmeasured() ? "%s %.0f٪ (بلا بيانات)" : "%s %.0f٪",
                        named(result.claim(), each.parameter()),
                        100 * each.share()))
                .toList();
        lines.say(
                2,
                "What moves it: %s. Of that from numbers without data: %.0f %%.",
                "ما يحرّكه: %s. ومن ذلك من أرقام بلا بيانات: %.0f٪.",
                Finding.joined(parts),
                100 * unmeasured);
    }

    private boolean withheld() {
        return !result.modified().isEmpty();
    }
}
