package org.blastema.report;

import java.util.List;
import org.blastema.core.Text;

/** What to ask those who offer an injection, for a reader to take along. */
final class BookQuestions {
    static final Text TITLE = new Text("What to ask before you pay", "ماذا تسأل قبل أن تدفع");

    static final List<Text> ALL = List.of(
            new Text(
                    "Is this very product authorised for my illness? Under which number, and by whom?",
                    "هل هذا المنتج نفسه مرخّص لمرضي؟ بأي رقم، ومن أي جهة؟"),
            new Text(
                    "Which study compared it with the same injection without cells, while nobody knew who got which? May I have its title?",
                    "أي دراسة قارنته بالحقنة نفسها بلا خلايا، ولا أحد يعلم من تلقّى أيّهما؟ هل تعطونني عنوانها؟"),
            new Text(
                    "How much better were those with cells than those without? Would I notice such a difference?",
                    "بكم كان من تلقّوا الخلايا أفضل ممّن لم يتلقّوها؟ وهل سأشعر بفرق كهذا؟"),
            new Text(
                    "How many people began that study, and how many were counted at its end?",
                    "كم شخصاً بدأ تلك الدراسة، وكم شخصاً حُسب في نهايتها؟"),
            new Text(
                    "Whose cells are in my dose, how many, and how many of them alive? When was it tested for germs, and may I see the result?",
                    "ممّن أُخذت الخلايا في جرعتي، وكم عددها، وكم الحيّ منها؟ ومتى فُحصت من الجراثيم، وهل أرى النتيجة؟"),
            new Text(
                    "Who treats me and who pays if something goes wrong? Who sees me after a month and after a year?",
                    "من يعالجني ومن يدفع إذا حدث ضرر؟ ومن يراني بعد شهر وبعد سنة؟"),
            new Text(
                    "If it is called a trial: which committee approved it, and why do I pay for it?",
                    "إن سمّوا العلاج تجربة: أي لجنة وافقت عليها، ولماذا أدفع ثمنها؟"),
            new Text(
                    "What does it cost in all, journey and later injections included? What comes back if I stop?",
                    "كم الكلفة كلها، مع السفر والحقن اللاحقة؟ وماذا يُردّ لي إن توقفت؟"),
            new Text(
                    "Why this price? One same-day injection into a knee was asked for at 5,156 dollars on average by 65 centres in the United States (Piuzzi and others, 2018).",
                    "لماذا هذا السعر؟ فحقنة واحدة في الركبة في اليوم نفسه طُلب فيها في المتوسط 5,156 دولاراً في 65 مركزاً في الولايات المتحدة (Piuzzi وآخرون، 2018)."),
            new Text(
                    "What else is there for my illness, and what happens if I wait? Ask this of a doctor who sells none of it.",
                    "ماذا يوجد غير هذا لمرضي، وماذا يحدث إن انتظرت؟ اسأل عن هذا طبيباً لا يبيع شيئاً منه."),
            new Text(
                    "Ask for the answers in writing. No answer is an answer too.",
                    "اطلب الأجوبة كتابةً. وعدم الجواب جواب أيضاً."));

    private BookQuestions() {}
}
