package org.blastema.report;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.blastema.core.Text;
import org.blastema.evidence.Coverage;
import org.blastema.evidence.NullTrial;
import org.blastema.evidence.PeopleSpread;
import org.blastema.evidence.Scored;
import org.blastema.evidence.ScoredArm;
import org.blastema.evidence.Validation;
import org.blastema.statistics.Interval;

/** What a validation says, in sentences. */
final class ValidationWords {
    /** Agreement with what was put in proves nothing. */
    static final Text CALIBRATION = new Text(
            "These arms are calibration rows. Sizes that were put into the model come from pools that hold some of these trials,"
                    + " so agreement here is no proof.",
            "هذه مجموعات معايرة: فأحجام الأثر التي أُدخلت في النموذج مأخوذة من تحليلات مجمّعة تضمّ بعض هذه التجارب،"
                    + " ولذلك لا يُعدّ التوافق هنا برهاناً.");

    static final Text HELD_BACK = new Text(
            "These arms were held back: nothing of the model was set to them.",
            "هذه مجموعات محجوبة: لم يُضبط عليها شيء في النموذج.");

    static final Text LEFT_OUT = new Text(
            "These are the calibration rows, each forecast by the area's posterior without its own trial.",
            "هذه صفوف المعايرة، وكلٌّ منها متوقَّع بالتوزيع البعدي لمجاله من دون تجربته.");

    /** Where the column of the reference says none. */
    private static final Text NO_OTHERS = new Text(
            "Fewer than two other trials have such a number, so no forecast can be made from their results and nothing is compared.",
            "لا يوجد مثل هذا العدد في تجربتين أخريين على الأقل، فلا يمكن التوقّع من نتائجهما ولا يُقارَن شيء.");

    static final Text DIFFER = new Text("how far people differ", "كم يختلف الناس");

    private ValidationWords() {}

    /** What a block of arms is. */
    static Text block(Scored.Block block) {
        return switch (block) {
            case CALIBRATION -> CALIBRATION;
            case HELD_BACK -> HELD_BACK;
        };
    }

    /** How many lie inside and how good the forecast is. */
    static List<Text> coverage(Coverage coverage) {
        List<Text> sentences = new ArrayList<>();
        sentences.add(Finding.of(
                "%d of %d published arms (%.0f %%, exact 95 %% interval %.0f to %.0f %%) lie where 95 %% of simulated trials of"
                        + " their size fall.",
                "%d من %d مجموعة منشورة (%.0f٪، ومجال الثقة الدقيق 95٪ من %.0f٪ إلى %.0f٪) تقع حيث تقع 95٪ من التجارب"
                        + " المحاكاة بحجمها.",
                coverage.inside(),
                coverage.arms(),
                100 * coverage.share(),
                100 * coverage.ci95().low(),
                100 * coverage.ci95().high()));
        sentences.add(Finding.of(
                "On average the published arms did %.1f points of 100 %s than the simulated ones.",
                "وكان تحسّن المجموعات المنشورة في المتوسط بفارق %.1f نقطة من 100 %s من المحاكاة.",
                Math.abs(coverage.betterBy()),
                coverage.betterBy() > 0 ? new Text("better", "أكثر") : new Text("worse", "أقل")));
        if (coverage.hardlyOutside() > 0) {
            sentences.add(Finding.of(
                    "In %d of these arms nobody was harmed and less than one person was to be expected: that they lie inside says little,"
                            + " and so does a small error.",
                    "في %d من هذه المجموعات لم يُصب أحد بضرر وكان المتوقَّع أقل من شخص واحد: فوقوعها داخل المجال لا يقول إلا القليل،"
                            + " وكذلك صغر الخطأ.",
                    coverage.hardlyOutside()));
        }
        sentences.addAll(coverage.compared().map(each -> score(coverage, each)).orElse(List.of(NO_OTHERS)));
        if (coverage.few()) {
            sentences.add(Finding.of(
                    "With fewer than %d arms this is reported and decides nothing.",
                    "المجموعات أقل من %d، فيُذكر هذا ولا يحسم شيئاً.", Coverage.FEWEST));
        }
        return sentences;
    }

    /** The same, and where the forecast falls short, why. */
    static List<Text> coverage(Coverage coverage, Optional<Text> why) {
        List<Text> sentences = coverage(coverage);
        if (coverage.fallsShort()) {
            sentences.add(why.orElse(new Text("Why it is no better is not known.", "ولا يُعرف لماذا ليس أفضل.")));
        }
        return sentences;
    }

    private static List<Text> score(Coverage coverage, Coverage.Compared compared) {
        List<Text> sentences = new ArrayList<>();
        sentences.add(Finding.of(
                "Mean error of the forecast (CRPS on a scale of 100, smaller is better) over the %d arms that can be compared: %s for"
                        + " the simulation, %s for a forecast from the results of the other trials alone, so the model forecasts %s"
                        + " than these.",
                "متوسط خطأ التوقّع (CRPS على مقياس من 100، والأصغر أفضل) على المجموعات التي تصلح للمقارنة، وعددها %d: %s للمحاكاة و%s"
                        + " لتوقّع مبني على نتائج التجارب الأخرى وحدها، فتوقّع النموذج %s منه.",
                compared.arms(),
                error(compared, compared.crps()),
                error(compared, compared.reference()),
                compared.better() ? new Text("better", "أفضل") : new Text("no better", "ليس أفضل")));
        compared.betterBy95().map(over -> chance(compared, over)).ifPresent(sentences::add);
        if (coverage.arms() >= Coverage.FEWEST && compared.arms() < Coverage.FEWEST) {
            sentences.add(Finding.of(
                    "Fewer than %d arms can be compared, so this comparison decides nothing.",
                    "المجموعات التي تصلح للمقارنة أقل من %d، فلا تحسم هذه المقارنة شيئاً.", Coverage.FEWEST));
        }
        return sentences;
    }

