package org.blastema.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.blastema.core.Text;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.Verdict;

/** The nearest change of what was put in that gives another answer, in words that need no name of a parameter. */
final class BookChange {
    private final ClaimResult result;

    BookChange(ClaimResult result) {
        this.result = result;
    }

    /** Absent where no verdict is told or nothing was moved. */
    Optional<Text> sentence() {
        if (result.verdict().isEmpty()) {
            return Optional.empty();
        }
        return result.comparisons().stream()
                .filter(each -> each.experiment().decides() && !each.flips().isEmpty())
                .findFirst()
                .map(this::sentence);
    }

    private Text sentence(ClaimResult.Compared each) {
        Text label = each.experiment().label();
        if (each.verdict() == Verdict.UNTESTABLE) {
            return Finding.of(
                    "In “%s”: only a measurement of what was never measured.",
                    "في «%s»: لا يغيّره إلا قياس ما لم يُقس قط.", label);
        }
        return each.nearestFlip()
                .filter(flip -> flip.at().isPresent())
                .map(flip -> flip.exact() ? exact(label, flip) : moved(label, flip))
                .orElseGet(() -> nothing(label, each.flips()));
    }

    private Text exact(Text label, ClaimResult.Flip flip) {
        return Finding.of(
                "In “%s” everything hangs on how exactly this is known: %s. Were it exactly what was taken here, the answer would be: %s.",
                "في «%s» يتوقف كل شيء على دقّة معرفة هذا: %s. فلو كان يساوي ما أُخذ هنا تماماً لصار الجواب: %s.",
                label,
                called(flip),
                BookTerms.computed(flip.verdict()));
    }

    private Text moved(Text label, ClaimResult.Flip flip) {
        double at = flip.at().orElseThrow();
        Text size = flip.from() == 0
                ? Finding.of("%s instead of 0", "%s بدلاً من 0", Amounts.amount(at, flip.unit()))
                : Finding.of("%.0f %% of what was taken here", "%.0f٪ ممّا أُخذ هنا", 100 * at / flip.from());
        return Finding.of(
                "In “%s” this is nearest to changing the answer: %s. Were it %s, the answer would be: %s. %s",
                "في «%s» هذا أقرب ما يغيّر الجواب: %s. فلو صار ذلك %s لصار الجواب: %s. %s",
                label,
                called(flip),
                size,
                BookTerms.computed(flip.verdict()),
                room(flip));
    }

    private Text nothing(Text label, List<ClaimResult.Flip> flips) {
        return Finding.of(
                "In “%s”: nothing that was moved changes the answer, as far as each may go. Moved were: %s.",
                "في «%s»: لا يغيّر الجوابَ شيء ممّا حُرّك مهما بلغ في مجاله. وقد حُرّك: %s.",
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
