package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.blastema.evidence.Advertisement.Quoted;

/**
 * Parts a text into statements as they were written, each with its line: at the ends of lines and sentences, at semicolons, at bullets and
 * pictographs, at dashes that stand alone, and at a comma between two parts that each say something.
 */
final class Statements {
    private static final String PICTOGRAPH = "[\\x{25A0}-\\x{27BF}\\x{1F300}-\\x{1FAFF}•●‣|]\\x{FE0F}?";
    private static final Pattern BREAK = Pattern.compile("(?<mark>[!?؟…]+[\"'”»)]*"
            + "|(?<point>\\.)(?:[\"'”»)]*(?=\\s|$)|(?=\\p{IsArabic})))"
            + "|[;؛]"
            + "|\\s*" + PICTOGRAPH
            + "|(?<![\\p{Nd}\\s])\\s+[–—-]+(?=\\s+[^\\s\\p{Nd}$€£])");
    private static final Pattern NUMBERING =
            Pattern.compile("^\\s*(?:[-*–—+>·]+\\s|\\(?\\p{Nd}{1,2}(?:[.)](?=\\s|\\p{L})|-(?=\\s)))\\s*");
    private static final Pattern COMMA = Pattern.compile("(?:,(?=\\s)|،(?!\\p{Nd}))\\s*");
    private static final Pattern LETTERS_WITH_POINTS = Pattern.compile("(?:^|[^\\p{L}.])و?(?:\\p{L}\\.)*\\p{L}$");

    private final Predicate<String> says;
    private final Pattern abbreviation;
    private final PhraseFinder dependent;
    private final List<Quoted> statements = new ArrayList<>();

    /**
     * Ready to part texts.
     *
     * @param says whether a part says something of its own
     */
    Statements(Phrases phrases, Predicate<String> says) {
        this.says = says;
        abbreviation = Pattern.compile(
                PhraseFinder.any(phrases.abbreviations()) + "$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        dependent = new PhraseFinder(phrases.dependent());
    }

    List<Quoted> of(String text) {
        statements.clear();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            line(i + 1, NUMBERING.matcher(lines.get(i)).replaceFirst(""));
        }
        return List.copyOf(statements);
    }

    private void line(int number, String line) {
        int start = 0;
        Matcher end = BREAK.matcher(line);
        while (end.find()) {
            if (end.group("point") == null || !abbreviated(line.substring(0, end.start()))) {
                sentence(number, line.substring(start, end.group("mark") == null ? end.start() : end.end()));
                start = end.end();
            }
        }
        sentence(number, line.substring(start));
    }

    private boolean abbreviated(String before) {
        return LETTERS_WITH_POINTS.matcher(before).find()
                || abbreviation.matcher(before).find();
    }

    private void sentence(int number, String sentence) {
        int start = 0;
        Matcher comma = COMMA.matcher(sentence);
        while (comma.find()) {
            String next = sentence.substring(comma.end()).split(COMMA.pattern(), 2)[0];
            if (parts(sentence.substring(start, comma.start()), next)) {
                add(number, sentence.substring(start, comma.start()));
                start = comma.end();
            }
        }
        add(number, sentence.substring(start));
    }

    private boolean parts(String before, String next) {
        return !dependent.in(before.strip()).lookingAt()
                && !dependent.in(next.strip()).lookingAt()
                && says.test(before)
                && says.test(next);
    }

    private void add(int number, String statement) {
        if (statement.codePoints().anyMatch(Character::isLetterOrDigit)) {
            statements.add(new Quoted(number, statement.strip()));
        }
    }
}
