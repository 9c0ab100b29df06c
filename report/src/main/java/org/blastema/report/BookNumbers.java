package org.blastema.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.blastema.core.Knowledge;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimResult;

/** The numbers of an experiment in a sentence without a name of the program. */
final class BookNumbers {
    private static final double HUNDRED = 100;

    private BookNumbers() {}

    static Text of(ClaimResult.Found found) {
        return switch (found) {
            case ClaimResult.Compared each -> BookDifference.of(each);
            case ClaimResult.Rated each -> share(each);
            case ClaimResult.LookedUp each ->
                Finding.joined(each.places().stream()
                        .map(place -> Finding.of("%s: %s", "%s: %s", place.country(), ClaimWords.authorised(place)))
                        .toList());
            case ClaimResult.Varying each -> varying(each);
            case ClaimResult.Told each -> told(each);
            case ClaimResult.Occurred each -> occurred(each);
        };
    }

    private static Text varying(ClaimResult.Varying each) {
        Claim.Question asked = each.experiment().question();
        if (each.experiment().varies() == Claim.Varies.EFFECT) {
            return effect(each);
        }
        return Finding.of(
                "The changes of people given “%s” lie about %s apart from their mean (standard deviation; in our calculation %s to %s). The test asks for more than %s.",
                "يبتعد تغيّر من أُعطوا «%s» عن متوسطهم بنحو %s (انحراف معياري؛ وهو في حسابنا بين %s و%s). ويشترط الاختبار أكثر من %s.",
                ClaimTerms.title(each.titles(), asked.arm()),
                Amounts.plain(each.value(), each.unit()),
                Amounts.rounded(each.interval().low()),
                Amounts.rounded(each.interval().high()),
                Amounts.number(each.experiment().above().value()));
    }

    private static Text effect(ClaimResult.Varying each) {
        Claim.Question asked = each.experiment().question();
        return Finding.of(
                "The changes of people given “%s” vary by %s %% of how those of people given “%s” vary (their variance; in our calculation %s to %s %%). The test asks for more than %s %%.",
                "يبلغ تفاوت التغيّر عند من أُعطوا «%s» %s٪ من تفاوته عند من أُعطوا «%s» (بمقياس التباين؛ وهو في حسابنا بين %s و%s٪). ويشترط الاختبار أكثر من %s٪.",
                ClaimTerms.title(each.titles(), asked.arm()),
                percent(each.value()),
                ClaimTerms.title(each.titles(), asked.versus()),
                percent(each.interval().low()),
                percent(each.interval().high()),
                percent(each.experiment().above().value()));
    }

    private static Text told(ClaimResult.Told each) {
        Claim.Question asked = each.experiment().question();
        return Finding.of(
                "The chance of a story of success after “%s” is %s %% of that after “%s” (in our calculation %s to %s %%). The test asks for more than %s %%.",
                "احتمال قصّة النجاح بعد «%s» هو %s٪ من احتمالها بعد «%s» (وهو في حسابنا بين %s و%s٪). ويشترط الاختبار أكثر من %s٪.",
                ClaimTerms.title(each.titles(), asked.arm()),
                percent(each.ratio()),
                ClaimTerms.title(each.titles(), asked.versus()),
                percent(each.interval().low()),
                percent(each.interval().high()),
                percent(each.experiment().above().value()));
    }

    /** A ratio that may lie near one: two digits would hide on which side. */
    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%.0f", HUNDRED * ratio);
    }

    private static Text occurred(ClaimResult.Occurred each) {
        Claim.Question asked = each.experiment().question();
        return Finding.of(
                "With “%s” %s, with “%s” %s. %s %s.",
                "مع «%s» %s، ومع «%s» %s. %s %s.",
                ClaimTerms.title(each.titles(), asked.versus()),
                BookTerms.supposed(each.versusShare()),
                ClaimTerms.title(each.titles(), asked.arm()),
                BookTerms.supposed(each.share()),
                unsure(each),
                asks(each.experiment()));
    }

    private static Text unsure(ClaimResult.Occurred each) {
        if (each.experiment().wanted() == Claim.Wanted.SHARE_BELOW) {
            return BookPictures.unsure(each);
        }
        boolean times = each.value() >= BookPictures.TIMES;
        return Finding.of(
                times
                        ? "The second is about %s times the first (in our calculation %s to %s)."
                        : "The second is about %s %% of the first (in our calculation %s to %s).",
                times
                        ? "والثاني نحو %s قدر الأول (وهو في حسابنا بين %s و%s)."
                        : "والثاني نحو %s٪ من الأول (وهو في حسابنا بين %s و%s).",
                times ? BookPictures.times(each.value()) : Amounts.rounded(HUNDRED * each.value()),
                Amounts.rounded((times ? 1 : HUNDRED) * each.interval().low()),
                Amounts.rounded((times ? 1 : HUNDRED) * each.interval().high()));
    }

    private static Text asks(Claim.Occurrence asked) {
        double limit = asked.limit().value();
        return switch (asked.wanted()) {
            case SHARE_BELOW ->
                Finding.of(
                        "The test asks for fewer than %s of 10,000 people",
                        "ويشترط الاختبار أقل من %s من كل 10,000 شخص", Amounts.number(10_000 * limit));
            case RATIO_ABOVE ->
                Finding.of(
                        "The test asks for more than %s times",
                        "ويشترط الاختبار أكثر من %s", BookPictures.times(limit));
            case RATIO_BELOW ->
                Finding.of(
                        "The test asks for less than %s %%", "ويشترط الاختبار أقل من %s٪", Amounts.number(100 * limit));
        };
    }

    private static Text share(ClaimResult.Rated each) {
        return Finding.of(
                "This happens to %s; in our calculation it lies between %s and %s, by what is not known. The test asks for fewer than %s of 10,000 people.%s",
                "يحدث هذا عند %s؛ وهو في حسابنا بين %s و%s، بسبب ما هو مجهول. ويشترط الاختبار أقل من %s من كل 10,000 شخص.%s",
                BookTerms.ofTenThousand(each.mean()),
                BookTerms.ofTenThousand(each.interval().low()),
                BookTerms.ofTenThousand(each.interval().high()),
                Amounts.number(10_000 * each.experiment().below().value()),
                recalled(each.experiment()));
    }

    /** Which of the numbers behind a share nobody has looked up. */
    private static Text recalled(Claim.Rate asked) {
        List<Text> from = asked.harms().stream()
                .filter(harm ->
                        asked.counts(harm) && harm.probability().knowledge().equals(Optional.of(Knowledge.RECALLED)))
                .map(Claim.Harm::label)
                .toList();
        return from.isEmpty()
                ? new Text("", "")
                : Finding.of(
                        " This rests on a rate from memory that was not checked: %s.",
                        " ويقوم هذا على معدّل من الذاكرة لم يُراجَع: %s.", Finding.joined(from));
    }
}
