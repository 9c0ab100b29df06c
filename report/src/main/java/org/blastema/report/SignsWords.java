package org.blastema.report;

import java.util.List;
import java.util.TreeSet;
import org.blastema.core.Bibliography;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.blastema.evidence.SignsScore;
import org.blastema.evidence.WarningSigns;
import org.blastema.evidence.WarningSigns.Sign;

/** The signs of an unproven offer and a count of those that somebody saw, for the terminal. */
public final class SignsWords {
    private final Lines lines;

    private SignsWords(Language language) {
        this.lines = new Lines(language);
    }

    /** The signs alone, and how to answer. */
    public static List<String> of(WarningSigns signs, Bibliography bibliography, Language language) {
        SignsWords words = new SignsWords(language);
        words.lines.add(signs.title().in(language));
        for (int i = 0; i < signs.signs().size(); i++) {
            words.sign(i, signs.signs().get(i), new Text("", ""));
        }
        words.lines.add("");
        words.lines.say(
                1,
                "Answer by number or name: ./blastema access --signs --answers 1=yes,2=no,3=unknown",
                "أجب بالرقم أو الاسم: ./blastema access --signs --answers 1=yes,2=no,3=unknown");
        words.end(signs, bibliography);
        return words.lines.written();
    }

    /** The signs with answers, their count and what it says. */
    public static List<String> of(SignsScore score, Bibliography bibliography, Language language) {
        SignsWords words = new SignsWords(language);
        WarningSigns signs = score.signs();
        words.lines.add(signs.title().in(language));
        int number = 0;
        for (var each : score.answers().entrySet()) {
            words.sign(
                    number++,
                    each.getKey(),
                    Finding.of(": %s", ": %s", each.getValue().word()));
        }
        words.lines.add("");
        words.lines.say(
                1, "Signs seen: %s of %s points.", "العلامات المرئية: %s من %s نقاط.", score.seen(), signs.most());
        if (score.open() > 0) {
            words.lines.say(
                    1,
                    "Not known: %s points. So the count lies between %s and %s; what a seller does not tell is worth asking for.",
                    "غير معروف: %s نقاط. فالعدد بين %s و%s؛ وما لا يقوله البائع يستحق السؤال عنه.",
                    score.open(),
                    score.seen(),
                    score.seen() + score.open());
        }
        words.end(signs, bibliography);
        return words.lines.written();
    }

    private void sign(int index, Sign sign, Text answer) {
        lines.say(
                1,
                "%s. %s [%s, %s%s]%s",
                "%s. %s [%s، %s%s]%s",
                index + 1,
                sign.what(),
                sign.name(),
                sign.points() == 1
                        ? new Text("1 point", "نقطة واحدة")
                        : Finding.of("%s points", "%s نقاط", sign.points()),
                sign.backing().unverified() ? new Text(", unverified", "، غير محقَّق") : new Text("", ""),
                answer);
    }

    private void end(WarningSigns signs, Bibliography bibliography) {
        lines.add("");
        signs.about().forEach(text -> lines.say(1, "%s", "%s", text));
        lines.add("");
        lines.say(1, "Sources", "المصادر");
        TreeSet<String> sources = new TreeSet<>();
        signs.signs().forEach(sign -> sources.addAll(sign.backing().sources()));
        sources.forEach(key -> lines.add("    [" + key + "] "
                + bibliography.entry(key).map(Bibliography.Entry::text).orElse("")));
    }
}