    private static Text chance(Coverage.Compared compared, Interval over) {
        return Finding.of(
                "The second less the first is %s (95 %% interval %s to %s, by leaving out a trial at a time), %s.",
                "والثاني ناقص الأول %s (مجال الثقة 95٪ من %s إلى %s، بترك تجربة في كل مرة)، %s.",
                signed(compared, compared.reference() - compared.crps()),
                signed(compared, over.low()),
                signed(compared, over.high()),
                compared.undecided()
                        ? new Text(
                                "so chance may make this difference: on other trials it could be the other way round",
                                "فقد تكون المصادفة سبب هذا الفرق، وقد ينعكس في تجارب أخرى")
                        : new Text("which is more than chance makes", "وذلك أكثر ممّا تفعله المصادفة"));
    }

    private static String signed(Coverage.Compared compared, double gain) {
        return (gain < 0 ? "-" : "") + error(compared, Math.abs(gain));
    }

    /** Errors of rare harms are small on a scale of 100 and need more digits. */
    private static String error(Coverage.Compared compared, double error) {
        double least = Math.min(compared.crps(), compared.reference());
        return String.format(Locale.ROOT, least < 0.1 ? "%.3f" : "%.1f", error);
    }

    /** That the arms were simulated by the model whose numbers this one draws; empty where they were by this one. */
    static Optional<Text> undrawn(List<ScoredArm> arms, String model) {
        return arms.stream()
                .map(ScoredArm::model)
                .filter(each -> !each.equals(model))
                .findFirst()
                .map(held -> Finding.of(
                        "These trials were simulated by the model `%s` with its numbers as they stand in it; what they say when the numbers are drawn from the calibration, as here, stands under “leave one out” in docs/validation.md.",
                        "حوكيت هذه التجارب بالنموذج `%s` وقيمه كما هي فيه؛ أمّا ما تقوله حين تُسحب القيم من المعايرة، كما هنا، فتحت «leave one out» في docs/validation.md.",
                        held));
    }

    /** How far people differ in some arms, at least one, beside the simulated people. */
    static Text spreads(List<PeopleSpread> arms) {
        DoubleSummaryStatistics ratios =
                arms.stream().mapToDouble(PeopleSpread::ratio).summaryStatistics();
        return Finding.of(
                "The standard deviation between people, printed of %s, is %.2f times the simulated one in the geometric mean (%.2f to %.2f). Above 1 people differ more than simulated ones, and the simulation finds differences too easily; below 1 not easily enough.",
                "الانحراف المعياري بين الناس، وقد نُشر عن %s، يساوي المحاكى مضروباً في %.2f في المتوسط الهندسي (من %.2f إلى %.2f). فوق 1 يختلف الناس أكثر من المحاكين، فتجد المحاكاة الفروق بأسهل مما ينبغي؛ ودون 1 بأصعب مما ينبغي.",
                Counted.arms(arms.size()),
                PeopleSpread.meanRatio(arms),
                ratios.getMin(),
                ratios.getMax());
    }

    /** How many published trials without a difference the simulation expects to find one. */
    static Text nulls(Validation validation) {
        return Finding.of(
                "Published comparisons without a difference: %d. In %d of them a difference is expected; in %d more the share of simulated trials that find one is too near half to tell.",
                "المقارنات المنشورة التي لم تجد فرقاً: %d. يُتوقّع فرق في %d منها؛ وفي %d أخرى تكون نسبة التجارب المحاكاة التي تجده أقرب إلى النصف من أن يُحكم بها.",
                validation.nulls().size(),
                validation.nullsPositive(),
                validation.nullsUndecided());
    }

    /** Why a comparison without a difference counts as expected, or does not. */
    static Text why(NullTrial trial) {
        return Finding.of(
                "simulated difference %.1f, 95 %% of trials %.1f to %.1f, power %.0f %% (%.0f to %.0f): %s",
                "الفرق المحاكى %.1f، و95٪ من التجارب بين %.1f و%.1f، والقدرة %.0f٪ (من %.0f إلى %.0f): %s",
                trial.difference(),
                trial.prediction95().low(),
                trial.prediction95().high(),
                100 * trial.power(),
                100 * trial.power95().low(),
                100 * trial.power95().high(),
                reason(trial));
    }

    private static Text reason(NullTrial trial) {
        if (trial.undecided()) {
            return new Text(
                    "too near half to tell whether a difference is expected",
                    "أقرب إلى النصف من أن يُعرف هل يُتوقّع فرق");
        }
        if (trial.power() >= NullTrial.ENOUGH) {
            return new Text(
                    "a difference is expected, half of such trials or more find it",
                    "يُتوقّع فرق، إذ يجده نصف مثل هذه التجارب أو أكثر");
        }
        return trial.positive()
                ? new Text("a difference is expected, zero lies outside", "يُتوقّع فرق، إذ يقع الصفر خارج المجال")
                : new Text("no difference is expected", "لا يُتوقّع فرق");
    }
}
