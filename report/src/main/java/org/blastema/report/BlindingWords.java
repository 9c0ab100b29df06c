package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.BlindingError;

/** How far simulated trials are off by how the published ones were blinded, in words. */
final class BlindingWords {
    static final Text HEAD = new Text("Error by blinding", "الخطأ بحسب التعمية");

    static final Text ABOUT = Finding.of(
            "By how much the published arms did better than the simulated ones, all blocks together, on the scale of 0 to 100. An open trial that does better"
                    + " than its simulation and a blinded one that does not would be bias of those who know; arms of one trial are not independent,"
                    + " and fewer than %d arms decide nothing.",
            "بكم كان تحسّن المجموعات المنشورة أكثر من المحاكاة، في كل الأقسام معاً، على مقياس من 0 إلى 100. ولو تفوّقت تجربة مفتوحة على محاكاتها ولم تتفوّق"
                    + " المعمّاة لكان ذلك انحياز من يعرفون؛ ومجموعات التجربة الواحدة غير مستقلة، وأقل من %d مجموعات لا تحسم شيئاً.",
            BlindingError.FEWEST);

    private BlindingWords() {}

    /** The table, its head first; the last column says where there are too few arms. */
    static List<List<String>> rows(List<BlindingError> errors, Language language) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(texts(
                language,
                new Text("area", "المجال"),
                new Text("blinding", "التعمية"),
                new Text("trials", "التجارب"),
                new Text("arms", "المجموعات"),
                new Text("inside", "داخل"),
                new Text("published better by", "تفوّق المنشور"),
                new Text("without the sign", "بلا إشارة"),
                new Text("", "")));
        errors.forEach(each -> rows.add(row(each, language)));
        return rows;
    }

    private static List<String> row(BlindingError error, Language language) {
        return List.of(
                error.area().orElse(new Text("all", "الكل").in(language)),
                group(error.group()).in(language),
                Integer.toString(error.trials()),
                Integer.toString(error.coverage().arms()),
                Integer.toString(error.coverage().inside()),
                String.format(Locale.ROOT, "%.1f", error.coverage().betterBy()),
                String.format(Locale.ROOT, "%.1f", error.size()),
                error.few() ? new Text("decides nothing", "لا يحسم شيئاً").in(language) : "");
    }

    private static List<String> texts(Language language, Text... texts) {
        return List.of(texts).stream().map(each -> each.in(language)).toList();
    }

    private static Text group(BlindingError.Group group) {
        return switch (group) {
            case TRIPLE -> new Text("triple", "ثلاثية");
            case DOUBLE -> new Text("double", "مزدوجة");
            case SINGLE -> new Text("single", "أحادية");
            case ASSESSOR -> new Text("assessor alone", "المقيِّم وحده");
            case OPEN -> new Text("open", "مفتوحة");
            case NOT_READ -> new Text("not read", "لم تُقرأ");
            case NO_CONTROL -> new Text("no control group", "بلا مجموعة مقارنة");
        };
    }
}
