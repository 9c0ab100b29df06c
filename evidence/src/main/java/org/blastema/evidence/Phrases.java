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
 * @param currencies which prices are understood
 * @param thousand words for it
 * @param abbreviations after which a point ends no sentence
 * @param dependent words that tie what they begin to the part before or behind the comma
 */
public record Phrases(
        List<Word> words,
        List<Rule> rules,
        List<Currency> currencies,
        List<String> thousand,
        List<String> abbreviations,
        List<String> dependent) {
    private static final String KIND = "articles";
    private static final String NAME = "phrases";

    /** What a word tells of. */
    public enum Kind {
        PRODUCT,
        USE,
        OUTCOME,
        /** What is said to be the reason. */
        REASON,
        COMPARATOR;

        /** Whether a person is told of it where no rule asks for it. */
        boolean told() {
            return this != OUTCOME && this != REASON;
        }
    }

    /**
     * Something that advertisements speak of.
     *
     * @param unanswered why nothing here can answer it where it makes no claim
     */
    public record Word(String name, Kind kind, Text title, List<String> phrases, Optional<Text> unanswered) {
        /** Whether it is a use that no claim is about. */
        boolean foreign() {
            return kind == Kind.USE && unanswered.isPresent();
        }
    }

    /**
     * What makes a claim: one word of each list, and a price or a country where these are asked for.
     *
     * @param needs names of words by kind
     * @param price both ends of which a price of the statement must lie between
     * @param countries of which the statement must name one; none where it need not
     */
    public record Rule(
            String claim, Map<Kind, List<String>> needs, Optional<PriceRange> price, List<String> countries) {
        /** Whether a word may be its part. */
        boolean takes(Word word) {
            List<String> wanted = needs.get(word.kind());
            return wanted == null || wanted.contains(word.name());
        }

        /** Whether the prices and countries of a statement are those that it asks for. */
        boolean allows(List<Advertisement.Price> prices, List<Country> named) {
            return price.map(range -> prices.stream().anyMatch(range::holds)).orElse(true)
                    && (countries.isEmpty() || named.stream().anyMatch(each -> countries.contains(each.name())));
        }
    }

    /** Prices in one currency. */
    public record PriceRange(double low, double high, String currency) {
        boolean holds(Advertisement.Price price) {
            return price.currency().equals(currency) && price.low() >= low && price.high() <= high;
        }
    }

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
        List<Currency> currencies = fields.list("currencies", "currency").stream()
                .map(each -> {
                    Currency currency = new Currency(each.requiredText("code"), phrases(each));
                    each.done();
                    return currency;
                })
                .toList();
        List<Rule> rules = fields.list("rules", "rule").stream()
                .map(each -> rule(library, each, words, currencies))
                .toList();
        Phrases read = new Phrases(
                List.copyOf(words),
                rules,
                currencies,
                fields.texts("thousand"),
                fields.texts("abbreviations"),
                fields.texts("dependent"));
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

    private static Rule rule(Library library, Fields fields, List<Word> words, List<Currency> currencies) {
        Rule rule = new Rule(
                claim(library, fields),
                needs(fields, words),
                fields.fields("price", "price").map(each -> range(each, currencies)),
                known(fields, "countries", "country", Countries.names(library)));
        if (rule.needs().isEmpty() && rule.countries().isEmpty()) {
            fields.problems()
                    .error(
                            fields.position(),
                            "a rule without words or countries",
                            "a claim is made by words or a country");
        }
        fields.done();
        return rule;
    }

    private static String claim(Library library, Fields fields) {
        if (fields.texts("claim").isEmpty()) {
            fields.missing("claim");
        }
        return known(fields, "claim", "claim", library.names("claims")).stream()
                .findFirst()
                .orElse("");
    }

    private static Map<Kind, List<String>> needs(Fields fields, List<Word> words) {
        Map<Kind, List<String>> needs = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            List<String> known = words.stream()
                    .filter(word -> word.kind() == kind && !word.foreign())
                    .map(Word::name)
                    .toList();
            List<String> wanted = known(fields, Fields.word(kind), Fields.word(kind), known);
            if (!wanted.isEmpty()) {
                needs.put(kind, wanted);
            }
        }
        return needs;
    }

    private static PriceRange range(Fields fields, List<Currency> currencies) {
        PriceRange range = new PriceRange(
                fields.requiredNumber("low"), fields.requiredNumber("high"), fields.requiredText("currency"));
        List<String> codes = currencies.stream().map(Currency::code).toList();
        known(fields, "currency", "currency", codes);
        fields.done();
        return range;
    }

    private static List<String> known(Fields fields, String key, String what, List<String> known) {
        List<String> wanted = fields.texts(key);
        wanted.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> fields.problems().unknown(fields.at(key), what, name, known));
        return wanted;
    }
}
