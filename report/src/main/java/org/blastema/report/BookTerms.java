package org.blastema.report;

import java.util.Locale;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;
import org.blastema.evidence.ClaimResult;
import org.blastema.evidence.Verdict;

/** Verdicts in the words of the book of claims, for a reader without science. */
final class BookTerms {
    /** Ten of 10,000. */
    private static final double SMALL = 0.001;

    /** From here on two digits round to all of 10,000. */
    private static final double NEARLY_ALL = 9950;

    private BookTerms() {}

    /** What stands with every number of people harmed in clinics: the same words wherever they are judged. */
    static final Text ASSUMED_HARMS = new Text(
            "Nobody has counted the harms of such clinics, so we can judge neither for nor against them. Their number is an example that we assume, and the rate of no clinic.",
            "لم يعدّ أحد أضرار عيادات كهذه، فلا نستطيع أن نحكم لها ولا عليها. ورقمها مثال نفترضه نحن، وليس معدّلاً لأي عيادة.");

    /** What stands with other harms that were simulated. */
    static final Text UNCOUNTED_HARMS = new Text(
            "Nobody has counted this in people given such cells. The numbers of the pictures follow from assumptions and are the rate of no product.",
            "لم يعدّ أحد هذا عند من أُعطوا خلايا كهذه. وأرقام الصور نابعة من افتراضات، وليست معدّلاً لأي منتج.");

    /** What published research says of a claim, and of which part. */
    static Text support(Claim.Evidence evidence) {
        return evidence.part()
                .map(part -> Finding.of("%s: %s", "%s: %s", inPart(evidence.verdict()), part))
                .orElseGet(() -> support(evidence.verdict()));
    }

    /** What a part alone has is no plain yes. */
    private static Text inPart(Claim.Support support) {
        return support == Claim.Support.SUPPORTED
                ? new Text("Published research supports it within limits", "البحث المنشور يؤيّده بحدود")
                : support(support);
    }

    private static Text support(Claim.Support support) {
        return switch (support) {
            case SUPPORTED -> new Text("Published research supports it", "البحث المنشور يؤيّده");
            case PARTLY_SUPPORTED ->
                new Text("Published research supports only a part of it", "البحث المنشور لا يؤيّد إلا جزءاً منه");
            case UNSUPPORTED ->
                new Text(
                        "No study in people that we read shows it (unproven)",
                        "لم نقرأ دراسة في الناس تُثبته (غير مثبت)");
            case CONTRADICTED -> new Text("Studies speak against it (contradicted)", "الدراسات تعارضه (مناقَض)");
        };
    }

    static Text certainty(Claim.Certainty certainty) {
        return switch (certainty) {
            case HIGH -> new Text("That is quite sure.", "وهذا مؤكَّد.");
            case MODERATE -> new Text("That is fairly sure.", "وهذا مؤكَّد إلى حدّ ما.");
            case LOW -> new Text("New studies could change that.", "وقد تغيّره دراسات جديدة.");
            case VERY_LOW ->
                new Text("Very little is known, so that could change.", "والمعروف قليل جداً، فقد يتغيّر ذلك.");
        };
    }

    /** A simulated share of people with a harm, to one digit: no more exact than an assumption, and chance, let it be. */
    static Text supposed(double share) {
        return share > 0 && share < SMALL
                ? new Text("fewer than 10 of 10,000 people", "أقل من 10 من كل 10,000 شخص")
                : ofTenThousand(Amounts.firstDigit(share));
    }

    /** A share of people with a harm, to two digits. */
    static Text ofTenThousand(double share) {
        double people = 10_000 * share;
        if (people > 0 && people < 1) {
            return new Text("fewer than 1 of 10,000 people", "أقل من 1 من كل 10,000 شخص");
        }
        if (people >= NEARLY_ALL) {
            return new Text("nearly all of 10,000 people", "جميع الـ10,000 شخص تقريباً");
        }
        return people == 0
                ? new Text("none of 10,000 people", "لا أحد من كل 10,000 شخص")
                : Finding.of(
                        "about %s of 10,000 people",
                        "نحو %s من كل 10,000 شخص",
                        String.format(Locale.ROOT, "%,d", Long.parseLong(Amounts.rounded(Math.rint(people)))));
    }

