package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.blastema.core.Text;
import org.blastema.evidence.Calibrated;
import org.blastema.evidence.Calibrator;

/** What a calibration says, in sentences. */
final class CalibrationWords {
    private CalibrationWords() {}

    /** All sentences, the verdict first. */
    static List<Text> of(Calibrated calibrated) {
        List<Text> sentences = new ArrayList<>(List.of(verdict(calibrated)));
        uninformed(calibrated).ifPresent(sentences::add);
        sentences.add(recovery(calibrated));
        sentences.add(Finding.of(
                "Newly simulated trials lie around what the learnt likelihood expects with a mean square of %.2f (1 where it fits).",
                "تقع التجارب المحاكاة من جديد حول ما تتوقّعه دالة الإمكان المتعلَّمة بمتوسط مربعات %.2f (ويساوي 1 عند المطابقة).",
                calibrated.meanSquare()));
        sentences.add(leaveOut(calibrated));
        if (calibrated.mechanisms().size() > 1) {
            sentences.addAll(MechanismWords.of(calibrated));
        }
        return sentences;
    }

    private static Text verdict(Calibrated calibrated) {
        return Finding.of(
                "%s: over the islands of particles R-hat is at most %.3f (allowed %.2f) and at least %.0f draws are effective (needed"
                        + " %.0f).",
                "%s: أكبر قيمة R-hat بين جزر الجسيمات %.3f (والمسموح %.2f)، والسحوبات الفعّالة %.0f على الأقل (والمطلوب %.0f).",
                calibrated.converged() ? new Text("Converged", "تقارب") : new Text("NOT CONVERGED", "لم يتقارب"),
                calibrated.mostRHat(),
                Calibrated.MOST_R_HAT,
                calibrated.leastEffective(),
                Calibrated.FEWEST_EFFECTIVE);
    }

    private static java.util.Optional<Text> uninformed(Calibrated calibrated) {
        String names = calibrated.parameters().stream()
                .filter(each -> !each.informed())
                .map(each -> each.free().column())
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(Finding.of(
                        "The data do not inform %s: what is known of it afterwards is what was assumed before.",
                        "البيانات لا تُعلِم شيئاً عن %s: فما يُعرف عنه بعدها هو ما افتُرض قبلها.", names));
    }

    private static Text recovery(Calibrated calibrated) {
        return Finding.of(
                "From simulated trials in the place of the published ones, with known parameters, %d fits were made, and %d from trials"
                        + " simulated at the answer: the ranks of the truth are %s.",
                "وُضعت تجارب محاكاة معاملاتها معروفة مكان المنشورة وأُجريت %d مواءمة، و%d مواءمة لتجارب حوكيت عند الجواب: رتب القيم"
                        + " الحقيقية %s.",
                calibrated.recovery().fits(),
                calibrated.near().fits(),
                calibrated.recovered()
                        ? Finding.of(
                                "even (p above %s for every parameter), and 95 %% intervals hold it as often as they must",
                                "متساوية التوزيع (p فوق %s لكل معامل)، ومجالات 95٪ تحويها كما يجب",
                                Amounts.rounded(calibrated.recovery().leastEvenness()))
                        : new Text(
                                "NOT as they must be, so these intervals are too wide, too narrow or aside",
                                "ليست كما يجب، فهذه المجالات أوسع أو أضيق مما يجب أو منحازة"));
    }

    private static Text leaveOut(Calibrated calibrated) {
        long refitted = calibrated.trials().stream()
                .filter(each -> each.refit().isPresent())
                .count();
        return Finding.of(
                "Each of %d trials is left out in turn by weights; in %d of them the shape k of the weights is above %.1f%s and the"
                        + " calibration was made anew without the trial.",
                "تُترك كل واحدة من %d تجربة بدورها بالأوزان؛ وفي %d منها تجاوز شكل الأوزان k القيمة %.1f%s فأُعيدت المعايرة من دون"
                        + " التجربة.",
                calibrated.trials().size(),
                refitted,
                Calibrator.MOST_K,
                calibrated.mechanisms().size() > 1
                        ? new Text(", or a mechanism without a draw would have one,", " أو استحقّت آلية بلا سحبة سحبةً")
                        : new Text("", ""));
    }
}
