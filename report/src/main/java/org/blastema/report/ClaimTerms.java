package org.blastema.report;

import java.util.Map;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.Verdict;

/** The words of verdicts. */
final class ClaimTerms {
    /** Where a claim cannot be tested. */
    static final Text UNTESTED = new Text(ClaimResult.UNTESTED, "لا تنطبق المحاكاة عليه");

    private ClaimTerms() {}

    static Text verdict(Verdict verdict) {
        return new Text(
                verdict.word(),
                switch (verdict) {
                    case HOLDS -> "يصحّ";
                    case PARTLY -> "يصحّ جزئياً";
                    case FAILS -> "لم تؤيّده محاكاتنا";
                    case UNTESTABLE -> "لا يمكن اختباره";
                    case DECIDED_BY_ASSUMPTION -> "محسوم بالافتراض";
                });
    }

    /** The same, or a dash where no verdict is told. */
    static Text verdict(Verdict verdict, boolean withheld) {
        return withheld ? new Text("-", "-") : verdict(verdict);
    }

    /** What an arm is called. */
    static Text title(Map<String, Text> titles, String arm) {
        return titles.getOrDefault(arm, new Text(arm, arm));
    }

    static Text support(Claim.Support support) {
        return switch (support) {
            case SUPPORTED -> new Text("supported", "مؤيَّد");
            case PARTLY_SUPPORTED -> new Text("partly supported", "مؤيَّد جزئياً");
            case UNSUPPORTED -> new Text("unsupported", "غير مؤيَّد");
            case CONTRADICTED -> new Text("contradicted", "مناقَض");
        };
    }

    static Text certainty(Claim.Certainty certainty) {
        return switch (certainty) {
            case HIGH -> new Text("high", "عالية");
            case MODERATE -> new Text("moderate", "متوسطة");
            case LOW -> new Text("low", "منخفضة");
            case VERY_LOW -> new Text("very low", "منخفضة جداً");
        };
    }

    /** Whose a least difference is, in a word; {@link #threshold} says it in full. */
    static Text whose(Claim.Threshold threshold) {
        return switch (threshold) {
            case GROUP -> new Text("of groups", "للمجموعات");
            case INDIVIDUAL -> new Text("of one person", "للشخص الواحد");
            case CHOSEN -> new Text("chosen", "اختيار");
        };
    }

    static Text threshold(Claim.Threshold threshold) {
        return switch (threshold) {
            case GROUP -> new Text("published for groups", "منشور للمجموعات");
            case INDIVIDUAL ->
                new Text(
                        "what matters to one person; none is published for groups",
                        "ما يهمّ الشخص الواحد؛ ولم يُنشر حدّ للمجموعات");
            case CHOSEN -> new Text("chosen here; none is published", "اختيار من البرنامج؛ ولم يُنشر حدّ");
        };
    }
}
