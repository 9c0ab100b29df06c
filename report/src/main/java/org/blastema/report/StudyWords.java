package org.blastema.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.trial.Product;
import org.blastema.trial.Study;

/** A study as people read it on a terminal. */
public final class StudyWords {
    private final Study study;
    private final Language language;
    private final List<String> lines = new ArrayList<>();

    private StudyWords(Study study, Language language) {
        this.study = study;
        this.language = language;
    }

    public static List<String> of(Study study, Language language) {
        StudyWords words = new StudyWords(study, language);
        words.write();
        return words.lines;
    }

    private void write() {
        lines.add(say(study.title()));
        study.question().ifPresent(question -> lines.add(say(question)));
        study.contextOfUse().ifPresent(use -> lines.add(say(use)));
        head("Design", "التصميم");
        lines.add(String.format(
                Locale.ROOT,
                "  %s: %d, %s: %d, twins: %d, seed: %d, alpha: %s",
                word("patients per arm", "المرضى في كل مجموعة"),
                study.patients(),
                word("trials", "التجارب"),
                study.trials(),
                study.twins(),
                study.seed(),
                study.alpha()));
        lines.add("  " + word("population", "السكان") + ": "
                + say(study.population().title()));
        study.eligibility()
                .forEach((readout, range) ->
                        lines.add("  " + word("eligible", "شرط القبول") + ": " + readout + " " + range));
        study.dropOut()
                .ifPresent(d -> lines.add(String.format(
                        Locale.ROOT, "  %s: %s / %s d", word("drop-out", "الانقطاع"), d.share(), d.by())));
        lines.add("  " + word("visits (months)", "الزيارات (أشهر)") + ": "
                + String.join(
                        ", ",
                        study.visits().stream()
                                .map(v -> ParameterRows.number(v.month()))
                                .toList()));
        lines.add("  " + word("endpoints", "المقاييس") + ": "
                + String.join(
                        ", ",
                        study.endpoints().stream().map(Study.Endpoint::readout).toList()));
        lines.add("  " + word("scenarios", "السيناريوهات") + ": " + String.join(", ", study.scenarios()) + " ("
                + study.scenario() + ")");
        head("Arms", "المجموعات");
        study.arms().forEach(this::arm);
        head("Put in", "ما أُدخل");
        study.putIn().forEach(text -> lines.add("  - " + say(text)));
    }

    private void arm(Study.Arm arm) {
        String reference = arm.name().equals(study.reference()) ? " (" + word("reference", "المرجع") + ")" : "";
        String size = arm.patients().isPresent() ? ", " + word("patients", "المرضى") + ": " + study.patients(arm) : "";
        lines.add("  " + arm.name() + reference + ": " + say(arm.product().title()) + ", models/"
                + arm.product().model() + size);
        for (Product.AdverseEvent event : arm.product().adverseEvents()) {
            String ratio = event.ratio().map(r -> " x " + r.value()).orElse("");
            lines.add("      " + say(event.label()) + ": " + event.probability().value() + ratio + " "
                    + event.probability().sources());
        }
        arm.product()
                .risk()
                .ifPresent(risk -> lines.add(
                        "      " + word("harms", "الأضرار") + ": models/" + risk.model() + " " + settings(arm, risk)));
        arm.product()
                .costs()
                .ifPresent(costs -> costs.items()
                        .forEach(item -> lines.add("      " + say(item.label()) + ": "
                                + ParameterRows.number(item.price().value()) + " " + costs.currency() + " "
                                + costs.year() + " " + item.price().sources())));
    }

    /** What the arm chooses of the settings of the model of its harms. */
    private String settings(Study.Arm arm, Product.Risk risk) {
        SequencedMap<String, String> chosen = new LinkedHashMap<>(risk.settings());
        chosen.putAll(study.settings(arm));
        return String.join(
                ", ",
                chosen.entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue())
                        .toList());
    }

    private void head(String en, String ar) {
        lines.add("");
        lines.add(word(en, ar));
    }

    private String word(String en, String ar) {
        return say(new Text(en, ar));
    }

    private String say(Text text) {
        return text.in(language);
    }
}
