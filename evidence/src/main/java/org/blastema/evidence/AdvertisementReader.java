package org.blastema.evidence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.blastema.core.Language;
import org.blastema.evidence.Advertisement.Candidate;
import org.blastema.evidence.Advertisement.Found;
import org.blastema.evidence.Advertisement.Open;
import org.blastema.evidence.Advertisement.Place;
import org.blastema.evidence.Advertisement.Price;
import org.blastema.evidence.Advertisement.Quoted;

/** Finds what the words of an advertisement say, sentence by sentence. */
public final class AdvertisementReader {
    private static final String SENTENCE_END = "(?<=[.!?؟؛;])\\s+";
    private static final String NUMBER = "([0-9٠-٩][0-9٠-٩.,٬٫]*)";

    private final Phrases phrases;
    private final SequencedMap<Phrases.Word, PhraseFinder> words = new LinkedHashMap<>();
    private final SequencedMap<Country, PhraseFinder> countries = new LinkedHashMap<>();
    private final SequencedMap<String, PhraseFinder> prices = new LinkedHashMap<>();

    private final Map<String, Candidate> candidates = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final List<Price> asked = new ArrayList<>();
    private final Map<Phrases.Kind, Found> lately = new EnumMap<>(Phrases.Kind.class);

    private AdvertisementReader(Phrases phrases, Countries known) {
        this.phrases = phrases;
        phrases.words().forEach(word -> words.put(word, new PhraseFinder(word.phrases())));
        known.all().stream()
                .filter(country -> !country.iso().isEmpty())
                .forEach(country -> countries.put(country, new PhraseFinder(country.names())));
        String number = NUMBER + "\\s*(" + PhraseFinder.any(phrases.thousand()) + ")?";
        String range = number + "(?:\\s*(?:-|–|to|and|إلى|حتى|و)\\s*" + number + ")?";
        phrases.currencies().forEach(currency -> {
            String any = PhraseFinder.any(currency.phrases());
            prices.put(currency.code(), PhraseFinder.of(any + "\\s*" + range + "|" + range + "\\s*" + any));
        });
    }

    /** What a text says. */
    public static Advertisement read(Phrases phrases, Countries countries, String text) {
        return new AdvertisementReader(phrases, countries).read(text);
    }

    private Advertisement read(String text) {
        List<String> lines = text.lines().toList();
        Set<Integer> unread = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean known = lines.get(i).isBlank();
            for (String sentence : lines.get(i).split(SENTENCE_END)) {
                known |= sentence(i + 1, sentence);
            }
            if (!known) {
                unread.add(i + 1);
            }
        }
        List<Candidate> ordered = phrases.rules().stream()
                .map(rule -> candidates.get(rule.claim()))
                .filter(candidate -> candidate != null)
                .distinct()
                .toList();
        return new Advertisement(
                language(text),
                ordered,
                List.copyOf(asked),
                List.copyOf(places.values()),
                List.copyOf(open.values()),
                List.copyOf(unread));
    }

    private static Language language(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long arabic = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)
                .count();
        return 2 * arabic > letters ? Language.AR : Language.EN;
    }

    /** Whether anything was recognised. */
    private boolean sentence(int line, String sentence) {
        List<Found> found = new ArrayList<>();
        words.forEach((word, finder) -> first(finder, line, sentence).ifPresent(at -> found.add(new Found(word, at))));
        found.stream()
                .filter(each -> each.word().unanswered().isPresent())
                .forEach(each -> open.putIfAbsent(
                        each.word().name(),
                        new Open(each.quoted(), each.word().unanswered().get())));
        List<Found> usable = found.stream()
                .filter(each -> each.word().unanswered().isEmpty())
                .toList();
        boolean foreign = found.stream()
                .anyMatch(each ->
                        each.word().unanswered().isPresent() && each.word().kind() == Phrases.Kind.USE);
        phrases.rules().forEach(rule -> made(rule, usable, foreign));
        usable.forEach(each -> lately.put(each.word().kind(), each));
        int before = asked.size() + places.size();
        countries.forEach((country, finder) -> first(finder, line, sentence)
                .ifPresent(at -> places.putIfAbsent(country.name(), new Place(at, country))));
        boolean priced = prices(line, sentence);
        return !found.isEmpty() || priced || asked.size() + places.size() > before;
    }

    private static Optional<Quoted> first(PhraseFinder finder, int line, String sentence) {
        Matcher matcher = finder.in(sentence);
        return matcher.find() ? Optional.of(new Quoted(line, matcher.group().strip())) : Optional.empty();
    }

    /**
     * A claim is made where each list of its rule has a word: the outcome in this sentence, the product, and the use that a rule asks for, in
     * it or, where the sentence names none, in the last one that named any.
     */
    private void made(Phrases.Rule rule, List<Found> found, boolean foreign) {
        Map<Phrases.Kind, Found> parts = new EnumMap<>(Phrases.Kind.class);
        for (Phrases.Kind kind : Phrases.Kind.values()) {
            List<Found> own =
                    found.stream().filter(each -> each.word().kind() == kind).toList();
            List<String> wanted = rule.needs().get(kind);
            Optional<Found> part = own.stream()
                    .filter(each ->
                            wanted == null || wanted.contains(each.word().name()))
                    .findFirst();
            boolean before = kind == Phrases.Kind.PRODUCT || kind == Phrases.Kind.USE && wanted != null;
            if (part.isEmpty() && own.isEmpty() && before && !foreign) {
                part = Optional.ofNullable(lately.get(kind))
                        .filter(each ->
                                wanted == null || wanted.contains(each.word().name()));
            }
            if (part.isEmpty() && wanted != null) {
                return;
            }
            if (wanted != null || kind != Phrases.Kind.OUTCOME) {
                part.ifPresent(each -> parts.put(kind, each));
            }
        }
        candidates.putIfAbsent(rule.claim(), new Candidate(rule.claim(), parts));
    }

    private boolean prices(int line, String sentence) {
        Set<Integer> starts = new HashSet<>();
        prices.forEach((currency, finder) -> {
            Matcher matcher = finder.in(sentence);
            while (matcher.find()) {
                if (starts.add(matcher.start())) {
                    asked.add(price(new Quoted(line, matcher.group().strip()), matcher, currency));
                }
            }
        });
        return !starts.isEmpty();
    }

    /** The groups are number and thousand, twice, before or after the currency. */
    private static Price price(Quoted quoted, Matcher matcher, String currency) {
        int first = matcher.group(1) == null ? 5 : 1;
        boolean range = matcher.group(first + 2) != null;
        boolean thousands = matcher.group(range ? first + 3 : first + 1) != null;
        double low = number(matcher.group(first));
        if (matcher.group(first + 1) != null || thousands && low < 1000) {
            low *= 1000; // "20 to 60 thousand" means 20 thousand
        }
        double high = range ? number(matcher.group(first + 2)) * (thousands ? 1000 : 1) : low;
        return new Price(quoted, low, Math.max(low, high), currency);
    }

    /** Points and commas before three digits part thousands. */
    private static double number(String written) {
        StringBuilder digits = new StringBuilder();
        written.codePoints()
                .map(c -> c >= '٠' && c <= '٩' ? '0' + (c - '٠') : c == '٬' ? ',' : c == '٫' ? '.' : c)
                .forEach(digits::appendCodePoint);
        String plain = digits.toString().replaceAll("[.,](?=\\d{3}(\\D|$))", "").replaceAll("[.,]+$", "");
        return Double.parseDouble(plain.replace(',', '.').replaceAll("\\.(?=.*\\.)", ""));
    }
}
