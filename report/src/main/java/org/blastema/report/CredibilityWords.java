package org.blastema.report;

import java.util.List;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Knowledge;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.Credibility;
import org.blastema.evidence.CredibilityFrame;
import org.blastema.evidence.Scored;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;

/** What speaks for and against answers, in lines: for each study what is its own, then what holds for all. */
public final class CredibilityWords {
    private final Library library;
    private final Lines lines;

    private CredibilityWords(Library library, Language language) {
        this.library = library;
        this.lines = new Lines(language);
    }

    /** Lines with two spaces for each step of indent; those of a study begin with its title. */
    public static List<String> of(
            CredibilityFrame frame, List<Credibility> studies, Library library, Language language) {
        CredibilityWords words = new CredibilityWords(library, language);
        studies.forEach(words::study);
        words.frame(frame);
        words.lines.say(0, "A simulation, not medical advice.", "محاكاة، وليست نصيحة طبية.");
        return words.lines.written();
    }

    private void study(Credibility found) {
        lines.say(0, "%s", "%s", found.study().title());
        if (!found.modified().isEmpty()) {
            lines.add("  MODIFIED: " + String.join(", ", found.modified()));
        }
        found.study().question().ifPresent(each -> lines.say(1, "question: %s", "السؤال: %s", each));
        found.study()
                .contextOfUse()
                .ifPresentOrElse(
                        each -> lines.say(1, "context of use: %s", "سياق الاستعمال: %s", each),
                        () -> lines.say(1, "gap: no context of use is stated", "نقص: لم يُذكر سياق الاستعمال"));
        found.assessed()
                .ifPresentOrElse(
                        this::risk,
                        () -> lines.say(
                                1,
                                "gap: nobody has judged the risk of a wrong answer of this study",
                                "نقص: لم يحكم أحد على مخاطرة الجواب الخاطئ في هذه الدراسة"));
        validation(found);
        numbers(found);
        lines.add("");
    }

    private void risk(CredibilityFrame.Assessed assessed) {
        lines.say(
                1,
                "model risk: %s (influence on the decision %s, consequence of a wrong one %s). %s",
                "مخاطرة النموذج: %s (التأثير في القرار: %s، عاقبة القرار الخاطئ: %s). %s",
                grade(assessed.risk()),
                grade(assessed.influence()),
                grade(assessed.consequence()),
                assessed.reason());
        tests(1, assessed.tests());
        assessed.gaps().forEach(this::gap);
    }

    private static Text grade(CredibilityFrame.Grade grade) {
        return switch (grade) {
            case LOW -> new Text("low", "منخفضة");
            case MEDIUM -> new Text("medium", "متوسطة");
            case HIGH -> new Text("high", "عالية");
        };
    }

    private void gap(Text gap) {
        lines.say(1, "gap: %s", "نقص: %s", gap);
    }

    private void tests(int indent, List<String> tests) {
        if (!tests.isEmpty()) {
            lines.say(indent, "tests: %s", "اختبارات: %s", String.join(", ", tests));
        }
    }

    private void validation(Credibility found) {
        if (found.arms().isEmpty()) {
            gap(new Text("no published trial is held against this model", "لا تُقارن أي تجربة منشورة بهذا النموذج"));
        }
        for (Scored.Block block : Scored.Block.values()) {
            found.coverage(block).ifPresent(coverage -> {
                lines.say(1, "published trials, %s:", "التجارب المنشورة، %s:", title(block));
                ValidationWords.coverage(coverage).forEach(each -> lines.say(2, "%s", "%s", each));
                lines.say(2, "%s", "%s", ValidationWords.block(block));
            });
        }
        ValidationWords.undrawn(found.arms(), found.study().model()).ifPresent(each -> lines.say(1, "%s", "%s", each));
        if (!found.arms().isEmpty() && found.coverage(Scored.Block.HELD_BACK).isEmpty()) {
            gap(new Text("no published trial was held back", "لم تُحجب أي تجربة منشورة"));
        }
        if (!found.changed().isEmpty()) {
            lines.say(
                    1,
                    "gap: this comparison is out of date; changed since: %s",
                    "نقص: هذه المقارنة قديمة، وتغيّر منذئذ: %s",
                    String.join(", ", found.changed()));
        }
    }

    private static Text title(Scored.Block block) {
        return switch (block) {
            case CALIBRATION -> new Text("calibration", "المعايرة");
            case HELD_BACK -> new Text("held back", "المحجوبة");
        };
    }

