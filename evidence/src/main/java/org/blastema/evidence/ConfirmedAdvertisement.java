package org.blastema.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.blastema.core.Fields;
import org.blastema.core.InvalidInput;
import org.blastema.core.Language;
import org.blastema.core.Problems;
import org.blastema.core.Yaml;
import org.blastema.model.Library;

/**
 * What a person confirmed of an advertisement.
 *
 * @param claims whose experiments are to be run, each once
 * @param prices confirmed
 * @param countries confirmed, names of their files
 * @param open what cannot be answered
 * @param unread numbers of lines in which nothing was recognised
 * @param refused how many candidates the person did not confirm
 */
public record ConfirmedAdvertisement(
        List<String> claims,
        List<Price> prices,
        List<String> countries,
        List<Open> open,
        List<Integer> unread,
        int refused) {
    /** The first key of its file. */
    public static final String KEY = "advertisement";

    /** Whether the advertisement says it. */
    private enum Confirmed {
        YES,
        NO
    }

    /** A price or the ends of a range. */
    public record Price(String quoted, double low, double high, String currency) {}

    /** Something that cannot be answered. */
    public record Open(String quoted, String because) {}

    /** Whether a text is such a file and no advertisement. */
    public static boolean stands(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .filter(line -> line.startsWith(KEY + ":"))
                .isPresent();
    }

    /**
     * Reads a file that a person filled in.
     *
     * @throws InvalidInput with every problem of the file, one for each candidate that was not answered
     */
    public static ConfirmedAdvertisement read(Library library, Phrases phrases, Yaml.Mapping file) {
        Problems problems = new Problems();
        Reading reading = new Reading(library, phrases, new Fields(file, problems, "the advertisement"));
        ConfirmedAdvertisement read = reading.read();
        problems.throwIfFailed();
        return read;
    }

    /** Reads one file. */
    private static final class Reading {
        private final Library library;
        private final Phrases phrases;
        private final Fields fields;
        private final Set<String> claims = new LinkedHashSet<>();
        private int refused;

        Reading(Library library, Phrases phrases, Fields fields) {
            this.library = library;
            this.phrases = phrases;
            this.fields = fields;
        }

        ConfirmedAdvertisement read() {
            fields.requiredChoice(KEY, Language.class, Language.EN);
            fields.list("candidates", "candidate").forEach(this::candidate);
            List<Price> prices = new ArrayList<>();
            fields.list("prices", "price").forEach(each -> price(each, prices));
            List<String> countries = new ArrayList<>();
            fields.list("places", "place").forEach(each -> place(each, countries));
            List<Open> open = fields.list("not-answered", "what is not answered").stream()
                    .map(Reading::open)
                    .toList();
            List<Integer> unread = fields.numbers("not-recognised").stream()
                    .map(Double::intValue)
                    .toList();
            fields.done();
            return new ConfirmedAdvertisement(List.copyOf(claims), prices, countries, open, unread, refused);
        }

        private boolean confirmed(Fields each) {
            each.node("line");
            if (each.text("confirmed").orElse("").isBlank()) {
                each.problems()
                        .error(
                                each.at("confirmed"),
                                "'confirmed' has no answer",
                                "write yes where the advertisement says it, no where it does not",
                                "yes",
                                "no");
                return false;
            }
            boolean yes = each.requiredChoice("confirmed", Confirmed.class, Confirmed.NO) == Confirmed.YES;
            refused += yes ? 0 : 1;
            return yes;
        }

        private void candidate(Fields each) {
            String claim = known(each, "claim", library.names("claims"));
            each.text("says");
            for (Phrases.Kind kind : Phrases.Kind.values()) {
                each.node(Fields.word(kind));
            }
            if (confirmed(each)) {
                claims.add(claim);
            }
            each.done();
        }

        private static String known(Fields each, String key, List<String> known) {
            String name = each.requiredText(key);
            if (each.has(key) && !known.contains(name)) {
                each.problems().unknown(each.at(key), key, name, known);
            }
            return name;
        }

        private void price(Fields each, List<Price> prices) {
            Price price = new Price(
                    each.requiredText("quoted"),
                    each.requiredNumber("low"),
                    each.requiredNumber("high"),
                    known(
                            each,
                            "currency",
                            phrases.currencies().stream()
                                    .map(Phrases.Currency::code)
                                    .toList()));
            if (price.low() <= 0 || price.high() < price.low()) {
                each.problems()
                        .error(
                                each.at("low"),
                                "a price of " + price.low() + " to " + price.high(),
                                "a price is positive and its low end not above its high end");
            }
            if (confirmed(each)) {
                prices.add(price);
                claims.addAll(phrases.priceClaims());
            }
            each.done();
        }

        private void place(Fields each, List<String> countries) {
            each.text("quoted");
            String country = known(each, "country", Countries.names(library));
            if (confirmed(each)) {
                countries.add(country);
                claims.addAll(phrases.placeClaims());
            }
            each.done();
        }

        private static Open open(Fields each) {
            each.node("line");
            Open open = new Open(each.requiredText("quoted"), each.requiredText("because"));
            each.done();
            return open;
        }
    }
}
