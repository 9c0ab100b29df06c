package org.blastema.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problem;
import org.blastema.core.Problems;
import org.blastema.evidence.WarningSigns.Sign;

/**
 * What somebody answered to the signs of an unproven offer. It is a count: no limit is published from which an offer is bad, and none
 * below which it is good.
 *
 * @param answers of every sign, in the order of the list
 */
public record SignsScore(WarningSigns signs, SequencedMap<Sign, Answer> answers) {
    /** Whether a sign is seen. */
    public enum Answer {
        YES("yes", "نعم"),
        NO("no", "لا"),
        UNKNOWN("unknown", "لا أعرف");

        private final String en;
        private final String ar;

        Answer(String en, String ar) {
            this.en = en;
            this.ar = ar;
        }

        /** The words of both languages. */
        public org.blastema.core.Text word() {
            return new org.blastema.core.Text(en, ar);
        }

        private static Optional<Answer> of(String text) {
            for (Answer answer : values()) {
                if (answer.en.equals(text.toLowerCase(Locale.ROOT)) || answer.ar.equals(text)) {
                    return Optional.of(answer);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Reads answers such as {@code 1=yes} or {@code many-diseases=no}; what is not answered is not known.
     *
     * @throws InvalidInput with every answer that cannot be understood
     */
    public static SignsScore of(WarningSigns signs, List<String> given) {
        SequencedMap<Sign, Answer> said = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String each : given) {
            try {
                Sign sign = sign(signs, each);
                if (said.put(sign, answer(each)) != null) {
                    throw wrong(each, "an answer to '" + sign.name() + "' a second time", "each sign is answered once");
                }
            } catch (InvalidInput e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        SequencedMap<Sign, Answer> all = new LinkedHashMap<>();
        signs.signs().forEach(sign -> all.put(sign, said.getOrDefault(sign, Answer.UNKNOWN)));
        return new SignsScore(signs, all);
    }

    private static Sign sign(WarningSigns signs, String given) {
        String wanted = given.split("=", 2)[0].strip();
        List<String> names = signs.signs().stream().map(Sign::name).toList();
        int number = wanted.matches("\\d{1,3}") ? Integer.parseInt(wanted) : names.indexOf(wanted) + 1;
        if (number < 1 || number > names.size()) {
            throw wrong(
                    given,
                    "unknown sign '" + wanted + "'",
                    "a number from 1 to " + names.size() + " or one of " + String.join(", ", names),
                    Problems.nearest(wanted, names).toArray(String[]::new));
        }
        return signs.signs().get(number - 1);
    }

    private static Answer answer(String given) {
        String[] parts = given.split("=", 2);
        String said = parts.length < 2 ? "" : parts[1].strip();
        return Answer.of(said)
                .orElseThrow(() -> wrong(
                        given,
                        "the answer '" + said + "'",
                        "SIGN=yes, SIGN=no or SIGN=unknown is needed",
                        Problems.nearest(said, List.of("yes", "no", "unknown")).toArray(String[]::new)));
    }

    private static InvalidInput wrong(String given, String what, String rule, String... nearest) {
        return new InvalidInput(new Position(given, 1, 1), what, rule, nearest);
    }

    /** The points of the signs that are seen. */
    public int seen() {
        return points(Answer.YES);
    }

    /** The points of the signs of which nothing is known: the score may be so much higher. */
    public int open() {
        return points(Answer.UNKNOWN);
    }

    private int points(Answer wanted) {
        return answers.entrySet().stream()
                .filter(each -> each.getValue() == wanted)
                .mapToInt(each -> each.getKey().points())
                .sum();
    }
}