    private void numbers(Credibility found) {
        Model model = ModelReader.read(library, found.study().model());
        Model.Readout readout = model.readouts().get(model.readout(found.endpoint()));
        lines.say(
                1,
                "headline: the same person with %s less that with %s, %s at %s: %s (95 %% interval of the mean %s to %s) %s;"
                        + " scenario %s, seed %d, %d persons",
                "العنوان: الشخص نفسه مع: %s، ناقصاً ما يكون مع: %s؛ %s في %s: %s (مجال 95%% للمتوسط من %s إلى %s) %s؛"
                        + " السيناريو %s، البذرة %d، %d شخصاً",
                title(found, found.arm()),
                title(found, found.versus()),
                readout.label(),
                Span.moment(found.month()),
                number(found.headline()),
                number(found.headline95().low()),
                number(found.headline95().high()),
                readout.unitWords().orElse(Terms.unit(readout.unit().code())),
                Terms.scenario(found.study().scenario()),
                found.seed(),
                found.persons());
        List<Text> known = found.known().entrySet().stream()
                .map(each -> Finding.of("%s %d", "%s: %d", knowledge(each.getKey()), each.getValue()))
                .toList();
        lines.say(
                1,
                "its two arms take %d numbers: %s",
                "تأخذ مجموعتاه %d عدداً: %s",
                found.numbers().size(),
                Finding.joined(known));
        drivers(found);
    }

    private void drivers(Credibility found) {
        List<Credibility.Influence> drivers = found.drivers();
        lines.say(
                1,
                "recalled or assumed numbers that drive the headline, and what it changes by:",
                "أعداد من الذاكرة أو مفترضة تحرّك العنوان، ومقدار تغيّره:");
        drivers.stream().filter(Credibility.Influence::unmeasured).forEach(this::driver);
        if (drivers.stream().noneMatch(Credibility.Influence::unmeasured)) {
            lines.say(2, "none", "لا شيء");
        }
        lines.say(1, "other numbers that drive it:", "أعداد أخرى تحرّكه:");
        drivers.stream().filter(each -> !each.unmeasured()).forEach(this::driver);
        lines.say(
                1,
                "The other %d numbers move it by less than a hundredth of it, or not beyond chance; %d of them are choices between"
                        + " values, which were not moved.",
                "أما الأعداد الأخرى، وهي %d، فتحرّكه بأقل من جزء من مئة منه أو ضمن الصدفة؛ ومنها %d خيارات بين قيم لم تُحرَّك.",
                found.numbers().size() - drivers.size(),
                found.numbers().stream().filter(each -> each.effect().isEmpty()).count());
    }

    private void driver(Credibility.Influence each) {
        lines.say(
                2,
                "%s (%s): %s (%s to %s), %s",
                "%s (%s): %s (%s إلى %s)، %s",
                each.name(),
                each.parameter()
                        .knowledge()
                        .map(CredibilityWords::knowledge)
                        .orElse(new Text("of no stated knowledge", "لم يُذكر كيف عُرف")),
                number(each.effect().orElse(0)),
                number(each.effect95().orElseThrow().low()),
                number(each.effect95().orElseThrow().high()),
                move(each.move()));
    }

    private static Text move(Credibility.Move move) {
        return switch (move) {
            case SPREAD ->
                new Text(
                        "from the 16 % to the 84 % quantile of what is not known",
                        "من المئين 16 إلى المئين 84 مما ليس معروفاً");
            case TENTH -> new Text("when it is a tenth larger", "حين يزيد عُشراً");
        };
    }

    private static Text knowledge(Knowledge knowledge) {
        return new Text(
                Fields.word(knowledge),
                switch (knowledge) {
                    case READ -> "مقروء";
                    case ABSTRACT -> "من ملخّص";
                    case RECALLED -> "من الذاكرة";
                    case COMPUTED -> "محسوب";
                    case ASSUMED -> "مفترض";
                    case FITTED -> "مضبوط";
                });
    }

    /** A left-to-right mark keeps the minus before its number in Arabic. */
    private static Text number(double value) {
        String text = Decimal.plain(Math.round(1000 * value) / 1000.0);
        return new Text(text, text.startsWith("-") ? "\u200e" + text : text);
    }

    private static Text title(Credibility found, String arm) {
        return found.study().titles().getOrDefault(arm, new Text(arm, arm));
    }

    private void frame(CredibilityFrame frame) {
        if (frame.factors().isEmpty()) {
            return;
        }
        lines.say(0, "%s", "%s", frame.title());
        frame.about().forEach(each -> lines.say(1, "%s", "%s", each));
        for (CredibilityFrame.Factor factor : frame.factors()) {
            lines.say(1, "%s:", "%s:", factor.title());
            factor.evidence().forEach(each -> lines.say(2, "%s", "%s", each));
            tests(2, factor.tests());
            factor.gaps().forEach(each -> lines.say(2, "gap: %s", "نقص: %s", each));
        }
        lines.say(1, "promises and the tests that hold them:", "الوعود والاختبارات التي تلزم بها:");
        frame.promises()
                .forEach(each -> lines.say(2, "%s: %s", "%s: %s", each.promise(), String.join(", ", each.tests())));
    }
}
