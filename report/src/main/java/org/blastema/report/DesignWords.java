package org.blastema.report;

import java.util.List;
import java.util.OptionalInt;
import org.blastema.core.Decimal;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.DesignFound;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.blastema.statistics.Interval;
import org.blastema.statistics.Spending;
import org.blastema.trial.Plan;

/** What size a trial needs, in lines for the terminal. */
public final class DesignWords {
    private final Plan plan;
    private final DesignFound found;
    private final List<DesignFound> enriched;
    private final Library library;
    private final Language language;
    private final Model.Readout readout;
    private final Lines lines;

    private DesignWords(Plan plan, DesignFound found, List<DesignFound> enriched, Library library, Language language) {
        this.plan = plan;
        this.found = found;
        this.enriched = enriched;
        this.library = library;
        this.language = language;
        Model model = ModelReader.read(library, plan.study().model());
        this.readout = model.readouts().get(model.readout(found.endpoint()));
        this.lines = new Lines(language);
    }

    /**
     * @param enriched the same trial of fewer of those whom the study takes
     */
    public static List<String> of(
            Plan plan, DesignFound found, List<DesignFound> enriched, Library library, Language language) {
        return new DesignWords(plan, found, enriched, library, language).lines();
    }

    private List<String> lines() {
        lines.say(0, "%s", "%s", plan.study().title());
        if (!found.modified().isEmpty()) {
            lines.add("MODIFIED: " + String.join(", ", found.modified()));
        }
        head();
        middle();
        found.looks().ifPresent(this::bounds);
        found.scenarios().forEach(this::scenario);
        apart();
        if (!enriched.isEmpty()) {
            EnrichmentWords.of(plan, found, enriched, library, language).forEach(lines::add);
        }
        lines.add("");
        lines.say(0, "A simulation, not medical advice.", "محاكاة، وليست نصيحة طبية.");
        return lines.written();
    }

    private void head() {
        lines.say(
                0,
                "%s, %s, against %s; two-sided alpha %s, power asked for %s; %d trials, seed %d; simulated",
                "%s، %s، مقابل: %s؛ مستوى ألفا ثنائي الجانب %s، والقوة المطلوبة %s؛ %d تجربة، البذرة %d؛ محاكاة",
                readout.label(),
                Span.moment(found.month()),
                title(found.reference()),
                Decimal.plain(found.test().alpha()),
                Decimal.plain(found.test().power()),
                found.effort().trials(),
                found.seed());
        lines.say(
                0,
                "Each trial draws what is not known anew, so power here is assurance. Equally many patients in every arm; those who leave count as"
                        + " enrolled. In brackets: exact 95 %% intervals of the simulation.",
                "تسحب كل تجربة ما ليس معروفاً من جديد، فالقوة هنا هي قوة متوسطة على ما نجهله. العدد واحد في كل المجموعات، ومن ينسحب محسوب من"
                        + " المسجَّلين. وبين قوسين مجالات 95%% الدقيقة للمحاكاة.");
    }

    private void middle() {
        lines.say(
                0,
                "At the middle: the power if every number that is not known had exactly its middle value. Where it is above the assurance, a plan"
                        + " by it leaves out that the truth may be worse; a choice between mechanisms has no middle and is drawn in both.",
                "عند الوسط: القوة لو كان لكل عدد نجهله قيمته الوسطى تماماً. وحيث تفوق القوة المتوسطة فالتخطيط بها يُغفل أن الحقيقة قد تكون أسوأ؛"
                        + " والاختيار بين آليات لا وسط له فيُسحب في الحالتين.");
    }

    private Text title(String arm) {
        return plan.study().titles().getOrDefault(arm, new Text(arm, arm));
    }

    private void scenario(DesignFound.Scenario scenario) {
        lines.add("");
        lines.say(0, "Scenario %s", "السيناريو %s", Terms.scenario(scenario.name()));
        scenario.arms().forEach(this::arm);
    }

    private void arm(DesignFound.Arm arm) {
        Text unit = readout.unitWords().orElse(Terms.unit(readout.unit().code()));
        lines.say(
                1, "%s: mean difference %.1f %s", "%s: متوسط الفرق %.1f %s", title(arm.name()), arm.difference(), unit);
        if (arm.nothing()) {
            lines.say(
                    2,
                    "The scenario takes its effect away: what is found is an error (alpha %s).",
                    "السيناريو يلغي أثره: فما يُكتشف خطأ (ألفا %s).",
                    Decimal.plain(found.test().alpha()));
        }
        arm.points().forEach(this::point);
        if (!arm.nothing()) {
            needed(arm.needed());
            lines.say(
                    2,
                    "at the middle: %s (%s to %s); mean difference %.1f %s",
                    "وعند الوسط: %s (%s إلى %s)؛ متوسط الفرق %.1f %s",
                    size(arm.middle().needed().size()),
                    size(arm.middle().needed().low()),
                    size(arm.middle().needed().high()),
                    arm.middle().difference(),
                    unit);
            doubt(arm.needed());
        }
        arm.looks().ifPresent(this::looked);
    }

