package org.blastema.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.blastema.core.Bibliography;
import org.blastema.core.Fields;
import org.blastema.core.Language;
import org.blastema.core.Parameter;
import org.blastema.core.Spread;
import org.blastema.core.Text;
import org.blastema.evidence.Claim;

/** A claim as its file states it, for the terminal: what is published, what is asked, every number with its source. Nothing is run. */
public final class ClaimQuestions {
    private final Claim claim;
    private final Lines lines;

    private ClaimQuestions(Claim claim, Language language) {
        this.claim = claim;
        this.lines = new Lines(language);
    }

    public static List<String> of(Claim claim, Bibliography bibliography, Language language) {
        ClaimQuestions words = new ClaimQuestions(claim, language);
        words.write(bibliography);
        return words.lines.written();
    }

    private void write(Bibliography bibliography) {
        Claim.Evidence evidence = claim.evidence();
        lines.say(0, "%s  %s", "%s  %s", claim.id(), claim.title());
        lines.say(
                1,
                "Published evidence: %s, certainty %s.",
                "الدليل المنشور: %s، ودرجة اليقين %s.",
                ClaimTerms.support(evidence.verdict()),
                ClaimTerms.certainty(evidence.certainty()));
        lines.say(1, "%s", "%s", evidence.about());
        evidence.sources()
                .forEach(key -> lines.say(
                        2,
                        "[%s] %s",
                        "[%s] %s",
                        key,
                        bibliography.entry(key).map(Bibliography.Entry::text).orElse("")));
        lines.list("Put in:", "المُدخل:", claim.putIn());
        claim.untested().ifPresent(why -> lines.say(1, "%s", "%s", why));
        claim.experiments().forEach(this::experiment);
        claim.designs().ifPresent(this::designs);
        lines.list("What must not be concluded:", "ما لا يجوز استنتاجه:", claim.mustNotClaim());
    }

    private void experiment(Claim.Experiment experiment) {
        lines.say(
                1,
                "%s%s",
                "%s%s",
                experiment.label(),
                experiment.decides()
                        ? new Text("", "")
                        : new Text(" (beside; does not decide)", " (للمقارنة ولا يحسم)"));
        switch (experiment) {
            case Claim.Comparison comparison -> comparison(comparison);
            case Claim.Rate rate -> rate(rate);
            case Claim.Variation variation -> variation(variation);
            case Claim.Stories stories -> stories(stories);
            case Claim.Occurrence occurrence -> occurrence(occurrence);
            case Claim.Lookup lookup ->
                lookup.places()
                        .forEach(place -> names(
                                "- " + place.country() + ": %s", "- " + place.country() + ": %s", place.products()));
        }
    }

    private void comparison(Claim.Comparison asked) {
        question(asked.question());
        lines.say(
                2,
                "Least difference that matters (%s): %s",
                "أصغر فرق يُعتدّ به (%s): %s",
                ClaimTerms.threshold(asked.mid().threshold()),
                number(asked.mid().limit()));
        names("Moved until the verdict changes: %s", "يُحرَّك حتى يتغيّر الحكم: %s", asked.flip());
        for (Claim.Variant variant : asked.variants()) {
            lines.say(2, "The same test, %s%s", "الاختبار نفسه، %s%s", variant.label(), shift(variant.shift()));
        }
    }

    private void question(Claim.Question asked) {
        lines.say(
                2,
                "Study %s%s: %s against %s, %s at %s.",
                "الدراسة %s%s: %s مقابل %s، %s في %s.",
                asked.study(),
                asked.scenario().map(name -> ", " + name).orElse(""),
                asked.arm(),
                asked.versus(),
                asked.endpoint(),
                Span.moment(asked.month()));
        names("Beside: %s", "بجانبه: %s", asked.beside());
    }

    private void variation(Claim.Variation asked) {
        question(asked.question());
        boolean effect = asked.varies() == Claim.Varies.EFFECT;
        lines.say(
                2,
                effect
                        ? "Variance of the change against that of the other arm, wanted above: %s"
                        : "Standard deviation of the change between persons, wanted above: %s",
                effect
                        ? "تباين التغيّر مقابل تباينه في المجموعة الأخرى، والمطلوب أن يزيد على: %s"
                        : "الانحراف المعياري للتغيّر بين الأشخاص، والمطلوب أن يزيد على: %s",
                number(asked.above()));
    }