    /** What our own computation says, or why it says nothing. */
    static Text computed(ClaimResult result) {
        if (result.claim().untested().isPresent()) {
            return new Text("There is nothing to simulate here", "لا شيء هنا تمكن محاكاته");
        }
        if (result.found().stream().allMatch(ClaimResult.LookedUp.class::isInstance)
                && result.verdict().isPresent()) {
            return looked(result.verdict().get());
        }
        return result.verdict()
                .map(BookTerms::computed)
                .orElse(new Text("No verdict: the program's library was changed", "لا حكم: غُيّرت مكتبة البرنامج"));
    }

    static Text looked(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> new Text("In the lists of what is authorised: yes", "في قوائم المرخّص: نعم");
            case PARTLY -> new Text("In the lists of what is authorised: in part", "في قوائم المرخّص: جزئياً");
            default -> new Text("In the lists of what is authorised: no", "في قوائم المرخّص: لا");
        };
    }

    static Text computed(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> new Text("Our simulation supports it", "محاكاتنا تؤيّده");
            case PARTLY -> new Text("Our simulation supports only a part of it", "محاكاتنا لا تؤيّد إلا جزءاً منه");
            case FAILS -> new Text("Our simulation does not support it", "محاكاتنا لا تؤيّده");
            case UNTESTABLE ->
                new Text(
                        "Our simulation cannot tell: nobody has measured the numbers that matter most to it",
                        "محاكاتنا لا تستطيع الحكم: فأهمّ أرقامها لم يقسها أحد");
            case DECIDED_BY_ASSUMPTION ->
                new Text(
                        "Our simulation is no help here: we had assumed the answer before computing",
                        "محاكاتنا لا تفيد هنا: لأننا افترضنا الجواب قبل الحساب");
        };
    }

    /** The same of one test among others. */
    static Text alone(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> new Text("it supports this", "تؤيّد هذا");
            case PARTLY -> new Text("it supports only a part of this", "لا تؤيّد إلا جزءاً من هذا");
            case FAILS -> new Text("it does not support this", "لا تؤيّد هذا");
            case UNTESTABLE ->
                new Text(
                        "it cannot tell, since nobody has measured the numbers that matter most to it",
                        "لا تستطيع الحكم، لأن أهمّ أرقامها لم يقسها أحد");
            case DECIDED_BY_ASSUMPTION ->
                new Text(
                        "no help here, since we had assumed the answer before computing",
                        "لا تفيد هنا، لأننا افترضنا الجواب قبل الحساب");
        };
    }

    static Text subject(Claim.Subject subject) {
        return switch (subject) {
            case JOINTS -> new Text("Knees and joints", "الركبة والمفاصل");
            case SKIN -> new Text("Skin and face", "البشرة والوجه");
            case MUSCLES -> new Text("Muscles and sport", "العضلات والرياضة");
            case BLOOD_AND_IMMUNITY -> new Text("Blood, immunity, inflammation", "الدم والمناعة والالتهاب");
            case HARM -> new Text("Safety and harm", "السلامة والضرر");
            case OFFER -> new Text("Price, product and centre", "السعر والمنتج والمركز");
            case CELLS -> new Text("What cells can do", "ما تستطيعه الخلايا");
        };
    }

    /** The class of a mark: what it says at a glance. What is supported of a part alone is no plain yes. */
    static String mark(Claim.Evidence evidence) {
        return switch (evidence.verdict()) {
            case SUPPORTED -> evidence.part().isPresent() ? "part" : "yes";
            case PARTLY_SUPPORTED -> "part";
            case UNSUPPORTED -> "none";
            case CONTRADICTED -> "no";
        };
    }
}
