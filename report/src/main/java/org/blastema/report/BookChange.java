package org.blastema.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.Verdict;
import org.blastema.statistics.Interval;

/** The nearest change of what was put in that gives another answer, in words that need no name of a parameter. */
final class BookChange {
    /** A move of this part of a number is small. */
    private static final double SMALL = 0.25;

    private final ClaimResult result;

    BookChange(ClaimResult result) {
        this.result = result;
    }

    /** Absent where no verdict is told. */
    Optional<Text> sentence() {
        if (result.claim().untested().isPresent()) {
            return Optional.of(
                    new Text(
                            "Nothing was simulated here, so no number of ours changes it: only new studies, counts or decisions of authorities do.",
                            "لم يُحاكَ هنا شيء، فلا يغيّره رقم من أرقامنا: لا تغيّره إلا دراسات جديدة أو أعداد تُنشر أو قرارات من الجهات الرقابية."));
        }
        return result.verdict()
                .map(verdict -> result.comparisons().stream()
                        .filter(each ->
                                each.experiment().decides() && !each.flips().isEmpty())
                        .findFirst()
                        .map(this::sentence)
                        .orElseGet(() -> unmoved(deciding(verdict))));
    }

    /** The experiment that gives the claim its verdict; the first that decides where none does so alone. */
    private ClaimResult.Found deciding(Verdict verdict) {
        List<ClaimResult.Found> deciding = result.deciding();
        return deciding.stream()
                .filter(each -> each.verdict() == verdict)
                .findFirst()
                .orElseGet(deciding::getFirst);
    }

    /** The test that is spoken of; where a claim has one alone that decides, its name is not said again. */
    private Text where(ClaimResult.Found found) {
        return result.deciding().size() == 1
                ? new Text("Here", "هنا")
                : Finding.of("In “%s”", "في «%s»", found.experiment().label());
    }

    /** Where no number was moved alone: why, and which limit would give another answer. */
    private Text unmoved(ClaimResult.Found found) {
        Text label = where(found);
        if (found.verdict() == Verdict.UNTESTABLE) {
            return unmeasured(label, found.shares());
        }
        if (found.verdict() == Verdict.DECIDED_BY_ASSUMPTION) {
            return Finding.of(
                    "%s the answer is what we put in, so it is no use to move our numbers. Only a study in people could change it.",
                    "%s الجواب هو ما أدخلناه نحن، فلا معنى لتحريك أرقامنا. ولا يغيّره إلا دراسة في الناس.", label);
        }
        return switch (found) {
            case ClaimResult.Rated each ->
                limit(
                        label,
                        BookTerms.ofTenThousand(each.flip()),
                        BookTerms.ofTenThousand(each.experiment().below().value()));
            case ClaimResult.Occurred each -> limit(each);
            case ClaimResult.Varying each ->
                limit(
                        label,
                        Amounts.plain(end(each.verdict(), each.interval(), false), each.unit()),
                        Amounts.plain(each.experiment().above().value(), each.unit()));
            case ClaimResult.Told each ->
                limit(
                        label,
                        BookPictures.times(end(each.verdict(), each.interval(), false)),
                        BookPictures.times(each.experiment().above().value()));
            case ClaimResult.LookedUp _ ->
                new Text(
                        "An authorisation that is given or withdrawn in one of these countries.",
                        "ترخيص يُمنح أو يُسحب في أحد هذه البلدان.");
            case ClaimResult.Compared _ ->
                Finding.of(
                        "%s no number was moved. Only a new study in people could change the answer.",
                        "%s لم يُحرَّك رقم. فلا يغيّر الجوابَ إلا دراسة جديدة في الناس.", label);
        };
    }

    private Text limit(ClaimResult.Occurred each) {
        Claim.Wanted wanted = each.experiment().wanted();
        double end = end(each.verdict(), each.interval(), wanted != Claim.Wanted.RATIO_ABOVE);
        double now = each.experiment().limit().value();
        return wanted == Claim.Wanted.SHARE_BELOW
                ? limit(where(each), BookTerms.supposed(end), BookTerms.ofTenThousand(now))
                : limit(where(each), BookPictures.times(end), BookPictures.times(now));
    }

    private static Text limit(Text label, Text end, Text now) {
        return Finding.of(
                "%s all numbers that are not known were tried together, none was moved alone. The answer would be another with another limit: %s in place of %s.",
                "%s جُرّبت الأرقام المجهولة كلها معاً ولم يُحرَّك أي منها وحده. وكان الجواب سيتغيّر لو جعلنا حدّ الاختبار %s بدلاً من %s.",
                label,
                end,
                now);
    }

    /** The end of the interval at which a limit gives another verdict. */
    static double end(Verdict verdict, Interval interval, boolean below) {
        return below == (verdict == Verdict.FAILS) ? interval.low() : interval.high();
    }

    /** What a measurement would have to measure, where the claim has words for it. */
    private Text unmeasured(Text label, List<ClaimResult.Share> shares) {
        List<Text> called = shares.stream()
                .filter(ClaimResult.Share::unmeasured)
                .flatMap(each -> Optional.ofNullable(result.claim().called().get(each.parameter())).stream())
                .toList();
        return called.isEmpty()
                ? Finding.of(
                        "%s only a measurement of what was never measured could.",
                        "%s لا يغيّره إلا قياس ما لم يُقس قط.", label)
                : Finding.of(
                        "%s only a measurement of what was never measured could: %s.",
                        "%s لا يغيّره إلا قياس ما لم يُقس قط: %s.", label, Finding.joined(called));
    }

