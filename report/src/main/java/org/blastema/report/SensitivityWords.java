package org.blastema.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.AskedResult;
import org.blastema.evidence.InputGroup;
import org.blastema.evidence.ResearchValue;
import org.blastema.evidence.Sensitivity;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.blastema.statistics.Interval;
import org.blastema.trial.Plan;

/** Where the spread of a result comes from, in lines for the terminal. */
public final class SensitivityWords {
    private static final Map<InputGroup, Text> GROUPS = Map.of(
            InputGroup.PATIENT, new Text("the person, luck included", "الشخص، ومعه حظه"),
            InputGroup.PRODUCT, new Text("product and donor", "المنتج والمتبرع"),
            InputGroup.CENTRE, new Text("trial and centre", "التجربة والمركز"),
            InputGroup.KNOWLEDGE, new Text("what is not known", "ما ليس معروفاً"),
            InputGroup.NOISE, new Text("the day it is measured", "يوم القياس"));

    private final Plan plan;
    private final Sensitivity found;
    private final AskedResult asked;
    private final Model.Readout readout;
    private final Lines lines;

    private SensitivityWords(Plan plan, Sensitivity found, Library library, Language language) {
        this.plan = plan;
        this.found = found;
        this.asked = found.asked();
        Model model = ModelReader.read(library, plan.study().model());
        this.readout = model.readouts().get(model.readout(asked.endpoint()));
        this.lines = new Lines(language);
    }

    /**
     * @param research worth of finding out, by threshold; empty where the study has no costs beside effects
     */
    public static List<String> of(
            Plan plan, Sensitivity found, List<ResearchValue> research, Library library, Language language) {
        return new SensitivityWords(plan, found, library, language).lines(research);
    }

    private List<String> lines(List<ResearchValue> research) {
        lines.say(0, "%s", "%s", plan.study().title());
        if (!asked.modified().isEmpty()) {
            lines.add("MODIFIED: " + String.join(", ", asked.modified()));
        }
        lines.say(
                0,
                "%s, %s; scenario %s, seed %d; simulated, %d times %s, eligible as the study asks, none leaves",
                "%s، %s؛ السيناريو %s، البذرة %d؛ محاكاة، %d مرة %s، مؤهلون بشروط الدراسة ولا ينسحب أحد",
                readout.label(),
                Span.moment(asked.month()),
                Terms.scenario(asked.scenario()),
                asked.seed(),
                found.replicates(),
                Counted.people(found.persons()));
        quantity(
                Finding.of("Change of one person with %s", "تغيّر شخص واحد مع: %s", title(asked.arm())),
                found.change());
        quantity(
                Finding.of(
                        "Difference to the same person between %s and %s",
                        "الفرق عند الشخص نفسه بين: %s، و: %s", title(asked.arm()), title(asked.versus())),
                found.benefit());
        answer();
        research.forEach(this::research);
        lines.say(0, "A simulation, not medical advice.", "محاكاة، وليست نصيحة طبية.");
        return lines.written();
    }

    private Text title(String arm) {
        return plan.study().titles().getOrDefault(arm, new Text(arm, arm));
    }

    private void quantity(Text head, Sensitivity.Quantity quantity) {
        lines.add("");
        Text unit = readout.unitWords().orElse(Terms.unit(readout.unit().code()));
        lines.say(
                0,
                "%s: mean %.1f, SD %.2f %s",
                "%s: المتوسط %.1f، الانحراف المعياري %.2f %s",
                head,
                quantity.values().mean(),
                quantity.values().sd(),
                unit);
        if (quantity.groups().isEmpty()) {
            lines.say(
                    1,
                    "It is the same in everyone: there is no spread to share out.",
                    "هو واحد عند الجميع: لا تباين يُقسَّم.");
            return;
        }
        lines.say(
                1,
                "of 100 parts of the variance: alone (95 %% interval); with all it does together with others",
                "من كل 100 جزء من التباين: وحده (مجال 95%%)؛ ومع كل ما يفعله مشتركاً مع غيره");
        quantity.groups().forEach(each -> share(group(each.of()), each));
        if (!quantity.parameters().isEmpty()) {
            lines.say(
                    1,
                    "single numbers of what is not known, most first:",
                    "أرقام مفردة مما ليس معروفاً، الأكبر أولاً:");
            quantity.parameters().forEach(each -> share(new Text(each.of(), each.of()), each));
        }
    }

    /** Where a spread comes from. */
    static Text group(InputGroup group) {
        return GROUPS.getOrDefault(group, new Text("", ""));
    }

