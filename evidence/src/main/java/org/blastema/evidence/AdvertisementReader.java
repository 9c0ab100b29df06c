package org.blastema.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import org.blastema.core.Language;
import org.blastema.evidence.Advertisement.Candidate;
import org.blastema.evidence.Advertisement.Found;
import org.blastema.evidence.Advertisement.Open;
import org.blastema.evidence.Advertisement.Place;
import org.blastema.evidence.Advertisement.Price;
import org.blastema.evidence.Advertisement.Quoted;

/** Finds what the words of an advertisement say, statement by statement. */
public final class AdvertisementReader {
    private final Phrases phrases;
    private final WordFinder words;
    private final PriceFinder prices;
    private final SequencedMap<Country, PhraseFinder> countries = new LinkedHashMap<>();

    private final Map<String, Candidate> candidates = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<Phrases.Word, Map<String, Quoted>> open = new LinkedHashMap<>();
    private final List<Price> asked = new ArrayList<>();
    private final Set<Quoted> used = new LinkedHashSet<>();
    private final Map<Phrases.Kind, Found> lately = new EnumMap<>(Phrases.Kind.class);

    private AdvertisementReader(Phrases phrases, Countries known) {
        this.phrases = phrases;
        words = new WordFinder(phrases);
        prices = new PriceFinder(phrases);
        known.all().stream()
                .filter(country -> !country.iso().isEmpty())
                .forEach(country -> countries.put(country, new PhraseFinder(country.names())));
    }

    /** What a text says. */
    public static Advertisement read(Phrases phrases, Countries countries, String text) {
        return new AdvertisementReader(phrases, countries).read(text);
    }

    private Advertisement read(String text) {
        List<Quoted> statements = new Statements(phrases, this::says).of(text);
        statements.forEach(this::statement);
        return new Advertisement(
                language(text),
                phrases.rules().stream()
                        .map(rule -> candidates.get(rule.claim()))
                        .filter(candidate -> candidate != null)
                        .distinct()
                        .toList(),
                List.copyOf(asked),
                List.copyOf(places.values()),
                open.entrySet().stream()
                        .map(each -> new Open(
                                List.copyOf(each.getValue().values()),
                                each.getKey().unanswered().orElseThrow()))
                        .toList(),
                statements.stream().filter(each -> !used.contains(each)).toList());
    }

    private static Language language(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long arabic = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)
                .count();
        return 2 * arabic > letters ? Language.AR : Language.EN;
    }

    private boolean says(String part) {
        return words.in(new Quoted(0, part)).stream()
                .map(Found::word)
                .anyMatch(word -> word.kind() == Phrases.Kind.OUTCOME || word.foreign());
    }

    private void statement(Quoted statement) {
        List<Found> found = words.in(statement);
        List<Price> priced = prices.in(statement);
        List<Country> named = places(without(statement, priced));
        asked.addAll(priced);
        Set<Phrases.Word> claimed = new LinkedHashSet<>();
        phrases.rules().stream()
                .filter(rule -> rule.allows(priced, named))
                .forEach(rule -> parts(rule, found).ifPresent(parts -> {
                    made(rule, statement, parts);
                    parts.values().forEach(part -> claimed.add(part.word()));
                }));
        found.stream()
                .filter(each -> each.word().unanswered().isPresent() && !claimed.contains(each.word()))
                .forEach(each -> {
                    used.add(statement);
                    open.computeIfAbsent(each.word(), word -> new LinkedHashMap<>())
                            .putIfAbsent(each.quoted().text().toLowerCase(Locale.ROOT), each.quoted());
                });
        if (!priced.isEmpty() || !named.isEmpty()) {
            used.add(statement);
        }
        remember(found);
    }

    /** A currency that bears the name of a country is no place. */
    private static Quoted without(Quoted statement, List<Price> priced) {
        String text = statement.text();
        for (Price price : priced) {
            text = text.replace(price.quoted().text(), " ");
        }
        return new Quoted(statement.line(), text);
    }

    private List<Country> places(Quoted statement) {
        List<Country> named = new ArrayList<>();
        countries.forEach((country, finder) -> {
            Matcher matcher = finder.in(statement.text());
            if (matcher.find()) {
                named.add(country);
                Quoted quoted = new Quoted(statement.line(), matcher.group().strip());
                places.putIfAbsent(country.name(), new Place(quoted, country));
            }
        });
        return named;
    }

    private void made(Phrases.Rule rule, Quoted statement, Map<Phrases.Kind, Found> parts) {
        used.add(statement);
        candidates.merge(
                rule.claim(), new Candidate(rule.claim(), List.of(statement), parts), (first, next) -> first.and(next));
    }

    /** A use that nothing here answers for takes the place of the last one, so that no other claim is made of it. */
    private void remember(List<Found> found) {
        if (foreign(found)) {
            lately.remove(Phrases.Kind.USE);
        }
        found.stream()
                .filter(each -> !each.word().foreign())
                .forEach(each -> lately.put(each.word().kind(), each));
    }

    private static boolean foreign(List<Found> found) {
        return found.stream().anyMatch(each -> each.word().foreign());
    }

    /**
     * A claim is made where each list of its rule has a word: the outcome in this statement, the product, and the use that a rule asks for,
     * in it or, where the statement names none, in the last one that named any.
     */
    private Optional<Map<Phrases.Kind, Found>> parts(Phrases.Rule rule, List<Found> found) {
        Map<Phrases.Kind, Found> parts = new EnumMap<>(Phrases.Kind.class);
        for (Phrases.Kind kind : Phrases.Kind.values()) {
            Optional<Found> part = part(rule, kind, found);
            if (part.isEmpty() && rule.needs().containsKey(kind)) {
                return Optional.empty();
            }
            if (rule.needs().containsKey(kind) || kind.told()) {
                part.ifPresent(each -> parts.put(kind, each));
            }
        }
        return Optional.of(parts);
    }

    private Optional<Found> part(Phrases.Rule rule, Phrases.Kind kind, List<Found> found) {
        List<Found> own = found.stream()
                .filter(each -> each.word().kind() == kind && !each.word().foreign())
                .toList();
        boolean before = kind == Phrases.Kind.PRODUCT
                || kind == Phrases.Kind.USE && rule.needs().containsKey(kind);
        if (own.isEmpty() && before && !foreign(found)) {
            return Optional.ofNullable(lately.get(kind)).filter(each -> rule.takes(each.word()));
        }
        return own.stream().filter(each -> rule.takes(each.word())).findFirst();
    }
}
