package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.blastema.core.Text;
import org.blastema.evidence.Calibrated;

/** What a calibration says of the mechanisms that it mixes. */
final class MechanismWords {
    private MechanismWords() {}

    /** How they are mixed, for a calibration that has rivals. */
    static List<Text> of(Calibrated calibrated) {
        List<Text> sentences = new ArrayList<>(List.of(mixed(calibrated)));
        List<Text> unshown = calibrated.mechanisms().stream()
                .filter(each -> each.draws() == 0)
                .map(each -> name(calibrated, each))
                .toList();
        if (!unshown.isEmpty()) {
            sentences.add(Finding.of(
                    "Without a draw, for its weight is too small for one, and so without a part in any forecast: %s.",
                    "بلا سحبة لأن الوزن أصغر من أن يستحقّها، فلا نصيب في أي تنبّؤ: %s.", Finding.joined(unshown)));
        }
        sentences.add(new Text(
                "The table of parameters, the known parameters found again and the mean square are of the model's own mechanism alone.",
                "جدول المعاملات واستعادة المعاملات المعروفة ومتوسط المربعات هي لآلية النموذج نفسه وحدها."));
        return sentences;
    }

    private static Text mixed(Calibrated calibrated) {
        List<Text> shown = calibrated.mechanisms().stream()
                .filter(each -> each.draws() > 0)
                .map(each -> Finding.of("%2$d of %1$s", "%2$d من %1$s", name(calibrated, each), each.draws()))
                .toList();
        return Finding.of(
                "The posterior mixes mechanisms in proportion to their weights, %s, %d draws in all. Each simulated trial of a forecast takes one"
                        + " of them, so one mechanism as a whole.",
                "يمزج التوزيع البعدي الآليات بقدر أوزانها، %s، والمجموع %d سحبة. وكل تجربة محاكاة في تنبّؤ تأخذ واحدة منها، أي آلية واحدة كاملة.",
                Finding.joined(shown),
                calibrated.mixed().under().size());
    }

    /** What the weights of mechanisms do not say. */
    static Text weights() {
        return new Text(
                "The weights take the printed trials at their word: a difference that comes of printing by result or of knowing what one got"
                        + " speaks for a mechanism as one that is real does. They rank these mechanisms and prove none.",
                "تأخذ الأوزان التجارب المطبوعة على ظاهرها: فالفرق الناتج عن النشر بحسب النتيجة أو عن معرفة المريض بما أُعطي يشهد لآلية كما يشهد"
                        + " لها فرق حقيقي. فهي ترتّب هذه الآليات ولا تثبت واحدة منها.");
    }

    private static Text name(Calibrated calibrated, Calibrated.Mechanism mechanism) {
        Text title = title(calibrated, mechanism);
        return new Text("\"" + title.en() + "\"", "«" + title.ar() + "»");
    }

    /** What a mechanism is; nothing but the model's own stands without a rival's title. */
    static Text title(Calibrated calibrated, Calibrated.Mechanism mechanism) {
        return mechanism.name().equals(calibrated.calibration().name())
                ? new Text("the model's own", "آلية النموذج نفسه")
                : Objects.requireNonNull(calibrated.calibration().rivals().get(mechanism.name()))
                        .title();
    }
}