    private void share(Text name, Sensitivity.Share<?> share) {
        lines.say(
                2,
                "%s: %s; %s",
                "%s: %s؛ %s",
                name,
                parts(share.first(), share.first95()),
                parts(share.total(), share.total95()));
    }

    private static Text parts(double share, Interval interval) {
        String en = "%.1f (%.1f to %.1f)";
        return Finding.of(en, "%.1f (%.1f إلى %.1f)", 100 * share, 100 * interval.low(), 100 * interval.high());
    }

    /** What to say to "results vary from person to person". */
    private void answer() {
        lines.add("");
        if (found.change().groups().isEmpty()) {
            return;
        }
        lines.say(
                0,
                "\"Results vary from person to person\": of 100 parts of the variance of what one person sees with %s, %.0f are"
                        + " the day it is measured alone (errors of measuring, good and bad days) and %.0f the person alone, luck included.",
                "«النتائج تختلف من شخص إلى آخر»: من كل 100 جزء من تباين ما يراه شخص واحد مع: %s، يعود %.0f إلى يوم القياس وحده (خطأ القياس وتقلّب الحال)"
                        + " و%.0f إلى الشخص وحده، ومعه حظه.",
                title(asked.arm()),
                alone(found.change(), InputGroup.NOISE),
                alone(found.change(), InputGroup.PATIENT));
        doubt(found.change(), InputGroup.NOISE, InputGroup.PATIENT);
        if (!found.benefit().groups().isEmpty()) {
            lines.say(
                    0,
                    "Of what the treatment itself makes different, %.0f of 100 parts are the person alone, luck included, and %.0f what is not known"
                            + " alone: the last is a gap in knowledge, not a difference between persons.",
                    "ومما يغيّره العلاج نفسه، يعود %.0f من 100 جزء إلى الشخص وحده، ومعه حظه، و%.0f إلى ما ليس معروفاً وحده: والأخير نقص في"
                            + " المعرفة لا فرق بين الأشخاص.",
                    alone(found.benefit(), InputGroup.PATIENT),
                    alone(found.benefit(), InputGroup.KNOWLEDGE));
            doubt(found.benefit(), InputGroup.PATIENT, InputGroup.KNOWLEDGE);
        }
    }

    /** Says that two groups cannot be ranked where the intervals of what they do alone overlap. */
    private void doubt(Sensitivity.Quantity quantity, InputGroup one, InputGroup other) {
        Optional<Sensitivity.Share<InputGroup>> first = of(quantity, one);
        Optional<Sensitivity.Share<InputGroup>> second = of(quantity, other);
        if (first.isPresent()
                && second.isPresent()
                && overlap(first.get().first95(), second.get().first95())) {
            lines.say(
                    1,
                    "Their 95 %% intervals overlap (%s; %s): which of the two is larger is not told apart from chance here, and more persons"
                            + " (--persons) make the intervals narrower.",
                    "مجالا 95%% لهما يتداخلان (%s؛ %s): فلا يُميَّز هنا أيهما الأكبر من المصادفة، وزيادة الأشخاص (--persons) تضيّق المجالات.",
                    parts(first.get().first(), first.get().first95()),
                    parts(second.get().first(), second.get().first95()));
        }
    }

    private static boolean overlap(Interval one, Interval other) {
        return one.low() <= other.high() && other.low() <= one.high();
    }

    private static Optional<Sensitivity.Share<InputGroup>> of(Sensitivity.Quantity quantity, InputGroup group) {
        return quantity.groups().stream().filter(each -> each.of() == group).findFirst();
    }

    private void research(ResearchValue worth) {
        lines.add("");
        lines.say(
                0,
                "What finding out is worth, for each person for whom one chooses, at %.0f %s for a year of full health (%d draws): all of it %.0f %s",
                "قيمة المعرفة، لكل شخص يُختار له، إذا عُدّت سنة الصحة التامة بمبلغ %.0f %s (%d سحباً): معرفة كل شيء %.0f %s",
                worth.threshold(),
                worth.currency(),
                worth.draws(),
                worth.perfect(),
                worth.currency());
        worth.numbers()
                .forEach(each -> lines.say(1, "%s alone: %.0f", "معرفة %s وحده: %.0f", each.parameter(), each.value()));
        if (worth.numbers().isEmpty()) {
            lines.say(1, "No single number would change the choice.", "لا رقم بمفرده يغيّر الاختيار.");
        }
    }

    /** Parts of 100, without what chance adds below 0 or above 100; 0 where the group is not drawn. */
    private static double alone(Sensitivity.Quantity quantity, InputGroup group) {
        return of(quantity, group)
                .map(each -> Math.clamp(100 * each.first(), 0, 100))
                .orElse(0.0);
    }
}
