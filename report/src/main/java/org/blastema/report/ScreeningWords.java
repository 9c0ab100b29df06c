package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.AskedResult;
import org.blastema.evidence.InputGroup;
import org.blastema.evidence.Screening;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.blastema.statistics.ElementaryEffects;
import org.blastema.trial.Plan;

/** Which numbers move a result and which do nothing, in lines for the terminal. */
public final class ScreeningWords {
    private static final int TOLD = 20;
    private static final int FIRST_NUMBER = 2;

    private final Plan plan;
    private final Screening found;
    private final AskedResult asked;
    private final Model.Readout readout;
    private final Language language;
    private final Lines lines;

    private ScreeningWords(Plan plan, Screening found, Library library, Language language) {
        this.plan = plan;
        this.found = found;
        this.asked = found.asked();
        Model model = ModelReader.read(library, plan.study().model());
        this.readout = model.readouts().get(model.readout(asked.endpoint()));
        this.language = language;
        this.lines = new Lines(language);
    }

    public static List<String> of(Plan plan, Screening found, Library library, Language language) {
        return new ScreeningWords(plan, found, library, language).lines();
    }

    private List<String> lines() {
        lines.say(0, "%s", "%s", plan.study().title());
        if (!asked.modified().isEmpty()) {
            lines.add("MODIFIED: " + String.join(", ", asked.modified()));
        }
        lines.say(
                0,
                "%s, %s; scenario %s, seed %d; simulated, %d trajectories, each number moved by half of its distribution",
                "%s، %s؛ السيناريو %s، البذرة %d؛ محاكاة، %d مساراً، يُحرَّك كل رقم بنصف توزيعه",
                readout.label(),
                Span.moment(asked.month()),
                Terms.scenario(asked.scenario()),
                asked.seed(),
                found.trajectories());
        lines.say(
                0,
                "What each moves for its whole distribution, in %s: the difference of one person between %s and %s, and the change with the first.",
                "ما يحرّكه كل رقم على كامل توزيعه، بوحدة %s: الفرق عند الشخص نفسه بين %s و%s، والتغيّر مع الأول.",
                readout.unitWords().orElse(Terms.unit(readout.unit().code())),
                title(asked.arm()),
                title(asked.versus()));
        table();
        idle();
        lines.say(
                0,
                "A first look: it tells sizes, not shares of a variance (without --screen). A simulation, not medical advice.",
                "نظرة أولى: تخبر بالأحجام لا بحصص التباين (من دون --screen). محاكاة، وليست نصيحة طبية.");
        return lines.written();
    }

    private Text title(String arm) {
        return plan.study().titles().getOrDefault(arm, new Text(arm, arm));
    }

    private void table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                say("number", "الرقم"),
                say("of", "من"),
                say("difference (mu*)", "الفرق (mu*)"),
                say("95 % interval", "مجال 95٪"),
                say("with its sign (mu)", "بإشارته (mu)"),
                say("uneven by (sigma)", "تفاوته (sigma)"),
                say("change (mu*)", "التغيّر (mu*)"),
                ""));
        found.moving().stream().limit(TOLD).forEach(each -> rows.add(cells(each)));
        lines.add("");
        Aligned.of(rows, FIRST_NUMBER).forEach(lines::add);
        int rest = found.moving().size() - TOLD;
        if (rest > 0) {
            lines.say(0, "%d more move less; --json has all.", "و%d أخرى تحرّك أقل؛ وفي --json كلها.", rest);
        }
        lines.add("");
    }

    private List<String> cells(Screening.Effect each) {
        ElementaryEffects benefit = each.benefit();
        return List.of(
                each.name(),
                SensitivityWords.group(InputGroup.of(each.level())).in(language),
                number(benefit.size()),
                String.format(
                        Locale.ROOT,
                        say("%s to %s", "%s إلى %s"),
                        number(benefit.size95().low()),
                        number(benefit.size95().high())),
                number(benefit.mean()),
                number(benefit.spread()),
                number(each.change().size()),
                "");
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.equals("-0.00") ? "0.00" : text;
    }

    private void idle() {
        List<String> idle =
                found.idle().stream().map(Screening.Effect::name).distinct().toList();
        if (idle.isEmpty()) {
            lines.say(
                    0,
                    "Each of the %d drawn numbers moves something.",
                    "كل واحد من الأرقام المسحوبة (%d) يحرّك شيئاً.",
                    found.inputs().size());
        } else {
            lines.say(
                    0,
                    "%d of the %d drawn numbers do nothing to this result: %s.",
                    "%d من الأرقام المسحوبة (%d) لا تفعل شيئاً بهذه النتيجة: %s.",
                    found.idle().size(),
                    found.inputs().size(),
                    String.join(", ", idle));
        }
        lines.say(
                0,
                "%d numbers have no spread and are not moved; 'credibility' moves those too.",
                "%d رقماً بلا تشتّت فلا تُحرَّك؛ والأمر credibility يحرّكها أيضاً.",
                found.fixed());
    }

    private String say(String en, String ar) {
        return new Text(en, ar).in(language);
    }
}
