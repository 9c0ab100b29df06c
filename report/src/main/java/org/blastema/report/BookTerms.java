package org.blastema.report;

import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.Verdict;

/** Verdicts in the words of the book of claims, for a reader without science. */
final class BookTerms {
    private BookTerms() {}

    static Text support(Claim.Support support) {
        return switch (support) {
            case SUPPORTED -> new Text("What is published bears it out", "ما نُشر يؤيّده");
            case PARTLY_SUPPORTED -> new Text("What is published bears out a part of it", "ما نُشر يؤيّد جزءاً منه");
            case UNSUPPORTED -> new Text("No good study in people bears it out", "لا تؤيّده دراسة جيّدة في الناس");
            case CONTRADICTED -> new Text("What is published says the opposite", "ما نُشر يقول العكس");
        };
    }

    static Text certainty(Claim.Certainty certainty) {
        return switch (certainty) {
            case HIGH -> new Text("we are quite sure of this", "ونحن واثقون من ذلك");
            case MODERATE -> new Text("we are fairly sure of this", "ونحن واثقون من ذلك إلى حدّ ما");
            case LOW -> new Text("new studies could well change this", "وقد تغيّره دراسات جديدة");
            case VERY_LOW -> new Text("very little is known", "والمعروف قليل جداً");
        };
    }

    /** What our own computation says, or why it says nothing. */
    static Text computed(ClaimResult result) {
        if (result.claim().untested().isPresent()) {
            return new Text("There is nothing to compute here", "لا شيء هنا يمكن حسابه");
        }
        if (result.found().stream().allMatch(ClaimResult.LookedUp.class::isInstance)
                && result.verdict().isPresent()) {
            return looked(result.verdict().get());
        }
        return result.verdict()
                .map(BookTerms::computed)
                .orElse(new Text("No verdict: the program's library was changed", "لا حكم: غُيّرت مكتبة البرنامج"));
    }

    private static Text looked(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> new Text("In the lists of what is authorised: yes", "في قوائم المرخّص: نعم");
            case PARTLY -> new Text("In the lists of what is authorised: in part", "في قوائم المرخّص: جزئياً");
            default -> new Text("In the lists of what is authorised: no", "في قوائم المرخّص: لا");
        };
    }

    static Text computed(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> new Text("Our computation bears it out", "يؤيّده حسابنا");
            case PARTLY -> new Text("Our computation bears out a part of it", "يؤيّد حسابنا جزءاً منه");
            case FAILS -> new Text("Our computation does not bear it out", "لا يؤيّده حسابنا");
            case UNTESTABLE ->
                new Text(
                        "Our computation cannot tell: what it needs was never measured",
                        "لا يستطيع حسابنا الحكم: فما يحتاج إليه لم يُقس قط");
            case DECIDED_BY_ASSUMPTION ->
                new Text(
                        "Our computation adds nothing: it only gives back what was assumed",
                        "لا يضيف حسابنا شيئاً: فهو يردّ ما افتُرض فقط");
        };
    }

    /** The class of a mark: what it says at a glance. */
    static String mark(Claim.Support support) {
        return switch (support) {
            case SUPPORTED -> "yes";
            case PARTLY_SUPPORTED -> "part";
            case UNSUPPORTED -> "none";
            case CONTRADICTED -> "no";
        };
    }
}