    private void occurrence(Claim.Occurrence asked) {
        question(asked.question());
        Text harms = asked.happens().isEmpty()
                ? new Text("every serious one", "كل ضرر خطير")
                : new Text(String.join(", ", asked.happens()), String.join("، ", asked.happens()));
        lines.say(
                2,
                asked.wanted() == Claim.Wanted.SHARE_BELOW
                        ? "Share of people with a harm that counts (%s), wanted below: %s"
                        : "How often a harm that counts (%s) comes against the other arm, wanted "
                                + (asked.wanted() == Claim.Wanted.RATIO_ABOVE ? "above: %s" : "below: %s"),
                asked.wanted() == Claim.Wanted.SHARE_BELOW
                        ? "نسبة من أصابهم ضرر محسوب (%s)، والمطلوب أن تقلّ عن: %s"
                        : "كم يتكرّر الضرر المحسوب (%s) مقارنةً بالمجموعة الأخرى، والمطلوب أن "
                                + (asked.wanted() == Claim.Wanted.RATIO_ABOVE ? "يزيد على: %s" : "يقلّ عن: %s"),
                harms,
                number(asked.limit()));
    }

    private void stories(Claim.Stories asked) {
        question(asked.question());
        lines.say(
                2,
                "Share of all people who tell their story: %s",
                "نسبة من يروون قصّتهم من الجميع: %s",
                number(asked.told()));
        lines.say(
                2,
                "How many times likelier a story must be, more than: %s",
                "كم مرة قدر احتمالها بعد العلاج الآخر يجب أن يزيد احتمال القصّة على: %s",
                number(asked.above()));
    }

    private static String shift(Optional<Parameter> shift) {
        return shift.map(each -> ": " + number(each)).orElse("");
    }

    private void rate(Claim.Rate asked) {
        lines.say(
                2,
                "Share of people with any harm that counts (%s), wanted below: %s",
                "نسبة من أصابهم أي أذى محسوب (%s)، والمطلوب أن تقلّ عن: %s",
                Fields.word(asked.counted()),
                number(asked.below()));
        for (Claim.Harm harm : asked.harms()) {
            lines.say(
                    2,
                    "- %s: %s%s%s",
                    "- %s: %s%s%s",
                    harm.label(),
                    number(harm.probability()),
                    times(harm.ratio(), "x"),
                    times(harm.oddsRatio(), "odds x"));
        }
    }

    private static String times(Optional<Parameter> factor, String sign) {
        return factor.map(each -> "; " + sign + " " + number(each)).orElse("");
    }

    private void designs(Claim.Designs designs) {
        lines.say(
                1,
                "Several designs side by side: study %s, %s at %s",
                "تصاميم عدّة جنباً إلى جنب: الدراسة %s، %s في %s",
                designs.study(),
                designs.endpoint(),
                Span.moment(designs.month()));
        designs.rows()
                .forEach(row -> lines.say(
                        2,
                        "- %s: %s%s",
                        "- %s: %s%s",
                        row.label(),
                        row.arm(),
                        row.versus().map(versus -> " - " + versus).orElse("")));
    }

    private void names(String en, String ar, List<String> names) {
        if (!names.isEmpty()) {
            lines.say(2, en, ar, String.join(", ", names));
        }
    }

    private static String number(Parameter number) {
        List<String> parts = new ArrayList<>(List.of(ParameterRows.number(number.value())
                + (number.unit().code().equals("1") ? "" : " " + number.unit().code())));
        number.spreads().stream().map(Spread::toString).forEach(parts::add);
        parts.add("[" + String.join(", ", number.sources()) + "]");
        number.knowledge().map(Fields::word).ifPresent(parts::add);
        return String.join(", ", parts) + (number.note().isEmpty() ? "" : ". " + number.note());
    }
}
