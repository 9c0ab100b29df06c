package org.blastema.evidence;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds phrases in Arabic and English text as they were written: whole words, without regard to case, hamza or vowel marks. */
final class PhraseFinder {
    /** Vowel marks and the stretching of a word. */
    private static final String MARKS = "[\\u064B-\\u0652\\u0670\\u0640]*";

    private static final String ARTICLE =
            "(?:[وفبلك]" + MARKS + "){0,2}(?:ا" + MARKS + "ل" + MARKS + "|ل" + MARKS + "ل" + MARKS + ")?";
    private static final String POSSESSIVE = "(?:ه|ها|هم|ك|كم|نا|ي)?";
    private static final String BEFORE = "(?<![\\p{L}\\p{N}\\p{M}])";
    private static final String AFTER = "(?![\\p{L}\\p{N}])";

    private final Pattern pattern;

    PhraseFinder(List<String> phrases) {
        pattern = compiled(any(phrases));
    }

    private PhraseFinder(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Finds an expression that {@link #any} helped to write. */
    static PhraseFinder of(String expression) {
        return new PhraseFinder(compiled(expression));
    }

    private static Pattern compiled(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    Matcher in(String text) {
        return pattern.matcher(text);
    }

    /** An expression for any of the phrases, the longest that fits. */
    static String any(List<String> phrases) {
        return phrases.stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(PhraseFinder::expression)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String expression(String phrase) {
        if (phrase.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Pattern.quote(phrase);
        }
        boolean arabic =
                phrase.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
        return arabic ? arabic(phrase) : BEFORE + latin(phrase) + end(phrase);
    }

    private static String end(String phrase) {
        return Character.isLetterOrDigit(phrase.charAt(phrase.length() - 1)) ? AFTER : "";
    }

    private static String latin(String phrase) {
        return List.of(phrase.split("[\\s-]+")).stream().map(Pattern::quote).collect(Collectors.joining("[\\s-]+"));
    }

    /** Words may carry the article, a joined particle and, at the end, a possessive. */
    private static String arabic(String phrase) {
        return BEFORE
                + List.of(phrase.split("\\s+")).stream()
                        .map(word -> ARTICLE + letters(word))
                        .collect(Collectors.joining("\\s+"))
                + POSSESSIVE
                + MARKS
                + AFTER;
    }

    private static String letters(String word) {
        return word.codePoints()
                .mapToObj(c -> switch (c) {
                    case 'ا', 'أ', 'إ', 'آ' -> "[اأإآ]";
                    case 'ى', 'ي' -> "[ىي]";
                    case 'ة', 'ه' -> "[ةهت]";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining(MARKS, "", MARKS));
    }
}