    private Text sentence(ClaimResult.Compared each) {
        if (each.verdict() == Verdict.UNTESTABLE || each.experiment().assumed()) {
            return unmoved(each);
        }
        Text label = where(each);
        return each.nearestFlip()
                .filter(flip -> flip.at().isPresent())
                .map(flip -> flip.exact() ? exact(label, flip) : moved(label, flip, each.flips()))
                .orElseGet(() -> nothing(label, each.flips()));
    }

    private Text exact(Text label, ClaimResult.Flip flip) {
        return Finding.of(
                "%s this is known only roughly: %s. Our answer allows for that doubt. Were it known for certain and just as we took it, the answer would be: %s.",
                "%s هذا لا نعرفه إلا تقريباً: %s. وجوابنا يحسب حساب هذا الشكّ. فلو عُرف بيقين وكان كما أخذناه لصار الجواب: %s.",
                label,
                called(flip),
                BookTerms.computed(flip.verdict()));
    }

    private Text moved(Text label, ClaimResult.Flip flip, List<ClaimResult.Flip> flips) {
        return Finding.of(
                "%s this is nearest to changing the answer: %s. Were it %s, the answer would be: %s. %s%s",
                "%s هذا أقرب ما يغيّر الجواب: %s. فلو صار ذلك %s لصار الجواب: %s. %s%s",
                label,
                called(flip),
                size(flip),
                BookTerms.computed(flip.verdict()),
                room(flip),
                unmeasured(flip, flips));
    }

    /** Small moves of numbers whose uncertainty nobody measured, which the nearest one, told by its uncertainty, leaves out. */
    private Text unmeasured(ClaimResult.Flip nearest, List<ClaimResult.Flip> flips) {
        List<Text> small = flips.stream()
                .filter(flip -> !flip.equals(nearest) && flip.deviations().isEmpty() && flip.from() != 0)
                .filter(flip -> flip.at().isPresent() && Math.abs(flip.at().getAsDouble() / flip.from() - 1) <= SMALL)
                .map(flip -> Finding.of("%s %s", "%s %s", called(flip), size(flip)))
                .toList();
        return small.isEmpty()
                ? new Text("", "")
                : Finding.of(
                        " A small change would do it too, and how unsure these are nobody has measured: %s.",
                        " ويكفي لذلك أيضاً تغيّر صغير لم يقس أحد مقدار الشك فيه: %s.", Finding.joined(small));
    }

    /** How far it moves: times what was taken, or larger or smaller by a part of it. */
    private static Text size(ClaimResult.Flip flip) {
        double at = flip.at().orElseThrow();
        if (flip.from() == 0) {
            return Finding.of("%s instead of 0", "%s بدلاً من 0", Amounts.plain(at, flip.unit()));
        }
        double ratio = at / flip.from();
        if (ratio >= 1.5) {
            return Finding.of("%s times what we took here", "%s قدر ما أخذناه هنا", BookPictures.times(ratio));
        }
        return Finding.of(
                ratio > 1 ? "larger by %s %% than we took it here" : "smaller by %s %% than we took it here",
                ratio > 1 ? "أكبر بنحو %s٪ ممّا أخذناه هنا" : "أصغر بنحو %s٪ ممّا أخذناه هنا",
                Amounts.rounded(100 * Math.abs(ratio - 1)));
    }

    private Text nothing(Text label, List<ClaimResult.Flip> flips) {
        return Finding.of(
                "%s each of these was moved alone from its least to its greatest, and the answer stayed: %s. A new study in people could change it.",
                "%s جرّبنا كلاً ممّا يلي وحده من أصغره إلى أكبره فلم يتغيّر الجواب: %s. أما دراسة جديدة في الناس فقد تغيّره.",
                label,
                Finding.joined(flips.stream().map(this::called).toList()));
    }

    private Text called(ClaimResult.Flip flip) {
        return Objects.requireNonNull(result.claim().called().get(flip.parameter()), flip.parameter());
    }

    /** Whether what is known leaves room for such a number: one and two standard deviations of a draw, and none. */
    private static Text room(ClaimResult.Flip flip) {
        if (flip.deviations().isEmpty()) {
            return new Text("How unsure that is, nobody has measured.", "ولم يقس أحد مقدار الشك فيه.");
        }
        double deviations = Math.abs(flip.deviations().getAsDouble());
        if (deviations > ComparisonWords.NEVER) {
            return new Text("What is known leaves no room for that.", "وما هو معروف لا يترك مجالاً لذلك.");
        }
        if (deviations > 2) {
            return new Text("What is known leaves little room for that.", "وما هو معروف يترك لذلك مجالاً ضيّقاً.");
        }
        return deviations > 1
                ? new Text("What is known leaves some room for that.", "وما هو معروف يترك لذلك بعض المجال.")
                : new Text("What is known leaves much room for that.", "وما هو معروف يترك لذلك مجالاً واسعاً.");
    }
}
