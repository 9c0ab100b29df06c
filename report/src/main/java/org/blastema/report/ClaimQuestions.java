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
    private final Language language;
    private final List<String> lines = new ArrayList<>();

    private ClaimQuestions(Claim claim, Language language) {
        this.claim = claim;
        this.language = language;
    }

    public static List<String> of(Claim claim, Bibliography bibliography, Language language) {
        ClaimQuestions words = new ClaimQuestions(claim, language);
        words.write(bibliography);
        return words.lines;
    }

    private void write(Bibliography bibliography) {
        Claim.Evidence evidence = claim.evidence();
        say(0, "%s  %s", "%s  %s", claim.id(), claim.title());
        say(
                1,
                "Published evidence: %s, certainty %s.",
                "الدليل المنشور: %s، ودرجة اليقين %s.",
                ClaimTerms.support(evidence.verdict()),
                ClaimTerms.certainty(evidence.certainty()));
        say(1, "%s", "%s", evidence.about());
        evidence.sources()
                .forEach(key -> say(
                        2,
                        "[%s] %s",
                        "[%s] %s",
                        key,
                        bibliography.entry(key).map(Bibliography.Entry::text).orElse("")));
        list("Put in:", "المُدخل:", claim.putIn());
        claim.experiments().forEach(this::experiment);
        claim.designs().ifPresent(this::designs);
        list("What must not be concluded:", "ما لا يجوز استنتاجه:", claim.mustNotClaim());
    }

    private void experiment(Claim.Experiment experiment) {
        say(
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
        }
    }

    private void comparison(Claim.Comparison asked) {
        say(
                2,
                "Study %s%s: %s against %s, %s at month %s.",
                "الدراسة %s%s: %s مقابل %s، %s في الشهر %s.",
                asked.study(),
                asked.scenario().map(name -> ", " + name).orElse(""),
                asked.arm(),
                asked.versus(),
                asked.endpoint(),
                ParameterRows.number(asked.month()));
        say(
                2,
                "Least difference that matters (%s): %s",
                "أصغر فرق يُعتدّ به (%s): %s",
                ClaimTerms.threshold(asked.mid().threshold()),
                number(asked.mid().limit()));
        names("Beside: %s", "بجانبه: %s", asked.beside());
        names("Moved until the verdict changes: %s", "يُحرَّك حتى يتغيّر الحكم: %s", asked.flip());
        for (Claim.Variant variant : asked.variants()) {
            say(2, "The same test, %s%s", "الاختبار نفسه، %s%s", variant.label(), shift(variant.shift()));
        }
    }

    private static String shift(Optional<Parameter> shift) {
        return shift.map(each -> ": " + number(each)).orElse("");
    }

    private void rate(Claim.Rate asked) {
        say(
                2,
                "Share of people with any harm that counts (%s), wanted below: %s",
                "نسبة من أصابهم أي أذى محسوب (%s)، والمطلوب أن تقلّ عن: %s",
                Fields.word(asked.counted()),
                number(asked.below()));
        for (Claim.Harm harm : asked.harms()) {
            say(
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
        say(
                1,
                "Several designs side by side: study %s, %s at month %s",
                "تصاميم عدّة جنباً إلى جنب: الدراسة %s، %s في الشهر %s",
                designs.study(),
                designs.endpoint(),
                ParameterRows.number(designs.month()));
        designs.rows()
                .forEach(row -> say(
                        2,
                        "- %s: %s%s",
                        "- %s: %s%s",
                        row.label(),
                        row.arm(),
                        row.versus().map(versus -> " - " + versus).orElse("")));
    }

    private void names(String en, String ar, List<String> names) {
        if (!names.isEmpty()) {
            say(2, en, ar, String.join(", ", names));
        }
    }

    private void list(String en, String ar, List<Text> texts) {
        if (!texts.isEmpty()) {
            say(1, en, ar);
            texts.forEach(text -> say(2, "- %s", "- %s", text));
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

    private void say(int indent, String en, String ar, Object... values) {
        lines.add("  ".repeat(indent) + Finding.of(en, ar, values).in(language));
    }
}
