package org.blastema.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.blastema.core.Fields;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Text;
import org.blastema.core.Yaml;
import org.blastema.model.Checker;
import org.blastema.model.Library;

/**
 * The words of advertisements, {@code articles/phrases.yaml}, and which claims they make together.
 *
 * @param words in the order of the file
 * @param rules in the order of the file
 * @param priceClaims claims that a price makes
 * @param placeClaims claims that a country makes
 * @param currencies which prices are understood
 * @param thousand words for it
 */
public record Phrases(
        List<Word> words,
        List<Rule> rules,
        List<String> priceClaims,
        List<String> placeClaims,
        List<Currency> currencies,
        List<String> thousand) {
    private static final String KIND = "articles";
    private static final String NAME = "phrases";

    /** What a word tells of. */
    public enum Kind {
        PRODUCT,
        USE,
        OUTCOME,
        COMPARATOR
    }

    /**
     * Something that advertisements speak of.
     *
     * @param unanswered why nothing here can answer it; absent for what claims are made of
     */
    public record Word(String name, Kind kind, Text title, List<String> phrases, Optional<Text> unanswered) {}

    /**
     * What makes a claim: one word of each list.
     *
     * @param needs names of words by kind
     */
    public record Rule(String claim, Map<Kind, List<String>> needs) {}

    /**
     * A currency.
     *
     * @param code of ISO 4217
     */
    public record Currency(String code, List<String> phrases) {}

    /**
     * The phrases of a library.
     *
     * @throws InvalidInput with every problem of the file, or if there is none
     */
    public static Phrases read(Library library) {
        Problems problems = new Problems();
        Yaml.Mapping file =
                library.document(KIND, NAME).orElseThrow(() -> library.unknown(KIND, NAME, new Position(NAME, 1, 1)));
        Phrases phrases = read(library, file, problems);
        problems.throwIfFailed();
        return phrases;
    }

    /** A checker that knows phrases too. */
    static Checker with(Checker checker) {
        return checker.with(Library.singular(KIND), Phrases::read);
    }

    private static Phrases read(Library library, Yaml.Mapping file, Problems problems) {
        Fields fields = new Fields(file, problems, "the phrases");
        fields.requiredText(Library.singular(KIND));
        fields.requiredBilingual("title");
        List<Word> words = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Fields each : fields.list("words", "word")) {
            Word word = word(each);
            if (!seen.add(word.name())) {
                problems.error(each.position(), "the word '" + word.name() + "' a second time", "names differ");
            }
            words.add(word);
        }
        List<Rule> rules = fields.list("rules", "rule").stream()
                .map(each -> rule(library, each, words))
                .toList();
        List<Currency> currencies = fields.list("currencies", "currency").stream()
                .map(each -> {
                    Currency currency = new Currency(each.requiredText("code"), phrases(each));
                    each.done();
                    return currency;
                })
                .toList();
        Phrases read = new Phrases(
                List.copyOf(words),
                rules,
                claims(library, fields, "price-claims"),
                claims(library, fields, "place-claims"),
                currencies,
                fields.texts("thousand"));
        fields.done();
        return read;
    }

    private static Word word(Fields fields) {
        Word word = new Word(
                fields.requiredText("word"),
                fields.requiredChoice("kind", Kind.class, Kind.OUTCOME),
                fields.requiredBilingual("title"),
                phrases(fields),
                fields.bilingual("unanswered"));
        fields.done();
        return word;
    }

    private static List<String> phrases(Fields fields) {
        List<String> phrases = new ArrayList<>();
        for (String language : List.of("en", "ar")) {
            List<String> own = fields.texts(language);
            if (own.isEmpty()) {
                fields.missing(language);
            }
            phrases.addAll(own);
        }
        return List.copyOf(phrases);
    }

    private static Rule rule(Library library, Fields fields, List<Word> words) {
        Map<Kind, List<String>> needs = new EnumMap<>(Kind.class);
        String claim = claims(library, fields, "claim").stream().findFirst().orElse("");
        for (Kind kind : Kind.values()) {
            List<String> known = words.stream()
                    .filter(word -> word.kind() == kind && word.unanswered().isEmpty())
                    .map(Word::name)
                    .toList();
            List<String> wanted = fields.texts(Fields.word(kind));
            wanted.stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name ->
                            fields.problems().unknown(fields.at(Fields.word(kind)), Fields.word(kind), name, known));
            if (!wanted.isEmpty()) {
                needs.put(kind, wanted);
            }
        }
        if (needs.isEmpty()) {
            fields.problems().error(fields.position(), "a rule without words", "a claim is made by words");
        }
        fields.done();
        return new Rule(claim, needs);
    }

    private static List<String> claims(Library library, Fields fields, String key) {
        List<String> known = library.names("claims");
        List<String> wanted = fields.texts(key);
        if (wanted.isEmpty()) {
            fields.missing(key);
        }
        wanted.stream()
                .filter(claim -> !known.contains(claim))
                .forEach(claim -> fields.problems().unknown(fields.at(key), "claim", claim, known));
        return wanted;
    }
}
