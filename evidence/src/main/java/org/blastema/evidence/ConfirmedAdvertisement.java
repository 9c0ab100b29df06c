package org.blastema.evidence;

import java.util.ArrayList;
import java.util.List;
import org.blastema.core.Fields;
import org.blastema.core.InvalidInput;
import org.blastema.core.Language;
import org.blastema.core.Problems;
import org.blastema.core.Yaml;
import org.blastema.model.Library;

/**
 * What a person confirmed of an advertisement.
 *
 * @param claims confirmed, whose experiments are to be run
 * @param prices confirmed
 * @param countries confirmed, names of their files
 * @param open what cannot be answered
 * @param unread statements of which nothing was made
 * @param refused how many candidates the person did not confirm
 */
public record ConfirmedAdvertisement(
        List<Claimed> claims,
        List<Price> prices,
        List<String> countries,
        List<Open> open,
        List<Advertisement.Quoted> unread,
        int refused) {
    /** The first key of its file. */
    public static final String KEY = "advertisement";

    /** Whether the advertisement says it. */
    private enum Confirmed {
        YES,
        NO
    }

    /**
     * A claim that the advertisement makes.
     *
     * @param lines in which it does
     */
    public record Claimed(String claim, List<Integer> lines) {}

    /** A price or the ends of a range. */
    public record Price(String quoted, double low, double high, String currency) {}

    /** Phrases of what cannot be answered. */
    public record Open(List<String> quoted, String because) {}

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
        private final List<Claimed> claims = new ArrayList<>();
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
            List<Advertisement.Quoted> unread = quoted(fields, "not-recognised");
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
            List<Integer> lines = quoted(each, "stands-in").stream()
                    .map(Advertisement.Quoted::line)
                    .distinct()
                    .toList();
            for (Phrases.Kind kind : Phrases.Kind.values()) {
                each.node(Fields.word(kind));
            }
            if (confirmed(each)
                    && claims.stream().noneMatch(other -> other.claim().equals(claim))) {
                claims.add(new Claimed(claim, lines));
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
            }
            each.done();
        }

        private void place(Fields each, List<String> countries) {
            each.text("quoted");
            String country = known(each, "country", Countries.names(library));
            if (confirmed(each)) {
                countries.add(country);
            }
            each.done();
        }

        private static Open open(Fields each) {
            Open open = new Open(
                    quoted(each, "stands-in").stream()
                            .map(Advertisement.Quoted::text)
                            .toList(),
                    each.requiredText("because"));
            each.done();
            return open;
        }

        private static List<Advertisement.Quoted> quoted(Fields fields, String key) {
            return fields.list(key, "statement").stream()
                    .map(each -> {
                        Advertisement.Quoted quoted =
                                new Advertisement.Quoted(each.integer("line").orElse(0), each.requiredText("quoted"));
                        each.done();
                        return quoted;
                    })
                    .toList();
        }
    }
}