    private void point(DesignFound.Point point) {
        Text middle = Finding.of("; at the middle %s", "؛ وعند الوسط %s", share(point.middle()));
        Text holm = point.holm()
                .map(each -> Finding.of(
                        "; after Holm, all arms together, %s", "؛ وبعد تصحيح هولم للمجموعات كلها %s", share(each)))
                .orElse(new Text("", ""));
        lines.say(
                2,
                "%d patients per arm: found in %s of 100 trials%s%s",
                "%d مريضاً في كل مجموعة: يُكتشف في %s من 100 تجربة%s%s",
                point.size(),
                share(point.power()),
                middle,
                holm);
    }

    private static Text share(DesignFound.Share share) {
        return Finding.of("%s (%s)", "%s (%s)", hundred(share.value()), range(share.ci95()));
    }

    private static Text range(Interval interval) {
        return Finding.of("%s to %s", "%s إلى %s", hundred(interval.low()), hundred(interval.high()));
    }

    static String hundred(double share) {
        return Decimal.plain(Math.round(1000 * share) / 10.0);
    }

    private void needed(DesignFound.Needed needed) {
        lines.say(
                2,
                "needed for power %s: %s patients per arm (%s to %s)",
                "يلزم للقوة %s: %s مريضاً في كل مجموعة (%s إلى %s)",
                Decimal.plain(found.test().power()),
                size(needed.size()),
                size(needed.low()),
                size(needed.high()));
    }

    private void doubt(DesignFound.Needed needed) {
        needed.doubtful(found.test().power())
                .ifPresent(power -> lines.say(
                        2,
                        "UNCERTAIN: with %d per arm these trials find it in %s of 100, so the power may be much less than %s; more trials"
                                + " (--trials) are needed before this size is relied on.",
                        "غير مؤكد: مع %d في كل مجموعة تجده هذه التجارب في %s من 100، فقد تكون القوة أقل بكثير من %s؛ ولا يُعتمد هذا العدد قبل"
                                + " محاكاة تجارب أكثر (--trials).",
                        needed.size().orElseThrow(),
                        share(power),
                        Decimal.plain(found.test().power())));
    }

    private Text size(OptionalInt size) {
        int most = found.effort().most();
        return size.isPresent()
                ? Finding.of("%d", "%d", size.getAsInt())
                : Finding.of("more than %d", "أكثر من %d", most);
    }

    private void looked(DesignFound.Looked looked) {
        lines.say(
                2,
                "with the looks, at most %d per arm: found in %s of 100 trials; %s of 100 patients are enrolled on average (%s)",
                "مع النظرات، %d على الأكثر في كل مجموعة: يُكتشف في %s من 100 تجربة؛ ويُسجَّل وسطياً %s من كل 100 مريض (%s)",
                looked.most(),
                share(looked.power()),
                hundred(looked.share()),
                range(looked.share95()));
    }

    private void bounds(DesignFound.Bounds bounds) {
        Text spending = found.test().spending() == Spending.POCOCK
                ? new Text("Pocock", "بوكوك")
                : new Text("O'Brien and Fleming", "أوبراين وفليمنغ");
        lines.add("");
        lines.say(
                0,
                "%d looks, level spent as %s: a trial ends where |Z| exceeds the bound",
                "%d نظرات، يُنفَق مستوى ألفا بطريقة %s: تنتهي التجربة حين تتجاوز |Z| الحد",
                bounds.bounds().size(),
                spending);
        for (int k = 0; k < bounds.bounds().size(); k++) {
            lines.say(
                    1,
                    "look %d: %.3f; spent so far %.5f",
                    "النظرة %d: %.3f؛ والمُنفَق حتى الآن %.5f",
                    k + 1,
                    bounds.bounds().get(k),
                    bounds.spent().get(k));
        }
        lines.say(
                1,
                "By theory the largest sample is %.3f of that of one look; expected are %.1f of 100 of it if the difference is as planned, %.1f if there is none.",
                "نظرياً أكبر عينة هي %.3f من عينة النظرة الواحدة؛ ويُتوقع %.1f من 100 منها إن كان الفرق كما خُطط، و%.1f إن لم يوجد فرق.",
                bounds.inflation(),
                100 * bounds.expected(),
                100 * bounds.expectedNull());
    }

    private void apart() {
        if (found.apart().isEmpty()) {
            return;
        }
        lines.add("");
        lines.say(
                0,
                "Scenarios told apart by one trial: its difference lies on the right side of the middle between the two mean differences",
                "تمييز السيناريوهات بتجربة واحدة: أن يقع فرقها في الجهة الصحيحة من منتصف ما بين متوسطي الفرق");
        found.apart()
                .forEach(each -> lines.say(
                        1,
                        "%s, %s or %s: %s patients per arm; with %d, right in %s of 100 trials",
                        "%s، %s أو %s: %s مريضاً في كل مجموعة؛ ومع %d، صحيح في %s من 100 تجربة",
                        title(each.arm()),
                        Terms.scenario(each.one()),
                        Terms.scenario(each.other()),
                        size(each.needed()),
                        found.effort().most(),
                        share(each.right())));
    }
}
