package org.blastema.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import org.blastema.evidence.Advertisement.Price;
import org.blastema.evidence.Advertisement.Quoted;

/** Finds prices and ranges of prices in the digits of both languages. */
final class PriceFinder {
    private static final String NUMBER = "([0-9٠-٩][0-9٠-٩.,٬٫،]*)";

    private final SequencedMap<String, PhraseFinder> currencies = new LinkedHashMap<>();

    PriceFinder(Phrases phrases) {
        String number = NUMBER + "\\s*(" + PhraseFinder.any(phrases.thousand()) + ")?";
        phrases.currencies().forEach(currency -> {
            String any = PhraseFinder.any(currency.phrases());
            String range = number + "(?:\\s*(?:-|–|—|to|and|إلى|حتى|و)\\s*(?:" + any + "\\s*)?" + number + ")?";
            currencies.put(currency.code(), PhraseFinder.of(any + "\\s*" + range + "|" + range + "\\s*" + any));
        });
    }

    List<Price> in(Quoted statement) {
        Set<Integer> starts = new HashSet<>();
        List<Price> found = new ArrayList<>();
        currencies.forEach((currency, finder) -> {
            Matcher matcher = finder.in(statement.text());
            while (matcher.find()) {
                if (starts.add(matcher.start())) {
                    Quoted quoted = new Quoted(statement.line(), matcher.group().strip());
                    found.add(price(quoted, matcher, currency));
                }
            }
        });
        return found;
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
                .map(c -> c >= '٠' && c <= '٩' ? '0' + (c - '٠') : c == '٬' || c == '،' ? ',' : c == '٫' ? '.' : c)
                .forEach(digits::appendCodePoint);
        String plain = digits.toString().replaceAll("[.,](?=\\d{3}(\\D|$))", "").replaceAll("[.,]+$", "");
        return Double.parseDouble(plain.replace(',', '.').replaceAll("\\.(?=.*\\.)", ""));
    }
}
