package org.blastema.report;

import java.util.List;
import org.blastema.core.Text;
import org.blastema.evidence.Effort;

/** What the book of claims says of itself, and the words that it cannot do without. */
final class BookAbout {
    private final Html html;
    private final Effort effort;

    BookAbout(Html html, Effort effort) {
        this.html = html;
        this.effort = effort;
    }

    String inner() {
        return html.points(itself())
                + Html.el("h3", html.say("Words", "كلمات"))
                + html.points(words())
                + Html.el(
                        "h3 id=\"verdicts\"",
                        html.say("Words of verdicts among the figures", "كلمات الأحكام بين الأرقام"))
                + html.points(verdicts());
    }

    private List<Text> itself() {
        return List.of(
                new Text(
                        "“Published research” is what studies and authorities say, as we read them. “Our simulation” is a computation with invented people: it shows whether the claim follows from what has been measured. It can prove nothing, and passing a simulated test makes no treatment effective.",
                        "«البحث المنشور» هو ما في الدراسات وما تقوله الجهات الرقابية كما قرأناه. و«محاكاتنا» حساب بأناس متخيَّلين: يُظهر هل ينتج القول ممّا قيس فعلاً. وهي لا تُثبت شيئاً، واجتياز اختبار محاكى لا يجعل علاجاً نافعاً."),
                new Text(
                        "“Unproven” does not mean that it is false: as far as we read, nobody has shown it. “Contradicted” is another thing: studies speak against it.",
                        "«غير مثبت» لا تعني أنه خطأ، بل لم يُثبته أحد فيما قرأناه. أما «مناقَض» فشيء آخر: الدراسات تعارضه."),
                new Text(
                        "How sure something is, is our own summary of what was read, not a formal assessment.",
                        "درجة التأكّد خلاصتنا نحن لما قُرئ، وليست تقييماً رسمياً."),
                Finding.of(
                        "The simulation took %s of what is not known, with %s, all invented, in each, more where a test needs more.",
                        "جرّبت المحاكاة %s لما هو مجهول، في كل منها %s كلهم متخيَّلون، وأكثر حيث يحتاج الاختبار إلى أكثر.",
                        Counted.draws(effort.draws()),
                        Counted.people(effort.persons())),
                new Text(
                        "This page needs no network, loads nothing and sends nothing. It may be passed on as a file.",
                        "لا تحتاج هذه الصفحة إلى شبكة، ولا تحمّل شيئاً ولا ترسل شيئاً. ويمكن إرسالها ملفاً."));
    }

    private static List<Text> words() {
        return List.of(
                new Text(
                        "Blinded: nobody knows who got what, neither patients nor those who ask them. Open: everybody knows.",
                        "معمّاة: لا أحد يعرف من تلقّى ماذا، لا المرضى ولا من يسألهم. ومكشوفة: الكل يعرف."),
                new Text(
                        "Placebo: the same treatment with nothing in it, often salt water. What happens after it happens without the cells.",
                        "علاج وهمي: العلاج نفسه وليس فيه شيء، وكثيراً ما يكون ماء وملحاً (محلولاً ملحياً). وما يحدث بعده يحدث بلا خلايا."),
                new Text(
                        "Stromal cells: what clinics mostly call stem cells, taken from fat, bone marrow or the umbilical cord.",
                        "الخلايا السدوية: ما تسمّيه العيادات غالباً خلايا جذعية، وتؤخذ من الدهن أو نخاع العظم أو الحبل السري."),
                new Text(
                        "What is not known: numbers that were never measured, or not exactly. The simulation tries many values of them, each a draw.",
                        "ما هو مجهول: أرقام لم تُقس قط، أو لم تُقس بدقّة. تجرّب المحاكاة قيماً كثيرة لها، وكل واحدة سحبة."),
                new Text(
                        "Good manufacturing practice: the rules by which medicines are made and tested. A release test: a batch is tested before anybody is given it.",
                        "ممارسة التصنيع الجيدة: القواعد التي تُصنع بها الأدوية وتُفحص. وفحص الدفعة قبل استعمالها: ألا تُعطى لأحد قبل أن تُفحص."),
                new Text(
                        "Pluripotent cells: cells that can become any tissue, taken from embryos or made in the laboratory. Those that are left over in a product can grow into tumours.",
                        "خلايا متعدّدة القدرات: خلايا تستطيع أن تصير أي نسيج، تؤخذ من الأجنّة أو تُصنع في المختبر. وما يبقى منها في المنتج قد ينمو أوراماً."),
                new Text(
                        "Conditioning and graft: strong treatment destroys the marrow; then blood stem cells, the graft, are given so that blood comes back.",
                        "التهيئة والطُّعم: علاج قويّ يدمّر نخاع العظم، ثم تُعطى خلايا دم جذعية، هي الطُّعم، ليعود الدم."),
                new Text(
                        "Points of 100: pain is marked on a line of 100 mm, from none to the worst. One point is 1 mm, as the figures have it.",
                        "درجة من 100: يُعلَّم الألم على خط طوله 100 مم، من لا ألم إلى أسوأ ألم. والدرجة الواحدة 1 مم، وهكذا تُكتب بين الأرقام."),
                new Text(
                        "Time in full health (quality-adjusted years): a year in full health counts whole, a year in worse health as fewer days.",
                        "وقت الصحة الكاملة (سنوات الحياة الموزونة بجودتها): السنة في صحة كاملة تُحسب كاملة، وفي صحة أسوأ تُحسب أياماً أقل."));
    }

    private static List<Text> verdicts() {
        return List.of(
                new Text(
                        "They are said of one test of a sentence, never of a patient or of a treatment.",
                        "تُقال عن اختبار واحد لجملة، لا عن مريض ولا عن علاج."),
                new Text(
                        "HOLDS: the simulation supports the sentence. PARTLY: it supports a part of it. FAILS: it does not support it; that does not mean that the treatment harms.",
                        "يصحّ: المحاكاة تؤيّد الجملة. يصحّ جزئياً: تؤيّد جزءاً منها. لم تؤيّده محاكاتنا: لا تؤيّدها، ولا يعني ذلك أنّ العلاج يضرّ."),
                new Text(
                        "UNTESTABLE: nobody has measured the numbers that matter most. DECIDED BY ASSUMPTION: the answer had been assumed before computing.",
                        "لا يمكن اختباره: أهمّ الأرقام لم يقسها أحد. محسوم بالافتراض: افتُرض الجواب قبل الحساب."),
                new Text(
                        "The least difference that matters is one that was published for groups or, for want of that, for one person; “chosen” is one that we chose, since none is published. “Beside” and “or” are the same test of another treatment and under another assumption.",
                        "أصغر فرق يُعتدّ به هو ما نُشر للمجموعات، فإن لم يوجد فما نُشر للشخص الواحد؛ و«اختيار» ما اخترناه نحن لأنه لم يُنشر شيء. و«بجانبه» و«أو» هما الاختبار نفسه لعلاج آخر وبافتراض آخر."));
    }
}
